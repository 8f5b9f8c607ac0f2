import type { FiredRule } from '../eligibility/cited.rules.ts';
import { addDays, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { addWorkingDays, isWorkingDay } from '../kernel/working-days.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import { pairLimits, type PairLimit } from './matching/terms.rules.ts';
import { firedOnPlacement } from './placement-cited.rules.ts';
import { peakDuring, type DateSpan, type LoadDecision, type SupervisorDecision } from './supervisor.rules.ts';

/** The states of a placement. */
export const placementStates = {
  PROPOSED: 'Worked out or picked by a coordinator; nobody has been told.',
  OFFERED: 'Offered to the returner and the site; neither has answered.',
  ACCEPTED_BY_RETURNER: 'The returner said yes; the site has not answered.',
  ACCEPTED_BY_SITE: 'The site said yes; the returner has not answered.',
  ACCEPTED: 'Both said yes; what must be ready before day one can begin.',
  DECLINED: 'One side said no, with a reason.',
  EXPIRED: 'Nobody answered in time.',
  WITHDRAWN: 'Taken back before it started.',
  STARTED: 'Under way.',
  MOVED: 'Went on at another site.',
  ENDED_EARLY: 'Ended before its last day.',
  COMPLETED: 'Ended as planned.',
} as const;
/** A state of a placement. */
export type PlacementState = keyof typeof placementStates;

/** What may be done to a placement. */
export const placementActions = {
  OFFER: 'Offer it to both sides, with a day by which they answer.',
  ACCEPT: 'Say yes for one’s own side.',
  DECLINE: 'Say no for one’s own side, with a reason.',
  EXPIRE: 'The day to answer by has passed.',
  WITHDRAW: 'Take it back before it starts.',
  START: 'The first day has come.',
  MOVE: 'Go on at another site.',
  UNDO_MOVE: 'Take a move back.',
  END_EARLY: 'End it before its last day, with a reason.',
  COMPLETE: 'The last day is done.',
} as const;
/** Something that may be done to a placement. */
export type PlacementAction = keyof typeof placementActions;

/** On whose behalf something is done. `CLOCK` is the service itself when a day has come. */
export const placementParties = {
  RETURNER: 'The returner.',
  SITE: 'A member of the organisation that hosts.',
  SUPERVISOR: 'The supervisor of the placement.',
  COORDINATOR: 'A coordinator of the region or board.',
  CLOCK: 'The service, because a day has come.',
} as const;
/** On whose behalf something is done. */
export type PlacementParty = keyof typeof placementParties;

/** Why one side says no, or why a placement ends early. */
export const placementReasons = {
  DATES: 'The dates do not work.',
  DAYS_OR_HOURS: 'The days or the hours do not work.',
  TRAVEL: 'The way is too long.',
  SETTING: 'It is not the setting that is needed.',
  OTHER_PLACE: 'There is another place.',
  NOT_NOW: 'Life has changed; not now.',
  SUPERVISOR_NOT_AVAILABLE: 'The supervisor is not available.',
  NO_ROOM: 'There is no room after all.',
  CHECKS_NOT_DONE: 'The checks before day one could not be done in time.',
  ADJUSTMENT_NOT_POSSIBLE: 'An adjustment that is needed cannot be made.',
  PREFER_NOT_TO_SAY: 'The reason stays private.',
} as const;
/** A reason from the short list. */
export type PlacementReason = keyof typeof placementReasons;

/** Which reasons each side may choose from. */
export const reasonsOf: Readonly<Record<'RETURNER' | 'SITE', readonly PlacementReason[]>> = {
  RETURNER: ['DATES', 'DAYS_OR_HOURS', 'TRAVEL', 'SETTING', 'OTHER_PLACE', 'NOT_NOW', 'PREFER_NOT_TO_SAY'],
  SITE: [
    'DATES',
    'DAYS_OR_HOURS',
    'SUPERVISOR_NOT_AVAILABLE',
    'NO_ROOM',
    'CHECKS_NOT_DONE',
    'ADJUSTMENT_NOT_POSSIBLE',
    'PREFER_NOT_TO_SAY',
  ],
};

/** One line of the lifecycle. */
export interface PlacementTransition {
  readonly from: PlacementState;
  readonly action: PlacementAction;
  readonly by: readonly PlacementParty[];
  /** `BEFORE_MOVE` is the state that a move had ended. */
  readonly to: PlacementState | 'BEFORE_MOVE';
  readonly needsReason: boolean;
  /** Only on these days, seen from the dates of the placement. */
  readonly when:
    'ANY_DAY' | 'WHILE_OFFER_OPEN' | 'AFTER_OFFER' | 'FROM_FIRST_DAY' | 'FROM_LAST_DAY' | 'BEFORE_MOVED_START';
}

const line = (
  from: PlacementState,
  action: PlacementAction,
  by: readonly PlacementParty[],
  to: PlacementTransition['to'],
  when: PlacementTransition['when'] = 'ANY_DAY',
): PlacementTransition => ({ from, action, by, to, needsReason: action === 'DECLINE' || action === 'END_EARLY', when });

/** The whole lifecycle: what is not in this table cannot happen. */
export const placementTransitions: readonly PlacementTransition[] = [
  line('PROPOSED', 'OFFER', ['COORDINATOR'], 'OFFERED'),
  line('PROPOSED', 'WITHDRAW', ['COORDINATOR'], 'WITHDRAWN'),
  line('PROPOSED', 'EXPIRE', ['CLOCK'], 'EXPIRED', 'FROM_FIRST_DAY'),

  line('OFFERED', 'ACCEPT', ['RETURNER'], 'ACCEPTED_BY_RETURNER', 'WHILE_OFFER_OPEN'),
  line('OFFERED', 'ACCEPT', ['SITE'], 'ACCEPTED_BY_SITE', 'WHILE_OFFER_OPEN'),
  line('OFFERED', 'DECLINE', ['RETURNER', 'SITE'], 'DECLINED', 'WHILE_OFFER_OPEN'),
  line('OFFERED', 'EXPIRE', ['CLOCK'], 'EXPIRED', 'AFTER_OFFER'),
  line('OFFERED', 'WITHDRAW', ['COORDINATOR'], 'WITHDRAWN'),

  line('ACCEPTED_BY_RETURNER', 'ACCEPT', ['SITE'], 'ACCEPTED', 'WHILE_OFFER_OPEN'),
  line('ACCEPTED_BY_RETURNER', 'DECLINE', ['SITE'], 'DECLINED', 'WHILE_OFFER_OPEN'),
  line('ACCEPTED_BY_RETURNER', 'EXPIRE', ['CLOCK'], 'EXPIRED', 'AFTER_OFFER'),
  line('ACCEPTED_BY_RETURNER', 'WITHDRAW', ['RETURNER', 'COORDINATOR'], 'WITHDRAWN'),

  line('ACCEPTED_BY_SITE', 'ACCEPT', ['RETURNER'], 'ACCEPTED', 'WHILE_OFFER_OPEN'),
  line('ACCEPTED_BY_SITE', 'DECLINE', ['RETURNER'], 'DECLINED', 'WHILE_OFFER_OPEN'),
  line('ACCEPTED_BY_SITE', 'EXPIRE', ['CLOCK'], 'EXPIRED', 'AFTER_OFFER'),
  line('ACCEPTED_BY_SITE', 'WITHDRAW', ['SITE', 'COORDINATOR'], 'WITHDRAWN'),

  line('ACCEPTED', 'START', ['SITE', 'SUPERVISOR', 'COORDINATOR'], 'STARTED', 'FROM_FIRST_DAY'),
  line('ACCEPTED', 'MOVE', ['COORDINATOR'], 'MOVED'),
  line('ACCEPTED', 'WITHDRAW', ['RETURNER', 'SITE', 'COORDINATOR'], 'WITHDRAWN'),

  line('STARTED', 'MOVE', ['COORDINATOR'], 'MOVED'),
  line('STARTED', 'END_EARLY', ['RETURNER', 'SITE', 'COORDINATOR'], 'ENDED_EARLY'),
  line('STARTED', 'COMPLETE', ['SITE', 'SUPERVISOR', 'COORDINATOR'], 'COMPLETED', 'FROM_LAST_DAY'),

  line('MOVED', 'UNDO_MOVE', ['COORDINATOR'], 'BEFORE_MOVE', 'BEFORE_MOVED_START'),
];

/** States in which a placement holds its seat and its returner. */
export const holdingStates = [
  'PROPOSED',
  'OFFERED',
  'ACCEPTED_BY_RETURNER',
  'ACCEPTED_BY_SITE',
  'ACCEPTED',
  'STARTED',
] as const satisfies readonly PlacementState[];

/** True while nobody else may have the seat, and the returner no other place on these dates. */
export const isHolding = (state: PlacementState): boolean => holdingStates.some((each) => each === state);

/** States of an offer to which one side, or both, have still to say yes or no. */
export const unansweredStates = [
  'OFFERED',
  'ACCEPTED_BY_RETURNER',
  'ACCEPTED_BY_SITE',
] as const satisfies readonly PlacementState[];

/** States of a placement under which somebody can have practised: it is under way, or was. */
export const begunStates = [
  'STARTED',
  'MOVED',
  'ENDED_EARLY',
  'COMPLETED',
] as const satisfies readonly PlacementState[];

/** True where somebody can have practised under the placement. */
export const hasBegun = (state: PlacementState): boolean => begunStates.some((each) => each === state);

/** What is asked of a placement, and where it stands. */
export interface TransitionFacts {
  readonly state: PlacementState;
  readonly action: PlacementAction;
  readonly by: PlacementParty;
  readonly reason: PlacementReason | null;
  readonly today: CalendarDate;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** The last day to answer; null before it is offered. */
  readonly expiresOn: CalendarDate | null;
  /** After a move: what it was before, and the first day at the other site. */
  readonly moved: { readonly before: 'ACCEPTED' | 'STARTED'; readonly startsOn: CalendarDate } | null;
}

/** The next state, or why not. */
export type TransitionDecision = { readonly to: PlacementState } | { readonly refusals: readonly Refusal[] };

const refusal = (path: string, message: string, help: string, rule: string): Refusal => ({
  code: 'RULE_NOT_MET',
  path: [path],
  message,
  rule,
  help,
});

const isDay = (
  { today, expiresOn, startsOn, endsOn, moved }: TransitionFacts,
  when: PlacementTransition['when'],
): Refusal[] => {
  switch (when) {
    case 'ANY_DAY':
      return [];
    case 'WHILE_OFFER_OPEN':
      return expiresOn === null || today <= expiresOn
        ? []
        : [
            refusal(
              'action',
              `The last day to answer was ${inWords(expiresOn)}.`,
              'Ask the coordinator to offer it again.',
              'OFFER_IS_OPEN',
            ),
          ];
    case 'AFTER_OFFER':
      return expiresOn !== null && today > expiresOn
        ? []
        : [
            refusal(
              'action',
              'There is still time to answer.',
              'Wait for the day, or withdraw the offer.',
              'OFFER_IS_OPEN',
            ),
          ];
    case 'FROM_FIRST_DAY':
      return today >= startsOn
        ? []
        : [refusal('action', `It starts on ${inWords(startsOn)}.`, 'Say so on the first day.', 'STARTS_ON_FIRST_DAY')];
    case 'FROM_LAST_DAY':
      return today >= endsOn
        ? []
        : [
            refusal(
              'action',
              `The last day is ${inWords(endsOn)}.`,
              'If it ends sooner, end it early with a reason.',
              'ENDS_ON_LAST_DAY',
            ),
          ];
    case 'BEFORE_MOVED_START':
      return moved !== null && today < moved.startsOn
        ? []
        : [
            refusal(
              'action',
              'The placement has started at the other site.',
              'Move it again instead.',
              'UNDO_BEFORE_START',
            ),
          ];
  }
};

/** May this be done now, by this party? By the table of transitions alone. */
export const decideTransition = (facts: TransitionFacts): TransitionDecision => {
  const { state, action, by, reason, moved } = facts;
  const possible = placementTransitions.filter((each) => each.from === state && each.action === action);
  if (possible.length === 0)
    return {
      refusals: [
        refusal(
          'action',
          `This cannot be done now. ${placementStates[state]}`,
          'Look at what the placement says now.',
          'PLACEMENT_LIFECYCLE',
        ),
      ],
    };
  const found = possible.find((each) => each.by.includes(by));
  if (!found)
    return {
      refusals: [
        refusal(
          'action',
          'This is for somebody else to do.',
          `It can be done by: ${possible.flatMap((each) => each.by.map((party) => placementParties[party])).join(' ')}`,
          'PLACEMENT_PARTY',
        ),
      ],
    };
  const refusals = isDay(facts, found.when);
  const allowed = by === 'RETURNER' || by === 'SITE' ? reasonsOf[by] : null;
  if (found.needsReason && (reason === null || (allowed !== null && !allowed.includes(reason))))
    refusals.push(
      refusal(
        'reason',
        'A reason is needed.',
        'Choose one from the list. It may be that you would rather not say.',
        'REASON_IS_GIVEN',
      ),
    );
  if (refusals.length > 0) return { refusals };
  return { to: found.to === 'BEFORE_MOVE' ? (moved?.before ?? 'ACCEPTED') : found.to };
};

/** What a party may do now, for buttons: the same table, so that page and server agree. */
export const actionsFor = (facts: Omit<TransitionFacts, 'action' | 'reason'>): PlacementAction[] => [
  ...new Set(
    placementTransitions
      .filter(
        ({ from, by, when }) =>
          from === facts.state &&
          by.includes(facts.by) &&
          isDay({ ...facts, action: 'OFFER', reason: null }, when).length === 0,
      )
      .map(({ action }) => action),
  ),
];

/** Working days in which both sides answer an offer (assumed; the same as every other wait). */
export const offerAnswerWorkingDays = 10;
/** Working days of silence after which somebody else steps in (S3). */
export const escalationWorkingDays = 10;
/** Working days in which the next best place is offered after a no (our promise). */
export const nextBestWorkingDays = 1;

/** What the last day to answer an offer hangs on. */
export interface OfferSpan {
  readonly offeredOn: CalendarDate;
  readonly startsOn: CalendarDate;
  /** Days between the last day to answer and the start that the person asked for, 0 for none. */
  readonly returnerNoticeDays: number;
  /** The same for the site. */
  readonly siteNoticeDays: number;
}

const noticeOf = ({ returnerNoticeDays, siteNoticeDays }: OfferSpan): number =>
  Math.max(returnerNoticeDays, siteNoticeDays);

/** The last day to answer an offer: a yes on it still leaves both sides their notice, and at least a night. */
export const offerExpiresOn = (span: OfferSpan): CalendarDate => {
  const usual = addWorkingDays(span.offeredOn, offerAnswerWorkingDays);
  const latest = addDays(span.startsOn, -Math.max(1, noticeOf(span)));
  return usual < latest ? usual : latest < span.offeredOn ? span.offeredOn : latest;
};

/** Why an offer made on this day is too late for the notice of one side or of both. */
export const faultsOfNotice = (span: OfferSpan): Refusal[] => {
  const days = noticeOf(span);
  const lastDay = addDays(span.startsOn, -days);
  if (days === 0 || span.offeredOn <= lastDay) return [];
  const both = span.returnerNoticeDays === span.siteNoticeDays;
  const [who, whom] = both
    ? ['Both sides need', 'both sides']
    : span.returnerNoticeDays > span.siteNoticeDays
      ? ['The returner needs', 'the returner']
      : ['The site needs', 'the site'];
  return [
    refusal(
      'placementId',
      `${who} ${days === 1 ? '1 day' : `${days} days`} of notice before ${inWords(span.startsOn)}: the last day for this offer was ${inWords(lastDay)}.`,
      `Take it back and propose it again with a later start, or ask ${whom} to shorten the notice.`,
      'NOTICE_IS_KEPT',
    ),
  ];
};

/** A wait: who for, since when, and when somebody steps in. */
export interface WaitClock {
  readonly since: CalendarDate;
  /** The day by which there should be an answer. */
  readonly dueOn: CalendarDate;
  readonly workingDaysWaited: number;
  readonly isOverdue: boolean;
  readonly rule: FiredRule;
}

const workingDaysBetween = (from: CalendarDate, until: CalendarDate): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
};

