import { readSheet } from 'read-excel-file/node';
import { FileFault, fileFault } from './file-fault.ts';
import { rowsAtMost } from './limits.ts';
import { closeZip, openZip } from './open-zip.ts';
import { tooManyRows } from './too-many-rows.ts';

/** Parts of a workbook that hold what is read; pictures, macros and links are not even looked at. */
const read =
  /^(\[Content_Types\]\.xml|_rels\/.*|xl\/(workbook\.xml|styles\.xml|sharedStrings\.xml|_rels\/.*|worksheets\/[^/]+\.xml))$/;
const sheet = /^xl\/worksheets\/[^/]+\.xml$/;

const formula = /<c\b[^>]*\br="([A-Z]{1,3}\d{1,7})"[^>]*>(?:(?!<\/c>)[\s\S]){0,200}?<f[ >/]/;

/** A formula is refused rather than worked out: what it shows depends on cells that may not have come along. */
const refuseFormulas = (xml: string): void => {
  const cell = formula.exec(xml)?.[1];
  if (cell !== undefined)
    throw fileFault(
      `Cell ${cell} holds a formula.`,
      'Copy the table, paste it as values only (“Paste special”, “Values”), save, and choose the file again.',
      'NO_FORMULAS',
    );
};

const address = /(?<![\w:])r\s*=\s*(["'])([^"']*)\1/g;
/** At most two letters: generous beside the columns that are taken, and nothing beside what a workbook may name. */
const nearby = /^[A-Z]{0,2}([1-9]\d{0,4})$/;

/** One cell at the far end of a sheet would be read with everything before it: more than any memory holds. */
const refuseFarCells = (xml: string): void => {
  for (const [, , at = ''] of xml.matchAll(address))
    if (Number(nearby.exec(at)?.[1] ?? Infinity) > rowsAtMost * 2)
      throw fileFault(
        'This sheet has a cell far away from its table, or is far too long.',
        'Copy the rows into a new, empty workbook, and choose that.',
        'FAR_CELL',
      );
};

const inText = (cell: unknown): string => {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
};

/** The first sheet of an Excel workbook, cell by cell. */
export const readWorkbook = async (bytes: Buffer): Promise<string[][]> => {
  const entries = openZip(bytes);
  if (!entries.has('xl/workbook.xml'))
    throw fileFault(
      'This is an archive, and no Excel workbook.',
      'Choose the workbook itself (.xlsx), or a CSV file.',
      'FILE_KIND',
    );
  const kept = new Map([...entries].filter(([name]) => read.test(name)));
  for (const [name, content] of kept) {
    const xml = content.toString('utf8');
    if (sheet.test(name) && (xml.match(/<row\b/g)?.length ?? 0) > rowsAtMost * 2) throw tooManyRows();
    // a workbook may name any of its parts as the sheet
    refuseFarCells(xml);
    if (!sheet.test(name)) continue;
    refuseFormulas(xml);
  }
  try {
    const rows: readonly (readonly unknown[])[] = await readSheet(closeZip(kept));
    return rows.map((row) => row.map(inText));
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw fileFault(
      'This workbook cannot be read.',
      'Open it in your spreadsheet, save it again as .xlsx or as CSV, and choose the new file.',
      'FILE_KIND',
    );
  }
};
