import type { Scope } from '../access/scopes.ts';

/** The lists that many take out of the service, by name. */
export const commonLists = {
  HOSTS: 'Organisations that host.',
  SITES: 'Sites of organisations.',
  CAPACITY_OFFERS: 'Places that are offered.',
  PLACEMENTS: 'Placements, their dates and how they stand, without names.',
  SIGN_OFFS: 'Supervised days that wait for a signature or have one, without names.',
} as const;
export type CommonList = keyof typeof commonLists;

interface Columns {
  readonly connection: string;
  /** What it takes of a program to read the list at all. */
  readonly scope: Scope;
  readonly always: string;
  /** What a program reads only with a further scope. */
  readonly with: Readonly<Partial<Record<Scope, string>>>;
}

/** What stands in them. Nobody’s name does: who has to know it asks for it by the id. */
const columnsOf: Readonly<Record<CommonList, Columns>> = {
  HOSTS: {
    connection: 'hosts',
    scope: 'READ_SITES',
    always: 'id name kind odsCode region { code name } board { code name }',
    with: {},
  },
  SITES: {
    connection: 'placementSites',
    scope: 'READ_SITES',
    always: 'id name host { id name } postcode latitude longitude atOnceAtMost confirmedOn version',
    with: {},
  },
  CAPACITY_OFFERS: {
    connection: 'capacityOffers',
    scope: 'READ_CAPACITY',
    always: 'id profession { code } answer places takenPlaces startsOn endsOn noticeDays standing confirmedOn version',
    with: { READ_SITES: 'site { id name } host { id name }' },
  },
  PLACEMENTS: {
    connection: 'placements',
    scope: 'READ_PLACEMENTS',
    always: 'id state fieldOfPractice startsOn endsOn offeredOn expiresOn changedOn version',
    with: { READ_SITES: 'site { id name } host { id name }' },
  },
  SIGN_OFFS: {
    connection: 'signOffs',
    scope: 'READ_SIGN_OFFS',
    always: 'id state fieldOfPractice siteName from until askedOn signedAt version',
    with: {},
  },
};

/**
 * The query of a list, with all the columns that somebody may read.
 * @param scopes those of a program; null for a person.
 */
export const queryOfList = (list: CommonList, scopes: readonly Scope[] | null): string => {
  const { connection, always, with: more } = columnsOf[list];
  const open = Object.entries(more)
    .filter(([scope]) => scopes === null || scopes.some((one) => one === scope))
    .map(([, fields]) => fields);
  return `{ ${connection} { nodes { ${[always, ...open].join(' ')} } } }`;
};
