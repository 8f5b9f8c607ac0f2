import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { PostcodeDistrictSchema } from '../organisations/organisation.entity.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import type { Adjustment, CapacityAnswer, Contract, NoReason } from './capacity-words.rules.ts';
import { HostSchema, PlacementSiteSchema, SupervisorSchema } from './host.entity.ts';
import type { Preference, Setting } from './matching/terms.rules.ts';
import type { PlacementParty, PlacementReason, PlacementState } from './placement.rules.ts';
import type { RequestState } from './request.rules.ts';
import type { CheckKind, CheckOwner, CheckState } from './starting-check.rules.ts';
import type { Weekday } from './supervisor.rules.ts';
import type { TravelMode } from './travel.rules.ts';

/** Places that a site offers for one profession on some dates, or says that it cannot offer. */
export const CapacityOfferSchema = defineEntity({
  name: 'CapacityOffer',
  tableName: 'capacity_offer',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    site: () => p.manyToOne(PlacementSiteSchema).name('site_id'),
    profession: () => p.manyToOne(ProfessionSchema).name('profession_id'),
    answer: p.text().$type<CapacityAnswer>(),
    noReason: p.text().$type<NoReason>().name('no_reason').nullable(),
    /** With a reason that says so: when to ask again. */
    askAgainOn: p.date().name('ask_again_on').nullable(),
    maybeUntil: p.date().name('maybe_until').nullable(),
    startsOn: p.date().name('starts_on'),
    endsOn: p.date().name('ends_on'),
    places: p.integer(),
    weekdays: p.json<readonly Weekday[]>(),
    /** In minutes after midnight. */
    dayStartsAt: p.integer().name('day_starts_at'),
    dayEndsAt: p.integer().name('day_ends_at'),
    /** Days that the site needs from an offer to a start. */
    noticeDays: p.integer().name('notice_days'),
    /** Null while the supervisor is still to be named. */
    supervisor: () =>
      p
        .manyToOne(SupervisorSchema)
        .name('supervisor_id')
        .index('capacity_offer_by_supervisor')
        .nullable()
        .deleteRule('no action'),
    supervisorNamedBy: p.date().name('supervisor_named_by').nullable(),
    setting: p.text().$type<Setting>(),
    remotePercent: p.integer().name('remote_percent'),
    contract: p.text().$type<Contract>(),
    /** What can be done here beyond the site's own adjustments. */
    adjustments: p.json<readonly Adjustment[]>().defaultRaw("'[]'::jsonb"),
    confirmedOn: p.date().name('confirmed_on'),
    confirmedBy: () => p.manyToOne(PersonSchema).name('confirmed_by_id').index('capacity_offer_by_confirmer'),
    /** Entered by a coordinator for the site. */
    isOnBehalf: p.boolean().name('is_on_behalf'),
    /** UUIDs of the boards whose returners may have it first. */
    firstShownTo: p.json<readonly string[]>().name('first_shown_to').defaultRaw("'[]'::jsonb"),
    /** From when everybody may have it; null for from the beginning. */
    shownToAllOn: p.date().name('shown_to_all_on').nullable(),
  },
  uniques: [
    { name: 'one_capacity_per_site_profession_and_dates', properties: ['site', 'profession', 'startsOn', 'endsOn'] },
  ],
  checks: [
    { name: 'capacity_starts_before_it_ends', expression: 'starts_on <= ends_on' },
    { name: 'capacity_has_1_to_50_places', expression: 'places >= 1 and places <= 50' },
    { name: 'a_no_says_why', expression: "(answer = 'NO') = (no_reason is not null)" },
    { name: 'a_maybe_says_until_when', expression: "(answer = 'MAYBE') = (maybe_until is not null)" },
    {
      name: 'a_day_starts_before_it_ends',
      expression: '0 <= day_starts_at and day_starts_at < day_ends_at and day_ends_at <= 1440',
    },
  ],
  indexes: [
    { name: 'capacity_offer_of_host', properties: ['host', 'startsOn', 'id'] },
    { name: 'capacity_offer_by_start', properties: ['startsOn', 'id'] },
    { name: 'capacity_offer_by_confirmation', properties: ['confirmedOn', 'id'] },
    { name: 'capacity_offer_by_profession', properties: ['profession', 'startsOn'] },
  ],
});
/** Places that a site offers. */
export type CapacityOffer = InferEntity<typeof CapacityOfferSchema>;

/** What a returner asks for: hard limits, and what they would rather have. */
export const PlacementRequestSchema = defineEntity({
  name: 'PlacementRequest',
  tableName: 'placement_request',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    state: p.text().$type<RequestState>(),
    sentOn: p.date().name('sent_on'),
    closedOn: p.date().name('closed_on').nullable(),
    travelMode: p.text().$type<TravelMode>().name('travel_mode'),
    travelMinutesAtMost: p.integer().name('travel_minutes_at_most'),
    weekdays: p.json<readonly Weekday[]>(),
    daysAWeek: p.integer().name('days_a_week'),
    daysNeeded: p.integer().name('days_needed'),
    dayStartsAt: p.integer().name('day_starts_at'),
    dayEndsAt: p.integer().name('day_ends_at'),
    minutesADayAtLeast: p.integer().name('minutes_a_day_at_least'),
    earliestStartOn: p.date().name('earliest_start_on'),
    latestStartOn: p.date().name('latest_start_on'),
    noticeDays: p.integer().name('notice_days'),
    adjustments: p.json<readonly Adjustment[]>().defaultRaw("'[]'::jsonb"),
    ranking: p.json<readonly Preference[]>(),
    likedWeekdays: p.json<readonly Weekday[]>().name('liked_weekdays'),
    likedSettings: p.json<readonly Setting[]>().name('liked_settings'),
    wantsPaid: p.boolean().name('wants_paid'),
  },
  checks: [
    { name: 'an_earliest_start_is_before_the_latest', expression: 'earliest_start_on <= latest_start_on' },
    { name: 'a_closed_request_says_when', expression: "(state = 'OPEN') = (closed_on is null)" },
  ],
  indexes: [
    {
      name: 'one_open_request_per_returner',
      expression:
        "create unique index one_open_request_per_returner on placement_request (returner_id) where state = 'OPEN'",
    },
    { name: 'placement_request_of_returner', properties: ['returner', 'sentOn', 'id'] },
    { name: 'placement_request_by_wait', properties: ['sentOn', 'id'] },
  ],
});

