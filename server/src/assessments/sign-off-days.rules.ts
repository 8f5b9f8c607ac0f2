import { inWords, laterOf, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { decideSupervision, type SupervisorFacts } from '../placements/supervisor.rules.ts';

/** Another supervisor who stands in at a placement from a day on, until the next one does. */
export interface StandIn {
  readonly supervisorId: string;
  readonly from: CalendarDate;
}

/** A placement with everybody who supervises it. */
export interface SupervisedPlacement {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** The one who was named first; null for nobody. */
  readonly supervisorId: string | null;
  readonly standIns: readonly StandIn[];
}

/** Who supervises a day of a placement, and since when; null outside it, or where nobody is named. */
export const supervisorOn = ({ from, until, supervisorId, standIns }: SupervisedPlacement, on: CalendarDate) => {
  if (on < from || on > until) return null;
  const standIn = standIns
    .filter((one) => one.from <= on)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .at(-1);
  if (standIn) return { supervisorId: standIn.supervisorId, since: laterOf(from, standIn.from) };
  return supervisorId === null ? null : { supervisorId, since: from };
};

/** A supervised day that somebody wants to log, under one of the supervisors of that day. */
export interface SupervisionOfDay {
  readonly siteName: string;
  readonly supervisorName: string;
  readonly supervisor: SupervisorFacts;
  /** The first day they supervised there. */
  readonly since: CalendarDate;
}

/**
 * Why a supervised day cannot be logged: every supervisor whom the day could have had has lapsed or was sanctioned by then. HCPC does
 * not say what becomes of such days; we take it that none begin (row 35, assumed). A day outside every placement is not ours to judge.
 */
export const faultsOfFrozenDay = (on: CalendarDate, supervisions: readonly SupervisionOfDay[]): readonly Refusal[] => {
  const frozen = supervisions.flatMap((one) => {
    const { frozenFrom } = decideSupervision(one.supervisor, one.since, on);
    return frozenFrom === null ? [] : [{ ...one, frozenFrom }];
  });
  const [first] = frozen;
  return first === undefined || frozen.length < supervisions.length
    ? []
    : [
        {
          code: 'RULE_NOT_MET',
          path: ['kind'],
          rule: 'SUPERVISION_FROZEN',
          message: `${first.supervisorName} at ${first.siteName} cannot supervise from ${inWords(first.frozenFrom)} on, so ${inWords(on)} cannot be logged as supervised practice there (assumed).`,
          help: 'Your coordinator is told, and the site can name another supervisor for you. Once it has, log this day. Study on that day can be logged now.',
        },
      ];
};

/** Most activities that are named in one question to a supervisor. */
export const activitiesAtMost = 10;
/** The most characters of one of them. */
export const activityAtMost = 120;

/** The activities as they are kept: trimmed, each once. */
export const activitiesAsKept = (activities: readonly string[]): readonly string[] => [
  ...new Set(activities.map((activity) => activity.trim()).filter((activity) => activity !== '')),
];

/** Why days with these activities are not for this supervisor: they supervise within their own scope alone (row 37). */
export const faultsOfScope = (
  activities: readonly string[],
  { scope }: Pick<SupervisorFacts, 'scope'>,
): readonly Refusal[] => {
  if (
    activities.length > activitiesAtMost ||
    activities.some((one) => one.length > activityAtMost || /\p{Cc}/u.test(one) || !one.isWellFormed())
  )
    return [
      {
        code: 'VALUE_INVALID',
        path: ['activities'],
        message: 'These activities are too many or too long, or hold signs that cannot be kept.',
        help: `Give at most ${activitiesAtMost}, each of at most ${activityAtMost} characters.`,
      },
    ];
  const outside = activities.filter((activity) => !scope.includes(activity));
  return outside.length === 0
    ? []
    : [
        {
          code: 'RULE_NOT_MET',
          path: ['activities'],
          rule: 'SUPERVISOR_SCOPE',
          message: `This supervisor does not supervise: ${outside.join('; ')}.`,
          help:
            scope.length === 0
              ? 'The site has not said what this supervisor supervises. Ask it to, or leave the activities out.'
              : `They supervise: ${scope.join('; ')}. Ask another supervisor about the rest, or ask the site to put right what it has said.`,
        },
      ];
};

/** What naming a stand-in is judged with. */
export interface StandInFacts {
  readonly placement: SupervisedPlacement & { readonly isUnderWay: boolean };
  readonly from: CalendarDate;
  readonly supervisorId: string;
  readonly isOwn: boolean;
}

/** Why somebody cannot stand in, apart from what stops them from signing at all. */
export const faultsOfStandIn = ({ placement, from, supervisorId, isOwn }: StandInFacts): readonly Refusal[] => {
  if (!placement.isUnderWay)
    return [
      {
        code: 'RULE_NOT_MET',
        path: ['placementId'],
        rule: 'PLACEMENT_HAS_BEGUN',
        message: 'This placement is not under way.',
        help: 'Another supervisor stands in for days of a placement that has begun.',
      },
    ];
  if (from < placement.from || from > placement.until)
    return [
      {
        code: 'VALUE_INVALID',
        path: ['from'],
        message: 'This day lies outside the placement.',
        help: `Give a day from ${inWords(placement.from)} to ${inWords(placement.until)}.`,
      },
    ];
  if (isOwn)
    return [
      {
        code: 'RULE_NOT_MET',
        path: ['supervisorId'],
        rule: 'NOBODY_SIGNS_OWN_HOURS',
        message: 'Nobody supervises themselves.',
        help: 'Name somebody else.',
      },
    ];
  return supervisorOn(placement, from)?.supervisorId === supervisorId
    ? [
        {
          code: 'RULE_NOT_MET',
          path: ['supervisorId'],
          rule: 'STAND_IN_IS_ANOTHER',
          message: 'This supervisor has that day already.',
          help: 'Name another supervisor, or choose another day.',
        },
      ]
    : [];
};
