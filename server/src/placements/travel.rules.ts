/** How somebody travels. */
export const travelModes = {
  CAR: 'By car.',
  PUBLIC_TRANSPORT: 'By bus, tram or train.',
  BICYCLE: 'By bicycle.',
  ON_FOOT: 'On foot.',
} as const;
/** A way to travel. */
export type TravelMode = keyof typeof travelModes;

/** A place on the map, in WGS84 decimal degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** One end of a journey. */
export interface Place {
  /** Stable name of the place: a postcode district such as `LS6`, or the id of a site. */
  readonly key: string;
  readonly point: Point;
  readonly isUrban: boolean;
}

/** Where a number of minutes comes from. */
export const travelOrigins = {
  ESTIMATE: 'Reckoned from the distance: an estimate.',
  CORRECTION: 'Put right by a coordinator.',
  ROUTING: 'Asked of a routing service.',
} as const;
/** Where a number of minutes comes from. */
export type TravelOrigin = keyof typeof travelOrigins;

/** Minutes one way, from door to door. */
export interface TravelTime {
  readonly minutes: number;
  /** The true time is likely within so many minutes more or less. */
  readonly plusMinus: number;
  readonly origin: TravelOrigin;
}

/** Minutes for a pair of places that win over the estimate; they hold both ways. */
export interface KnownTravelTime {
  readonly from: string;
  readonly to: string;
  readonly mode: TravelMode;
  readonly minutes: number;
  readonly origin: Exclude<TravelOrigin, 'ESTIMATE'>;
}

/** Travel times between places: the offline estimate, or a routing service in its place. */
export interface TravelTimes {
  between(from: Place, to: Place, mode: TravelMode): TravelTime;
}

/** Everything that is assumed about travel; no source was found for any of it. */
export const travelAssumptions = {
  /** A place is urban with at least so many postcodes within so many kilometres of the district's point. */
  urbanPostcodes: 1500,
  urbanWithinKm: 5,
  /**
   * For each mode: how much longer the way is than a straight line; kilometres an hour in towns and in the country, and
   * beyond the first kilometres of a long way; minutes for walking to the stop, waiting and parking.
   */
  modes: {
    CAR: { detour: 1.3, urban: 24, rural: 45, long: 75, longAfterKm: 15, fixedMinutes: 5 },
    PUBLIC_TRANSPORT: { detour: 1.4, urban: 18, rural: 25, long: 45, longAfterKm: 15, fixedMinutes: 12 },
    BICYCLE: { detour: 1.25, urban: 14, rural: 16, long: 16, longAfterKm: 15, fixedMinutes: 3 },
    ON_FOOT: { detour: 1.2, urban: 4.8, rural: 4.8, long: 4.8, longAfterKm: 15, fixedMinutes: 0 },
  },
  /** An estimate may be wrong by this share, and by at least so many minutes. */
  errorShare: 0.25,
  errorAtLeastMinutes: 5,
} as const satisfies {
  modes: Record<TravelMode, Record<'detour' | 'urban' | 'rural' | 'long' | 'longAfterKm' | 'fixedMinutes', number>>;
  [key: string]: unknown;
};

const earthRadiusKm = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres in a straight line over the ground. */
export const kilometresBetween = (one: Point, other: Point): number => {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * half(one.longitude, other.longitude);
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
};

/** A postcode district with its middle and the number of postcodes in it. */
export interface District {
  readonly point: Point;
  readonly postcodes: number;
}

/** True in a town: enough postcodes lie near. A district counts whole if its middle is near. */
export const isUrban = (point: Point, districts: Iterable<District>): boolean => {
  const { urbanPostcodes, urbanWithinKm } = travelAssumptions;
  // a degree of latitude is 111 km: most districts need no sum
  const degrees = urbanWithinKm / 111;
  let near = 0;
  for (const district of districts) {
    if (Math.abs(district.point.latitude - point.latitude) > degrees) continue;
    if (kilometresBetween(point, district.point) <= urbanWithinKm) near += district.postcodes;
    if (near >= urbanPostcodes) return true;
  }
  return false;
};

/** Minutes reckoned from the distance alone: the way, the pace at both ends, and the waiting. */
export const estimateTravel = (from: Place, to: Place, mode: TravelMode): TravelTime => {
  const { modes, errorShare, errorAtLeastMinutes } = travelAssumptions;
  const { detour, urban, rural, long, longAfterKm, fixedMinutes } = modes[mode];
  const km = kilometresBetween(from.point, to.point) * detour;
  // half of the way is travelled at the pace of each end
  const minutesAKm = (60 / (from.isUrban ? urban : rural) + 60 / (to.isUrban ? urban : rural)) / 2;
  const near = Math.min(km, longAfterKm);
  const minutes = Math.round(fixedMinutes + near * minutesAKm + (km - near) * (60 / long));
  return { minutes, plusMinus: Math.max(errorAtLeastMinutes, Math.round(minutes * errorShare)), origin: 'ESTIMATE' };
};

/** The name of a pair of places, whichever way one goes. */
const pairKey = (one: string, other: string, mode: TravelMode): string =>
  `${one < other ? one : other}\u0000${one < other ? other : one}\u0000${mode}`;

/** The estimate, but for pairs that are known better. A correction by a coordinator wins over a routing service. */
export const travelTimesWith = (known: readonly KnownTravelTime[]): TravelTimes => {
  const byPair = new Map<string, KnownTravelTime>();
  for (const each of known) {
    const key = pairKey(each.from, each.to, each.mode);
    if (each.origin === 'CORRECTION' || byPair.get(key)?.origin !== 'CORRECTION') byPair.set(key, each);
  }
  return {
    between(from, to, mode) {
      const better = byPair.size === 0 ? undefined : byPair.get(pairKey(from.key, to.key, mode));
      return better ? { minutes: better.minutes, plusMinus: 0, origin: better.origin } : estimateTravel(from, to, mode);
    },
  };
};

/** '35 minutes, give or take 9 (an estimate)'. */
export const travelInWords = ({ minutes, plusMinus, origin }: TravelTime): string => {
  if (origin === 'ESTIMATE') return `${minutes} minutes, give or take ${plusMinus} (an estimate)`;
  return origin === 'CORRECTION' ? `${minutes} minutes (put right by a coordinator)` : `${minutes} minutes`;
};
