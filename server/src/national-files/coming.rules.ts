import { compareDates, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { countInWords } from './line-checks.rules.ts';
import type { Affected, FileLine, OrganisationChange } from './national-words.rules.ts';

/** What becomes of a change that is still to come. */
export const comingStates = {
  WAITS: 'It waits for its day.',
  DONE: 'Its day has come, and it is done.',
  REPLACED: 'A newer file says something else.',
  TAKEN_BACK: 'It was done on its day, and undone since.',
} as const;
/** One of them. */
export type ComingState = keyof typeof comingStates;

/** What a file says of one organisation and a day to come. */
export interface Coming {
  /** ODS code of the board that is taken over, or of the trust. */
  readonly code: string;
  readonly name: string;
  readonly on: CalendarDate;
  /** The lines that say so, as they stand in the file. */
  readonly lines: readonly FileLine[];
}
/** What is told of it until then. */
export interface ToldOfComing {
  readonly what: string;
  readonly affected: Affected;
}
/** What waits for its day already. */
export interface Waiting {
  readonly id: string;
  readonly code: string;
  readonly on: CalendarDate;
  readonly lines: readonly (readonly string[])[];
  readonly chosen: readonly (readonly [string, string])[];
}
/** What a newer file makes of what waits. */
export interface ComingFound {
  /** What is new, or said in another way than before. */
  readonly added: readonly Coming[];
  /** What waits no longer: the file says something else of these organisations. */
  readonly replaced: readonly Waiting[];
}

/** The lines of a coming change as they are kept: with the headings, where the file has any. */
export const linesKept = (
  { lines }: Pick<Coming, 'lines'>,
  headings: FileLine | null,
): readonly (readonly string[])[] => [...(headings === null ? [] : [headings]), ...lines].map(({ cells }) => cells);

/**
 * The newest file holds: what it says of an organisation takes the place of what waited for that one, and what it says no more of
 * one that it names is given up. What it does not name goes on waiting.
 */
export const comingFound = (
  coming: readonly Coming[],
  waiting: readonly Waiting[],
  {
    named,
    headings,
    chosen,
  }: {
    readonly named: ReadonlySet<string>;
    readonly headings: FileLine | null;
    readonly chosen: ReadonlyMap<string, string>;
  },
): ComingFound => {
  const isSame = (one: Coming, other: Waiting): boolean =>
    one.code === other.code &&
    JSON.stringify(linesKept(one, headings)) === JSON.stringify(other.lines) &&
    // nothing was chosen yet where somebody only looks again
    (chosen.size === 0 || other.chosen.every(([part, board]) => chosen.get(part) === board));
  return {
    added: coming.filter((one) => !waiting.some((other) => isSame(one, other))),
    replaced: waiting.filter((other) => named.has(other.code) && !coming.some((one) => isSame(one, other))),
  };
};

/** The days of what is to come, the first one first. */
export const daysOf = (coming: readonly Pick<Coming, 'on'>[]): CalendarDate[] =>
  [...new Set(coming.map(({ on }) => on))].toSorted(compareDates);

/** What a file gives up of what waited, in a sentence; empty where it gives up nothing. */
export const givenUpInWords = ({ added, replaced }: ComingFound): string[] => {
  const gone = replaced.filter(({ code }) => !added.some((one) => one.code === code)).length;
  return gone === 0
    ? []
    : [`${countInWords(gone, 'change', 'changes')} that waited for a day to come: this file says so no more.`];
};

/** What comes, as a line of a mail. Example: `On 1 April 2027: South East London. Taken over by Example South London.` */
export const comingInWords = ({ on, name, what }: Pick<OrganisationChange, 'name' | 'what'> & { on: CalendarDate }) =>
  `On ${inWords(on)}: ${name}. ${what}`;
