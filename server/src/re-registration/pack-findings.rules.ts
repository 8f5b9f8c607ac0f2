import { countsForApplicationsUntil, minutesADay } from '../eligibility/dated.rules.ts';
import { fired, type FiredRule } from '../eligibility/cited.rules.ts';
import { addDays, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { firedOnPlacement } from '../placements/placement-cited.rules.ts';
import type { NotCountedReason } from '../updating/updating-count.rules.ts';
import { documentKinds, type DocumentCondition } from './certified-document.rules.ts';
import { firedOnPack } from './pack-cited.rules.ts';
import type {
  LeftOut,
  Pack,
  PackCounterSignature,
  PackDay,
  PackFinding,
  PackFindingCode,
  PackPage,
  PackSection,
} from './pack-record.rules.ts';

/** What the findings know beyond what the pack shows. */
export interface AroundPack {
  readonly isSettled: boolean;
  readonly wasRegistered: boolean;
  readonly isSupervisorToo: boolean;
  /** Why the counter-signatory sent the record back. */
  readonly comment: string | null;
  readonly askedOn: CalendarDate | null;
  /** The day on which the link to the counter-signatory ended; null while it works, and where none was sent. */
  readonly linkEndedOn: CalendarDate | null;
  /** Days that wait for a supervisor whose link has ended. */
  readonly endedIds: readonly string[];
  /** Declared days after their supervisor lapsed or was sanctioned. */
  readonly frozenIds: readonly string[];
}

type Unjudged = Omit<Pack, 'findings' | 'isReady'>;

/** Minutes in words: '7 hours', '1 hour 30 minutes'. */
export const sayMinutes = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const words = [
    ...(hours > 0 || rest === 0 ? [hours === 1 ? '1 hour' : `${hours} hours`] : []),
    ...(rest > 0 ? [rest === 1 ? '1 minute' : `${rest} minutes`] : []),
  ];
  return words.join(' ');
};
/** Minutes as days of updating: '1.29 days'. */
export const sayAsDays = (minutes: number): string => {
  const days = Math.round((minutes / minutesADay) * 100) / 100;
  return days === 1 ? '1 day' : `${days} days`;
};

const list = (dates: readonly CalendarDate[]): string => {
  const days = [...new Set(dates)].map(inWords);
  const shown = days.length > 5 ? [...days.slice(0, 4), `${days.length - 4} more days`] : days;
  return new Intl.ListFormat('en-GB').format(shown);
};

interface Said {
  readonly section: PackSection;
  readonly stops: boolean;
  readonly sentence: string;
  readonly help: string;
  readonly page: PackPage;
  readonly recordId?: string | null;
  readonly rule?: FiredRule | null;
}
const finding = (code: PackFindingCode, said: Said): PackFinding => ({ recordId: null, rule: null, ...said, code });

/** The record that something is about, where it is about one alone. */
const only = (ids: readonly string[]): string | null => (ids.length === 1 ? (ids[0] ?? null) : null);

const aboutYou = (pack: Unjudged, { isSettled, wasRegistered }: AroundPack): PackFinding[] => [
  ...(wasRegistered && pack.hcpcNumber === null
    ? [
        finding('HCPC_NUMBER_MISSING', {
          section: 'ABOUT_YOU',
          stops: true,
          sentence: 'Your registration number is missing.',
          help: 'Give the number you had on the Register.',
          page: 'HCPC_NUMBER',
        }),
      ]
    : []),
  ...(pack.isApplicationDateNamed
    ? []
    : [
        finding('APPLICATION_DATE_NOT_NAMED', {
          section: 'ABOUT_YOU',
          stops: false,
          sentence: `You have not said when you will apply, so everything is reckoned for today, ${inWords(pack.applicationOn)}.`,
          help: 'Say when you mean to apply, to see which days will count then.',
          page: 'ANSWERS',
        }),
      ]),
  ...(isSettled
    ? []
    : [
        finding('ROUTE_NOT_SETTLED', {
          section: 'ABOUT_YOU',
          stops: false,
          sentence: 'It is not settled how much updating you need. The larger number of days is used here.',
          help: 'Ask HCPC, and record its answer.',
          page: 'ANSWERS',
        }),
      ]),
];

