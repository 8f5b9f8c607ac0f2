import type { Refusal } from '../kernel/refusal.ts';
import type { FileKind } from './evidence.rules.ts';

/** The endings that files of a kind have. */
const endings: Readonly<Record<FileKind, readonly string[]>> = {
  PDF: ['pdf'],
  JPEG: ['jpg', 'jpeg'],
  PNG: ['png'],
};

/**
 * Endings by which systems know what to do with a file. A name with one of them before its last one is made to be taken for something
 * else: `certificate.exe.pdf`, `photo.php.jpg`.
 */
const known: ReadonlySet<string> = new Set(
  `pdf jpg jpeg png gif bmp tif tiff webp heic svg htm html xhtml mht js mjs cjs css json xml php phtml asp aspx jsp cgi pl py rb sh bash bat
   cmd com exe dll msi scr pif vbs vbe wsf wsh ps1 jar apk app dmg iso lnk reg hta doc docm docx xls xlsm xlsx ppt pptm pptx rtf odt zip
   rar 7z gz tar bz2 xz cab`.split(/\s+/),
);

const refuse = (rule: string, message: string, help: string): Refusal => ({
  code: 'RULE_NOT_MET',
  path: ['file'],
  rule,
  message,
  help,
});

/** The last part of a path, whichever system it is of: browsers send none, other programs may. */
export const lastPart = (sentName: string): string => sentName.split(/[/\\]/).at(-1)?.trim() ?? '';

/** What speaks against the name with which a file was sent. The name itself is never kept. */
export const faultsOfSentName = (sentName: string, kind: FileKind): Refusal[] => {
  const name = lastPart(sentName);
  // signs that hide an ending, or turn the order in which a name is read
  if (name.length > 255 || !name.isWellFormed() || /[\p{Cc}\p{Cf}]/u.test(name))
    return [
      refuse(
        'NAME_IS_PLAIN',
        'The name of the file is too long, or holds hidden signs.',
        'Rename the file, for example “certificate.pdf”, and choose it again.',
      ),
    ];
  const parts = name.toLowerCase().split('.').slice(1);
  const ending = parts.at(-1);
  if (parts.slice(0, -1).some((part) => known.has(part.trim())))
    return [
      refuse(
        'ONE_ENDING',
        'The name of the file has two endings.',
        'Look at the file: if it is yours, rename it to one ending, for example “certificate.pdf”.',
      ),
    ];
  if (ending === undefined || !endings[kind].includes(ending))
    return [
      refuse(
        'ENDING_FITS_CONTENT',
        `The ending of the file’s name does not fit: its content is ${kind === 'PDF' ? 'a PDF' : `a ${kind} picture`}.`,
        `Rename it so that it ends in “.${endings[kind][0]}”, if the file is yours.`,
      ),
    ];
  return [];
};