/** The clock of a wait: 10 working days, then it goes to a coordinator, or from a coordinator to the region's lead. */
export const waitClock = (since: CalendarDate, today: CalendarDate): WaitClock => {
  const dueOn = addWorkingDays(since, escalationWorkingDays);
  return {
    since,
    dueOn,
    workingDaysWaited: workingDaysBetween(since, today),
    isOverdue: today > dueOn,
    rule: firedOnPlacement('ANSWER_IN_TEN_WORKING_DAYS'),
  };
};

/** The day by which the next best place is offered after a no. */
export const nextBestBy = (declinedOn: CalendarDate): CalendarDate => addWorkingDays(declinedOn, nextBestWorkingDays);

/** Dates from the first to the last, both counted. */
export interface PlacementDates {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** True if a day lies in both; dates that adjoin, one ending the day before the other begins, do not overlap. */
export const doOverlap = (one: PlacementDates, other: PlacementDates): boolean =>
  one.from <= other.until && other.from <= one.until;

/** Everything that decides whether a returner may have a place. Read under lock, so that it still holds when it is written. */
export interface AssignmentFacts {
  readonly today: CalendarDate;
  readonly returnerProfession: ProfessionCode;
  readonly dates: PlacementDates;
  /** Dates of the returner's other placements that hold. */
  readonly returnerHeld: readonly PlacementDates[];
  readonly offer: {
    readonly profession: ProfessionCode;
    readonly dates: PlacementDates;
    /** From `offerStanding`: whether it can be given away today. */
    readonly isOpen: boolean;
    readonly seats: number;
    /** Dates of the placements that hold a seat of this offer. */
    readonly held: readonly DateSpan[];
  };
  readonly site: { readonly atOnceAtMost: number | null; readonly held: readonly DateSpan[] };
  /** Null where the supervisor is still to be named. */
  readonly supervisor: { readonly decision: SupervisorDecision; readonly load: LoadDecision } | null;
  /** Null if one is named, or none is promised. */
  readonly supervisorNamedBy: CalendarDate | null;
  /** Hard limits of the returner's request that the pair breaks, from `judgePair`. */
  readonly limits: readonly PairLimit[];
}

/** May this returner have this place on these dates? Every reason against it; empty if they may. */
export const decideAssignment = (facts: AssignmentFacts): Refusal[] => {
  const { dates, offer, site, supervisor } = facts;
  const refusals: Refusal[] = [];
  const add = (path: string, rule: string, message: string, help: string): void => {
    refusals.push(refusal(path, message, help, rule));
  };
  if (dates.until < dates.from)
    return [refusal('until', 'The last day is before the first.', 'Change one of the dates.', 'DATES_IN_ORDER')];
  if (dates.from < facts.today)
    add('from', 'STARTS_TODAY_OR_LATER', 'The first day has passed.', 'Choose a later first day.');
  if (offer.profession !== facts.returnerProfession)
    add(
      'offerId',
      'SAME_PROFESSION',
      'The place is for another profession.',
      'Choose a place of the returner’s own profession.',
    );
  if (!offer.isOpen)
    add(
      'offerId',
      'OFFER_IS_OPEN',
      'This place is not offered any more.',
      'Ask the site to confirm it, or choose another place.',
    );
  if (dates.from < offer.dates.from || dates.until > offer.dates.until)
    add(
      'from',
      'WITHIN_OFFERED_DATES',
      `The place is offered from ${inWords(offer.dates.from)} to ${inWords(offer.dates.until)}.`,
      'Choose dates within these.',
    );
  const other = facts.returnerHeld.find((held) => doOverlap(held, dates));
  if (other)
    add(
      'from',
      'ONE_PLACE_AT_A_TIME',
      `The returner has a place from ${inWords(other.from)} to ${inWords(other.until)}.`,
      `Start on ${inWords(addDays(other.until, 1))} or later, or end before ${inWords(other.from)}.`,
    );
  if (peakDuring(offer.held, dates) >= offer.seats)
    add(
      'offerId',
      'ONE_PERSON_A_SEAT',
      'Every seat of this place is taken on these dates.',
      'Choose other dates or another place.',
    );
  if (site.atOnceAtMost !== null && peakDuring(site.held, dates) >= site.atOnceAtMost)
    add(
      'offerId',
      'SITE_CAP',
      `The site takes ${site.atOnceAtMost} returners at once, and that many are there.`,
      'Choose other dates or another site.',
    );
  if (supervisor) {
    const unmet = supervisor.decision.reasons.find(({ isMet }) => !isMet);
    if (unmet)
      add(
        'supervisorId',
        unmet.rule.key,
        `The supervisor cannot supervise from this day. ${unmet.message}`,
        supervisor.decision.eligibleFrom === null
          ? 'Choose another supervisor.'
          : `Choose another supervisor, or start on ${inWords(supervisor.decision.eligibleFrom)} or later.`,
      );
    if (!supervisor.load.hasRoom)
      add(
        'supervisorId',
        'SUPERVISOR_LOAD',
        'The supervisor has no room on these dates or days.',
        'Choose another supervisor or other dates.',
      );
  } else if (facts.supervisorNamedBy === null || facts.supervisorNamedBy > dates.from)
    add(
      'supervisorId',
      'SUPERVISOR_IS_NAMED',
      'No supervisor is named for the first day.',
      'Ask the site to name one, or start later.',
    );
  // seats, supervisors and professions have their own words above
  for (const limit of facts.limits)
    if (limit !== 'PROFESSION' && limit !== 'SUPERVISOR')
      add(
        'offerId',
        `PAIR_${limit}`,
        pairLimits[limit],
        'Choose another place, or ask the returner to change the request.',
      );
  return refusals;
};