const leftOutWords: Readonly<
  Record<
    Exclude<NotCountedReason, 'BEFORE_WINDOW'>,
    readonly [code: PackFindingCode, sentence: (what: string, minutes: string) => string, help: string]
  >
> = {
  IN_THE_FUTURE: ['DAY_NOT_YET', (what) => `${what}: the day has not come yet.`, 'Log days once they are done.'],
  AFTER_APPLICATION: [
    'DAY_NOT_YET',
    (what) => `${what}: after the day you mean to apply.`,
    'Apply later, or leave it off.',
  ],
  SAME_HOURS: [
    'HOURS_OVERLAP',
    (what, minutes) => `${what}: ${minutes} overlap with hours that are in the log already. They count once (assumed).`,
    'Correct the times, if one of them is wrong.',
  ],
  OVER_A_DAY: [
    'OVER_A_DAY',
    (what, minutes) => `${what}: ${minutes} are beyond the 24 hours of a day.`,
    'Correct the hours.',
  ],
  PRIVATE_OVER_HALF: [
    'PRIVATE_STUDY_OVER_HALF',
    (_what, minutes) =>
      `${minutes} of private study are beyond half of what is required. They do not count and are left off.`,
    'Do supervised practice or formal study for what is missing.',
  ],
};
const rulesOfCodes: Readonly<Partial<Record<PackFindingCode, FiredRule>>> = {
  HOURS_OVERLAP: fired('SAME_HOURS_ONCE'),
  PRIVATE_STUDY_OVER_HALF: fired('PRIVATE_HALF'),
  DAY_OUT_OF_WINDOW: fired('WINDOW_GRACE_PERIOD'),
  DAY_DROPS_OUT_BEFORE_SENDING: fired('WINDOW_TWELVE_MONTHS'),
};

const grouped = (leftOut: readonly LeftOut[], code: PackFindingCode, sentence: string, help: string): PackFinding =>
  finding(code, {
    section: 'UPDATING',
    stops: false,
    sentence,
    help,
    page: 'LOG',
    recordId: only(leftOut.map(({ id }) => id)),
    rule: rulesOfCodes[code] ?? null,
  });

/** Days before the window: some are past for good, others count today and not on the day that is named. */
const beforeWindow = ({ leftOut, applicationOn, preparedOn }: Unjudged): PackFinding[] => {
  const early = leftOut.filter(({ reason }) => reason === 'BEFORE_WINDOW');
  const isPast = ({ on }: LeftOut): boolean => countsForApplicationsUntil(on) < preparedOn;
  const past = early.filter(isPast);
  const toCome = early.filter((one) => !isPast(one));
  return [
    ...(past.length === 0
      ? []
      : [
          grouped(
            past,
            'DAY_OUT_OF_WINDOW',
            `${list(past.map(({ on }) => on))}: more than 12 months before the application, so not declared.`,
            'HCPC spoke of a time of grace when the 12 months came back, and we could not read when it ends. Ask HCPC if you need these hours.',
          ),
        ]),
    ...toCome.map((one) => {
      const last = countsForApplicationsUntil(one.on);
      return grouped(
        [one],
        'DAY_DROPS_OUT_BEFORE_SENDING',
        `${inWords(one.on)} counts for applications until ${inWords(last)}. You mean to apply on ${inWords(applicationOn)}, so ${sayMinutes(one.minutes)} drop out on ${inWords(addDays(last, 1))}.`,
        `Apply by ${inWords(last)}, or do these hours again.`,
      );
    }),
  ];
};

