import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { type PlacementState } from './placement.rules.ts';
import { escalatesOn, knownBy } from './request.rules.ts';
import { usualWait, usualWaitAndWhy } from './usual-wait.rules.ts';

/** What the way back must know of somebody's search for a placement. */
export interface PlacementStanding {
  /** The request that is open; null without one. */
  readonly request: {
    readonly sentOn: CalendarDate;
    readonly latestStartOn: CalendarDate;
    readonly noticeDays: number;
  } | null;
  /** The placement that the person sees and that holds, or was completed; null without one. */
  readonly placement: {
    readonly state: PlacementState;
    readonly siteName: string;
    readonly startsOn: CalendarDate;
    readonly endsOn: CalendarDate;
    readonly expiresOn: CalendarDate | null;
    readonly returnerAcceptedOn: CalendarDate | null;
    readonly openChecks: number;
  } | null;
}

/** How the search stands, in the words of a step of the way back. */
export type PlacementTask =
  | { readonly state: 'TO_DO' | 'IN_PROGRESS' | 'DONE'; readonly explanation: string }
  | {
      readonly state: 'WAITING';
      readonly explanation: string;
      readonly waiting: {
        readonly forWhom: string;
        readonly since: CalendarDate;
        readonly usualTime: string;
        readonly whatICanDo: string;
      };
    };

const placed = ({ placement }: PlacementStanding): PlacementTask | null => {
  if (!placement) return null;
  const { siteName, startsOn, endsOn, expiresOn, returnerAcceptedOn, openChecks } = placement;
  const until = expiresOn === null ? '' : ` by ${inWords(expiresOn)}`;
  switch (placement.state) {
    case 'OFFERED':
    case 'ACCEPTED_BY_SITE':
      return {
        state: 'TO_DO',
        explanation: `You have an offer from ${siteName}, from ${inWords(startsOn)} to ${inWords(endsOn)}. Say yes or no${until}.`,
      };
    case 'ACCEPTED_BY_RETURNER':
      return {
        state: 'WAITING',
        explanation: `You have said yes to ${siteName}. The site must say yes too.`,
        waiting: {
          forWhom: siteName,
          since: returnerAcceptedOn ?? startsOn,
          usualTime: `${usualWait}. The last day to answer is${until === '' ? ' not set' : until.replace(' by', '')}.`,
          whatICanDo:
            'Get your papers ready: identity, right to work, qualifications and references. If no answer comes, your coordinator looks for the next best place.',
        },
      };
    case 'ACCEPTED':
      return {
        state: 'IN_PROGRESS',
        explanation:
          openChecks === 0
            ? `Your place at ${siteName} starts on ${inWords(startsOn)}. Everything is ready.`
            : `Your place at ${siteName} starts on ${inWords(startsOn)}. ${openChecks === 1 ? 'One check is' : `${openChecks} checks are`} still open before day one.`,
      };
    case 'STARTED':
      return { state: 'IN_PROGRESS', explanation: `You are at ${siteName} until ${inWords(endsOn)}. Log each day.` };
    case 'COMPLETED':
      return { state: 'DONE', explanation: `Your placement at ${siteName} ended on ${inWords(endsOn)}.` };
    case 'PROPOSED':
    case 'DECLINED':
    case 'EXPIRED':
    case 'WITHDRAWN':
    case 'MOVED':
    case 'ENDED_EARLY':
      return null;
  }
};

/** How the search for a placement stands; null where the person has not asked for one. */
export const placementTaskOf = (
  standing: PlacementStanding,
  regionName: string | null,
  today: CalendarDate,
): PlacementTask | null => {
  const { request } = standing;
  const place = placed(standing);
  if (place && !(place.state === 'DONE' && request)) return place;
  if (!request) return null;
  const known = inWords(knownBy(request));
  return {
    state: 'WAITING',
    explanation: `A place is looked for. You know by ${known} at the latest.`,
    waiting: {
      forWhom: regionName === null ? 'The coordinators of your region' : `The coordinators of ${regionName}`,
      since: request.sentOn,
      usualTime: usualWaitAndWhy,
      whatICanDo:
        today > escalatesOn(request.sentOn)
          ? 'You have waited for longer than usual. Write to your regional team. More travel time or another day may help too.'
          : 'Go on with formal and private study. More travel time or another day may make more places fit.',
    },
  };
};
