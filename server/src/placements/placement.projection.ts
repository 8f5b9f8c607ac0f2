import {
  column,
  toOne,
  type DerivedField,
  type FieldProjection,
  type Projection,
  type Row,
} from '../graphql/compile/projection.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import { returnerProjection } from '../returners/returner.projection.ts';
import { capacityOfferProjection, placementRequestProjection } from './capacity.projection.ts';
import {
  answeringWith,
  hostProjection,
  oneById,
  placementSiteProjection,
  supervisorProjection,
} from './host.projection.ts';
import {
  belongingToVisiblePlacement,
  forCoordinators,
  partyOf,
  placementsVisibleTo,
  scopeOfAction,
  type PlacementSubject,
} from './placement.policy.ts';
import { near, type PlaceRow } from './matching-facts.rules.ts';
import { placeOf } from './matching-input.rules.ts';
import { actionsFor, nextBestBy, waitClock, type PlacementParty, type TransitionFacts } from './placement.rules.ts';
import { isCheckLate, whatReturnerCanDo, type CheckWaitFacts } from './starting-check-wait.rules.ts';
import { usualWait } from './usual-wait.rules.ts';
import { travelTimesWith, type TravelMode } from './travel.rules.ts';

interface WayRow {
  readonly mode: TravelMode;
  readonly home: PlaceRow & { readonly key: string };
  readonly site: PlaceRow & { readonly key: string };
  readonly corrected: number | null;
}

/** What policies must know of the placement at hand. */
export const subjectOfPlacement = (placement: Row): Sql =>
  sql`(select json_build_object('returner', json_build_object('personId', r.person_id, 'regionId', r.region_id, 'boardId', r.board_id, 'sharesWithCoordinators', r.shares_with_coordinators), 'hostId', ${placement('host_id')}, 'supervisorPersonId', (select person_id from supervisor where id = ${placement('supervisor_id')})) from returner r where r.id = ${placement('returner_id')})`;

const viewerActions: DerivedField = {
  kind: 'derived',
  facts: {
    subject: subjectOfPlacement,
    state: (placement) => placement('state'),
    startsOn: (placement) => placement('starts_on'),
    endsOn: (placement) => placement('ends_on'),
    expiresOn: (placement) => placement('expires_on'),
    moved: (placement) =>
      sql`(select json_build_object('before', ${placement('state_before_move')}, 'startsOn', n.starts_on) from placement n where n.moved_from_id = ${placement('id')} and n.is_live)`,
  },
  compute: ({ subject, ...facts }, { actor, clock }) => {
    const placement = subject as PlacementSubject;
    const actionsOf = (by: PlacementParty | null) =>
      by === null ? [] : actionsFor({ ...(facts as unknown as TransitionFacts), by, today: clock.today() });
    return actor.kind === 'PARTNER'
      ? actionsOf('SITE').filter((action) => partyOf(actor, placement, scopeOfAction[action]) === 'SITE')
      : actionsOf(partyOf(actor, placement));
  },
};

const attendance: DerivedField = {
  kind: 'derived',
  facts: {
    days: (placement) =>
      sql`(select coalesce(json_agg(json_build_object('onDate', a.on_date, 'wasThere', a.was_there, 'minutes', a.minutes, 'reportedOn', a.reported_on, 'isByProgram', a.is_by_program) order by a.on_date), '[]'::json)
        from attendance a where a.placement_id = ${placement('id')})`,
  },
  compute: ({ days }) => days,
};

/** The way from home, for the person and the coordinators: a site does not learn where somebody lives. */
const travel: DerivedField = {
  kind: 'derived',
  facts: {
    subject: subjectOfPlacement,
    way: (placement) =>
      sql`(select json_build_object('mode', q.travel_mode,
        'home', json_build_object('key', h.code, 'latitude', h.latitude, 'longitude', h.longitude, 'near', ${near(sql`h.latitude`, sql`h.longitude`)}),
        'site', json_build_object('key', s.id, 'latitude', s.latitude, 'longitude', s.longitude, 'near', ${near(sql`s.latitude`, sql`s.longitude`)}),
        'corrected', (select c.minutes from travel_correction c where c.district_id = h.id and c.site_id = s.id and c.mode = q.travel_mode))
        from placement_request q join returner r on r.id = q.returner_id join postcode_district h on h.id = r.home_district_id, placement_site s
        where q.id = ${placement('request_id')} and s.id = ${placement('site_id')})`,
  },
  compute: ({ subject, way }, { actor }) => {
    const by = partyOf(actor, subject as PlacementSubject);
    if (way === null || (by !== 'RETURNER' && by !== 'COORDINATOR')) return null;
    const { mode, home, site, corrected } = way as WayRow;
    const known = { from: home.key, to: site.key, mode, origin: 'CORRECTION' as const };
    return travelTimesWith(corrected === null ? [] : [{ ...known, minutes: corrected }]).between(
      placeOf(home.key, home),
      placeOf(site.key, site),
      mode,
    );
  },
};

const waitFacts: DerivedField['facts'] = {
  kind: (check) => check('kind'),
  owner: (check) => check('owner'),
  state: (check) => check('state'),
  begunOn: (check) => check('begun_on'),
};

