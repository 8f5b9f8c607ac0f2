/** How formulas begin: also by the wide signs of East Asian keyboards, which some spreadsheets take for the others. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const MARK = "'";

/** A cell that no spreadsheet takes for a formula, whoever wrote it. */
const harmless = (cell: string): string => (FORMULA.test(cell) ? `${MARK}${cell}` : cell);
/** The cell without our own mark against formulas, which the file carries that is handed back. */
export const withoutMark = (cell: string): string =>
  cell.startsWith(MARK) && FORMULA.test(cell.slice(MARK.length)) ? cell.slice(MARK.length) : cell;
/** A number is never a formula, and programs read it as it is. */
const quoted = (cell: string | number): string =>
  typeof cell === 'number' ? String(cell) : `"${harmless(cell).replaceAll('"', '""')}"`;

/** What a CSV file begins with, so that spreadsheets open it with every letter right. */
export const csvStart = '\uFEFF';

/** One line of a CSV file. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(quoted).join(',')}\r\n`;