/** How long a way takes, corrected by somebody who knows. */
export const TravelCorrectionSchema = defineEntity({
  name: 'TravelCorrection',
  tableName: 'travel_correction',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    district: () => p.manyToOne(PostcodeDistrictSchema).name('district_id'),
    site: () => p.manyToOne(PlacementSiteSchema).name('site_id').index('travel_correction_by_site'),
    mode: p.text().$type<TravelMode>(),
    minutes: p.integer(),
    correctedBy: () => p.manyToOne(PersonSchema).name('corrected_by_id').index('travel_correction_by_person'),
    correctedAt: p.datetime().columnType('timestamptz').name('corrected_at'),
  },
  uniques: [{ name: 'one_correction_per_way', properties: ['district', 'site', 'mode'] }],
  checks: [{ name: 'a_way_takes_0_to_600_minutes', expression: 'minutes >= 0 and minutes <= 600' }],
});

/** A returner's place at a site, from the first proposal to its end. */
export const PlacementSchema = defineEntity({
  name: 'Placement',
  tableName: 'placement',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    request: () => p.manyToOne(PlacementRequestSchema).name('request_id').index('placement_by_request'),
    offer: () => p.manyToOne(CapacityOfferSchema).name('offer_id'),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    site: () => p.manyToOne(PlacementSiteSchema).name('site_id'),
    supervisor: () =>
      p
        .manyToOne(SupervisorSchema)
        .name('supervisor_id')
        .index('placement_by_supervisor')
        .nullable()
        .deleteRule('no action'),
    /** Which of the places of the offer, from 1. */
    seat: p.integer(),
    state: p.text().$type<PlacementState>(),
    /** While it holds its seat and its returner: see `isHolding`. Two constraints exclude each other's dates by it. */
    isLive: p.boolean().name('is_live'),
    /** Once it was offered, the returner and the site see it. */
    isShown: p.boolean().name('is_shown'),
    isLocked: p.boolean().name('is_locked').default(false),
    startsOn: p.date().name('starts_on'),
    endsOn: p.date().name('ends_on'),
    weekdays: p.json<readonly Weekday[]>(),
    proposedOn: p.date().name('proposed_on'),
    offeredOn: p.date().name('offered_on').nullable(),
    expiresOn: p.date().name('expires_on').nullable(),
    returnerAcceptedOn: p.date().name('returner_accepted_on').nullable(),
    hostAcceptedOn: p.date().name('host_accepted_on').nullable(),
    changedOn: p.date().name('changed_on'),
    endedBy: p.text().$type<PlacementParty>().name('ended_by').nullable(),
    reason: p.text().$type<PlacementReason>().nullable(),
    stateBeforeMove: p.text().$type<'ACCEPTED' | 'STARTED'>().name('state_before_move').nullable(),
    /** The placement that went on here, by its UUID. */
    movedFromId: p.uuid().name('moved_from_id').index('placement_by_move').nullable(),
  },
  checks: [{ name: 'a_placement_starts_before_it_ends', expression: 'starts_on <= ends_on' }],
  indexes: [
    { name: 'placement_of_returner', properties: ['returner', 'startsOn', 'id'] },
    { name: 'placement_by_offer', expression: 'create index placement_by_offer on placement (offer_id) where is_live' },
    { name: 'placement_of_host', properties: ['host', 'startsOn', 'id'] },
    { name: 'placement_of_site', properties: ['site', 'startsOn', 'id'] },
    { name: 'placement_by_start', properties: ['startsOn', 'id'] },
    { name: 'placement_by_change', properties: ['changedOn', 'id'] },
    {
      name: 'placement_by_expiry',
      expression: 'create index placement_by_expiry on placement (expires_on) where is_live',
    },
  ],
});

/** A returner's place at a site. */
export type Placement = InferEntity<typeof PlacementSchema>;

/** One thing that must be ready before day one. */
export const StartingCheckSchema = defineEntity({
  name: 'StartingCheck',
  tableName: 'starting_check',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    placement: () => p.manyToOne(PlacementSchema).name('placement_id'),
    kind: p.text().$type<CheckKind>(),
    owner: p.text().$type<CheckOwner>(),
    state: p.text().$type<CheckState>(),
    begunOn: p.date().name('begun_on'),
    settledOn: p.date().name('settled_on').nullable(),
    goodUntil: p.date().name('good_until').nullable(),
  },
  uniques: [{ name: 'one_check_of_a_kind_per_placement', properties: ['placement', 'kind'] }],
  checks: [
    { name: 'a_settled_check_says_when', expression: "(state in ('TO_DO', 'IN_PROGRESS')) = (settled_on is null)" },
  ],
  indexes: [{ name: 'starting_check_of_returner', properties: ['returner', 'kind', 'settledOn'] }],
});
