import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FileFault } from './file-fault.ts';
import { rowsAtMost } from './limits.ts';
import { closeZip } from './open-zip.ts';
import { readTable } from './read-table.ts';
import { workbookOf, workbookParts } from './workbook.fixture.ts';

const cellsOf = async (bytes: Buffer) => (await readTable(bytes)).map(({ cells }) => cells);
const refusalOf = async (bytes: Buffer) => {
  const error: unknown = await readTable(bytes).catch((thrown: unknown) => thrown);
  if (!(error instanceof FileFault)) throw new Error('The file was read.', { cause: error });
  return error.refusal;
};
const csv = 'Site,Note\r\nZoë’s Hospital,café\r\n';
const expected = [
  ['Site', 'Note'],
  ['Zoë’s Hospital', 'café'],
];
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('text', () => {
  it.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${csv}`)],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(csv, 'utf16le')],
    ['UTF-16 the other way round', bigEndian(`\uFEFF${csv}`)],
    ['Windows-1252', Buffer.from(csv.replaceAll('’', '\x92'), 'latin1')],
    ['semicolons', Buffer.from(csv.replaceAll(',', ';'))],
    ['tabs, as pasted', Buffer.from(csv.replaceAll(',', '\t').trimEnd())],
    ['old line breaks', Buffer.from(csv.replaceAll('\r\n', '\r'))],
  ])('is read in %s', async (_name, bytes) => {
    expect(await cellsOf(bytes)).toEqual(expected);
  });

  it('is refused in two encodings at once, with the line', async () => {
    const mixed = Buffer.concat([Buffer.from('Site,Note\ncafé,1\n'), Buffer.from('caf\xe9,2\n', 'latin1')]);
    expect(await refusalOf(mixed)).toMatchObject({ rule: 'ONE_ENCODING', message: expect.stringContaining('Line 3') });
  });

  it('keeps the numbers that a spreadsheet shows beside the rows', async () => {
    const table = await readTable(Buffer.from('A,B\n\n1,"two\nlines"\n,\n3,4\n'));
    expect(table.map(({ number }) => number)).toEqual([1, 3, 5]);
  });

  it('is refused with a quotation mark that is never closed', async () => {
    expect(await refusalOf(Buffer.from('A,B\n1,"2\n3,4\n'))).toMatchObject({ rule: 'FILE_KIND' });
  });

  it('loses the mark that our own file back puts before formulas', async () => {
    expect((await cellsOf(Buffer.from("A,B\n'=1+1,'tis\n")))[1]).toEqual(['=1+1', "'tis"]);
  });

  it('is refused beyond its limits, and where there is nothing in it', async () => {
    const row = `${'x,'.repeat(5)}y\n`;
    expect(await refusalOf(Buffer.from(`A,B,C,D,E,F\n${row.repeat(50_000)}`))).toMatchObject({
      rule: 'ROWS_AT_MOST',
      message: expect.stringContaining('2,000'),
    });
    expect(await cellsOf(Buffer.from(`A,B,C,D,E,F\n${row.repeat(rowsAtMost)}`))).toHaveLength(rowsAtMost + 1);
    expect(await refusalOf(Buffer.from(`A\n${'x'.repeat(2001)}\n`))).toMatchObject({
      message: expect.stringContaining('A2'),
    });
    expect(await refusalOf(Buffer.from(`A\n${','.repeat(70)}x\n`))).toMatchObject({
      message: expect.stringContaining('Row 2'),
    });
    expect(await refusalOf(Buffer.from('A,B\n'))).toMatchObject({ rule: 'ROWS_AT_LEAST' });
    expect(await refusalOf(Buffer.alloc(0))).toMatchObject({ rule: 'ROWS_AT_LEAST' });
  });
});

describe('a file of another kind', () => {
  it.each([
    ['an old workbook', Buffer.from('\xD0\xCF\x11\xE0rest', 'latin1')],
    ['a PDF', Buffer.from('%PDF-1.7 rest')],
    ['a picture', Buffer.from('\x89PNG rest', 'latin1')],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 1, 2, 3, 0, 9, 8, 7])],
    ['an archive', closeZip(new Map([['letter.txt', Buffer.from('hello')]]))],
    ['a broken archive', Buffer.from('PK\x03\x04 and nothing more that one could read')],
  ])('is refused: %s', async (_name, bytes) => {
    expect(await refusalOf(bytes)).toMatchObject({ rule: 'FILE_KIND', help: expect.stringMatching(/\w/) });
  });
});

describe('a workbook', () => {
  it('is read with its dates, numbers and blank rows', async () => {
    const bytes = workbookOf([
      ['Site', 'First day', 'Places'],
      [],
      ['Zoë & Co', { date: '2027-01-04' }, 2],
      [null, null, 3],
    ]);
    const table = await readTable(bytes);
    expect(table).toEqual([
      { number: 1, cells: ['Site', 'First day', 'Places'] },
      { number: 3, cells: ['Zoë & Co', '2027-01-04', '2'] },
      { number: 4, cells: ['', '', '3'] },
    ]);
  });

  it('is refused with a formula, by its cell', async () => {
    const bytes = workbookOf([
      ['Site', 'Places'],
      ['One', { formula: 'WEBSERVICE("http://example.invalid")', shows: '2' }],
    ]);
    expect(await refusalOf(bytes)).toMatchObject({ rule: 'NO_FORMULAS', message: expect.stringContaining('B2') });
  });

  it('is refused with too many rows', async () => {
    const rows = Array.from({ length: 50_000 }, () => ['x', 1]);
    expect(await refusalOf(workbookOf([['A', 'B'], ...rows]))).toMatchObject({ rule: 'ROWS_AT_MOST' });
  });

  it.each(['r="XFD1048576"', 'r="A1048576"', 'r="XFD1"', "r = '&#88;FD1'"])(
    'is refused with a cell far away from the table: %s',
    async (at) => {
      for (const part of ['xl/worksheets/sheet1.xml', 'xl/_rels/other.xml']) {
        const parts = workbookParts([['A'], ['1']]);
        parts.set(part, Buffer.from(`<worksheet><sheetData><row><c ${at}><v>1</v></c></row></sheetData></worksheet>`));
        expect(await refusalOf(closeZip(parts))).toMatchObject({ rule: 'FAR_CELL' });
      }
    },
  );

  it('is refused where it is damaged', async () => {
    const parts = workbookParts([['A'], ['1']]);
    parts.set('xl/worksheets/sheet1.xml', Buffer.from('<worksheet><sheetData><row'));
    parts.delete('xl/_rels/workbook.xml.rels');
    expect(await refusalOf(closeZip(parts))).toMatchObject({ rule: 'FILE_KIND' });
  });

  /** An archive whose one entry says that it is small, and unpacks to far more. */
  const bomb = (content: Buffer, says: number): Buffer => {
    const packed = deflateRawSync(content, { level: 9 });
    const zip = closeZip(new Map([['xl/workbook.xml', packed]]));
    const list = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    for (const at of [8, list + 10]) zip.writeUInt16LE(8, at);
    zip.writeUInt32LE(says, list + 24);
    return zip;
  };

  it('is refused where it unpacks to far more than its size, whatever it says of itself', async () => {
    const before = performance.now();
    expect(await refusalOf(bomb(Buffer.alloc(200 * 1024 * 1024), 100))).toMatchObject({ rule: 'UNPACKED_SIZE' });
    expect(performance.now() - before).toBeLessThan(5_000);
    const many = new Map(Array.from({ length: 201 }, (_, index) => [`xl/${index}.xml`, Buffer.from('x')]));
    expect(await refusalOf(closeZip(many))).toMatchObject({ rule: 'UNPACKED_SIZE' });
  });
});
