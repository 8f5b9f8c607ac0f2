import { minutesADay } from '../eligibility/dated.rules.ts';
import { addDays, daysBetween, earlierOf, inWords, laterOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { lapsesAfterDays, offerStanding, type OfferFacts } from '../placements/offer.rules.ts';
import { escalationWorkingDays, nextBestBy, type PlacementState } from '../placements/placement.rules.ts';
import { escalatesOn, knownBy } from '../placements/request.rules.ts';
import { decideSupervision, type SupervisorFacts } from '../placements/supervisor.rules.ts';

/** Kinds of things to do on a Monday. */
export const mondayKinds = {
  REQUEST_WAITS: 'Somebody asked for a place and was promised an answer that has not come.',
  OFFER_ENDS: 'An offer ends within a week, and not everybody has answered.',
  CHECKS_HOLD_START: 'Checks before day one will not be ready for the first day.',
  SUPERVISION_FROZEN: 'A supervisor lapsed or was sanctioned while somebody is with them: no days can be logged.',
  SUPERVISOR_CHECK_DUE: 'A supervisor on whom places depend must be looked up again.',
  CAPACITY_FADES: 'Places that somebody waits for are not confirmed any more, or will not be soon.',
  ASSESSMENT_LATE: 'An assessment was due and is not submitted.',
  ASSESSMENT_DISPUTED: 'Two assessors differ, or a returner does not agree with an assessment.',
  DECISION_AWAITED: 'Somebody waits for your decision about the national programme.',
  DAYS_DROP_OUT: 'Days of updating are about to drop out of the window.',
  NO_MOVEMENT: 'Nothing has happened for four weeks, and nobody else is at work.',
} as const;
/** A kind of thing to do. */
export type MondayKind = keyof typeof mondayKinds;

/** One thing to do, with what it costs to leave it. */
export interface MondayItem {
  readonly kind: MondayKind;
  /** What is opened to do it: a request, placement, offer of places, supervisor or returner, by its UUID. */
  readonly subjectId: string;
  /** Another record that the page for it needs, by its UUID: the organisation of a supervisor, the returner of a request. */
  readonly besideId: string | null;
  /** Whom or what it is about. */
  readonly about: string;
  readonly reason: string;
  /** Days that people will have lost in a week if nobody acts. */
  readonly daysLost: number;
  /** The day by which it should have been done, or must be. */
  readonly dueOn: CalendarDate;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** An open request whose person has no place offered. */
export interface WaitingRequest extends Named {
  readonly returnerId: string;
  readonly profession: string | null;
  readonly sentOn: CalendarDate;
  readonly latestStartOn: CalendarDate;
  readonly noticeDays: number;
  /** When the last offer was declined or ended; null if there was none. */
  readonly lastNoOn: CalendarDate | null;
}
/** An offer that not everybody has answered. */
export interface OpenOffer extends Named {
  readonly siteName: string;
  readonly state: Extract<PlacementState, 'OFFERED' | 'ACCEPTED_BY_RETURNER' | 'ACCEPTED_BY_SITE'>;
  readonly offeredOn: CalendarDate;
  readonly expiresOn: CalendarDate;
}
/** A place that both have accepted, with checks that are not cleared. */
export interface ComingStart extends Named {
  readonly siteName: string;
  readonly startsOn: CalendarDate;
  readonly openChecks: number;
}
/** A placement under way, with whoever supervises it today. */
export interface SupervisedStart extends Named {
  readonly siteName: string;
  /** The first day they supervised there. */
  readonly since: CalendarDate;
  readonly supervisorName: string;
  readonly supervisor: SupervisorFacts;
}
/** Places that may not be believed for long. */
export interface FadingCapacity extends OfferFacts {
  readonly id: string;
  readonly siteName: string;
  readonly profession: string;
  readonly freePlaces: number;
}
/** A supervisor who must be looked up by a day. */
export interface DueSupervisor extends Named {
  readonly hostId: string;
  readonly hostName: string;
  readonly profession: string;
  /** Null for somebody who was never looked up. */
  readonly checkAgainBy: CalendarDate | null;
  /** Returners whose places stand with this supervisor. */
  readonly returners: number;
  readonly freePlaces: number;
}
/** An assessment that is not submitted. */
export interface LateAssessment extends Named {
  readonly assessorName: string;
  readonly dueOn: CalendarDate;
}
/** An assessment about which somebody waits for a coordinator. */
export interface DisputedAssessment extends Named {
  readonly why: 'APPEAL' | 'DIFFERS';
  readonly since: CalendarDate;
}
/** Somebody about whom a coordinator decides. */
export interface AwaitedDecision extends Named {
  readonly since: CalendarDate;
}
/** Somebody whose logged days will leave the window, those that leave together in one line. */
export interface DroppingDays extends Named {
  readonly drops: readonly { readonly dropsOutOn: CalendarDate; readonly minutes: number }[];
}
/** Somebody for whom nobody else is at work. */
export interface StillReturner extends Named {
  readonly lastMovedOn: CalendarDate;
}

/** Everything the list is made from. What protects a person by law, and what a person needs to be able to come, is not among it. */
export interface MondayFacts {
  readonly requests: readonly WaitingRequest[];
  readonly offers: readonly OpenOffer[];
  readonly starts: readonly ComingStart[];
  readonly supervised: readonly SupervisedStart[];
  readonly capacity: readonly FadingCapacity[];
  readonly supervisors: readonly DueSupervisor[];
  readonly assessments: readonly LateAssessment[];
  readonly disputes: readonly DisputedAssessment[];
  readonly decisions: readonly AwaitedDecision[];
  readonly dropping: readonly DroppingDays[];
  readonly still: readonly StillReturner[];
}

/** Days after which silence is worth a call, and the most that silence counts for (assumed). */
export const stillAfterDays = 28;
/** Days ahead in which days that drop out are shown (assumed). */
export const dropsWithinDays = 28;
/** Days ahead in which a supervisor's check is shown (assumed). */
export const checkWithinDays = 14;

const week = 7;
const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const within = (days: number): number => Math.min(week, Math.max(1, days));
/** Days from the one that was promised until a week from now. */
const overdue = (dueOn: CalendarDate, today: CalendarDate): number =>
  Math.max(1, daysBetween(dueOn, addDays(today, week)));

const waits = (request: WaitingRequest, today: CalendarDate): MondayItem[] => {
  const { lastNoOn } = request;
  const first = escalatesOn(request.sentOn);
  const dueOn = lastNoOn === null ? first : earlierOf(first, nextBestBy(lastNoOn));
  if (today <= dueOn) return [];
  const known = knownBy(request);
  const ends = known <= addDays(today, week);
  // a request that comes to nothing is sent again, and waits for ten working days again
  const again = ends ? daysBetween(today, addWorkingDays(today, escalationWorkingDays)) : 0;
  const asked = `Asked on ${inWords(request.sentOn)}; an answer was due by ${inWords(first)}.`;
  const why =
    lastNoOn === null
      ? asked
      : dueOn === first
        ? `${asked} The last offer came to nothing on ${inWords(lastNoOn)}.`
        : `The last offer came to nothing on ${inWords(lastNoOn)}; the next best was due by ${inWords(dueOn)}.`;
  return [
    {
      kind: 'REQUEST_WAITS',
      subjectId: request.id,
      besideId: request.returnerId,
      about: request.name,
      reason: ends ? `${why} They must know by ${inWords(known)}.` : why,
      daysLost: overdue(dueOn, today) + again,
      dueOn,
    },
  ];
};

const silent: Readonly<Record<OpenOffer['state'], string>> = {
  OFFERED: 'neither side has answered',
  ACCEPTED_BY_RETURNER: 'the site has not answered',
  ACCEPTED_BY_SITE: 'the returner has not answered',
};

const ends = (offer: OpenOffer, today: CalendarDate): MondayItem[] => {
  const { expiresOn, offeredOn } = offer;
  if (expiresOn > addDays(today, week)) return [];
  const nextAnswer = addWorkingDays(laterOf(expiresOn, today), escalationWorkingDays);
  return [
    {
      kind: 'OFFER_ENDS',
      subjectId: offer.id,
      besideId: null,
      about: offer.name,
      reason: `${offer.siteName} was offered on ${inWords(offeredOn)} and ${silent[offer.state]}. The offer ${expiresOn < today ? 'ended' : 'ends'} on ${inWords(expiresOn)}.`,
      // without an answer the days since the offer are lost, and the next one takes as long again
      daysLost: daysBetween(offeredOn, nextAnswer),
      dueOn: expiresOn,
    },
  ];
};

const starts = (start: ComingStart, today: CalendarDate): MondayItem[] => {
  // whatever begins in a week takes ten working days
  const ready = addWorkingDays(addDays(today, week), escalationWorkingDays);
  if (start.openChecks === 0 || ready <= start.startsOn) return [];
  return [
    {
      kind: 'CHECKS_HOLD_START',
      subjectId: start.id,
      besideId: null,
      about: start.name,
      reason: `${count(start.openChecks, 'check is', 'checks are')} open, and the first day at ${start.siteName} is ${inWords(start.startsOn)}.`,
      daysLost: daysBetween(start.startsOn, ready),
      dueOn: start.startsOn,
    },
  ];
};

const frozen = (one: SupervisedStart, today: CalendarDate): MondayItem[] => {
  const { frozenFrom } = decideSupervision(one.supervisor, one.since, today);
  if (frozenFrom === null) return [];
  return [
    {
      kind: 'SUPERVISION_FROZEN',
      subjectId: one.id,
      besideId: null,
      about: one.name,
      reason: `${one.supervisorName} at ${one.siteName} cannot supervise from ${inWords(frozenFrom)} on. Another supervisor must be named before days can be logged.`,
      daysLost: overdue(frozenFrom, today),
      dueOn: frozenFrom,
    },
  ];
};

type Waiting = ReadonlyMap<string | null, number>;

const fades = (offer: FadingCapacity, waiting: Waiting, today: CalendarDate): MondayItem[] => {
  const people = Math.min(offer.freePlaces, waiting.get(offer.profession) ?? 0);
  const standing = offerStanding(offer, today);
  const isUnsure = offer.answer === 'MAYBE' && offer.maybeUntil !== null;
  const lapsesOn =
    isUnsure && offer.maybeUntil ? addDays(offer.maybeUntil, 1) : addDays(offer.confirmedOn, lapsesAfterDays);
  const isFading = standing === 'STALE' || standing === 'LAPSED' || (isUnsure && lapsesOn <= addDays(today, week));
  if (people <= 0 || !isFading || standing === 'NO' || standing === 'OVER') return [];
  const said = isUnsure
    ? `The site said maybe until ${inWords(addDays(lapsesOn, -1))}`
    : `Not confirmed since ${inWords(offer.confirmedOn)}`;
  return [
    {
      kind: 'CAPACITY_FADES',
      subjectId: offer.id,
      besideId: null,
      about: offer.siteName,
      reason: `${said}. ${count(people, 'person who waits', 'people who wait')} could have a place there.`,
      daysLost: people * within(daysBetween(laterOf(lapsesOn, today), addDays(today, week))),
      dueOn: lapsesOn,
    },
  ];
};

const checkDue = (supervisor: DueSupervisor, waiting: Waiting, today: CalendarDate): MondayItem[] => {
  const dueOn = supervisor.checkAgainBy ?? today;
  const people = supervisor.returners + Math.min(supervisor.freePlaces, waiting.get(supervisor.profession) ?? 0);
  if (people <= 0 || dueOn > addDays(today, checkWithinDays)) return [];
  const said =
    supervisor.checkAgainBy === null ? 'Never looked up on the Register' : `To be looked up again by ${inWords(dueOn)}`;
  return [
    {
      kind: 'SUPERVISOR_CHECK_DUE',
      subjectId: supervisor.id,
      besideId: supervisor.hostId,
      about: supervisor.name,
      reason: `${said}. ${count(people, 'person depends', 'people depend')} on it at ${supervisor.hostName}.`,
      daysLost: people * within(daysBetween(laterOf(dueOn, today), addDays(today, week))),
      dueOn,
    },
  ];
};

const decides = (awaited: AwaitedDecision, today: CalendarDate): MondayItem => {
  const dueOn = addWorkingDays(awaited.since, escalationWorkingDays);
  return {
    kind: 'DECISION_AWAITED',
    subjectId: awaited.id,
    besideId: null,
    about: awaited.name,
    reason: `Waits since ${inWords(awaited.since)} for a decision about the national programme; it ${dueOn < today ? 'was' : 'is'} due by ${inWords(dueOn)}.`,
    daysLost: overdue(dueOn, today),
    dueOn,
  };
};

const late = (assessment: LateAssessment, today: CalendarDate): MondayItem[] =>
  assessment.dueOn >= today
    ? []
    : [
        {
          kind: 'ASSESSMENT_LATE',
          subjectId: assessment.id,
          besideId: null,
          about: assessment.name,
          reason: `${assessment.assessorName} was to submit an assessment by ${inWords(assessment.dueOn)}.`,
          // HCPC asks for no assessment: one that is late holds nobody up for ever
          daysLost: Math.min(stillAfterDays, overdue(assessment.dueOn, today)),
          dueOn: assessment.dueOn,
        },
      ];

const disputed = (assessment: DisputedAssessment, today: CalendarDate): MondayItem => {
  const dueOn = addWorkingDays(assessment.since, escalationWorkingDays);
  return {
    kind: 'ASSESSMENT_DISPUTED',
    subjectId: assessment.id,
    besideId: null,
    about: assessment.name,
    reason: `${assessment.why === 'APPEAL' ? 'They noted that they do not agree with an assessment' : 'A second assessor saw an assessment in another way'} on ${inWords(assessment.since)}; an answer ${dueOn < today ? 'was' : 'is'} due by ${inWords(dueOn)}.`,
    daysLost: Math.min(stillAfterDays, overdue(dueOn, today)),
    dueOn,
  };
};

const drops = (person: DroppingDays, today: CalendarDate): MondayItem[] => {
  const soon = person.drops.filter(({ dropsOutOn }) => dropsOutOn <= addDays(today, dropsWithinDays));
  const first = soon[0];
  if (!first) return [];
  const dueOn = soon.reduce((least, { dropsOutOn }) => earlierOf(least, dropsOutOn), first.dropsOutOn);
  const minutes = soon.reduce((sum, each) => sum + each.minutes, 0);
  const days = Math.ceil(minutes / minutesADay);
  return [
    {
      kind: 'DAYS_DROP_OUT',
      subjectId: person.id,
      besideId: null,
      about: person.name,
      reason: `${count(days, 'day', 'days')} of updating will stop counting within four weeks, the first on ${inWords(dueOn)}.`,
      daysLost: days,
      dueOn,
    },
  ];
};

const stands = (person: StillReturner, today: CalendarDate): MondayItem[] => {
  const dueOn = addDays(person.lastMovedOn, stillAfterDays);
  if (today < dueOn) return [];
  return [
    {
      kind: 'NO_MOVEMENT',
      subjectId: person.id,
      besideId: null,
      about: person.name,
      reason: `Nothing has happened since ${inWords(person.lastMovedOn)}, and nobody else is at work on it.`,
      // longer silence is not more urgent than somebody who was promised an answer
      daysLost: Math.min(stillAfterDays, overdue(dueOn, today)),
      dueOn,
    },
  ];
};

/** What to do this week, the dearest to leave first; among equals by the id of the record. */
export const mondayList = (facts: MondayFacts, today: CalendarDate): MondayItem[] => {
  const waiting = new Map<string | null, number>();
  for (const { profession } of facts.requests) waiting.set(profession, (waiting.get(profession) ?? 0) + 1);
  const awaited = new Set(facts.decisions.map(({ id }) => id));
  return [
    ...facts.requests.flatMap((each) => waits(each, today)),
    ...facts.offers.flatMap((each) => ends(each, today)),
    ...facts.starts.flatMap((each) => starts(each, today)),
    ...facts.supervised.flatMap((each) => frozen(each, today)),
    ...facts.capacity.flatMap((each) => fades(each, waiting, today)),
    ...facts.supervisors.flatMap((each) => checkDue(each, waiting, today)),
    ...facts.assessments.flatMap((each) => late(each, today)),
    ...facts.disputes.map((each) => disputed(each, today)),
    ...facts.decisions.map((each) => decides(each, today)),
    ...facts.dropping.flatMap((each) => drops(each, today)),
    ...facts.still.filter(({ id }) => !awaited.has(id)).flatMap((each) => stands(each, today)),
  ].toSorted(
    (one, other) =>
      other.daysLost - one.daysLost ||
      (one.subjectId < other.subjectId ? -1 : one.subjectId > other.subjectId ? 1 : one.kind < other.kind ? -1 : 1),
  );
};

/** Free seats of one offer of places. */
export interface OfferedSeats extends OfferFacts {
  readonly profession: string;
  readonly freePlaces: number;
}
/** Who waits for places of a profession, and which there are. */
export interface Supply {
  readonly profession: string;
  readonly openRequests: number;
  readonly believableSeats: number;
  readonly staleSeats: number;
}

/** Demand and supply by profession, the greatest want first; where there is neither, no line. */
export const supplyByProfession = (
  requests: readonly Pick<WaitingRequest, 'profession'>[],
  offers: readonly OfferedSeats[],
  today: CalendarDate,
): Supply[] => {
  const seats = (profession: string, standings: readonly string[]): number =>
    offers
      .filter((offer) => offer.profession === profession && standings.includes(offerStanding(offer, today)))
      .reduce((sum, { freePlaces }) => sum + Math.max(0, freePlaces), 0);
  const professions = new Set([...requests, ...offers].flatMap(({ profession }) => profession ?? []));
  return [...professions]
    .map((profession) => ({
      profession,
      openRequests: requests.filter((request) => request.profession === profession).length,
      believableSeats: seats(profession, ['CONFIRMED', 'MAYBE']),
      staleSeats: seats(profession, ['STALE']),
    }))
    .filter(({ openRequests, believableSeats, staleSeats }) => openRequests + believableSeats + staleSeats > 0)
    .toSorted(
      (one, other) =>
        other.openRequests - other.believableSeats - (one.openRequests - one.believableSeats) ||
        (one.profession < other.profession ? -1 : 1),
    );
};
