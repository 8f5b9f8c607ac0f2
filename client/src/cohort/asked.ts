import type { CohortFilter, CohortOrder, PlacementState, ProfessionCode } from '../generated/graphql.ts';
import { isCalendarDate } from '../ui/approximate-date.ts';
import { isOneOf } from '../ui/words.ts';
import { cohortOrders, cohortStages } from './words.ts';

/** What the address of the list of returners may hold. */
export const cohortKeys = [
  'profession',
  'region',
  'board',
  'stage',
  'placement',
  'waiting',
  'decision',
  'from',
  'order',
] as const;
type CohortAddress = Readonly<Record<(typeof cohortKeys)[number], string>>;

/** As many rows as stand on a page. */
export const cohortRows = 50;
/** As many people as the server takes by their ids. */
export const idsAtMost = 250;

/**
 * What the address asks for, as the server takes it. Words that it does not know are left out.
 * @param placementStates the words for the states of a placement
 */
export const cohortAsked = (
  address: CohortAddress,
  placementStates: Readonly<Record<PlacementState, string>>,
): { filter: CohortFilter; orderBy: CohortOrder } => ({
  orderBy: isOneOf(cohortOrders, address.order) ? address.order : 'NEWEST',
  filter: {
    // An address that names no profession is refused by the server in plain words.
    ...(address.profession === '' ? {} : { professionCode: address.profession as ProfessionCode }),
    ...(address.region === '' ? {} : { regionCode: address.region }),
    ...(address.board === '' ? {} : { boardCode: address.board }),
    ...(isOneOf(cohortStages, address.stage) ? { stage: address.stage } : {}),
    ...(isOneOf(placementStates, address.placement) ? { placementState: address.placement } : {}),
    ...(isCalendarDate(address.waiting) ? { waitingSince: address.waiting } : {}),
    ...(isCalendarDate(address.from) ? { startedFrom: address.from } : {}),
  },
});

/** The address without what is not set. */
export const cohortQuery = (address: CohortAddress): string =>
  new URLSearchParams(Object.entries(address).filter(([, value]) => value !== '')).toString();
