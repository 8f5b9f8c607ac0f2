import type { Pair, Plan } from './match.ts';

/** What a change does for one person. */
export interface Difference {
  requestId: string;
  name: string;
  fieldOfPractice: string;
  before: Pair | undefined;
  after: Pair | undefined;
  /** How many days sooner they start; negative for later, undefined where they have no place in one of the plans. */
  daysSooner: number | undefined;
}

const day = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / day);

const isSame = (one: Pair | undefined, other: Pair | undefined): boolean =>
  one?.startsOn === other?.startsOn &&
  one?.place.capacityOfferId === other?.place.capacityOfferId &&
  one?.place.placementSiteId === other?.place.placementSiteId;

/** For whom two plans differ: who gets a place or loses one first, then who starts sooner, then the others. */
export function differences(before: Plan, after: Plan): Difference[] {
  const byRequest = (plan: Plan) => new Map(plan.pairs.map((pair) => [pair.returner.placementRequestId, pair]));
  const [old, tried] = [byRequest(before), byRequest(after)];
  const everybody = new Map([...old, ...tried]);
  return [...everybody]
    .map(([requestId, { returner }]): Difference => {
      const [one, other] = [old.get(requestId), tried.get(requestId)];
      return {
        requestId,
        name: returner.name,
        fieldOfPractice: returner.fieldOfPractice,
        before: one,
        after: other,
        daysSooner: one === undefined || other === undefined ? undefined : daysBetween(other.startsOn, one.startsOn),
      };
    })
    .filter(({ before: one, after: other }) => !isSame(one, other))
    .toSorted(
      (one, other) =>
        Number(one.daysSooner !== undefined) - Number(other.daysSooner !== undefined) ||
        (other.daysSooner ?? 0) - (one.daysSooner ?? 0) ||
        (one.name < other.name ? -1 : 1),
    );
}

/** Days sooner of all who have a place in both plans, together. */
export const daysSoonerOf = (found: readonly Difference[]): number =>
  found.reduce((sum, { daysSooner }) => sum + (daysSooner ?? 0), 0);
