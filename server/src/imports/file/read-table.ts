import { CsvError, parse } from 'csv-parse/sync';
import { withoutMark } from '../../kernel/csv.ts';
import { decodeText } from './decode-text.ts';
import { fileFault } from './file-fault.ts';
import { cellAtMost, columnsAtMost, rowsAtMost } from './limits.ts';
import { readWorkbook } from './read-workbook.ts';
import { columnLetters, type Line, type Table } from './table.ts';
import { tooManyRows } from './too-many-rows.ts';

const begins = (bytes: Buffer, mark: string): boolean =>
  bytes.subarray(0, mark.length).equals(Buffer.from(mark, 'latin1'));

/** Files that people choose by mistake, by how they begin. */
const mistaken: readonly (readonly [mark: string, what: string])[] = [
  ['\xD0\xCF\x11\xE0', 'an old Excel workbook (.xls), or one with a password'],
  ['%PDF', 'a PDF'],
  ['\x89PNG', 'a picture'],
  ['\xFF\xD8\xFF', 'a picture'],
  ['{\\rtf', 'a document'],
];

/** What parts the cells: whichever stands most often in the headings. Rows copied from a spreadsheet have tabs. */
const delimiterOf = (text: string): string => {
  const [headings = ''] = text.trimStart().split(/\r\n|\r|\n/, 1);
  const counted = [',', ';', '\t'].map((sign) => [sign, headings.split(sign).length] as const);
  return counted.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? ',';
};

const readText = (text: string): Line[] => {
  const delimiter = delimiterOf(text);
  try {
    const lines = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      // what is pasted has no quotes around its cells, and may have some inside
      quote: delimiter === '\t' && !/(^|\t|\n)"/.test(text) ? null : '"',
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: columnsAtMost * cellAtMost,
      to: rowsAtMost * 2,
    }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
    return lines.map(({ record }, index) => ({ number: index + 1, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? `Line ${error['lines']}` : 'A line';
    throw fileFault(
      `${line} cannot be read: a quotation mark is opened and never closed, or stands in the middle of a cell.`,
      'Open the file in your spreadsheet and save it again as “CSV UTF-8”.',
      'FILE_KIND',
    );
  }
};

const tidy = ({ number, cells }: Line): Line => ({
  number,
  cells: cells.map((cell) => withoutMark(cell.replaceAll('\u00A0', ' ').trim())),
});

const refuseExcess = (table: Table): void => {
  for (const { number, cells } of table) {
    if (cells.findLastIndex((cell) => cell !== '') >= columnsAtMost)
      throw fileFault(
        `Row ${number} has more than ${columnsAtMost} columns.`,
        'Take out the columns that are not asked for.',
      );
    const long = cells.findIndex((cell) => cell.length > cellAtMost);
    if (long !== -1)
      throw fileFault(`Cell ${columnLetters(long)}${number} holds more than ${cellAtMost} characters.`, 'Shorten it.');
  }
};

/**
 * Reads a file of any kind that we take: CSV, tab-separated text or an Excel workbook. What it is, is told by its bytes: names and
 * media types are often wrong.
 * @throws FileFault where it cannot be read, with a way out.
 */
export const readTable = async (bytes: Buffer): Promise<Table> => {
  const what = mistaken.find(([mark]) => begins(bytes, mark))?.[1];
  if (what !== undefined)
    throw fileFault(
      `This file is ${what}.`,
      'Save the table as CSV or as a workbook (.xlsx), and choose that.',
      'FILE_KIND',
    );
  const lines: readonly Line[] = begins(bytes, 'PK')
    ? (await readWorkbook(bytes)).map((cells, index) => ({ number: index + 1, cells }))
    : readText(decodeText(bytes));
  const table = lines.map(tidy).filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (table.length < 2)
    throw fileFault(
      table.length === 0 ? 'There is nothing in this file.' : 'There are headings in this file, and no rows.',
      'Fill in at least one row below the headings.',
      'ROWS_AT_LEAST',
    );
  if (table.length > rowsAtMost + 1) throw tooManyRows();
  refuseExcess(table);
  return table;
};
