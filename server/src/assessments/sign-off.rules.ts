import { no, type Refusal } from '../kernel/refusal.ts';
import { addDays, daysBetween, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import {
  decideSupervision,
  decideSupervisor,
  isOwnDay,
  type DateSpan,
  type SupervisorFacts,
} from '../placements/supervisor.rules.ts';
import { faultsOfScope, supervisorOn, type SupervisedPlacement } from './sign-off-days.rules.ts';
import { bySigning, wordings } from './wordings.rules.ts';

/** What becomes of days that a supervisor is asked to confirm. */
export const signOffStates = {
  ASKED: 'The supervisor is asked, and has not answered.',
  SIGNED: 'The supervisor has confirmed the days, all of them.',
  PARTLY_SIGNED: 'The supervisor has confirmed some days and sent others back.',
  SENT_BACK: 'The supervisor has sent all days back.',
  WITHDRAWN: 'The returner has taken the question back.',
  TAKEN_BACK: 'The signature was taken back, or was not theirs; it counts no more.',
} as const;
/** The state of a sign-off. */
export type SignOffState = keyof typeof signOffStates;

/** What becomes of one day. */
export const signOffDayStates = {
  WAITING: 'Waits for the supervisor.',
  SIGNED: 'Confirmed, and locked.',
  SENT_BACK: 'Sent back with a comment.',
  LET_GO: 'Not asked about any more.',
} as const;
/** The state of one day of a sign-off. */
export type SignOffDayState = keyof typeof signOffDayStates;

/** Why a signature is taken back. */
export const takeBackReasons = {
  NOT_ME: 'Somebody else signed in the supervisor’s name.',
  MISTAKE: 'The supervisor signed by mistake, or the hours are wrong.',
} as const;
/** Why a signature is taken back. */
export type TakeBackReason = keyof typeof takeBackReasons;

/** What may be done with a sign-off. */
export const signOffActions = {
  SETTLE: 'Confirm the days, or send some back.',
  NUDGE: 'Remind the supervisor, by a new link.',
  WITHDRAW: 'Take the question back.',
  PASS_ON: 'Ask another supervisor of the organisation.',
  TAKE_BACK: 'Take the signature back.',
} as const;
/** Something that may be done with a sign-off. */
export type SignOffAction = keyof typeof signOffActions;

/** Days between two reminders (assumed): a supervisor is not to be pestered. */
export const nudgeEveryDays = 3;
/** The most characters of a comment on a day. */
export const commentAtMost = 500;
/** The longest span of one sign-off: the updating window of a year. */
export const spanDaysAtMost = 366;

/** The words that a supervisor agrees to. */
export const signOffWording = wordings(bySigning, {
  version: 1,
  confirms: [
    'I am registered with HCPC in the same profession, and have been for at least the previous three years.',
    'I am not subject to a fitness to practise case, a caution or conditions of practice.',
    'I supervised this person on the days that I confirm, within my own scope of practice, and the hours shown are right.',
  ],
  doesNotConfirm: [
    'that the person is competent or fit to practise: only HCPC decides about readmission',
    'anything about days that you send back, or that another person supervised',
    'anything about formal or private study',
  ],
});

/** A supervised day of the log that could be asked about. */
export interface DayToSign {
  readonly dayId: string;
  readonly on: CalendarDate;
  readonly minutes: number;
  /** It waits or is signed in another sign-off. */
  readonly isTaken: boolean;
}

/** A supervisor who could be asked. */
export interface SupervisorToAsk {
  readonly id: string;
  readonly name: string;
  readonly facts: SupervisorFacts;
  /** They are the returner, by account or by address. */
  readonly isOwn: boolean;
}

/** What asking is judged with. */
export interface AskingFacts {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly today: CalendarDate;
  readonly placement: SupervisedPlacement & { readonly hasBegun: boolean };
  /** Everybody who supervises the placement, or did. */
  readonly supervisors: readonly SupervisorToAsk[];
  /** What was done on these days, in the words of the supervisor's scope. */
  readonly activities: readonly string[];
  /** Supervised days of the span. */
  readonly days: readonly DayToSign[];
}

const ownHours = no(
  '',
  'NOBODY_SIGNS_OWN_HOURS',
  'Nobody signs their own hours.',
  'Ask the organisation to name another supervisor.',
);

/**
 * Whether somebody may sign at all: eligible on the first day they supervised, and in good standing today. HCPC does not say what
 * becomes of a supervisor who lapses; we take it that they sign nothing from then on (assumed).
 */
export const faultsOfSigner = (
  supervisor: SupervisorFacts,
  firstDay: CalendarDate,
  today: CalendarDate,
): readonly Refusal[] => {
  const { check } = supervisor;
  // the look at the Register may have come after the first day: what it saw is what matters
  const seenInTime = check && check.checkedOn > firstDay && check.checkedOn <= today;
  const facts = seenInTime ? { ...supervisor, check: { ...check, checkedOn: firstDay } } : supervisor;
  const unmet = decideSupervisor(facts, firstDay).reasons.filter(({ isMet }) => !isMet);
  if (unmet.length > 0)
    return unmet.map(({ rule, message }) =>
      no(
        '',
        rule.key,
        `The supervisor was not eligible on ${inWords(firstDay)}. ${message}`,
        'Ask the organisation to name another supervisor.',
      ),
    );
  const { frozenFrom } = decideSupervision(facts, firstDay, today);
  return frozenFrom === null
    ? []
    : [
        no(
          '',
          'SUPERVISION_FROZEN',
          `Sign-off is frozen: the supervisor lapsed or was sanctioned on ${inWords(frozenFrom)}.`,
          'The coordinator sees this too. The organisation can name another supervisor for the days.',
        ),
      ];
};

const nothingToSign = no(
  'from',
  'SPAN_HAS_UNSIGNED_DAYS',
  'There is no supervised day to sign between these dates.',
  'Days that wait or are signed already, and days outside the placement, are left out. Log the days first, or choose other dates.',
);

/** The days that are asked about and who is asked, or why nobody is. Days of other placements are left to their own supervisors. */
export const decideAsking = (
  facts: AskingFacts,
):
  | { readonly days: readonly DayToSign[]; readonly supervisorId: string }
  | { readonly refusals: readonly Refusal[] } => {
  const { from, until, today, placement, supervisors } = facts;
  if (from > until || until > today || daysBetween(from, until) > spanDaysAtMost)
    return {
      refusals: [
        {
          code: 'VALUE_INVALID',
          path: [from > until || until > today ? 'until' : 'from'],
          message: 'These dates do not work.',
          help: 'Give a first and a last day, not in the future, at most a year apart.',
        },
      ],
    };
  if (!placement.hasBegun)
    return {
      refusals: [
        no(
          'placementId',
          'PLACEMENT_HAS_BEGUN',
          'This placement has not begun.',
          'Days can be signed once the placement is under way.',
        ),
      ],
    };
  if (placement.supervisorId === null && placement.standIns.length === 0)
    return {
      refusals: [
        no(
          'placementId',
          'SUPERVISOR_IS_NAMED',
          'No supervisor is named for this placement.',
          'Ask the organisation to name one.',
        ),
      ],
    };
  const wanted = facts.days.filter((day) => !day.isTaken && day.on >= from && day.on <= until);
  const supervised = wanted.flatMap((day) => {
    const found = supervisorOn(placement, day.on);
    return found === null ? [] : [{ day, ...found }];
  });
  const [first] = supervised;
  if (first === undefined) return { refusals: [nothingToSign] };
  const another = supervised.find((one) => !isOwnDay(one, first.supervisorId));
  const nameOf = (id: string): string => supervisors.find((one) => one.id === id)?.name ?? 'another supervisor';
  if (another)
    return {
      refusals: [
        no(
          'until',
          'EACH_SIGNS_OWN_DAYS',
          'Two supervisors share these days, and each signs their own (assumed).',
          `Ask ${nameOf(first.supervisorId)} about the days before ${inWords(another.day.on)}, and ${nameOf(another.supervisorId)} from then on.`,
        ),
      ],
    };
  const supervisor = supervisors.find(({ id }) => id === first.supervisorId);
  if (!supervisor) return { refusals: [nothingToSign] };
  if (supervisor.isOwn) return { refusals: [ownHours] };
  const faults = faultsOfSigner(supervisor.facts, first.since, today);
  if (faults.length > 0) return { refusals: faults };
  const outside = faultsOfScope(facts.activities, supervisor.facts);
  return outside.length > 0
    ? { refusals: outside }
    : { days: supervised.map(({ day }) => day), supervisorId: supervisor.id };
};

/** One day of a sign-off as it stands in the log now. */
export interface WaitingDay {
  readonly dayId: string;
  readonly on: CalendarDate;
  readonly version: number;
  readonly kind: string;
}
/** What the supervisor says of a day, and which version they saw. */
export interface DayAnswer {
  readonly dayId: string;
  readonly version: number;
  readonly isConfirmed: boolean;
  readonly comment: string | null;
}

/** What a signature is judged with. */
export interface SettlingFacts {
  readonly state: SignOffState;
  readonly supervisor: SupervisorFacts;
  readonly firstDay: CalendarDate;
  readonly placement: DateSpan;
  readonly today: CalendarDate;
  readonly isOwn: boolean;
  /** What the returner says was done on these days. */
  readonly activities: readonly string[];
  readonly wordingVersion: number;
  readonly waiting: readonly WaitingDay[];
  readonly answers: readonly DayAnswer[];
}

const faultsOfAnswers = ({ waiting, answers, placement, today }: SettlingFacts): readonly Refusal[] => {
  const byId = new Map(answers.map((answer) => [answer.dayId, answer]));
  const whole = byId.size === answers.length && answers.length === waiting.length && waiting.length > 0;
  if (
    !whole ||
    waiting.some(({ dayId, version, kind }) => byId.get(dayId)?.version !== version || kind !== 'SUPERVISED')
  )
    return [
      no(
        'days',
        'DAYS_ARE_AS_SEEN',
        'The days have changed since you opened this page.',
        'Load the page again, look at the days as they stand now, and answer each of them.',
      ),
    ];
  return waiting.flatMap(({ dayId, on }): readonly Refusal[] => {
    const answer = byId.get(dayId);
    const comment = answer?.comment ?? '';
    if (comment.length > commentAtMost || /[^\P{Cc}\n\r\t]/u.test(comment) || !comment.isWellFormed())
      return [
        {
          code: 'VALUE_INVALID',
          path: ['days', dayId],
          message: 'The comment is too long, or holds signs that cannot be kept.',
          help: `Give at most ${commentAtMost} characters.`,
        },
      ];
    if (answer?.isConfirmed && on > today)
      return [
        no('days', 'NOT_IN_THE_FUTURE', `${inWords(on)} has not come yet.`, 'Send this day back, or sign it later.'),
      ];
    if (answer?.isConfirmed)
      return on >= placement.from && (placement.until === null || on <= placement.until)
        ? []
        : [
            no(
              'days',
              'EACH_SIGNS_OWN_DAYS',
              `${inWords(on)} lies outside the placement.`,
              'Send this day back: each supervisor signs the days that they supervised.',
            ),
          ];
    return comment === ''
      ? [
          {
            code: 'VALUE_MISSING',
            path: ['days', dayId],
            message: `Say what is wrong with ${inWords(on)}.`,
            help: 'A few words help the returner to put it right. Name no patient.',
          },
        ]
      : [];
  });
};

/** Everything that stops a signature; empty where it may be given. Sending days back is judged alike. */
export const faultsOfSettling = (facts: SettlingFacts): readonly Refusal[] => {
  if (facts.state !== 'ASKED')
    return [
      no('', 'SIGNED_ONCE', 'This was answered already, or taken back.', 'Load the page again to see how it stands.'),
    ];
  if (facts.isOwn) return [ownHours];
  const signs = facts.answers.some(({ isConfirmed }) => isConfirmed);
  if (signs && facts.wordingVersion !== signOffWording.now.version)
    return [
      no(
        'wordingVersion',
        'WORDING_IS_CURRENT',
        'The words that you would sign have changed.',
        'Load the page again and read them.',
      ),
    ];
  const answered = faultsOfAnswers(facts);
  if (answered.length > 0 || !signs) return answered;
  const faults = faultsOfSigner(facts.supervisor, facts.firstDay, facts.today);
  return faults.length > 0 ? faults : faultsOfScope(facts.activities, facts.supervisor);
};

/** The state after an answer. */
export const stateAfter = (answers: readonly Pick<DayAnswer, 'isConfirmed'>[]): SignOffState => {
  const confirmed = answers.filter(({ isConfirmed }) => isConfirmed).length;
  return confirmed === answers.length ? 'SIGNED' : confirmed === 0 ? 'SENT_BACK' : 'PARTLY_SIGNED';
};

/** Whether the supervisor has signed something that still counts. */
export const isSigned = (state: SignOffState): boolean => state === 'SIGNED' || state === 'PARTLY_SIGNED';

/** The first day on which the supervisor may be reminded again. */
export const nudgeFrom = (lastToldOn: CalendarDate): CalendarDate => addDays(lastToldOn, nudgeEveryDays);

/** Why a reminder is not sent; empty where it is. */
export const faultsOfNudge = (
  { state, lastToldOn }: { readonly state: SignOffState; readonly lastToldOn: CalendarDate },
  today: CalendarDate,
): readonly Refusal[] => {
  if (state !== 'ASKED')
    return [no('', 'WAITS_FOR_ANSWER', 'This does not wait for an answer any more.', 'Load the page again.')];
  const from = nudgeFrom(lastToldOn);
  return today >= from
    ? []
    : [
        no(
          '',
          'NUDGE_EVERY_THREE_DAYS',
          'Your supervisor was told a short while ago.',
          `You can remind them again from ${inWords(from)}.`,
        ),
      ];
};

/** Why a link that has ended is not sent anew; empty where it is. */
export const faultsOfRenewal = (
  { endsAt, lastToldOn }: { readonly endsAt: Date | null; readonly lastToldOn: CalendarDate },
  now: Date,
  today: CalendarDate,
): readonly Refusal[] => {
  if (endsAt !== null && endsAt > now)
    return [no('token', 'LINK_STILL_WORKS', 'This link still works.', 'Open it again, and answer there.')];
  return lastToldOn < today
    ? []
    : [no('token', 'ONE_LINK_A_DAY', 'A new link was sent today.', 'Look into your mailbox, or try again tomorrow.')];
};

/** Who somebody is to a sign-off. */
export type SignOffParty = 'RETURNER' | 'SUPERVISOR' | 'SITE' | 'COORDINATOR';

/** What somebody may do with a sign-off now. */
export const actionsOn = (
  state: SignOffState,
  party: SignOffParty | null,
  lastToldOn: CalendarDate,
  today: CalendarDate,
): readonly SignOffAction[] => {
  if (state === 'ASKED')
    switch (party) {
      case 'RETURNER':
        return today >= nudgeFrom(lastToldOn) ? ['NUDGE', 'WITHDRAW'] : ['WITHDRAW'];
      case 'SUPERVISOR':
        return ['SETTLE'];
      case 'SITE':
      case 'COORDINATOR':
        return ['PASS_ON'];
      case null:
        return [];
    }
  return party === 'SUPERVISOR' && isSigned(state) ? ['TAKE_BACK'] : [];
};

/** A supervised day and how far it is signed. */
export interface DaySigning {
  readonly on: CalendarDate;
  readonly minutes: number;
  readonly signing: 'SIGNED' | 'PROVISIONAL' | 'WAITING' | 'UNSIGNED';
  /** Whether it lies within a placement that has begun, so that its supervisor can be asked. */
  readonly isPlaced: boolean;
}
/** Supervised minutes of the log by how far they are signed. */
export interface SignedPractice {
  readonly signedMinutes: number;
  readonly provisionalMinutes: number;
  readonly waitingMinutes: number;
  readonly unsignedMinutes: number;
  /** Those of them outside any placement: nobody can be asked about them here. */
  readonly outsideMinutes: number;
  /** The days of placements on which something is unsigned, the first one first. */
  readonly unsignedOn: readonly CalendarDate[];
}

/** The meter of signatures. A signature through an address that nobody confirmed is provisional. */
export const countSigned = (days: readonly DaySigning[]): SignedPractice => {
  const sum = (some: readonly DaySigning[]): number => some.reduce((total, { minutes }) => total + minutes, 0);
  const those = (signing: DaySigning['signing']): readonly DaySigning[] =>
    days.filter((day) => day.signing === signing);
  const unsigned = those('UNSIGNED');
  return {
    signedMinutes: sum(those('SIGNED')),
    provisionalMinutes: sum(those('PROVISIONAL')),
    waitingMinutes: sum(those('WAITING')),
    unsignedMinutes: sum(unsigned),
    outsideMinutes: sum(unsigned.filter(({ isPlaced }) => !isPlaced)),
    unsignedOn: [...new Set(unsigned.filter(({ isPlaced }) => isPlaced).map(({ on }) => on))].toSorted(),
  };
};

/** What a supervisor's list is sorted by. */
export interface WaitingSignOff {
  readonly id: string;
  readonly askedOn: CalendarDate;
  /** When the person means to apply; null if they have not said. */
  readonly applicationOn: CalendarDate | null;
  /** The last day on which the oldest day still counts for an application. */
  readonly countsUntil: CalendarDate;
}
/** Days before an application, or before days drop out, from which somebody is blocked (assumed). */
export const blockedWithinDays = 28;

/** Whether the person cannot go on without this signature soon. */
export const isBlocked = ({ applicationOn, countsUntil }: WaitingSignOff, today: CalendarDate): boolean =>
  [applicationOn, countsUntil].some((date) => date !== null && date <= addDays(today, blockedWithinDays));

/** Who is blocked comes first, then who has waited longest. */
export const orderToDo = <One extends WaitingSignOff>(list: readonly One[], today: CalendarDate): readonly One[] => {
  const rank = (one: One): string =>
    `${isBlocked(one, today) ? 0 : 1} ${isBlocked(one, today) ? [one.applicationOn ?? one.countsUntil, one.countsUntil].toSorted()[0] : ''} ${one.askedOn} ${one.id}`;
  return list.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
};
