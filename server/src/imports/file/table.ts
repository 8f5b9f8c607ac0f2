/** One line of a file, with the number that a spreadsheet shows beside it. */
export interface Line {
  /** 1 for the first line, which holds the headings. */
  readonly number: number;
  /** Texts without spaces around them; a date of a workbook as `2027-01-04`. */
  readonly cells: readonly string[];
}

/** A file as it was read: its headings first. Lines without any text are left out. */
export type Table = readonly Line[];

/** A column as a spreadsheet names it: 0 is `A`, 26 is `AA`. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCodePoint(65 + (index % 26));
