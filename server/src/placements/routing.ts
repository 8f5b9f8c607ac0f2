import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { KnownTravelTime, Place, TravelMode } from './travel.rules.ts';

/** A way somebody may go. */
export interface Way {
  readonly from: Place;
  readonly to: Place;
  readonly mode: TravelMode;
}

/** What is known of ways beyond the estimate. */
export interface Routes {
  /**
   * Asks for the minutes of ways; those it does not know, or not in time, are left out and stay estimates. Never throws.
   * `isComplete` is false where the service did not answer.
   */
  minutesOf(
    ways: readonly Way[],
  ): Promise<{ readonly known: readonly KnownTravelTime[]; readonly isComplete: boolean }>;
  /** The minutes that were learned before: for commands, which wait for nobody while they hold a lock. */
  learned(ways: readonly Way[]): readonly KnownTravelTime[];
}

/** Without a routing service every way is an estimate. */
const estimatesAlone: Routes = { minutesOf: () => Promise.resolve({ known: [], isComplete: true }), learned: () => [] };

/** OSRM's names of the ways to travel; it knows no timetables. */
const profiles: Readonly<Partial<Record<TravelMode, string>>> = {
  CAR: 'driving',
  BICYCLE: 'cycling',
  ON_FOOT: 'walking',
};

/** Starts and ends that are asked for at once: OSRM's own limit is 100 points. */
const pointsAtOnce = 50;
const tableAnswer = z.object({ code: z.literal('Ok'), durations: z.array(z.array(z.number().nullable())) });

/** How a routing service is asked. */
export interface RoutingSettings {
  /** Address of a service that speaks OSRM's table service, without a slash at the end. */
  readonly url: string;
  /** For all ways of a plan together. */
  readonly timeAtMostMs?: number;
  /** After a failure it is left alone for so long. */
  readonly restMs?: number;
  readonly fetch?: typeof globalThis.fetch;
}

const nameOf = ({ from, to, mode }: Way): string => `${from.key} ${to.key} ${mode}`;
const pointOf = ({ point }: Place): string => `${point.longitude.toFixed(5)},${point.latitude.toFixed(5)}`;
const chunksOf = <Thing>(things: readonly Thing[]): Thing[][] =>
  Array.from({ length: Math.ceil(things.length / pointsAtOnce) }, (_, at) =>
    things.slice(at * pointsAtOnce, (at + 1) * pointsAtOnce),
  );
const oneEach = (places: readonly Place[]): Place[] => [...new Map(places.map((place) => [place.key, place])).values()];

/**
 * Asks a service for the minutes of ways. It is told points alone: the middles of postcode districts and the sites, never a person.
 * What it says is kept for a day.
 */
export const createRoutes = ({
  url,
  timeAtMostMs = 2_000,
  restMs = 60_000,
  fetch = globalThis.fetch,
}: RoutingSettings): Routes => {
  const kept = new LRUCache<string, number>({ max: 200_000, ttl: 86_400_000 });
  let restsUntil = 0;

  const ask = async (mode: string, from: readonly Place[], to: readonly Place[], signal: AbortSignal) => {
    const points = [...from, ...to].map(pointOf).join(';');
    const sources = from.map((_, index) => index).join(';');
    const destinations = to.map((_, index) => from.length + index).join(';');
    const response = await fetch(
      `${url}/table/v1/${mode}/${points}?sources=${sources}&destinations=${destinations}&annotations=duration`,
      { signal, redirect: 'error' },
    );
    if (!response.ok) throw new Error(`The routing service answered ${response.status}`);
    return tableAnswer.parse(await response.json()).durations;
  };
  const learn = async (mode: TravelMode, ways: readonly Way[], signal: AbortSignal): Promise<void> => {
    const profile = profiles[mode];
    if (profile === undefined) return;
    for (const from of chunksOf(oneEach(ways.map((way) => way.from))))
      for (const to of chunksOf(oneEach(ways.map((way) => way.to)))) {
        const seconds = await ask(profile, from, to, signal);
        from.forEach((start, row) => {
          to.forEach((end, column) => {
            const took = seconds[row]?.[column] ?? null;
            if (took !== null && took >= 0) kept.set(nameOf({ from: start, to: end, mode }), Math.round(took / 60));
          });
        });
      }
  };
  const learned = (ways: readonly Way[]): KnownTravelTime[] =>
    ways.flatMap((way) => {
      const minutes = kept.get(nameOf(way));
      return minutes === undefined
        ? []
        : [{ from: way.from.key, to: way.to.key, mode: way.mode, minutes, origin: 'ROUTING' }];
    });

  return {
    learned,
    async minutesOf(ways) {
      const unknown = ways.filter((way) => profiles[way.mode] !== undefined && !kept.has(nameOf(way)));
      let isComplete = unknown.length === 0;
      if (!isComplete && Date.now() >= restsUntil) {
        const signal = AbortSignal.timeout(timeAtMostMs);
        try {
          for (const [mode, some] of Map.groupBy(unknown, (way) => way.mode)) await learn(mode, some, signal);
          isComplete = true;
        } catch {
          // what it said before it failed is kept; the rest are estimates, and marked as such
          restsUntil = Date.now() + restMs;
        }
      }
      return { known: learned(ways), isComplete };
    },
  };
};

let inUse: Routes = estimatesAlone;

/** Sets the routing service, once, when the process starts. */
export const setRoutingService = (settings: RoutingSettings | undefined): void => {
  inUse = settings ? createRoutes(settings) : estimatesAlone;
};

/** The routing service of this process; without one, all ways are estimates. */
export const routes = (): Routes => inUse;
