import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { warningsOfNote } from '../updating/note.rules.ts';

/** What may be kept: the kinds of file that HCPC takes. Source: H17. */
export const fileKinds = {
  PDF: 'A PDF document.',
  JPEG: 'A picture, as phones and scanners make it.',
  PNG: 'A picture, as screens are copied.',
} as const;
/** One of them. */
export type FileKind = keyof typeof fileKinds;

/** Each kind's media type, and the ending under which it is handed out. */
export const mediaTypes: Readonly<Record<FileKind, { readonly type: string; readonly ending: string }>> = {
  PDF: { type: 'application/pdf', ending: 'pdf' },
  JPEG: { type: 'image/jpeg', ending: 'jpg' },
  PNG: { type: 'image/png', ending: 'png' },
};

/** Whether a file was looked at for viruses. */
export const virusChecks = {
  WAITING: 'It waits to be checked, and nobody can open it until then.',
  CLEAN: 'It was checked, and nothing was found.',
  NOT_CHECKED: 'It was not checked, since this service has no virus scanner. Only its owner can open it.',
  INFECTED: 'A virus was found. The file is destroyed.',
} as const;
/** One of them. */
export type VirusCheck = keyof typeof virusChecks;

/** Parts of the papers for HCPC that a file may be for. Source: H3, H7, H17. */
export const formLines = {
  SUPERVISED_PRACTICE: 'The section on supervised practice.',
  FORMAL_STUDY: 'The section on formal study.',
  PRIVATE_STUDY: 'The section on private study.',
  IDENTITY: 'A certified copy of an identity document.',
  ADDRESS: 'A certified copy of a document that shows the address.',
  NAME_CHANGE: 'Certified evidence of a change of name.',
} as const;
/** One of them. */
export type FormLine = keyof typeof formLines;

/** What was noticed in a file, or in the name it was sent with. */
export const evidenceWarnings = {
  NHS_NUMBER_IN_NAME: 'The name of the file looks as if it held an NHS number.',
  DATE_OF_BIRTH_IN_NAME: 'The name of the file looks as if it held a date of birth.',
  NHS_NUMBER_IN_TEXT: 'The text looks as if it held an NHS number.',
  DATE_OF_BIRTH_IN_TEXT: 'The text looks as if it held a date of birth.',
  CANNOT_BE_READ: 'It is a picture, or holds pictures only: no program here can read it, so look at it yourself.',
} as const;
/** One of them. */
export type EvidenceWarning = keyof typeof evidenceWarnings;

const megabyte = 1024 * 1024;
/** The largest file, in bytes. */
export const fileBytesAtMost = 10 * megabyte;
/** All files of one person together, in bytes. */
export const personBytesAtMost = 200 * megabyte;
/** How many files one person keeps. */
export const filesAtMost = 300;
/** How many days, standards and form lines one file is tied to. */
export const tiesAtMost = 40;
/** The longest title, in characters. */
export const titleAtMost = 100;
/** A file that was sent and never filed is forgotten after so many hours. */
export const unfiledLastsHours = 24;

const fault = (code: Refusal['code'], field: string, message: string, help: string, rule?: string): Refusal => ({
  code,
  path: [field],
  message,
  help,
  ...(rule === undefined ? {} : { rule }),
});

/** Whether there is room for one more file. */
export const faultsOfRoom = (
  bytes: number,
  kept: { readonly bytes: number; readonly files: number },
): readonly Refusal[] => {
  if (kept.files >= filesAtMost)
    return [
      fault(
        'RULE_NOT_MET',
        'file',
        `You keep ${filesAtMost} files already, as many as there is room for.`,
        'Remove files that you do not need any more.',
        'FILES_AT_MOST',
      ),
    ];
  if (kept.bytes + bytes > personBytesAtMost)
    return [
      fault(
        'RULE_NOT_MET',
        'file',
        `With this file you would keep more than ${personBytesAtMost / megabyte} MB.`,
        'Remove files that you do not need any more, or send a smaller one.',
        'ROOM_AT_MOST',
      ),
    ];
  return [];
};

