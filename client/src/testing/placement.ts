import type {
  CapacityOfferFieldsFragment,
  MatchQuery,
  PlacementFieldsFragment,
  PlacementRequestFieldsFragment,
  PlacementSignatureFieldsFragment,
} from '../generated/graphql.ts';

/** A request for two days a week near home. */
export const requestOf = (changes: Partial<PlacementRequestFieldsFragment> = {}): PlacementRequestFieldsFragment => ({
  __typename: 'PlacementRequest',
  id: 'q1',
  version: 1,
  state: 'OPEN',
  sentOn: '2026-11-21',
  knownBy: '2027-02-15',
  escalatesOn: '2026-12-05',
  isOverdue: false,
  travelMode: 'CAR',
  travelMinutesAtMost: 45,
  weekdays: [1, 2],
  daysAWeek: 2,
  daysNeeded: 20,
  dayStartsAt: 480,
  dayEndsAt: 1_080,
  minutesADayAtLeast: 240,
  earliestStartOn: '2027-01-11',
  latestStartOn: '2027-03-01',
  noticeDays: 14,
  adjustments: [],
  likedWeekdays: [],
  likedSettings: [],
  wantsPaid: false,
  ranking: ['TRAVEL', 'DAYS'],
  ...changes,
});

/** A place that was offered to both sides. */
export const placementOf = (changes: Partial<PlacementFieldsFragment> = {}): PlacementFieldsFragment => ({
  __typename: 'Placement',
  id: 'pl1',
  version: 2,
  state: 'OFFERED',
  startsOn: '2027-01-11',
  endsOn: '2027-03-31',
  weekdays: [1, 2],
  expiresOn: null,
  nextBestBy: null,
  reason: null,
  adjustments: [],
  supervisorName: 'Example Supervisor',
  returnerName: 'Example Returner',
  fieldOfPractice: 'dietetics',
  viewerActions: [],
  host: {
    __typename: 'Host',
    id: 'h1',
    name: 'Example Trust',
    contactName: null,
    contactEmail: null,
    contactPhone: null,
  },
  site: { __typename: 'PlacementSite', id: 's1', name: 'Example Site', postcode: 'ZZ1 1ZZ', about: null, needs: [] },
  checks: [],
  ...changes,
});

/** No other page before or after. */
export const onePage = {
  __typename: 'PageInfo',
  hasNextPage: false,
  hasPreviousPage: false,
  startCursor: null,
  endCursor: null,
} as const;

type Plan = MatchQuery['match'];

/** A pair of a plan. */
export const pairOf = (changes: Partial<Plan['pairs'][number]> = {}): Plan['pairs'][number] => ({
  __typename: 'MatchedPair',
  returner: {
    __typename: 'MatchReturner',
    placementRequestId: 'q1',
    returnerId: 'r1',
    name: 'Example Returner 12',
    fieldOfPractice: 'dietetics',
    waitedDays: 20,
  },
  place: {
    __typename: 'MatchPlace',
    capacityOfferId: 'o1',
    placementSiteId: 's1',
    siteName: 'Example Site',
    hostName: 'Example Trust',
    supervisorName: 'Example Supervisor',
  },
  startsOn: '2027-01-11',
  endsOn: '2027-03-31',
  weekdays: [1, 2],
  travel: { __typename: 'MatchTravel', minutes: 30, plusMinus: 8, origin: 'ESTIMATE' },
  rank: 1,
  fits: 3,
  isKept: true,
  isLocked: false,
  reasons: ['The way is 30 minutes of 45.'],
  costPoints: 12,
  costParts: [{ __typename: 'MatchCostPart', preference: 'TRAVEL', points: 12, explanation: '30 minutes one way.' }],
  ...changes,
});

/** A plan with one pair, and one person for whom 15 minutes more would do. */
export const planOf = (changes: Partial<Plan> = {}): Plan => ({
  __typename: 'MatchPlan',
  feasiblePairs: 4,
  isRoutingComplete: true,
  locksNotKept: [],
  wouldRather: 0,
  wouldRatherPairs: [],
  totals: { __typename: 'MatchTotals', placed: 1, waitedDays: 20, changes: 0, costPoints: 12 },
  pairs: [pairOf()],
  unmatched: [
    {
      __typename: 'UnmatchedReturner',
      returner: {
        __typename: 'MatchReturner',
        placementRequestId: 'q2',
        returnerId: 'r2',
        name: 'Example Returner 13',
        fieldOfPractice: 'dietetics',
        waitedDays: 5,
      },
      binding: 'TRAVEL',
      explanation: 'The way is too long.',
      fits: 0,
      offered: 9,
      cheapestFix: {
        __typename: 'MatchFix',
        kind: 'MORE_TRAVEL',
        amount: 15,
        moves: 0,
        explanation: 'With 15 more minutes there is a place.',
        place: { __typename: 'MatchPlace', placementSiteId: 's9', siteName: 'Example Site 9' },
      },
    },
  ],
  ...changes,
});

/** An offer of two places that a coordinator entered. */
export const capacityOfferOf = (changes: Partial<CapacityOfferFieldsFragment> = {}): CapacityOfferFieldsFragment => ({
  __typename: 'CapacityOffer',
  id: 'o1',
  version: 4,
  answer: 'YES',
  noReason: null,
  maybeUntil: null,
  askAgainOn: null,
  standing: 'STALE',
  startsOn: '2027-01-04',
  endsOn: '2027-06-30',
  weekdays: [1, 2, 3, 4, 5],
  dayStartsAt: 540,
  dayEndsAt: 1_020,
  noticeDays: 14,
  places: 2,
  takenPlaces: 1,
  setting: 'CLINICAL',
  remotePercent: 0,
  contract: 'HONORARY',
  adjustments: [],
  confirmedOn: '2026-10-01',
  confirmedBy: 'Example Coordinator',
  isOnBehalf: true,
  shownToAllOn: null,
  firstShownTo: [],
  supervisorNamedBy: null,
  profession: { __typename: 'Profession', id: 'p1', code: 'DT', name: 'Dietitian' },
  supervisor: { __typename: 'Supervisor', id: 'u1', displayName: 'Example Supervisor' },
  site: { __typename: 'PlacementSite', id: 's1', name: 'Example Site' },
  host: { __typename: 'Host', id: 'h1', name: 'Example Trust' },
  ...changes,
});

/** What a placement says of supervision and signatures while there is nothing to say. */
export const withoutSignatures = {
  supervisorNow: null,
  standIns: [],
  signOffs: { __typename: 'SignOffConnection', countUpTo1000: 0, nodes: [] },
} as const satisfies Pick<PlacementSignatureFieldsFragment, 'supervisorNow' | 'standIns' | 'signOffs'>;
