import { plain } from './headings.rules.ts';
import type { RowReader } from './cells.rules.ts';

/** An organisation that whoever imports looks after. */
export interface HostFact {
  readonly id: string;
  readonly name: string;
  readonly odsCode: string | null;
}
/** A site of one of them. */
export interface SiteFact {
  readonly id: string;
  readonly hostId: string;
  readonly name: string;
  readonly odsCode: string | null;
  /** The most returners at once; null without such a limit. */
  readonly atOnceAtMost: number | null;
}
/** A profession that HCPC regulates. */
export interface ProfessionFact {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly fieldOfPractice: string;
}

/** The places that a file may name, found by what people write. */
export interface Places {
  readonly hosts: readonly HostFact[];
  readonly hostsNamed: (typed: string) => readonly HostFact[];
  readonly sitesNamed: (typed: string) => readonly SiteFact[];
}

const byNames = <Of extends { readonly name: string; readonly odsCode: string | null }>(all: readonly Of[]) => {
  const found = new Map<string, Of[]>();
  for (const one of all)
    for (const name of new Set([plain(one.name), plain(one.odsCode ?? '')]))
      if (name !== '') found.set(name, [...(found.get(name) ?? []), one]);
  return (typed: string): readonly Of[] => found.get(plain(typed)) ?? [];
};

/** Lays the places out so that two thousand rows find theirs quickly. */
export const placesOf = (hosts: readonly HostFact[], sites: readonly SiteFact[]): Places => ({
  hosts,
  hostsNamed: byNames(hosts),
  sitesNamed: byNames(sites),
});

type Words = readonly [message: string, help: string];
const none = (what: string, typed: string): Words => [
  `There is no ${what} “${typed.slice(0, 60)}” among those that you look after.`,
  `Check the name or the code. A ${what} of another region is entered by the people there.`,
];
const several = (what: string, typed: string): Words => [
  `There is more than one ${what} “${typed.slice(0, 60)}”.`,
  'Use its ODS code, or name the organisation as well.',
];

/** The organisation that a row names, and its site where one is named; notes a fault and answers null where there is none. */
export const placeOfRow = (
  row: RowReader,
  places: Places,
): { readonly host: HostFact; readonly site: SiteFact | null } | null => {
  const [typedHost, typedSite] = [row.text('organisation'), row.text('site')];
  const hosts = typedHost === '' ? places.hosts : places.hostsNamed(typedHost);
  if (typedHost !== '' && hosts.length !== 1) {
    row.fault('organisation', ...(hosts.length === 0 ? none : several)('organisation', typedHost));
    return null;
  }
  if (typedSite === '') {
    const [host] = hosts;
    if (hosts.length === 1 && host) return { host, site: null };
    row.fault('organisation', 'It is not said which organisation this is.', 'Write its name or its ODS code.');
    return null;
  }
  const sites = places.sitesNamed(typedSite).filter(({ hostId }) => hosts.some(({ id }) => id === hostId));
  const [site] = sites;
  const host = hosts.find(({ id }) => id === site?.hostId);
  if (site && host && sites.length === 1) return { host, site };
  row.fault('site', ...(sites.length === 0 ? none : several)('site', typedSite));
  return null;
};

/** Finds professions by code, name or field of practice. */
export const professionFinder = (
  professions: readonly ProfessionFact[],
): ((row: RowReader) => ProfessionFact | null) => {
  const known = new Map(
    professions.flatMap((one) => [one.code, one.name, one.fieldOfPractice].map((name) => [plain(name), one] as const)),
  );
  return (row) => {
    const typed = row.text('profession');
    const found = known.get(plain(typed)) ?? null;
    if (typed === '') row.fault('profession', 'The profession is missing.', 'Write its code, such as DT.');
    else if (!found)
      row.fault(
        'profession',
        `We do not know the profession “${typed.slice(0, 60)}”.`,
        'Write its code, such as DT or PH.',
      );
    return found;
  };
};
