import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Block, Column, PlainDocument } from './pack-document.rules.ts';

declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      scope?: 'Column' | 'Row';
    }
  }
}

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** DejaVu Sans: every Latin letter that a name may have. It is embedded, with the letters that are used. */
const fontFile = (name: string): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
const plain = fontFile('DejaVuSans');
const bold = fontFile('DejaVuSans-Bold');

const margin = 50;
const footer = 40;
const sizes = { heading: { 1: 18, 2: 14, 3: 11.5 }, text: 9.5, cell: 8.5, footer: 8 } as const;
const cellPadding = 3;
const ink = '#212b32';
const line = '#aeb7bd';

const widthOf = (pdf: Pdf): number => pdf.page.width - 2 * margin;
const bottomOf = (pdf: Pdf): number => pdf.page.height - margin - footer;

/** Begins a new page where so much does not fit on this one. */
const makeRoom = (pdf: Pdf, height: number): void => {
  if (pdf.y + height > bottomOf(pdf)) pdf.addPage();
};

/** Lines say nothing: readers pass them over. */
const rule = (pdf: Pdf, y: number): void => {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(margin, y)
    .lineTo(margin + widthOf(pdf), y)
    .lineWidth(0.5)
    .strokeColor(line)
    .stroke();
  pdf.endMarkedContent();
};

const textElement = (pdf: Pdf, type: string, text: string, font: string, size: number, options: object = {}): Element =>
  pdf.struct(type, {}, () => {
    pdf
      .font(font)
      .fontSize(size)
      .fillColor(ink)
      .text(text, { width: widthOf(pdf), ...options });
  });

const widthsOf = (pdf: Pdf, columns: readonly Column[]): number[] => {
  const all = columns.reduce((total, { weight }) => total + weight, 0);
  return columns.map(({ weight }) => (widthOf(pdf) * weight) / all);
};

type FontOf = (index: number) => string;
const headFont: FontOf = () => bold;
/** The first cell names the row. */
const rowFont: FontOf = (index) => (index === 0 ? bold : plain);

const heightOfRow = (pdf: Pdf, cells: readonly string[], widths: readonly number[], fontOf: FontOf): number =>
  Math.max(
    ...cells.map((cell, index) =>
      pdf
        .font(fontOf(index))
        .fontSize(sizes.cell)
        .heightOfString(cell === '' ? ' ' : cell, { width: (widths[index] ?? 0) - 2 * cellPadding }),
    ),
  ) +
  2 * cellPadding;

/** Writes the cells of a row beside each other; `into` says what each is to the structure. */
const writeRow = (
  pdf: Pdf,
  cells: readonly string[],
  widths: readonly number[],
  fontOf: FontOf,
  into: (index: number, write: () => void) => void,
): void => {
  const top = pdf.y;
  const height = heightOfRow(pdf, cells, widths, fontOf);
  let x = margin;
  cells.forEach((cell, index) => {
    const width = widths[index] ?? 0;
    const at = x;
    into(index, () => {
      pdf
        .font(fontOf(index))
        .fontSize(sizes.cell)
        .fillColor(ink)
        .text(cell, at + cellPadding, top + cellPadding, { width: width - 2 * cellPadding });
    });
    x += width;
  });
  rule(pdf, top + height);
  pdf.x = margin;
  pdf.y = top + height;
};

const writeTable = (pdf: Pdf, parent: Element, { caption, columns, rows }: Block & { kind: 'table' }): void => {
  const widths = widthsOf(pdf, columns);
  const headings = columns.map(({ heading }) => heading);
  const headHeight = heightOfRow(pdf, headings, widths, headFont);
  const [first = []] = rows;
  makeRoom(pdf, 20 + headHeight + heightOfRow(pdf, first, widths, rowFont));
  const table = pdf.struct('Table');
  parent.add(table);
  table.add(textElement(pdf, 'Caption', caption, bold, sizes.text));
  pdf.moveDown(0.2);
  const head = pdf.struct('TR');
  table.add(head);
  writeRow(pdf, headings, widths, headFont, (_index, write) => {
    const cell = pdf.struct('TH', { scope: 'Column' }, write);
    head.add(cell);
  });
  head.end();
  for (const cells of rows) {
    const height = heightOfRow(pdf, cells, widths, rowFont);
    if (pdf.y + height > bottomOf(pdf)) {
      pdf.addPage();
      // said again for the eye alone
      writeRow(pdf, headings, widths, headFont, (_index, write) => {
        pdf.markContent('Artifact', { type: 'Pagination' });
        write();
        pdf.endMarkedContent();
      });
    }
    const row = pdf.struct('TR');
    table.add(row);
    writeRow(pdf, cells, widths, rowFont, (index, write) => {
      row.add(index === 0 ? pdf.struct('TH', { scope: 'Row' }, write) : pdf.struct('TD', {}, write));
    });
    row.end();
  }
  table.end();
  pdf.moveDown(0.8);
};

