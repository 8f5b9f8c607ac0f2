import type { Refusal } from '../kernel/refusal.ts';
import type { FileKind } from './evidence.rules.ts';

/** A file that may be kept, as it is kept; or why it may not. */
export type ReadContent = { readonly content: Buffer } | { readonly refused: readonly Refusal[] };

const refuse = (rule: string, message: string, help: string): { refused: readonly Refusal[] } => ({
  refused: [{ code: 'RULE_NOT_MET', path: ['file'], rule, message, help }],
});
const isDamaged = refuse(
  'FILE_IS_WHOLE',
  'The file is damaged, or only a part of it arrived.',
  'Open it on your device to see whether it is whole. If it is, save it again and choose it anew.',
);
const isTwoThings = refuse(
  'ONE_KIND_OF_CONTENT',
  'The file is two things at once: it could be opened as another kind of file too.',
  'Take a new photo, or save the document again as a PDF, and choose that.',
);

/** Ends of archives, and beginnings of other files, that have no business in or behind a picture or a document. */
const archiveEnd = Buffer.from('PK\x05\x06', 'latin1');
const strangers = ['%PDF-', 'PK\x03\x04', 'Rar!\x1A\x07', '7z\xBC\xAF', '\x7FELF', 'MSCF\0'].map((sign) =>
  Buffer.from(sign, 'latin1'),
);
const program = /<(?:script|html|svg|iframe|object|!doctype\s+html)\b|<\?php|<%@/i;
/** Programs that read archives look for their end this far from the end of a file. */
const archiveEndWithin = 65_557;
/** Programs that read PDFs look for their beginning this far into a file. */
const pdfStartWithin = 1_024;

const holdsStranger = (bytes: Buffer): boolean =>
  strangers.some((sign) => bytes.includes(sign)) || program.test(bytes.toString('latin1'));
const endsAsArchive = (bytes: Buffer): boolean =>
  bytes.subarray(Math.max(0, bytes.length - archiveEndWithin)).includes(archiveEnd);

/** A picture: what makes it up, and everything else that the file held. */
interface Picture {
  readonly kept: readonly Buffer[];
  readonly left: readonly Buffer[];
}
const join = ({ kept, left }: Picture, whole: Buffer): ReadContent => {
  const isPdf = whole.subarray(0, pdfStartWithin + 8).includes('%PDF-');
  return isPdf || endsAsArchive(whole) || left.some(holdsStranger) ? isTwoThings : { content: Buffer.concat(kept) };
};

/** How a picture is to be turned, from what a camera noted of it: 1 to 8; null where it did not. */
const orientationOf = (exif: Buffer): number | null => {
  const tiff = exif.subarray(6);
  const isLittle = tiff.subarray(0, 2).toString('latin1') === 'II';
  const read16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const read32 = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  if (tiff.length < 14) return null;
  const first = read32(4);
  if (first + 2 > tiff.length) return null;
  const entries = read16(first);
  for (let n = 0; n < entries; n += 1) {
    const at = first + 2 + n * 12;
    if (at + 12 > tiff.length) return null;
    if (read16(at) === 0x01_12) {
      const value = read16(at + 8);
      return value >= 1 && value <= 8 ? value : null;
    }
  }
  return null;
};
/** The one thing of a camera's notes that is kept: without it pictures lie on their side. */
const exifWith = (orientation: number): Buffer =>
  Buffer.from(
    `ffe10022 457869660000 4d4d002a00000008 0001 0112000300000001000${orientation}0000 00000000`.replaceAll(' ', ''),
    'hex',
  );

/** Segments that a picture is made of: tables, frames, scans, restarts; and its colours. */
const isOfPicture = (marker: number, segment: Buffer): boolean =>
  (marker >= 0xc0 && marker <= 0xcf) ||
  (marker >= 0xda && marker <= 0xdf) ||
  marker === 0xe0 ||
  marker === 0xee ||
  (marker === 0xe2 && segment.subarray(4, 15).toString('latin1') === 'ICC_PROFILE');

/**
 * A JPEG picture without what the camera noted of the place, the time and itself, and without anything behind its end. Phones put
 * films and thumbnails there, and makers of files that are two things at once put the other thing there.
 */