const updating = (pack: Unjudged): PackFinding[] => {
  const { cover, leftOut } = pack;
  if (cover === null) return [];
  const { requirement, shortfallMinutes } = cover;
  const notPrivate = cover.kinds
    .filter(({ kind }) => kind !== 'PRIVATE')
    .reduce((total, { minutes }) => total + minutes, 0);
  const mustBeOther = Math.min(
    shortfallMinutes,
    Math.max(0, requirement.minutes - requirement.privateMinutesAtMost - notPrivate),
  );
  const silent = [...pack.formal, ...pack.private].filter(({ activity }) => activity === null);
  return [
    ...(shortfallMinutes === 0
      ? []
      : [
          finding('HOURS_SHORT', {
            section: 'UPDATING',
            stops: true,
            sentence: `You are ${sayMinutes(shortfallMinutes)} short of ${requirement.days} days (${sayMinutes(requirement.minutes)}).`,
            help:
              mustBeOther === 0
                ? 'Log what you have done and not logged yet, or do the rest.'
                : `At least ${sayMinutes(mustBeOther)} of it must be supervised practice or formal study.`,
            page: 'LOG',
            rule: requirement.days === 60 ? fired('SIXTY_DAYS') : fired('THIRTY_DAYS'),
          }),
        ]),
    ...beforeWindow(pack),
    ...(Object.keys(leftOutWords) as (keyof typeof leftOutWords)[]).flatMap((reason) => {
      const found = leftOut.filter((one) => one.reason === reason);
      if (found.length === 0) return [];
      const [code, sentence, help] = leftOutWords[reason];
      const minutes = found.reduce((total, one) => total + one.minutes, 0);
      return [grouped(found, code, sentence(list(found.map(({ on }) => on)), sayMinutes(minutes)), help)];
    }),
    ...(silent.length === 0
      ? []
      : [
          finding('ACTIVITY_NOT_NAMED', {
            section: 'UPDATING',
            stops: false,
            sentence: `The log does not say what you studied on ${list(silent.map(({ on }) => on))}.`,
            help: 'HCPC asks which activities you did. Write it into the note of the day. Name no patient.',
            page: 'LOG',
            recordId: only(silent.map(({ id }) => id)),
          }),
        ]),
  ];
};

const signing = (
  days: readonly PackDay[],
  state: PackDay['signing'],
  code: PackFindingCode,
  sentence: (what: string) => string,
  help: string,
): PackFinding[] => {
  const found = days.filter((day) => day.signing === state);
  return found.length === 0
    ? []
    : [
        finding(code, {
          section: 'SUPERVISION',
          stops: true,
          sentence: sentence(list(found.map(({ on }) => on))),
          help,
          page: 'SIGNATURES',
          recordId: only(found.map(({ id }) => id)),
          rule: firedOnPack(state === 'PROVISIONAL' ? 'SIGNATURE_IS_PROVISIONAL' : 'SUPERVISED_DAYS_ARE_SIGNED'),
        }),
      ];
};

