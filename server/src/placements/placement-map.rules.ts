import type { CalendarDate } from '../kernel/calendar-date.ts';
import { isOfferOpen, type OfferFacts } from './offer.rules.ts';

/** Kinds of points on the map of a coordinator. */
export const placementMapPointKinds = {
  DISTRICT: 'A postcode district in which returners live who wait for a place.',
  SITE: 'A site that offers places.',
} as const;
/** A kind of point. */
export type PlacementMapPointKind = keyof typeof placementMapPointKinds;

interface Place {
  readonly id: string;
  readonly name: string;
  readonly postcode: string | null;
  readonly latitude: number;
  readonly longitude: number;
}

/** How many who wait live in a postcode district. */
export interface WaitingDistrict extends Place {
  readonly waiting: number;
}

/** One offer of places at a site, and how many of them are taken. */
export interface OfferedPlaces extends OfferFacts {
  readonly site: Place;
  readonly places: number;
  readonly takenPlaces: number;
}

/** A point with how many wait there, or how many places are free there. */
export interface PlacementMapPoint extends Place {
  readonly kind: PlacementMapPointKind;
  readonly waiting: number;
  readonly freePlaces: number;
}

const inOrder = (one: PlacementMapPoint, other: PlacementMapPoint): number =>
  other.waiting - one.waiting ||
  other.freePlaces - one.freePlaces ||
  (one.name < other.name ? -1 : one.name > other.name ? 1 : 0) ||
  (one.id < other.id ? -1 : 1);

/**
 * All points of a map: most who wait first, then most free places. A site stands on it while an offer of it can be given away,
 * with no free place too.
 */
export const pointsOfMap = (
  districts: readonly WaitingDistrict[],
  offers: readonly OfferedPlaces[],
  today: CalendarDate,
): PlacementMapPoint[] => {
  const sites = new Map<string, PlacementMapPoint>();
  for (const offer of offers) {
    if (!isOfferOpen(offer, today)) continue;
    const { site, places, takenPlaces } = offer;
    const before = sites.get(site.id)?.freePlaces ?? 0;
    const freePlaces = before + Math.max(0, places - takenPlaces);
    sites.set(site.id, { ...site, kind: 'SITE', waiting: 0, freePlaces });
  }
  return [
    ...districts.map((district) => ({ ...district, kind: 'DISTRICT' as const, freePlaces: 0 })),
    ...sites.values(),
  ].toSorted(inOrder);
};
