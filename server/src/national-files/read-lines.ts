import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from '../imports/file/decode-text.ts';
import { fileFault } from '../imports/file/file-fault.ts';
import type { FileLine } from './national-words.rules.ts';

/** The largest national file that is read, in bytes: 10 MB. The published ones have less than one. */
export const nationalBytesAtMost = 10 * 1024 * 1024;
/** The most lines of one. */
export const nationalLinesAtMost = 20_000;

const newLines = (text: string): number => text.split('\n').length - 1;

/**
 * The lines of a national file, each with its number as an editor shows it. Empty lines are left out.
 * @throws FileFault where it is no text, or no CSV.
 */
export const readLines = (bytes: Buffer): FileLine[] => {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    throw fileFault(
      'This file is a workbook or an archive.',
      'Unpack it, and choose the CSV file that is in it.',
      'FILE_KIND',
    );
  const text = decodeText(bytes);
  try {
    const read = parse(text, {
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 100_000,
      to: nationalLinesAtMost + 1,
    }) as unknown as { readonly record: string[]; readonly raw: string; readonly info: { readonly lines: number } }[];
    if (read.length > nationalLinesAtMost)
      throw fileFault(
        `This file has more than ${nationalLinesAtMost.toLocaleString('en-GB')} lines.`,
        'Use the file as it is published, or split it.',
        'ROWS_AT_MOST',
      );
    if (read.length === 0) throw fileFault('This file is empty.', 'Choose the file again.');
    // a cell may hold line breaks: the number is that of the line in which the row begins
    return read.map(({ record, raw, info }) => ({ line: info.lines - newLines(raw.trimEnd()), cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? `Line ${error['lines']}` : 'A line';
    throw fileFault(
      `${line} cannot be read: a quotation mark is opened and never closed, or stands in the middle of a cell.`,
      'Use the file as it is published, without opening it in a spreadsheet.',
      'FILE_KIND',
    );
  }
};
