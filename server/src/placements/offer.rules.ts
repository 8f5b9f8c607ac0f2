import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import type { CapacityAnswer } from './capacity-words.rules.ts';

/** An offer as far as its freshness goes. */
export interface OfferFacts {
  readonly answer: CapacityAnswer;
  /** With MAYBE: the last day on which it stands. */
  readonly maybeUntil: CalendarDate | null;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** The day on which somebody last said that it is still so. */
  readonly confirmedOn: CalendarDate;
}

/** How far an offer can be believed. */
export const offerStandings = {
  CONFIRMED: 'Confirmed not long ago.',
  MAYBE: 'The site is not sure yet.',
  STALE: 'Not confirmed for a while: the site is asked, and the offer sinks in lists.',
  LAPSED: 'Not confirmed although asked, or a maybe whose day has passed: not given away any more.',
  NO: 'The site said no.',
  OVER: 'Its dates have passed.',
} as const;
/** How far an offer can be believed. */
export type OfferStanding = keyof typeof offerStandings;

/** Days without a word after which an offer is stale, and after which it lapses (assumed). */
export const staleAfterDays = 42;
export const lapsesAfterDays = 84;
/** A stale offer asks for itself again after so many days (assumed). */
export const asksAgainAfterDays = 14;

/** How far an offer can be believed on a day. */
export const offerStanding = (
  { answer, maybeUntil, until, confirmedOn }: OfferFacts,
  today: CalendarDate,
): OfferStanding => {
  if (answer === 'NO') return 'NO';
  if (until < today) return 'OVER';
  if (answer === 'MAYBE' && (maybeUntil === null || maybeUntil < today)) return 'LAPSED';
  if (today >= addDays(confirmedOn, lapsesAfterDays)) return 'LAPSED';
  if (today >= addDays(confirmedOn, staleAfterDays)) return 'STALE';
  return answer === 'MAYBE' ? 'MAYBE' : 'CONFIRMED';
};

/** May the place be given away on a day? A stale one may, with the site's yes still to come. */
export const isOfferOpen = (offer: OfferFacts, today: CalendarDate): boolean =>
  ['CONFIRMED', 'MAYBE', 'STALE'].includes(offerStanding(offer, today));

/** The day on which the site is asked by mail whether it is still so; null if it is not asked. */
export const askSiteOn = (
  offer: OfferFacts,
  lastAskedOn: CalendarDate | null,
  today: CalendarDate,
): CalendarDate | null => {
  if (offer.answer === 'NO' || offer.until < today) return null;
  // a maybe asks a few days before its day, so that an answer can still come in time
  const first =
    offer.answer === 'MAYBE' && offer.maybeUntil !== null
      ? addDays(offer.maybeUntil, -3)
      : addDays(offer.confirmedOn, staleAfterDays);
  const isAsked = lastAskedOn !== null && lastAskedOn >= first && lastAskedOn > offer.confirmedOn;
  return isAsked ? addDays(lastAskedOn, asksAgainAfterDays) : first;
};

/** To whom an offer is shown at first. */
export interface FirstShown {
  /** Ids of the organisations that see it before others; empty where all see it at once. */
  readonly partnerIds: readonly string[];
  /** The day from which all see it; null for never. */
  readonly toAllFrom: CalendarDate | null;
}

/** Is the offer shown to these organisations on this day? The site itself and coordinators see it in any case. */
export const isOfferShown = (
  { partnerIds, toAllFrom }: FirstShown,
  viewerOrganisationIds: readonly string[],
  today: CalendarDate,
): boolean =>
  partnerIds.length === 0 ||
  (toAllFrom !== null && today >= toAllFrom) ||
  viewerOrganisationIds.some((id) => partnerIds.includes(id));