const writeList = (pdf: Pdf, parent: Element, items: readonly string[]): void => {
  const list = pdf.struct('L');
  parent.add(list);
  for (const item of items) {
    pdf.font(plain).fontSize(sizes.text);
    makeRoom(pdf, pdf.heightOfString(item, { width: widthOf(pdf) - 12 }));
    const top = pdf.y;
    const one = pdf.struct('LI');
    list.add(one);
    one.add(
      pdf.struct('Lbl', {}, () => {
        pdf.font(plain).fontSize(sizes.text).fillColor(ink).text('•', margin, top, { width: 10 });
      }),
    );
    one.add(
      pdf.struct('LBody', {}, () => {
        pdf
          .font(plain)
          .fontSize(sizes.text)
          .text(item, margin + 12, top, { width: widthOf(pdf) - 12 });
      }),
    );
    one.end();
    pdf.x = margin;
    pdf.moveDown(0.2);
  }
  list.end();
  pdf.moveDown(0.5);
};

/** Bookmarks stand below each other as the headings do. */
const bookmarks = (pdf: Pdf) => {
  const parents: PDFKit.PDFOutline[] = [pdf.outline];
  return (level: number, text: string): void => {
    parents.length = level;
    const item = parents.at(-1)?.addItem(text, { expanded: level < 3 });
    if (item) parents.push(item);
  };
};

const writeFooters = (pdf: Pdf, title: string): void => {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // below the margin, where text would begin a new page
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf
      .font(plain)
      .fontSize(sizes.footer)
      .fillColor(ink)
      .text(`${title}. Page ${page - start + 1} of ${count}`, margin, pdf.page.height - margin, {
        width: widthOf(pdf),
        lineBreak: false,
      });
    pdf.endMarkedContent();
  }
};

/**
 * A document as a tagged PDF (PDF/UA): title, language, structure, reading order, bookmarks, an embedded font. Lines, footers and
 * headings that are said again are artifacts.
 */
export const pdfOf = async ({ title, language, blocks }: PlainDocument, preparedAt: Date): Promise<Buffer> => {
  const options: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: margin + footer },
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    font: plain,
    info: { Title: title, Creator: 'Return to Practice', CreationDate: preparedAt, ModDate: preparedAt },
  };
  // newer than the types of the library
  const pdf = new PDFDocument(Object.assign(options, { subset: 'PDF/UA' }));
  const chunks: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => void chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  const root = pdf.struct('Document', { title });
  pdf.addStructure(root);
  const mark = bookmarks(pdf);
  for (const block of blocks)
    switch (block.kind) {
      case 'heading': {
        const size = sizes.heading[block.level];
        // a heading stays with what it is the heading of
        makeRoom(pdf, size * 6);
        if (block.level < 3) pdf.moveDown(0.6);
        mark(block.level, block.text);
        root.add(textElement(pdf, `H${block.level}`, block.text, bold, size));
        pdf.moveDown(0.4);
        break;
      }
      case 'paragraph':
        root.add(textElement(pdf, 'P', block.text, plain, sizes.text));
        pdf.moveDown(0.6);
        break;
      case 'list':
        writeList(pdf, root, block.items);
        break;
      case 'table':
        writeTable(pdf, root, block);
        break;
    }
  root.end();
  writeFooters(pdf, title);
  pdf.end();
  return written;
};
