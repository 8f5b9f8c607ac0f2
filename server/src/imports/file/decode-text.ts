import { isUtf8 } from 'node:buffer';
import { fileFault } from './file-fault.ts';

const starts = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
const decode = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** Where every second byte is nothing, each sign takes two: the text of Windows programs that save "Unicode". */
const shareOfNothing = (bytes: Uint8Array, offset: 0 | 1): number => {
  const looked = Math.min(bytes.length, 2000);
  let nothing = 0;
  for (let at = offset; at < looked; at += 2) if (bytes[at] === 0) nothing += 1;
  return looked === 0 ? 0 : nothing / (looked / 2);
};

const lineBreak = 0x0a;

/** The numbers of the lines that UTF-8 cannot read, and whether any line needs it: then two encodings are mixed. */
const linesByEncoding = (bytes: Uint8Array): { readonly unreadable: number[]; readonly needsUtf8: boolean } => {
  const unreadable: number[] = [];
  let needsUtf8 = false;
  let from = 0;
  for (let number = 1; from < bytes.length; number += 1) {
    const end = bytes.indexOf(lineBreak, from);
    const line = bytes.subarray(from, end === -1 ? bytes.length : end);
    if (!isUtf8(line)) unreadable.push(number);
    else if (line.some((byte) => byte > 0x7f)) needsUtf8 = true;
    from = end === -1 ? bytes.length : end + 1;
  }
  return { unreadable, needsUtf8 };
};

/** The text of a file in UTF-8, UTF-16 or Windows-1252, whichever it is. */
export const decodeText = (bytes: Uint8Array): string => {
  let text: string;
  if (starts(bytes, 0xef, 0xbb, 0xbf)) text = decode('utf-8', bytes);
  else if (starts(bytes, 0xff, 0xfe) || shareOfNothing(bytes, 1) > 0.4) text = decode('utf-16le', bytes);
  else if (starts(bytes, 0xfe, 0xff) || shareOfNothing(bytes, 0) > 0.4) text = decode('utf-16be', bytes);
  else if (isUtf8(bytes)) text = decode('utf-8', bytes);
  else {
    const { unreadable, needsUtf8 } = linesByEncoding(bytes);
    if (needsUtf8)
      throw fileFault(
        `Line ${unreadable[0]} is written in another encoding than the lines around it.`,
        'Open the file in your spreadsheet, check the letters with accents, and save it as “CSV UTF-8”.',
        'ONE_ENCODING',
      );
    text = decode('windows-1252', bytes);
  }
  if (/[^\P{Cc}\t\r\n]|\uFFFD/u.test(text))
    throw fileFault(
      'This is not a table in text: it holds signs that no text has.',
      'Save the table as CSV or as an Excel workbook (.xlsx), and choose that file.',
      'FILE_KIND',
    );
  return text;
};
