import { fileTypeFromBuffer } from 'file-type';
import type { Refusal } from '../kernel/refusal.ts';
import type { EvidenceWarning, FileKind } from './evidence.rules.ts';
import { warningsOfName, warningsOfText } from './evidence.rules.ts';
import { faultsOfPdf, readContent } from './file-content.rules.ts';
import { readPdf } from './read-pdf.ts';
import { faultsOfSentName, lastPart } from './sent-name.rules.ts';

/** A file that may be kept. */
export interface LookedAt {
  readonly kind: FileKind;
  /** What is kept of it: pictures lose what the camera noted of place and time. */
  readonly content: Buffer;
  readonly warnings: readonly EvidenceWarning[];
}

const kindOf: ReadonlyMap<string, FileKind> = new Map([
  ['application/pdf', 'PDF'],
  ['image/jpeg', 'JPEG'],
  ['image/png', 'PNG'],
]);

const notTaken: Refusal = {
  code: 'VALUE_INVALID',
  path: ['file'],
  rule: 'KIND_BY_CONTENT',
  message: 'This is not a PDF, a JPEG picture or a PNG picture.',
  help: 'Save or print it as a PDF, or take a photo, and choose that. Renaming a file does not change what it is.',
};

/** Looks at a file by its content, whatever it is called and whatever was said of it: what it is, or why it cannot be kept. */
export const lookAtFile = async (
  bytes: Buffer,
  sentName: string,
): Promise<LookedAt | { readonly refused: readonly Refusal[] }> => {
  const type = await fileTypeFromBuffer(bytes);
  const kind = kindOf.get(type?.mime ?? '');
  if (kind === undefined) return { refused: [notTaken] };
  const named = faultsOfSentName(sentName, kind);
  if (named.length > 0) return { refused: named };
  const read = readContent(bytes, kind);
  if ('refused' in read) return read;
  const { content } = read;
  const ofName = warningsOfName(lastPart(sentName));
  if (kind !== 'PDF') return { kind, content, warnings: [...ofName, 'CANNOT_BE_READ'] };
  const found = await readPdf(content);
  const refused = faultsOfPdf(found);
  if (found === null || refused.length > 0) return { refused };
  const ofText = found.text.trim() === '' ? (['CANNOT_BE_READ'] as const) : warningsOfText(found.text);
  return { kind, content, warnings: [...ofName, ...ofText] };
};
