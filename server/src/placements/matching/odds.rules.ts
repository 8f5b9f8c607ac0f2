import { addDays } from '../../kernel/calendar-date.ts';
import type { Weekday } from '../supervisor.rules.ts';
import { judgePair, surroundingsOf } from './judge-pair.rules.ts';
import type { FixKind, MatchingInput, MatchRequest } from './terms.rules.ts';

/** How many places would fit after one change to a request. */
export interface OddsWith {
  readonly kind: Extract<FixKind, 'MORE_TRAVEL' | 'ANOTHER_DAY' | 'LATER_START'>;
  readonly amount: number;
  /** The day that helps most, where the change is another day. */
  readonly weekday: Weekday | null;
  readonly fits: number;
}

/** What a request may hope for before it is sent. */
export interface Odds {
  readonly offered: number;
  readonly fits: number;
  /** Only changes that help, the most helpful first. */
  readonly with: readonly OddsWith[];
  readonly explanation: string;
}

const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Counts the offers that fit, as they are and after one change: "3 of 40 offers fit; with 15 minutes more, 11". */
export const decideOdds = (
  request: MatchRequest,
  input: Pick<MatchingInput, 'today' | 'slots' | 'sites' | 'supervisors' | 'knownTravel' | 'excluded'>,
): Odds => {
  const around = surroundingsOf(input);
  const offered = input.slots.filter(({ profession }) => profession === request.profession);
  const fitsFor = (changed: MatchRequest): number =>
    offered.filter((slot) => judgePair(changed, slot, around).limits.length === 0).length;
  const fits = fitsFor(request);
  const tries: OddsWith[] = [
    ...[15, 30].map((amount) => ({
      kind: 'MORE_TRAVEL' as const,
      amount,
      weekday: null,
      fits: fitsFor({ ...request, travelMinutesAtMost: request.travelMinutesAtMost + amount }),
    })),
    ...week
      .filter((day) => !request.weekdays.includes(day))
      .map((weekday) => ({
        kind: 'ANOTHER_DAY' as const,
        amount: 1,
        weekday,
        fits: fitsFor({ ...request, weekdays: [...request.weekdays, weekday] }),
      }))
      .toSorted((one, other) => other.fits - one.fits)
      .slice(0, 1),
    {
      kind: 'LATER_START' as const,
      amount: 4,
      weekday: null,
      fits: fitsFor({ ...request, latestStartOn: addDays(request.latestStartOn, 28) }),
    },
  ];
  const helpful = tries.filter((each) => each.fits > fits).toSorted((one, other) => other.fits - one.fits);
  const nearer = helpful.find(({ kind, amount }) => kind === 'MORE_TRAVEL' && amount === 15);
  return {
    offered: offered.length,
    fits,
    with: helpful,
    explanation: `${fits} of ${offered.length} offers fit${nearer ? `; with 15 minutes more, ${nearer.fits}` : ''}.`,
  };
};
