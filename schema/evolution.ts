import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** A change that can break a program, taken on with open eyes. */
export interface EnteredChange {
  /** Where, as the check says it. Example: `PathwayTaskKey.PAUSE`. */
  readonly path: string;
  /** Why it is worth it, and what a program has to do. */
  readonly reason: string;
}

/** What one release has changed. */
export interface Release {
  /** The day, as year-month-day. */
  readonly releasedOn: string;
  readonly groups: readonly { readonly title: string; readonly changes: readonly string[] }[];
}

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

/** Reads an SDL file of this package. */
export const readContract = (file: 'return-to-practice.graphql' | 'released.graphql'): GraphQLSchema =>
  buildSchema(read(file));

/** The changes that were entered since the last release. */
export const readEntered = (): readonly EnteredChange[] => JSON.parse(read('changes.json'));

/** Every release, the newest first. */
export const readReleases = (): readonly Release[] => JSON.parse(read('changelog.json'));

/** A change that can break a program, or make it do something else. */
export interface RiskyChange {
  readonly level: 'breaking' | 'dangerous';
  readonly path: string;
  readonly message: string;
}

const isRisky = ({ criticality }: Change): boolean => criticality.level !== CriticalityLevel.NonBreaking;

/** What can break a program that was written for the first contract, once it meets the second. */
export const riskyChanges = (changes: readonly Change[]): readonly RiskyChange[] =>
  changes.filter(isRisky).map(({ criticality, path, message }) => ({
    level: criticality.level === CriticalityLevel.Breaking ? 'breaking' : 'dangerous',
    path: path ?? '',
    message,
  }));

/** What is wrong: risky changes that nobody has entered, and entries for changes that are not there. */
export const faultsOfEvolution = (
  changes: readonly Change[],
  entered: readonly EnteredChange[],
): { readonly unentered: readonly RiskyChange[]; readonly idle: readonly EnteredChange[] } => {
  const risky = riskyChanges(changes);
  const known = new Set(entered.filter(({ reason }) => reason.trim().length >= 20).map(({ path }) => path));
  const paths = new Set(risky.map(({ path }) => path));
  return {
    unentered: risky.filter(({ path }) => !known.has(path)),
    idle: entered.filter(({ path }) => !paths.has(path)),
  };
};

/** Every change from one contract to another. */
export const changesBetween = (before: GraphQLSchema, after: GraphQLSchema): Promise<readonly Change[]> =>
  diff(before, after);

const firstSentence = (text: string | null | undefined): string =>
  /^.*?[.?!](?=\s|$)/s.exec(text ?? '')?.[0].replaceAll(/\s+/g, ' ') ?? '';

/** What is said of a field, an argument's field, an input field or an enum value at `Type.name`. */
const describedAs = (schema: GraphQLSchema, type: string, name: string): string => {
  const found = schema.getType(type);
  if (isObjectType(found) || isInterfaceType(found) || isInputObjectType(found))
    return firstSentence(found.getFields()[name]?.description);
  return isEnumType(found) ? firstSentence(found.getValue(name)?.description) : '';
};

const metaOf = ({ meta }: Change): Readonly<Record<string, unknown>> => meta as Readonly<Record<string, unknown>>;

/** The changes in words, in groups, what breaks first. What belongs to a new type is told with the type alone. */
export const inWords = (
  changes: readonly Change[],
  after: GraphQLSchema,
  entered: readonly EnteredChange[],
): Release['groups'] => {
  const reasons = new Map(entered.map(({ path, reason }) => [path, reason]));
  const newTypes = new Set(changes.filter(({ type }) => type === 'TYPE_ADDED').map(({ path }) => path));
  const isOfNew = ({ path, type }: Change): boolean =>
    type !== 'TYPE_ADDED' &&
    newTypes.has(path?.split('.')[0] ?? '') &&
    !/^(Query|Mutation|Subscription)\./.test(path ?? '');
  const told = changes.filter((change) => !isOfNew(change));
  const lines = (pick: (change: Change) => boolean, say: (change: Change, type: string, name: string) => string) =>
    told
      .filter(pick)
      .map((change) => {
        const [type = '', name = ''] = (change.path ?? '').split('.');
        return say(change, type, name).trim();
      })
      .toSorted((one, other) => one.localeCompare(other, 'en'));
  const isSafe = (change: Change): boolean => !isRisky(change);
  const added = (root: string) =>
    lines(
      (change) => change.type === 'FIELD_ADDED' && (change.path ?? '').startsWith(`${root}.`),
      (_change, type, name) => `\`${name}\`: ${describedAs(after, type, name)}`,
    );
  const ofRecords = [...newTypes].filter((name) => {
    const type = after.getType(name ?? '');
    return isObjectType(type) && type.getInterfaces().some((one) => one.name === 'Node');
  });
  const others = newTypes.size - ofRecords.length;
  const groups = [
    {
      title: 'Can break a program',
      changes: lines(isRisky, (change) => {
        const reason = reasons.get(change.path ?? '');
        return `${change.message}.${reason === undefined ? '' : ` ${reason}`}`;
      }),
    },
    {
      title: 'Going away',
      changes: lines(
        ({ type }) => /DEPRECATION_(ADDED|REASON_ADDED)$/.test(type),
        (change) => {
          const why = metaOf(change)['addedDeprecationReason'] ?? metaOf(change)['deprecationReason'];
          return `\`${change.path}\`: ${typeof why === 'string' ? why : change.message}`;
        },
      ),
    },
    { title: 'New queries', changes: added('Query') },
    { title: 'New mutations', changes: added('Mutation') },
    { title: 'New subscriptions', changes: added('Subscription') },
    {
      title: 'New records',
      changes: [
        ...ofRecords.map((name) => `\`${name}\`: ${firstSentence(after.getType(name ?? '')?.description)}`).toSorted(),
        ...(others > 0 ? [`and ${others} types that belong to them, to their queries and their mutations`] : []),
      ],
    },
    {
      title: 'New fields',
      changes: lines(
        (change) =>
          ['FIELD_ADDED', 'INPUT_FIELD_ADDED'].includes(change.type) &&
          isSafe(change) &&
          !/^(Query|Mutation|Subscription)\./.test(change.path ?? ''),
        (change, type, name) => `\`${change.path}\`: ${describedAs(after, type, name)}`,
      ),
    },
    {
      title: 'New arguments',
      changes: lines(
        (change) =>
          change.type === 'FIELD_ARGUMENT_ADDED' && isSafe(change) && metaOf(change)['addedToNewField'] !== true,
        ({ message }) => `${message}.`,
      ),
    },
  ];
  return groups.filter((group) => group.changes.length > 0);
};

/** The changelog as a page of Markdown. */
export const changelogPage = (releases: readonly Release[]): string =>
  [
    '# What changed in the contract',
    'Written by `npm run release` from the difference between what was released before and what stands now.',
    ...releases.flatMap(({ releasedOn, groups }) => [
      `## ${releasedOn}`,
      ...groups.flatMap(({ title, changes }) => [`### ${title}`, changes.map((change) => `- ${change}`).join('\n')]),
    ]),
  ].join('\n\n') + '\n';
