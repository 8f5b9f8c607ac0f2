import type { CalendarDate } from '../kernel/calendar-date.ts';
import { no, type Refusal } from '../kernel/refusal.ts';
import type { PlaceRow } from './matching-facts.rules.ts';
import { placeOf } from './matching-input.rules.ts';
import { escalatesOn } from './request.rules.ts';
import { travelTimesWith, type TravelMode, type TravelTime } from './travel.rules.ts';

/** The most sites that one request asks and that have not answered (assumed), so that nobody is flooded. */
export const openQuestionsAtMost = 5;
/** The most sites that are listed, the nearest first. */
export const sitesListedAtMost = 10;

/** What is known of a question to a site. */
export interface QuestionFacts {
  readonly askedOn: CalendarDate;
  /** When the site said something of its places for this profession, the day of the question or later; null for not yet. */
  readonly answeredOn: CalendarDate | null;
}

/** Whether the wait for a site's word is too long; a coordinator steps in. */
export const isQuestionOverdue = ({ askedOn, answeredOn }: QuestionFacts, today: CalendarDate): boolean =>
  answeredOn === null && today > escalatesOn(askedOn);

/** A site that a returner may ask, as it is read. */
export interface SiteNear extends PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly hostName: string;
  readonly hasContact: boolean;
  readonly corrected: number | null;
  /** The question of this request, if there is one. */
  readonly askedOn: CalendarDate | null;
  readonly answeredOn: CalendarDate | null;
}

/** Where a returner lives, and how far they go. */
export interface WishFrom {
  readonly home: PlaceRow & { readonly key: string };
  readonly mode: TravelMode;
  readonly travelMinutesAtMost: number;
}

/** A site that a returner may ask, with the way there and how the question stands. */
export interface SiteToAsk {
  readonly site: SiteNear;
  readonly travel: TravelTime;
  readonly escalatesOn: CalendarDate | null;
  readonly isOverdue: boolean;
}

/** The sites within reach, the nearest first; those that were asked already stand before all others. */
export const sitesWithinReach = (
  { home, mode, travelMinutesAtMost }: WishFrom,
  sites: readonly SiteNear[],
  today: CalendarDate,
): SiteToAsk[] => {
  const from = placeOf(home.key, home);
  return sites
    .map((site): SiteToAsk => {
      const { corrected, askedOn, answeredOn } = site;
      const known =
        corrected === null
          ? []
          : [{ from: home.key, to: site.id, mode, minutes: corrected, origin: 'CORRECTION' as const }];
      return {
        site,
        travel: travelTimesWith(known).between(from, placeOf(site.id, site), mode),
        escalatesOn: askedOn === null ? null : escalatesOn(askedOn),
        isOverdue: askedOn !== null && isQuestionOverdue({ askedOn, answeredOn }, today),
      };
    })
    .filter(({ site, travel }) => site.askedOn !== null || travel.minutes <= travelMinutesAtMost)
    .toSorted(
      (one, other) =>
        Number(other.site.askedOn !== null) - Number(one.site.askedOn !== null) ||
        one.travel.minutes - other.travel.minutes ||
        (one.site.id < other.site.id ? -1 : 1),
    )
    .slice(0, sitesListedAtMost);
};

/** What is known when a site is to be asked. */
export interface AskFacts {
  readonly isOpen: boolean;
  readonly hasContact: boolean;
  readonly offersAlready: boolean;
  readonly isAsked: boolean;
  /** Questions of this request that no site has answered. */
  readonly open: number;
}

/** May the site be asked? Every reason against it; empty if it may. */
export const decideAsking = ({ isOpen, hasContact, offersAlready, isAsked, open }: AskFacts): Refusal[] => [
  ...(isOpen ? [] : [no('placementRequestId', 'REQUEST_IS_OPEN', 'This request is closed.', 'Send a new request.')]),
  ...(isAsked
    ? [
        no(
          'placementSiteId',
          'SITE_IS_ASKED_ONCE',
          'You have asked this site.',
          'Wait for its word: the page says since when.',
        ),
      ]
    : []),
  ...(offersAlready
    ? [
        no(
          'placementSiteId',
          'SITE_OFFERS_ALREADY',
          'This site offers places for your profession.',
          'Your coordinators match them. Nothing more is needed of you.',
        ),
      ]
    : []),
  ...(hasContact
    ? []
    : [
        no(
          'placementSiteId',
          'SITE_HAS_CONTACT',
          'Nobody is named there whom we could ask.',
          'Ask another site, or tell your coordinators that you would like to go there.',
        ),
      ]),
  ...(open >= openQuestionsAtMost
    ? [
        no(
          'placementSiteId',
          'FEW_QUESTIONS_AT_ONCE',
          `${openQuestionsAtMost} sites have still to answer you.`,
          'Wait until one has.',
        ),
      ]
    : []),
];