const supervision = ({ supervised }: Unjudged, { frozenIds, endedIds }: AroundPack): PackFinding[] => {
  const unknown = supervised.filter(({ supervisorName }) => supervisorName === null).flatMap(({ days }) => days);
  const days = supervised.filter(({ supervisorName }) => supervisorName !== null).flatMap((one) => one.days);
  const frozen = days.filter(({ id }) => frozenIds.includes(id));
  const told = new Set<string>();
  return [
    ...(unknown.length === 0
      ? []
      : [
          finding('SUPERVISOR_UNKNOWN', {
            section: 'SUPERVISION',
            stops: true,
            sentence: `We know of no supervisor for ${list(unknown.map(({ on }) => on))}, so nobody can sign.`,
            help: 'A supervisor is known for the days of a placement. For other days use HCPC’s own form, or log them as what they were.',
            page: 'PLACEMENT',
            recordId: only(unknown.map(({ id }) => id)),
            rule: firedOnPack('SUPERVISED_DAYS_ARE_SIGNED'),
          }),
        ]),
    ...signing(
      days,
      'UNSIGNED',
      'DAY_UNSIGNED',
      (what) => `${what}: supervised practice that nobody has signed.`,
      'Ask the supervisor to sign.',
    ),
    ...signing(
      days.filter(({ id }) => !endedIds.includes(id)),
      'WAITING',
      'DAY_WAITS_FOR_SIGNATURE',
      (what) => `${what}: the supervisor has not answered yet.`,
      'Remind the supervisor.',
    ),
    ...signing(
      days.filter(({ id }) => endedIds.includes(id)),
      'WAITING',
      'DAY_WAITS_FOR_SIGNATURE',
      (what) => `${what}: the link to the supervisor ended before they answered.`,
      'Send a new link: it works once, and for 7 days.',
    ),
    ...signing(
      days,
      'PROVISIONAL',
      'SIGNATURE_PROVISIONAL',
      (what) => `${what}: signed through an address that nobody has confirmed, so the signature is provisional.`,
      'Ask the site or your coordinator to confirm the supervisor’s address.',
    ),
    ...supervised.flatMap(({ supervisorName, from, checks }) =>
      checks
        .filter(({ isMet }) => !isMet)
        .flatMap(({ rule, message }) => {
          // one supervisor at two sites is told of once
          const key = `${supervisorName} ${rule.key}`;
          if (told.has(key)) return [];
          told.add(key);
          return [
            finding('SUPERVISOR_NOT_ELIGIBLE', {
              section: 'SUPERVISION',
              stops: true,
              sentence: `${supervisorName} was not eligible to supervise on ${inWords(from)}. ${message}`,
              help: 'Ask your coordinator. Hours under a supervisor who is not eligible do not count.',
              page: 'PLACEMENT',
              rule,
            }),
          ];
        }),
    ),
    ...(frozen.length === 0
      ? []
      : [
          finding('SUPERVISION_FROZEN', {
            section: 'SUPERVISION',
            stops: true,
            sentence: `${list(frozen.map(({ on }) => on))}: the supervisor had left the Register or was sanctioned by then.`,
            help: 'Ask your coordinator. These hours do not count under this supervisor.',
            page: 'PLACEMENT',
            recordId: only(frozen.map(({ id }) => id)),
            rule: firedOnPlacement('SUPERVISION_FROZEN'),
          }),
        ]),
  ];
};

const unsignedCover = (
  signature: PackCounterSignature,
  { askedOn, linkEndedOn, comment }: AroundPack,
): [string, string] | null => {
  switch (signature.state) {
    case 'SIGNED':
      return null;
    case 'ASKED':
      if (linkEndedOn !== null)
        return [
          `The link to ${signature.name} ended on ${inWords(linkEndedOn)}, before they answered.`,
          'Send a new one: it works once, and for 7 days.',
        ];
      return [
        `${signature.name} was asked to counter-sign${askedOn === null ? '' : ` on ${inWords(askedOn)}`} and has not answered yet.`,
        'You can remind them after three days.',
      ];
    case 'SENT_BACK':
      return [`${signature.name} sent the record back: ${comment ?? ''}`, 'Mend what is wrong and ask again.'];
    case 'TAKEN_BACK':
      return ['The counter-signature was taken back.', 'Speak with your counter-signatory, and ask again.'];
    case 'NAMED':
    case 'REPLACED':
      return [`${signature.name} is not asked to counter-sign yet.`, 'Ask once the rest of the updating is complete.'];
  }
};

