/** A cell that no spreadsheet takes for a formula, whoever wrote it. Our reader takes the mark away again. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
/** A number is never a formula, and programs read it as it is. */
const quoted = (cell: string | number): string =>
  typeof cell === 'number' ? String(cell) : `"${harmless(cell).replaceAll('"', '""')}"`;

/** What a CSV file begins with, so that spreadsheets open it with every letter right. */
export const csvStart = '\uFEFF';

/** One line of a CSV file. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(quoted).join(',')}\r\n`;
