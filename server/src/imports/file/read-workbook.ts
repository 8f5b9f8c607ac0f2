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
    if (!sheet.test(name)) continue;
    const xml = content.toString('utf8');
    if ((xml.match(/<row\b/g)?.length ?? 0) > rowsAtMost * 2) throw tooManyRows();
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