const coverSheet = ({ cover }: Unjudged, around: AroundPack): PackFinding[] => {
  if (cover === null) return [];
  const at = { section: 'COVER_SHEET', page: 'COUNTER_SIGNATORY' } as const;
  const { counterSignature: signature } = cover;
  if (signature === null)
    return [
      finding('COUNTER_SIGNATORY_MISSING', {
        ...at,
        stops: true,
        sentence: 'No counter-signatory is named.',
        help: 'Name somebody of your profession who is on the Register. They sign the cover sheet, without supervised practice too.',
        rule: firedOnPack('COUNTER_SIGNATURE_COVERS_ALL'),
      }),
    ];
  const open = unsignedCover(signature, around);
  return [
    ...signature.checks
      .filter(({ isMet }) => !isMet)
      .map(({ rule, message }) =>
        finding('COUNTER_SIGNATORY_NOT_VALID', {
          ...at,
          stops: true,
          sentence: `${signature.name} cannot counter-sign. ${message}`,
          help: 'Name somebody of your profession who is on the Register.',
          rule,
        }),
      ),
    ...(around.isSupervisorToo
      ? [
          finding('COUNTER_SIGNATORY_SUPERVISED', {
            ...at,
            stops: false,
            sentence: `${signature.name} supervised you too. HCPC does not say whether one person may do both.`,
            help: 'Another person is the safer choice.',
            rule: firedOnPlacement('SUPERVISOR_COUNTER_SIGNS'),
          }),
        ]
      : []),
    ...(open === null
      ? []
      : [
          finding('COUNTER_SIGNATURE_MISSING', {
            ...at,
            stops: true,
            sentence: open[0],
            help: open[1],
            rule: firedOnPack('COUNTER_SIGNATURE_COVERS_ALL'),
          }),
        ]),
    ...(signature.isOutdated
      ? [
          finding('COUNTER_SIGNATURE_OUTDATED', {
            ...at,
            stops: true,
            sentence: 'The days have changed since the cover sheet was signed.',
            help: 'Ask your counter-signatory to look again and sign.',
            rule: firedOnPack('COUNTER_SIGNATURE_AS_SEEN'),
          }),
        ]
      : []),
  ];
};

const codesOfConditions: Readonly<Record<DocumentCondition, PackFindingCode>> = {
  CERTIFIED_BY_ANOTHER: 'DOCUMENT_CERTIFIED_BY_APPLICANT',
  HAS_THE_WORDS: 'CERTIFICATION_WORDS_MISSING',
  IS_SIGNED: 'CERTIFICATION_NOT_SIGNED',
  IS_DATED: 'CERTIFICATION_NOT_DATED',
  NAMES_THE_CERTIFIER: 'CERTIFIER_NOT_NAMED',
  CERTIFIED_LATELY: 'CERTIFICATION_OLD',
  ISSUED_LATELY: 'ADDRESS_DOCUMENT_OLD',
};

const documents = ({ documents: papers, needsDocuments }: Unjudged): PackFinding[] => {
  const at = { section: 'DOCUMENTS', page: 'DOCUMENTS' } as const;
  const lacks = (use: 'IDENTITY' | 'ADDRESS'): boolean => needsDocuments && papers.every((paper) => paper.use !== use);
  return [
    ...(lacks('IDENTITY')
      ? [
          finding('IDENTITY_DOCUMENT_MISSING', {
            ...at,
            stops: true,
            sentence: 'No certified copy shows who you are.',
            help: 'Have a copy of your passport, driving licence or identity card certified.',
            rule: firedOnPack('TWO_CERTIFIED_PAPERS'),
          }),
        ]
      : []),
    ...(lacks('ADDRESS')
      ? [
          finding('ADDRESS_DOCUMENT_MISSING', {
            ...at,
            stops: true,
            sentence: 'No certified copy shows where you live.',
            help: 'Have a copy of a bill or statement of the last six months certified.',
            rule: firedOnPack('TWO_CERTIFIED_PAPERS'),
          }),
        ]
      : []),
    ...papers.flatMap(({ id, kind, checks }) =>
      checks
        .filter(({ isMet }) => !isMet)
        .map(({ condition, isNeeded, message, help, rule }) =>
          finding(codesOfConditions[condition], {
            ...at,
            stops: isNeeded,
            sentence: `${documentKinds[kind]}: ${message}`,
            help,
            recordId: id,
            rule,
          }),
        ),
    ),
  ];
};

/** Everything that is missing or worth knowing, in the order of the pack; what stops it comes first. */
export const findingsOf = (pack: Unjudged, around: AroundPack): readonly PackFinding[] =>
  [
    ...aboutYou(pack, around),
    ...updating(pack),
    ...supervision(pack, around),
    ...coverSheet(pack, around),
    ...documents(pack),
  ].toSorted((one, other) => Number(other.stops) - Number(one.stops));
