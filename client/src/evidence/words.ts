import type { EvidenceWarning, FileKind, FormLine, VirusCheck } from '../generated/graphql.ts';

export const fileKinds: Readonly<Record<FileKind, string>> = { PDF: 'PDF', JPEG: 'Photo', PNG: 'Picture' };

export const virusChecks: Readonly<Record<VirusCheck, string>> = {
  WAITING: 'Being checked for viruses: usually done in a minute',
  CLEAN: 'Checked for viruses',
  NOT_CHECKED:
    'Kept, and yours alone: here nothing checks files for viruses, so nobody else can open it. Show or send it yourself',
  INFECTED: 'A virus was found: the file is destroyed',
};

export const formLines: Readonly<Record<FormLine, string>> = {
  SUPERVISED_PRACTICE: 'Supervised practice',
  FORMAL_STUDY: 'Formal study',
  PRIVATE_STUDY: 'Private study',
  IDENTITY: 'Identity: a certified copy',
  ADDRESS: 'Address: a certified copy',
  NAME_CHANGE: 'A change of name: a certified copy',
};

/** What was noticed, and what to do about it. */
export const warnings: Readonly<Record<EvidenceWarning, string>> = {
  NHS_NUMBER_IN_NAME: 'The name of the file looked as if it held an NHS number.',
  DATE_OF_BIRTH_IN_NAME: 'The name of the file looked as if it held a date of birth.',
  NHS_NUMBER_IN_TEXT: 'The text looks as if it holds an NHS number.',
  DATE_OF_BIRTH_IN_TEXT: 'The text looks as if it holds a date of birth.',
  CANNOT_BE_READ: 'It is a picture, so no program here can read it. Look at it yourself.',
};

/** A size as a person says it, for example "1.2 MB". */
export const saySize = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** Where a file is opened: it is saved on the device, and never shown as a page. */
export const downloadHref = (id: string): string => `/downloads/evidence/${encodeURIComponent(id)}`;