export const startingCheckProjection: Projection = {
  type: 'StartingCheck',
  table: 'starting_check',
  visible: belongingToVisiblePlacement,
  fields: {
    id: column('id'),
    version: column('version'),
    kind: column('kind'),
    owner: column('owner'),
    state: column('state'),
    begunOn: column('begun_on'),
    dueOn: {
      kind: 'derived',
      facts: { begunOn: (check) => check('begun_on') },
      compute: ({ begunOn }, { clock }) => waitClock(begunOn as CalendarDate, clock.today()).dueOn,
    },
    usualTime: { kind: 'derived', facts: { kind: (check) => check('kind') }, compute: () => usualWait },
    isOverdue: {
      kind: 'derived',
      facts: waitFacts,
      compute: (facts, { clock }) => isCheckLate(facts as unknown as CheckWaitFacts, clock.today()),
    },
    whatReturnerCanDo: {
      kind: 'derived',
      facts: waitFacts,
      compute: (facts, { clock }) => whatReturnerCanDo(facts as unknown as CheckWaitFacts, clock.today()),
    },
    settledOn: column('settled_on'),
    goodUntil: column('good_until'),
  },
};

export const placementProjection: Projection = {
  type: 'Placement',
  table: 'placement',
  visible: placementsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    returner: toOne(() => returnerProjection, 'returner_id'),
    request: toOne(() => placementRequestProjection, 'request_id'),
    capacityOffer: toOne(() => capacityOfferProjection, 'offer_id'),
    returnerName: {
      kind: 'expression',
      value: (placement) =>
        sql`(select coalesce(r.preferred_name, w.display_name) from returner r join person w on w.id = r.person_id where r.id = ${placement('returner_id')})`,
    },
    fieldOfPractice: {
      kind: 'expression',
      value: (placement) =>
        sql`(select f.field_of_practice from capacity_offer o join profession f on f.id = o.profession_id where o.id = ${placement('offer_id')})`,
    },
    adjustments: {
      kind: 'expression',
      value: (placement) =>
        sql`(select q.adjustments from placement_request q where q.id = ${placement('request_id')})`,
    },
    host: toOne(() => hostProjection, 'host_id'),
    site: toOne(() => placementSiteProjection, 'site_id'),
    supervisor: toOne(() => supervisorProjection, 'supervisor_id'),
    supervisorName: {
      kind: 'expression',
      value: (placement) => sql`(select u.display_name from supervisor u where u.id = ${placement('supervisor_id')})`,
    },
    state: column('state'),
    startsOn: column('starts_on'),
    endsOn: column('ends_on'),
    weekdays: column('weekdays'),
    isLocked: { ...column('is_locked'), shown: forCoordinators },
    proposedOn: column('proposed_on'),
    offeredOn: column('offered_on'),
    expiresOn: column('expires_on'),
    returnerAcceptedOn: column('returner_accepted_on'),
    hostAcceptedOn: column('host_accepted_on'),
    changedOn: column('changed_on'),
    endedBy: column('ended_by'),
    reason: column('reason'),
    nextBestBy: {
      kind: 'derived',
      facts: { state: (placement) => placement('state'), changedOn: (placement) => placement('changed_on') },
      compute: ({ state, changedOn }) =>
        state === 'DECLINED' || state === 'EXPIRED' ? nextBestBy(changedOn as CalendarDate) : null,
    },
    attendance,
    viewerActions,
    movedFrom: toOne(() => placementProjection, 'moved_from_id'),
    travel,
    checks: {
      kind: 'list',
      to: () => startingCheckProjection,
      on: (check, placement) => sql`${check('placement_id')} = ${placement('id')}`,
      orderBy: (check) => sql`${check('owner')}, ${check('kind')}`,
    },
  },
};

const placements = (on?: (placement: Row, row: Row) => Sql): FieldProjection => ({
  kind: 'connection',
  to: () => placementProjection,
  ...(on ? { on } : {}),
  orders: {
    START: { by: 'starts_on' },
    LAST_CHANGED: { by: 'changed_on', descending: true },
    LONGEST_UNCHANGED: { by: 'changed_on' },
  },
  filters: {
    state: (placement, value) => sql`${placement('state')} = ${value}`,
    isLive: (placement, value) => sql`${placement('is_live')} = ${value}::boolean`,
    startsFrom: (placement, value) => sql`${placement('starts_on')} >= ${value}::date`,
    expiresUntil: (placement, value) => sql`${placement('expires_on')} <= ${value}::date`,
  },
});

/** What this feature adds to a returner. */
export const placementOfReturner = {
  placement: {
    kind: 'relation',
    to: () => placementProjection,
    // a proposal is not shown to the person, so the last one that is comes before it
    on: (placement, returner) =>
      sql`${placement('id')} = (select p.id from placement p where p.returner_id = ${returner('id')} and p.is_shown order by p.is_live desc, p.changed_on desc, p.id desc limit 1)`,
  },
  placements: placements((placement, returner) => sql`${placement('returner_id')} = ${returner('id')}`),
} satisfies Record<string, FieldProjection>;

/** Questions about placements, at the root of the API. */
export const placementQueries: Record<string, FieldProjection> = {
  placement: oneById('Placement', () => placementProjection),
  placements: placements(),
};

/** Answers of the commands about placements. */
export const placementAnswers: readonly Projection[] = [
  ...[
    'AttendanceReported',
    'PlacementOffered',
    'PlacementAccepted',
    'PlacementWithdrawn',
    'PlacementStarted',
    'PlacementCompleted',
    'PlacementMoveUndone',
    'PlacementDeclined',
    'PlacementEndedEarly',
    'PlacementMoved',
    'PlacementLocked',
    'PlacementProposed',
  ].map((type) => answeringWith(type, 'placement', () => placementProjection, 'placementId')),
  answeringWith('StartingCheckRecorded', 'startingCheck', () => startingCheckProjection, 'startingCheckId'),
  answeringWith('TravelCorrected', 'placementSite', () => placementSiteProjection, 'placementSiteId'),
];