const readJpeg = (bytes: Buffer): ReadContent => {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  const left: Buffer[] = [];
  let at = 2;
  let hasFrame = false;
  let hasScan = false;
  for (;;) {
    if (bytes[at] !== 0xff) return isDamaged;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined) return isDamaged;
    if (marker === 0xd9) {
      kept.push(bytes.subarray(at, at + 2));
      left.push(bytes.subarray(at + 2));
      break;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return isDamaged;
    let end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return isDamaged;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) hasFrame = true;
    if (marker === 0xda) {
      hasScan = true;
      // the scan goes on to the next marker that is neither a stuffed byte nor a restart
      for (; ; end += 1) {
        end = bytes.indexOf(0xff, end);
        const next = bytes[end + 1];
        if (end < 0 || next === undefined) return isDamaged;
        if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) break;
      }
    }
    const segment = bytes.subarray(at, end);
    if (isOfPicture(marker, segment)) kept.push(segment);
    else {
      left.push(segment);
      const isExif = marker === 0xe1 && segment.subarray(4, 10).toString('latin1') === 'Exif\0\0';
      const orientation = isExif ? orientationOf(segment.subarray(4)) : null;
      if (orientation !== null && orientation !== 1) kept.push(exifWith(orientation));
    }
    at = end;
  }
  return hasFrame && hasScan ? join({ kept, left }, bytes) : isDamaged;
};

/** Parts of a PNG that say something beside the picture: words, times, a camera's notes. */
const wordsOfPng: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf']);

/** A PNG picture without words, times and notes, and without anything behind its end. */
const readPng = (bytes: Buffer): ReadContent => {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  const left: Buffer[] = [];
  const seen = new Set<string>();
  let at = 8;
  while (!seen.has('IEND')) {
    if (at + 12 > bytes.length) return isDamaged;
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.subarray(at + 4, at + 8).toString('latin1');
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(name) || (seen.size === 0 && name !== 'IHDR')) return isDamaged;
    seen.add(name);
    (wordsOfPng.has(name) ? left : kept).push(bytes.subarray(at, end));
    at = end;
  }
  left.push(bytes.subarray(at));
  return seen.has('IDAT') ? join({ kept, left }, bytes) : isDamaged;
};

/** A PDF that begins and ends as one, and cannot start anything. What lies packed inside is looked at by the reader of PDFs. */
const readPdf = (bytes: Buffer): ReadContent => {
  const end = bytes.lastIndexOf('%%EOF');
  if (!/^%PDF-[12]\.\d/.test(bytes.subarray(0, 8).toString('latin1')) || end < 0) return isDamaged;
  const behind = bytes.subarray(end + 5).toString('latin1');
  // padding is common; anything else would be another file behind the document
  if (!/^[\s\0]*$/.test(behind) || endsAsArchive(bytes)) return isTwoThings;
  if (program.test(bytes.subarray(0, pdfStartWithin).toString('latin1'))) return isTwoThings;
  return { content: bytes };
};

const readers: Readonly<Record<FileKind, (bytes: Buffer) => ReadContent>> = {
  JPEG: readJpeg,
  PNG: readPng,
  PDF: readPdf,
};

/** Walks the whole file as what it says to be, and gives what is kept of it. */
export const readContent = (bytes: Buffer, kind: FileKind): ReadContent => readers[kind](bytes);

/** What the reader of PDFs has found. */
export interface PdfFound {
  readonly isLocked: boolean;
  readonly isBroken: boolean;
  readonly startsProgram: boolean;
  readonly holdsFiles: boolean;
  readonly text: string;
}

/** What speaks against keeping a PDF, from what was found in it; null stands for one that took too long to read. */
export const faultsOfPdf = (found: PdfFound | null): readonly Refusal[] => {
  if (found === null)
    return refuse(
      'PDF_CAN_BE_READ',
      'The PDF takes too long to look at.',
      'Print it to a new PDF, or send it in smaller parts.',
    ).refused;
  if (found.isLocked)
    return refuse('PDF_IS_OPEN', 'The PDF has a password.', 'Save it without a password, and choose it again.').refused;
  if (found.isBroken) return isDamaged.refused;
  if (found.startsProgram || found.holdsFiles)
    return refuse(
      'PDF_HOLDS_PAGES_ALONE',
      found.holdsFiles ? 'Other files are hidden in the PDF.' : 'The PDF holds a program.',
      'Print it to a new PDF, and choose that one.',
    ).refused;
  return [];
};
