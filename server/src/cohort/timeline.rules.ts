import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import type { PlacementState } from '../placements/placement.rules.ts';

/** What the ledgers keep of one person's way. Days are days in London. Values that were changed are not among it. */
export interface LedgerFacts {
  readonly startedOn: CalendarDate;
  readonly entries: readonly {
    readonly id: string;
    readonly on: CalendarDate;
    readonly action: string;
    readonly by: string | null;
  }[];
  readonly consents: readonly { readonly on: CalendarDate; readonly isGiven: boolean; readonly kind: string }[];
  readonly questions: readonly { readonly askedOn: CalendarDate; readonly answeredOn: CalendarDate | null }[];
  readonly decisions: readonly { readonly on: CalendarDate; readonly decision: string }[];
  /** Versions of logged days: from when until when each stood. */
  readonly logged: readonly {
    readonly recordedOn: CalendarDate;
    readonly supersededOn: CalendarDate | null;
    readonly isRemoved: boolean;
    readonly isFirst: boolean;
    readonly minutes: number;
  }[];
  readonly requests: readonly {
    readonly sentOn: CalendarDate;
    readonly closedOn: CalendarDate | null;
    readonly state: string;
  }[];
  readonly placements: readonly PlacementPast[];
  readonly moves: readonly {
    readonly askedOn: CalendarDate;
    readonly answeredOn: CalendarDate | null;
    readonly state: string;
    readonly from: string;
    readonly to: string;
  }[];
}

/** What is kept of a placement's days. */
export interface PlacementPast {
  readonly siteName: string;
  readonly isShown: boolean;
  readonly state: PlacementState;
  readonly startsOn: CalendarDate;
  readonly proposedOn: CalendarDate;
  readonly offeredOn: CalendarDate | null;
  readonly returnerAcceptedOn: CalendarDate | null;
  readonly hostAcceptedOn: CalendarDate | null;
  readonly changedOn: CalendarDate;
}

/** What happened is of one of these kinds. */
export const eventKinds = {
  RECORD: 'The record: answers, profile, sharing, plan.',
  HCPC: 'A question to HCPC, or its answer.',
  PROGRAMME: 'A decision about the national programme.',
  UPDATING: 'Days of updating.',
  PLACEMENT: 'A request, an offer or a placement.',
  REGION: 'A move between regions.',
} as const;
/** Of what kind something is that happened. */
export type EventKind = keyof typeof eventKinds;

/** Something that happened, in a sentence. */
export interface TimelineEvent {
  readonly on: CalendarDate;
  readonly kind: EventKind;
  readonly sentence: string;
  /** Who did it, where that is kept and may be said. */
  readonly by: string | null;
}

/** What the audit alone knows, in words. Other entries stand in a ledger, or are the person's own business. */
const said: Readonly<Record<string, readonly [EventKind, string]>> = {
  changeAnswers: ['RECORD', 'The answers about the way back were changed.'],
  updateProfile: ['RECORD', 'The profile was changed.'],
  savePlan: ['RECORD', 'The plan was saved.'],
  changePlacementRequest: ['PLACEMENT', 'The request for a placement was changed.'],
  recordStartingCheck: ['PLACEMENT', 'A check before day one was brought up to date.'],
  movePlacement: ['PLACEMENT', 'The placement was moved to another site.'],
  undoMovePlacement: ['PLACEMENT', 'The move of the placement was taken back.'],
};

const consentSaid: Readonly<Record<string, readonly [string, string]>> = {
  SHARE_WITH_COORDINATORS: [
    'The person shares the record with coordinators.',
    'The person stopped sharing the record.',
  ],
  CONTACT_BY_EMAIL: ['The person agreed to be written to by email.', 'The person does not want emails any more.'],
};

const ended: Partial<Readonly<Record<PlacementState, string>>> = {
  DECLINED: 'The offer was declined',
  EXPIRED: 'The offer ended without an answer',
  WITHDRAWN: 'The place was taken back',
  STARTED: 'The placement started',
  ENDED_EARLY: 'The placement ended early',
  COMPLETED: 'The placement was completed',
};

const event = (
  on: CalendarDate | null,
  kind: EventKind,
  sentence: string,
  by: string | null = null,
): TimelineEvent[] => (on === null ? [] : [{ on, kind, sentence, by }]);

const placementEvents = (place: PlacementPast, seesProposals: boolean): TimelineEvent[] => {
  const at = `at ${place.siteName}`;
  const end = ended[place.state];
  return [
    ...(seesProposals
      ? event(place.proposedOn, 'PLACEMENT', `A place ${at} was proposed. Only coordinators see that.`)
      : []),
    ...event(place.offeredOn, 'PLACEMENT', `A place ${at} was offered.`),
    ...event(place.returnerAcceptedOn, 'PLACEMENT', `The returner said yes to the place ${at}.`),
    ...event(place.hostAcceptedOn, 'PLACEMENT', `The site said yes to the place ${at}.`),
    ...(end === undefined ? [] : event(place.changedOn, 'PLACEMENT', `${end} (${place.siteName}).`)),
  ];
};

const loggedEvents = (logged: LedgerFacts['logged']): TimelineEvent[] => {
  const days = new Map<CalendarDate, { first: number; later: number }>();
  for (const { recordedOn, isFirst } of logged) {
    const day = days.get(recordedOn) ?? { first: 0, later: 0 };
    days.set(recordedOn, isFirst ? { ...day, first: day.first + 1 } : { ...day, later: day.later + 1 });
  }
  return [...days].flatMap(([on, { first, later }]) => [
    ...(first > 0 ? event(on, 'UPDATING', `${first === 1 ? 'An entry was' : `${first} entries were`} logged.`) : []),
    ...(later > 0
      ? event(
          on,
          'UPDATING',
          `${later === 1 ? 'A logged entry was' : `${later} logged entries were`} changed or removed.`,
        )
      : []),
  ]);
};

