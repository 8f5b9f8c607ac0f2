import { column, toOne, type FieldProjection, type Projection, type Row } from '../graphql/compile/projection.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { sql } from '../kernel/sql.ts';
import { boardProjection } from '../organisations/organisation.projection.ts';
import { professionProjection } from '../organisations/profession.projection.ts';
import { returnerProjection } from '../returners/returner.projection.ts';
import { capacityVisibleTo, requestsVisibleTo } from './capacity.policy.ts';
import {
  answeringWith,
  hostProjection,
  oneById,
  placementSiteProjection,
  supervisorProjection,
} from './host.projection.ts';
import { offerStanding, type OfferFacts } from './offer.rules.ts';
import { escalatesOn, knownBy } from './request.rules.ts';

export const capacityOfferProjection: Projection = {
  type: 'CapacityOffer',
  table: 'capacity_offer',
  visible: capacityVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    host: toOne(() => hostProjection, 'host_id'),
    site: toOne(() => placementSiteProjection, 'site_id'),
    profession: toOne(() => professionProjection, 'profession_id'),
    answer: column('answer'),
    noReason: column('no_reason'),
    maybeUntil: column('maybe_until'),
    askAgainOn: column('ask_again_on'),
    standing: {
      kind: 'derived',
      facts: {
        answer: (offer) => offer('answer'),
        maybeUntil: (offer) => offer('maybe_until'),
        from: (offer) => offer('starts_on'),
        until: (offer) => offer('ends_on'),
        confirmedOn: (offer) => offer('confirmed_on'),
      },
      compute: (facts, { clock }) => offerStanding(facts as unknown as OfferFacts, clock.today()),
    },
    startsOn: column('starts_on'),
    endsOn: column('ends_on'),
    places: column('places'),
    takenPlaces: {
      kind: 'expression',
      value: (offer) => sql`(select count(*) from placement where offer_id = ${offer('id')} and is_live)`,
    },
    weekdays: column('weekdays'),
    dayStartsAt: column('day_starts_at'),
    dayEndsAt: column('day_ends_at'),
    noticeDays: column('notice_days'),
    supervisor: toOne(() => supervisorProjection, 'supervisor_id'),
    supervisorNamedBy: column('supervisor_named_by'),
    setting: column('setting'),
    remotePercent: column('remote_percent'),
    contract: column('contract'),
    adjustments: column('adjustments'),
    confirmedOn: column('confirmed_on'),
    confirmedBy: {
      kind: 'expression',
      value: (offer) => sql`(select display_name from person where id = ${offer('confirmed_by_id')})`,
    },
    isOnBehalf: column('is_on_behalf'),
    shownToAllOn: column('shown_to_all_on'),
    firstShownTo: {
      kind: 'list',
      to: () => boardProjection,
      on: (board, offer) => sql`jsonb_exists(${offer('first_shown_to')}, ${board('id')}::text)`,
      orderBy: (board) => sql`${board('name')}, ${board('id')}`,
    },
  },
};

const offers = (on?: (offer: Row, row: Row) => ReturnType<typeof sql>): FieldProjection => ({
  kind: 'connection',
  to: () => capacityOfferProjection,
  ...(on ? { on } : {}),
  orders: {
    START: { by: 'starts_on' },
    LAST_CONFIRMED: { by: 'confirmed_on' },
    NEWEST_CONFIRMED: { by: 'confirmed_on', descending: true },
  },
  filters: {
    answer: (offer, value) => sql`${offer('answer')} = ${value}`,
    professionCode: (offer, value) =>
      sql`${offer('profession_id')} = (select id from profession where code = ${value})`,
    endsFrom: (offer, value) => sql`${offer('ends_on')} >= ${value}::date`,
    confirmedUntil: (offer, value) => sql`${offer('confirmed_on')} <= ${value}::date`,
  },
});

/** What the offers add to organisations and sites. */
export const capacityOfHost = { capacityOffers: offers((offer, host) => sql`${offer('host_id')} = ${host('id')}`) };
export const capacityOfSite = { capacityOffers: offers((offer, site) => sql`${offer('site_id')} = ${site('id')}`) };

export const placementRequestProjection: Projection = {
  type: 'PlacementRequest',
  table: 'placement_request',
  visible: requestsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    returner: toOne(() => returnerProjection, 'returner_id'),
    state: column('state'),
    sentOn: column('sent_on'),
    closedOn: column('closed_on'),
    travelMode: column('travel_mode'),
    travelMinutesAtMost: column('travel_minutes_at_most'),
    weekdays: column('weekdays'),
    daysAWeek: column('days_a_week'),
    daysNeeded: column('days_needed'),
    dayStartsAt: column('day_starts_at'),
    dayEndsAt: column('day_ends_at'),
    minutesADayAtLeast: column('minutes_a_day_at_least'),
    earliestStartOn: column('earliest_start_on'),
    latestStartOn: column('latest_start_on'),
    noticeDays: column('notice_days'),
    knownBy: {
      kind: 'derived',
      facts: {
        latestStartOn: (request) => request('latest_start_on'),
        noticeDays: (request) => request('notice_days'),
      },
      compute: ({ latestStartOn, noticeDays }) =>
        knownBy({ latestStartOn: latestStartOn as CalendarDate, noticeDays: Number(noticeDays) }),
    },
    escalatesOn: {
      kind: 'derived',
      facts: { sentOn: (request) => request('sent_on') },
      compute: ({ sentOn }) => escalatesOn(sentOn as CalendarDate),
    },
    isOverdue: {
      kind: 'derived',
      facts: { sentOn: (request) => request('sent_on'), state: (request) => request('state') },
      compute: ({ sentOn, state }, { clock }) =>
        state === 'OPEN' && clock.today() > escalatesOn(sentOn as CalendarDate),
    },
    adjustments: column('adjustments'),
    ranking: column('ranking'),
    likedWeekdays: column('liked_weekdays'),
    likedSettings: column('liked_settings'),
    wantsPaid: column('wants_paid'),
  },
};

/** What this feature adds to a returner: the request that is open, or else the last one. */
export const requestOfReturner = {
  placementRequest: {
    kind: 'relation',
    to: () => placementRequestProjection,
    on: (request, returner) =>
      sql`${request('id')} = (select id from placement_request where returner_id = ${returner('id')} order by state = 'OPEN' desc, sent_on desc, id desc limit 1)`,
  },
} satisfies Record<string, FieldProjection>;

/** Questions about capacity and requests, at the root of the API. */
export const capacityQueries: Record<string, FieldProjection> = {
  capacityOffer: oneById('CapacityOffer', () => capacityOfferProjection),
  capacityOffers: offers(),
  placementRequests: {
    kind: 'connection',
    to: () => placementRequestProjection,
    orders: { LONGEST_WAIT: { by: 'sent_on' }, NEWEST: { by: 'sent_on', descending: true } },
    filters: {
      state: (request, value) => sql`${request('state')} = ${value}`,
      sentUntil: (request, value) => sql`${request('sent_on')} <= ${value}::date`,
    },
  },
};

/** Answers of the commands about capacity and requests. */
export const capacityAnswersRead: readonly Projection[] = [
  ...['CapacityOfferAdded', 'CapacityOfferChanged', 'CapacityOfferConfirmed'].map((type) =>
    answeringWith(type, 'capacityOffer', () => capacityOfferProjection, 'capacityOfferId'),
  ),
  ...['PlacementRequestSent', 'PlacementRequestChanged', 'PlacementRequestWithdrawn'].map((type) =>
    answeringWith(type, 'placementRequest', () => placementRequestProjection, 'placementRequestId'),
  ),
];
