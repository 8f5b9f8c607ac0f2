import type { Refusal } from '../kernel/refusal.ts';

/** Why a coordinator takes a list of people out of the service. */
export const downloadPurposes = {
  CONTACT: 'To get in touch with these people.',
  PLANNING: 'To plan placements.',
  HANDOVER: 'To hand the work over to a colleague.',
  REPORT: 'For a report in numbers.',
  OTHER: 'For something else.',
} as const;
/** Why a list is taken out. */
export type DownloadPurpose = keyof typeof downloadPurposes;

/** The longest text that says why. */
export const purposeTextAtMost = 200;

/** What is wrong with what was given as the purpose. */
export const faultsOfPurpose = (text: string): Refusal[] =>
  text === '' || text.length > purposeTextAtMost || /\p{Cc}/u.test(text) || !text.isWellFormed()
    ? [
        {
          code: 'VALUE_INVALID',
          path: ['purposeText'],
          message: 'Say what the list is for.',
          help: `Give 1 to ${purposeTextAtMost} characters in one line, and nobody’s name.`,
        },
      ]
    : [];

/** One row of the file, as it is read. */
export interface CohortRow {
  readonly name: string;
  readonly fieldOfPractice: string;
  readonly region: string | null;
  readonly board: string | null;
  readonly stage: string;
  readonly placementState: string | null;
  readonly siteName: string | null;
  /** `infinity` for somebody who waits for no place. */
  readonly waitingSince: string;
  readonly loggedMinutes: number;
  readonly startedOn: string;
}

const plainly = (word: string | null): string =>
  word === null ? '' : `${word.charAt(0)}${word.slice(1).toLowerCase().replaceAll('_', ' ')}`;

/** The headings of the file. Nothing about health, needs or background is among them. */
export const cohortHeadings = [
  'Name',
  'Field of practice',
  'Region',
  'Board',
  'How far',
  'Placement',
  'Site',
  'Waits for a place since',
  'Hours in the log',
  'Began',
] as const;

/** A row as the cells under the headings. */
export const cohortCells = (row: CohortRow): string[] => [
  row.name,
  row.fieldOfPractice,
  row.region ?? '',
  row.board ?? '',
  plainly(row.stage),
  plainly(row.placementState),
  row.siteName ?? '',
  row.waitingSince === 'infinity' ? '' : row.waitingSince,
  String(Math.round(row.loggedMinutes / 6) / 10),
  row.startedOn,
];