const decisionSaid = (decision: string): string =>
  decision === 'ADMITTED'
    ? 'The national programme takes the person.'
    : 'The national programme does not take the person.';

/** What happened until a day, the latest first. To the person, proposals are nobody's business yet. */
export const timelineOf = (facts: LedgerFacts, until: CalendarDate, seesProposals: boolean): TimelineEvent[] => {
  const events = [
    ...event(facts.startedOn, 'RECORD', 'The pathway began.'),
    ...facts.entries.flatMap(({ on, action, by }) => {
      const found = said[action];
      return found ? event(on, found[0], found[1], by) : [];
    }),
    ...facts.consents.flatMap(({ on, isGiven, kind }) => {
      const words = consentSaid[kind];
      return words ? event(on, 'RECORD', words[isGiven ? 0 : 1]) : [];
    }),
    ...facts.questions.flatMap(({ askedOn, answeredOn }) => [
      ...event(askedOn, 'HCPC', 'HCPC was asked.'),
      ...event(answeredOn, 'HCPC', 'HCPC answered.'),
    ]),
    ...facts.decisions.flatMap(({ on, decision }) => event(on, 'PROGRAMME', decisionSaid(decision))),
    ...loggedEvents(facts.logged),
    ...facts.requests.flatMap(({ sentOn, closedOn, state }) => [
      ...event(sentOn, 'PLACEMENT', 'A placement was asked for.'),
      ...event(
        closedOn,
        'PLACEMENT',
        state === 'MET' ? 'The request was met.' : 'The request for a placement was taken back.',
      ),
    ]),
    ...facts.placements
      .filter(({ isShown }) => seesProposals || isShown)
      .flatMap((place) => placementEvents(place, seesProposals)),
    ...facts.moves.flatMap(({ askedOn, answeredOn, state, from, to }) => [
      ...event(askedOn, 'REGION', `${to} was asked to take the person on from ${from}.`),
      ...event(
        answeredOn,
        'REGION',
        state === 'ACCEPTED'
          ? `${to} took the person on.`
          : state === 'DECLINED'
            ? `${to} declined.`
            : `${from} took the question back.`,
      ),
    ]),
  ];
  // events of one day stay in the order of the way back, the latest step first
  return events
    .filter(({ on }) => on <= until)
    .map((each, index) => ({ each, index }))
    .toSorted((one, other) =>
      one.each.on < other.each.on ? 1 : one.each.on > other.each.on ? -1 : other.index - one.index,
    )
    .map(({ each }) => each);
};

/** How things stood at the end of a day. */
export interface StandingOn {
  readonly on: CalendarDate;
  readonly hasBegun: boolean;
  readonly isShared: boolean;
  readonly loggedMinutes: number;
  readonly isWaitingForHcpc: boolean;
  readonly programmeDecision: string | null;
  readonly waitsForPlaceSince: CalendarDate | null;
  readonly placement: string | null;
}

const placementOn = (place: PlacementPast, on: CalendarDate): string | null => {
  const at = `at ${place.siteName}`;
  if (place.changedOn <= on) {
    const end = ended[place.state];
    if (place.state === 'STARTED') return `Under way ${at}.`;
    if (end !== undefined) return null;
  }
  const accepted = [place.returnerAcceptedOn, place.hostAcceptedOn].filter((day) => day !== null && day <= on).length;
  if (accepted === 2) return `Accepted by both ${at}, from ${inWords(place.startsOn)}.`;
  if (place.offeredOn !== null && place.offeredOn <= on)
    return `Offered ${at}; ${accepted === 1 ? 'one side has' : 'nobody has'} answered.`;
  return null;
};

/** How things stood at the end of a day, as far as the ledgers keep it. Answers, profile and plan are kept as they are now alone. */
export const standingOn = (facts: LedgerFacts, on: CalendarDate): StandingOn => {
  const last = <Row>(rows: readonly Row[], day: (row: Row) => CalendarDate): Row | undefined =>
    rows.filter((row) => day(row) <= on).at(-1);
  const share = last(
    facts.consents.filter(({ kind }) => kind === 'SHARE_WITH_COORDINATORS'),
    (consent) => consent.on,
  );
  const request = facts.requests.find(({ sentOn, closedOn }) => sentOn <= on && (closedOn === null || closedOn > on));
  return {
    on,
    hasBegun: facts.startedOn <= on,
    isShared: share?.isGiven ?? false,
    loggedMinutes: facts.logged
      .filter(
        ({ recordedOn, supersededOn, isRemoved }) =>
          !isRemoved && recordedOn <= on && (supersededOn === null || supersededOn > on),
      )
      .reduce((sum, { minutes }) => sum + minutes, 0),
    isWaitingForHcpc: facts.questions.some(
      ({ askedOn, answeredOn }) => askedOn <= on && (answeredOn === null || answeredOn > on),
    ),
    programmeDecision: last(facts.decisions, (decision) => decision.on)?.decision ?? null,
    waitsForPlaceSince: request?.sentOn ?? null,
    placement:
      facts.placements
        .filter(({ isShown }) => isShown)
        .map((place) => placementOn(place, on))
        .findLast((words) => words !== null) ?? null,
  };
};
