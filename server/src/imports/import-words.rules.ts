/** What can be imported. */
export const importKinds = {
  capacity: 'Places that sites offer, or their “no”.',
  supervisors: 'People who supervise returners.',
  returners: 'People on the way back, who have agreed to be seen by coordinators.',
} as const;
/** One kind of import. */
export type ImportKind = keyof typeof importKinds;

/** Whether a text of an address names a kind. */
export const isImportKind = (text: string): text is ImportKind => Object.hasOwn(importKinds, text);

/** What becomes of a row. */
export const rowOutcomes = {
  CREATE: 'It is new.',
  CHANGE: 'It is known, and something is different.',
  UNCHANGED: 'It is known, and nothing is different.',
  REFUSED: 'It cannot be taken.',
} as const;
/** What becomes of a row. */
export type RowOutcome = keyof typeof rowOutcomes;

/** One reason why a row cannot be taken. */
export interface RowFault {
  /** The key of the column, for example `startsOn`; null for the row as a whole. */
  readonly column: string | null;
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
}

/** A row that was looked at. */
export interface JudgedRow<Draft> {
  /** The number that a spreadsheet shows beside it. */
  readonly number: number;
  readonly outcome: RowOutcome;
  readonly faults: readonly RowFault[];
  /** What is to be kept; null where the row cannot be taken. */
  readonly draft: Draft | null;
}

/** A row that cannot be taken. */
export const refusedRow = (number: number, faults: readonly RowFault[]) => ({
  number,
  outcome: 'REFUSED' as const,
  faults,
  draft: null,
});