const fullDate = String.raw`(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}|[a-z]{3,9})[\s./,-]+\d{2,4}|\d{4}-\d{2}-\d{2})`;
/** A date with a word before it that says whose day it is. Other dates stand in every certificate. */
const dateOfBirth = new RegExp(
  String.raw`\b(?:dob|d\.\s?o\.\s?b\.?|date\s+of\s+birth|birth\s?date|born)\b.{0,30}?${fullDate}`,
  'is',
);

/** What in the text of a document looks as if it were about a patient. */
export const warningsOfText = (text: string): readonly EvidenceWarning[] => [
  ...(warningsOfNote(text).includes('NOTE_LOOKS_LIKE_NHS_NUMBER') ? (['NHS_NUMBER_IN_TEXT'] as const) : []),
  ...(dateOfBirth.test(text) ? (['DATE_OF_BIRTH_IN_TEXT'] as const) : []),
];

/** What in the name of a file looks as if it were about a patient; its signs that stand for spaces are read as such. */
export const warningsOfName = (name: string): readonly EvidenceWarning[] => {
  const words = name.replaceAll('_', ' ');
  return [
    ...(warningsOfNote(words).includes('NOTE_LOOKS_LIKE_NHS_NUMBER') ? (['NHS_NUMBER_IN_NAME'] as const) : []),
    ...(dateOfBirth.test(words) ? (['DATE_OF_BIRTH_IN_NAME'] as const) : []),
  ];
};

/** What a person says of a file. */
export interface Filing {
  readonly title: string;
  readonly ties: number;
  /** That nothing in it identifies a patient. */
  readonly isAboutNoPatient: boolean;
  /** That the warnings were looked at, and the file is fine. */
  readonly isChecked: boolean;
}

/** Everything that is wrong with what a person says of a file. */
export const faultsOfFiling = (filing: Filing, warnings: readonly EvidenceWarning[]): readonly Refusal[] => {
  const faults: Refusal[] = [];
  const title = filing.title.trim();
  if (title === '')
    faults.push(
      fault('VALUE_MISSING', 'title', 'Say what the file is.', 'Example: “Certificate of a course in wound care”.'),
    );
  else if (title.length > titleAtMost || /\p{Cc}/u.test(title) || !title.isWellFormed())
    faults.push(
      fault(
        'VALUE_INVALID',
        'title',
        'The title is too long, or holds signs that cannot be kept.',
        `Use at most ${titleAtMost} characters.`,
      ),
    );
  for (const warning of warningsOfNote(title)) {
    const isNumber = warning === 'NOTE_LOOKS_LIKE_NHS_NUMBER';
    if (isNumber || !filing.isChecked)
      faults.push(
        fault(
          'RULE_NOT_MET',
          'title',
          `The title looks as if it holds ${isNumber ? 'an NHS number' : 'a date of birth'}.`,
          isNumber
            ? 'Take the number out. Never write anything that could tell who a patient is.'
            : 'Take it out if it is about a patient. If it is not, say that you have checked the file.',
          warning,
        ),
      );
  }
  if (filing.ties > tiesAtMost)
    faults.push(
      fault(
        'VALUE_INVALID',
        'loggedDayIds',
        `A file can be tied to ${tiesAtMost} things at most.`,
        'Tie it to fewer days or standards.',
      ),
    );
  if (!filing.isAboutNoPatient)
    faults.push(
      fault(
        'RULE_NOT_MET',
        'isAboutNoPatient',
        'Say that nothing in the file identifies a patient.',
        'Look at the whole file. If a patient could be known from it, remove the file, black those parts out, and send it again.',
        'NOTHING_ABOUT_PATIENTS',
      ),
    );
  if (warnings.some((warning) => warning !== 'CANNOT_BE_READ') && !filing.isChecked)
    faults.push(
      fault(
        'RULE_NOT_MET',
        'isChecked',
        'Something in the file looks as if it were about a patient.',
        'Look at the file again. If it is about you, or about nobody, say that you have checked it. If not, remove the file.',
        'WARNINGS_ARE_LOOKED_AT',
      ),
    );
  return faults;
};

/** The name under which a file is handed out: ours, and never what the sender called it. */
export const ownName = (kind: FileKind, addedOn: CalendarDate, id: string): string =>
  `evidence-${addedOn}-${id.slice(-6)}.${mediaTypes[kind].ending}`;
