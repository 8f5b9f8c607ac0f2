import { bySigning, wordings } from '../assessments/wordings.rules.ts';
import { addDays, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { invalid, no, type Refusal } from '../kernel/refusal.ts';
import { professionCodes, type ProfessionCode } from '../organisations/profession.rules.ts';
import { decideCounterSignatory, type CounterSignatoryDecision } from '../placements/counter-signatory.rules.ts';

/** What becomes of the signature on the cover sheet. */
export const counterSignatureStates = {
  NAMED: 'A counter-signatory is named, and not asked yet.',
  ASKED: 'The counter-signatory is asked, and has not answered.',
  SIGNED: 'The counter-signatory has signed.',
  SENT_BACK: 'The counter-signatory has sent the record back with a comment.',
  TAKEN_BACK: 'The signature was taken back, or was not theirs; it counts no more.',
  REPLACED: 'Somebody else was named since.',
} as const;
/** The state of the signature on the cover sheet. */
export type CounterSignatureState = keyof typeof counterSignatureStates;

/** Why a counter-signature is taken back. */
export const counterSignatureEnds = {
  NOT_ME: 'Somebody else signed in the counter-signatory’s name.',
  MISTAKE: 'The counter-signatory signed by mistake, or something in the record is wrong.',
} as const;
/** Why a counter-signature is taken back. */
export type CounterSignatureEnd = keyof typeof counterSignatureEnds;

/** What may be done with it. */
export const counterSignatureActions = {
  ASK: 'Ask the counter-signatory to sign, by a new link.',
  WITHDRAW: 'Take the question back.',
  SETTLE: 'Sign, or send the record back.',
  TAKE_BACK: 'Take the signature back.',
} as const;
/** Something that may be done with it. */
export type CounterSignatureAction = keyof typeof counterSignatureActions;

/** The words that a counter-signatory agrees to. */
export const counterWording = wordings(bySigning, {
  version: 1,
  confirms: [
    'I am on the HCPC Register, in the same profession as the one this person returns to.',
    'I have looked at the whole updating shown here: its dates, its kinds and its hours.',
    'As far as I know, what this person declares about the whole updating period is right.',
  ],
  doesNotConfirm: [
    'that the person is competent or fit to practise: only HCPC decides about readmission',
    'that you supervised any of the days: each supervisor signs the days that they supervised',
    'anything about the person’s identity, health or character',
  ],
});

/** What the returner tells of the person they name. */
export interface NamedCounterSignatory {
  readonly displayName: string;
  /** In small letters. */
  readonly email: string;
  /** As HCPC writes it, for example `DT012345`. */
  readonly hcpcNumber: string;
  /** Whether the returner found them on HCPC’s online Register. */
  readonly isOnRegister: boolean;
  /** The day on which the returner looked. */
  readonly lookedUpOn: CalendarDate;
}

/** The profession that a registration number is of; null for none. */
export const professionOfNumber = (hcpcNumber: string): ProfessionCode | null => {
  const code = /^([A-Z]{2,3})\d{4,6}$/.exec(hcpcNumber)?.[1] ?? '';
  return Object.hasOwn(professionCodes, code) ? (code as ProfessionCode) : null;
};

/** May this person sign on this day? The look at the Register counts from the day it was made. */
export const decideNamed = (
  named: Pick<NamedCounterSignatory, 'isOnRegister' | 'lookedUpOn'> & { readonly profession: ProfessionCode },
  returnerProfession: ProfessionCode,
  isSupervisor: boolean,
  onDate: CalendarDate,
): CounterSignatoryDecision =>
  decideCounterSignatory(
    {
      profession: named.profession,
      registered: named.isOnRegister ? [{ from: named.lookedUpOn, until: null }] : [],
      returnerProfession,
      isSupervisor,
    },
    onDate,
  );

/** The longest name. */
export const counterSignatoryNameAtMost = 200;
/** The longest comment on a record that is sent back. */
export const counterCommentAtMost = 1000;
/** Days between two reminders (assumed). */
export const askAgainAfterDays = 3;

const ownSignature = (path: string): Refusal =>
  no(
    path,
    'NOBODY_SIGNS_OWN_SHEET',
    'Nobody counter-signs their own updating.',
    'Name somebody else of your profession.',
  );

/** What is wrong with naming somebody. Whether they may sign is shown, and judged when they are asked. */
export const faultsOfNaming = (
  named: NamedCounterSignatory,
  own: { readonly email: string; readonly hcpcNumber: string | null },
  today: CalendarDate,
): readonly Refusal[] => [
  ...(named.displayName === '' ||
  named.displayName.length > counterSignatoryNameAtMost ||
  /\p{Cc}/u.test(named.displayName) ||
  !named.displayName.isWellFormed()
    ? [
        invalid(
          'displayName',
          'The name is missing or too long.',
          `Give 1 to ${counterSignatoryNameAtMost} characters.`,
        ),
      ]
    : []),
  ...(professionOfNumber(named.hcpcNumber) === null
    ? [
        invalid(
          'hcpcNumber',
          'That is not a number of the Register.',
          'It has two or three letters and up to six digits, for example DT012345. You find it on HCPC’s online Register.',
        ),
      ]
    : []),
  ...(named.lookedUpOn > today
    ? [
        invalid(
          'lookedUpOn',
          'This day has not come yet.',
          'Give the day on which you looked at HCPC’s online Register.',
        ),
      ]
    : []),
  ...(named.email === own.email ? [ownSignature('email')] : []),
  ...(own.hcpcNumber !== null && named.hcpcNumber === own.hcpcNumber ? [ownSignature('hcpcNumber')] : []),
];

/** What asking for the signature is judged with. */
export interface AskingToCounterSign {
  readonly state: CounterSignatureState;
  readonly decision: CounterSignatoryDecision;
  /** When they were last told; null where they were not. */
  readonly lastToldOn: CalendarDate | null;
  readonly today: CalendarDate;
  /** What has to be mended in the updating before anybody can confirm it; empty where nothing has. */
  readonly toMend: readonly string[];
  /** A signature stands for another record than the one of today. */
  readonly isOutdated: boolean;
}

/** The first day on which somebody may be reminded again. */
export const askAgainFrom = (lastToldOn: CalendarDate): CalendarDate => addDays(lastToldOn, askAgainAfterDays);

/** Why nobody is asked; empty where they are. */
export const faultsOfAskingToCounterSign = (facts: AskingToCounterSign): readonly Refusal[] => {
  const { state, decision, lastToldOn, today, toMend, isOutdated } = facts;
  if (state === 'SIGNED' && !isOutdated)
    return [no('', 'SIGNED_ONCE', 'The cover sheet is signed already.', 'Nothing is left to do here.')];
  if (state === 'ASKED' && lastToldOn !== null && today < askAgainFrom(lastToldOn))
    return [
      no(
        '',
        'ASK_EVERY_THREE_DAYS',
        'Your counter-signatory was told a short while ago.',
        `You can remind them from ${inWords(askAgainFrom(lastToldOn))}.`,
      ),
    ];
  return [
    ...decision.reasons
      .filter(({ isMet }) => !isMet)
      .map(({ rule, message }) =>
        no(
          '',
          rule.key,
          `This person cannot counter-sign. ${message}`,
          'Name somebody of your profession who is on the Register.',
        ),
      ),
    ...toMend.map((message) =>
      no('', 'UPDATING_IS_WHOLE', message, 'Mend this first: the signature is for the whole updating.'),
    ),
  ];
};

/** What an answer of the counter-signatory is judged with. */
export interface CounterAnswer {
  readonly state: CounterSignatureState;
  readonly isConfirmed: boolean;
  readonly comment: string | null;
  readonly wordingVersion: number;
  /** The digest of the record that was seen, and of the one of now. */
  readonly seenDigest: string;
  readonly digest: string;
  readonly decision: CounterSignatoryDecision;
  readonly isOwn: boolean;
  readonly toMend: readonly string[];
}

/** Everything that stops a signature; empty where it may be given. */
export const faultsOfCounterAnswer = (facts: CounterAnswer): readonly Refusal[] => {
  if (facts.state !== 'ASKED')
    return [
      no('', 'SIGNED_ONCE', 'This was answered already, or taken back.', 'Load the page again to see how it stands.'),
    ];
  if (facts.isOwn) return [ownSignature('')];
  const comment = facts.comment ?? '';
  if (comment.length > counterCommentAtMost || /[^\P{Cc}\n\r\t]/u.test(comment) || !comment.isWellFormed())
    return [
      invalid(
        'comment',
        'The comment is too long, or holds signs that cannot be kept.',
        `Give at most ${counterCommentAtMost} characters.`,
      ),
    ];
  if (!facts.isConfirmed)
    return comment === ''
      ? [
          {
            code: 'VALUE_MISSING',
            path: ['comment'],
            message: 'Say what is wrong with the record.',
            help: 'A few words help the returner to put it right. Name no patient.',
          },
        ]
      : [];
  if (facts.seenDigest !== facts.digest)
    return [
      no(
        'seenDigest',
        'RECORD_IS_AS_SEEN',
        'The record has changed since you opened this page.',
        'Load the page again and look at it as it stands now.',
      ),
    ];
  if (facts.wordingVersion !== counterWording.now.version)
    return [
      no(
        'wordingVersion',
        'WORDING_IS_CURRENT',
        'The words that you would sign have changed.',
        'Load the page again and read them.',
      ),
    ];
  return [
    ...facts.decision.reasons
      .filter(({ isMet }) => !isMet)
      .map(({ rule, message }) =>
        no('', rule.key, message, 'Only somebody of the same profession who is on the Register can sign.'),
      ),
    ...facts.toMend.map((message) =>
      no('', 'UPDATING_IS_WHOLE', message, 'The returner has to mend this first. Send the record back.'),
    ),
  ];
};

/** Who somebody is to a counter-signature. */
export type CounterSignatureParty = 'RETURNER' | 'COUNTER_SIGNATORY';

/** What somebody may do with it now. */
export const counterActionsOn = (
  state: CounterSignatureState,
  party: CounterSignatureParty | null,
  lastToldOn: CalendarDate | null,
  today: CalendarDate,
): readonly CounterSignatureAction[] => {
  if (party === 'COUNTER_SIGNATORY') return state === 'ASKED' ? ['SETTLE'] : state === 'SIGNED' ? ['TAKE_BACK'] : [];
  if (party !== 'RETURNER' || state === 'REPLACED') return [];
  if (state === 'ASKED')
    return lastToldOn === null || today >= askAgainFrom(lastToldOn) ? ['ASK', 'WITHDRAW'] : ['WITHDRAW'];
  // a signature for another record than today’s is asked for again
  return ['ASK'];
};
