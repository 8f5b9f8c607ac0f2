import {
  column,
  fromRun,
  rowOf,
  toOne,
  type ConnectionField,
  type FieldProjection,
  type ListField,
  type Projection,
  type Row,
} from '../graphql/compile/projection.ts';
import { calendarDate, earlierOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { listed, sql, text, type Sql } from '../kernel/sql.ts';
import { boardProjection, regionProjection } from '../organisations/organisation.projection.ts';
import { answeringWith } from '../placements/host.projection.ts';
import { unansweredStates } from '../placements/placement.rules.ts';
import { coordinates, type ReturnerSubject } from '../returners/returner.policy.ts';
import { returnerProjection } from '../returners/returner.projection.ts';
import {
  coordinatesReceiving,
  regionMovesVisibleTo,
  savedViewsVisibleTo,
  type RegionMoveSubject,
} from './cohort.policy.ts';
import { standingOn, timelineOf, type LedgerFacts } from './timeline.rules.ts';

const offered = text(listed(unansweredStates));

/** How far somebody is: said here once, for the field and for the filter. */
export const stageOf = (returner: Row): Sql =>
  sql`(select case
      when exists (select from standing_aside a where a.returner_id = ${returner('id')} and a.ended_on is null and a.kind = 'WITHDRAWN') then 'WITHDRAWN'
      when exists (select from standing_aside a where a.returner_id = ${returner('id')} and a.ended_on is null and ${fromRun((run) => run.clock.today())}::date between a.from_on and a.until_on) then 'PAUSED'
      when l.state = 'STARTED' then 'IN_PRACTICE' when l.state = 'ACCEPTED' then 'PLACED' when l.state in ${offered} then 'OFFERED'
      when exists (select from placement_request q where q.returner_id = ${returner('id')} and q.state = 'OPEN') then 'LOOKING'
      when exists (select from placement p where p.returner_id = ${returner('id')} and p.state = 'COMPLETED') then 'PLACEMENT_DONE'
      when exists (select from updating_total u where u.returner_id = ${returner('id')} and u.minutes > 0) then 'UPDATING'
      when exists (select from plan g where g.returner_id = ${returner('id')}) then 'PLANNED' else 'STARTING' end
    from (select (select p.state from placement p where p.returner_id = ${returner('id')} and p.is_live and p.state <> 'PROPOSED'
      order by p.starts_on, p.id limit 1) as state) l)`;

const all = (rows: Sql): Sql => sql`(select coalesce(json_agg(row_to_json(f)), '[]'::json) from (${rows}) f)`;
const londonDay = (instant: Sql): Sql => sql`(${instant} at time zone 'Europe/London')::date`;

/** What the ledgers keep of somebody's way, each in its order. */
const ledger = (returner: Row): Sql =>
  sql`json_build_object('startedOn', ${returner('started_on')},
    'entries', ${all(sql`select a.id, ${londonDay(sql`a.at`)} "on", a.action, case when a.actor_kind = 'COORDINATOR' then (select w.display_name from person w where w.id = a.actor_id) end "by"
      from audit_entry a where a.person_id = ${returner('person_id')} order by a.at desc, a.id desc limit 500`)},
    'consents', ${all(sql`select ${londonDay(sql`c.decided_at`)} "on", c.is_given "isGiven", c.kind from consent c where c.returner_id = ${returner('id')} order by c.decided_at, c.id`)},
    'questions', ${all(sql`select w.asked_on "askedOn", w.answered_on "answeredOn" from question_to_hcpc w where w.returner_id = ${returner('id')} order by w.asked_on, w.id`)},
    'decisions', ${all(sql`select ${londonDay(sql`e.decided_at`)} "on", e.decision from programme_decision e where e.returner_id = ${returner('id')} order by e.decided_at, e.id`)},
    'logged', ${all(sql`select ${londonDay(sql`d.recorded_at`)} "recordedOn", ${londonDay(sql`d.superseded_at`)} "supersededOn", d.is_removed "isRemoved", d.version = 1 "isFirst", d.minutes
      from logged_day d where d.returner_id = ${returner('id')} order by d.recorded_at, d.id`)},
    'requests', ${all(sql`select q.sent_on "sentOn", q.closed_on "closedOn", q.state from placement_request q where q.returner_id = ${returner('id')} order by q.sent_on, q.id`)},
    'placements', ${all(sql`select (select s.name from placement_site s where s.id = p.site_id) "siteName", p.is_shown "isShown", p.state, p.starts_on "startsOn", p.proposed_on "proposedOn",
      p.offered_on "offeredOn", p.returner_accepted_on "returnerAcceptedOn", p.host_accepted_on "hostAcceptedOn", p.changed_on "changedOn"
      from placement p where p.returner_id = ${returner('id')} order by p.proposed_on, p.id`)},
    'moves', ${all(sql`select m.asked_on "askedOn", m.answered_on "answeredOn", m.state, (select name from region where id = m.from_region_id) "from", (select name from region where id = m.to_region_id) "to"
      from region_move m where m.returner_id = ${returner('id')} order by m.asked_on, m.id`)})`;

const subjectOf = (returner: Row): Sql =>
  sql`json_build_object('personId', ${returner('person_id')}, 'regionId', ${returner('region_id')}, 'boardId', ${returner('board_id')}, 'sharesWithCoordinators', ${returner('shares_with_coordinators')})`;

export const savedViewProjection: Projection = {
  type: 'SavedView',
  table: 'saved_view',
  visible: savedViewsVisibleTo,
  fields: { id: column('id'), version: column('version'), name: column('name'), query: column('query') },
};

const ownViews: ListField = {
  kind: 'list',
  to: () => savedViewProjection,
  on: (view) => sql`${view('person_id')} = ${fromRun((run) => run.actor.personId)}::uuid`,
  orderBy: (view) => sql`${view('name')}, ${view('id')}`,
};

const regionsOfViewer = fromRun(({ actor }) => (actor.kind === 'COORDINATOR' ? actor.regionIds : []));
const boardsOfViewer = fromRun(({ actor }) => (actor.kind === 'COORDINATOR' ? actor.boardIds : []));

/** What this feature adds to the one who asks. */
export const viewsOfViewer = {
  savedViews: ownViews,
  coordinatedRegions: {
    kind: 'list',
    to: () => regionProjection,
    on: (region) => sql`${region('id')} = any(${regionsOfViewer}::uuid[])`,
    orderBy: (region) => sql`${region('name')}, ${region('id')}`,
  },
  coordinatedBoards: {
    kind: 'list',
    to: () => boardProjection,
    on: (board) =>
      sql`(${board('id')} = any(${boardsOfViewer}::uuid[]) or ${board('region_id')} = any(${regionsOfViewer}::uuid[])) and ${board('closed_on')} is null`,
    orderBy: (board) => sql`${board('name')}, ${board('id')}`,
  },
} satisfies Record<string, FieldProjection>;

const nameOf = (key: string) => (move: Row) => sql`(select display_name from person where id = ${move(key)})`;

export const regionMoveProjection: Projection = {
  type: 'RegionMove',
  table: 'region_move',
  visible: regionMovesVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    state: column('state'),
    reason: column('reason'),
    fromRegion: toOne(() => regionProjection, 'from_region_id'),
    toRegion: toOne(() => regionProjection, 'to_region_id'),
    returner: toOne(() => returnerProjection, 'returner_id'),
    fieldOfPractice: {
      kind: 'expression',
      value: (move) =>
        sql`(select coalesce(f.field_of_practice, 'osteopathy') from returner r left join profession f on f.id = r.profession_id where r.id = ${move('returner_id')})`,
    },
    askedBy: { kind: 'expression', value: nameOf('asked_by_id') },
    askedOn: column('asked_on'),
    answeredBy: { kind: 'expression', value: nameOf('answered_by_id') },
    answeredOn: column('answered_on'),
    declineReason: column('decline_reason'),
    viewerMayAnswer: {
      kind: 'derived',
      facts: {
        state: (move) => move('state'),
        toRegionId: (move) => move('to_region_id'),
        askedById: (move) => move('asked_by_id'),
      },
      compute: (facts, { actor }) =>
        facts['state'] === 'ASKED' &&
        facts['askedById'] !== actor.personId &&
        coordinatesReceiving(actor, facts as unknown as RegionMoveSubject),
    },
    viewerMayTakeBack: {
      kind: 'derived',
      facts: {
        state: (move) => move('state'),
        subject: (move) => sql`(select ${subjectOf(rowOf('r'))} from returner r where r.id = ${move('returner_id')})`,
      },
      compute: (facts, { actor }) =>
        facts['state'] === 'ASKED' && coordinates(actor, facts['subject'] as ReturnerSubject),
    },
  },
};

/** What this feature adds to a returner. */
export const cohortOfReturner = {
  stage: { kind: 'expression', value: stageOf },
  timeline: {
    kind: 'derived',
    facts: { ledger },
    compute: ({ ledger: found }, { actor, clock }, args) =>
      timelineOf(
        found as LedgerFacts,
        earlierOf((args['until'] as CalendarDate | null | undefined) ?? clock.today(), clock.today()),
        actor.kind === 'COORDINATOR',
      ).slice(0, 500),
  },
  standingOn: {
    kind: 'derived',
    facts: { ledger },
    compute: ({ ledger: found }, { clock }, args) =>
      standingOn(found as LedgerFacts, earlierOf(calendarDate(String(args['on'])), clock.today())),
  },
  regionMove: {
    kind: 'relation',
    to: () => regionMoveProjection,
    on: (move, returner) =>
      sql`${move('id')} = (select m.id from region_move m where m.returner_id = ${returner('id')} order by m.state = 'ASKED' desc, m.asked_on desc, m.id desc limit 1)`,
  },
} satisfies Record<string, FieldProjection>;

/** Orders of the list of returners. */
export const cohortOrders = {
  NEWEST: { by: 'started_on', descending: true },
  OLDEST: { by: 'started_on' },
  LONGEST_WAIT: { by: 'waiting_since' },
} as const satisfies ConnectionField['orders'];

/** Conditions of the list of returners. */
export const cohortFilters = {
  professionCode: (returner, value) =>
    sql`${returner('profession_id')} = (select id from profession where code = ${value})`,
  regionCode: (returner, value) => sql`${returner('region_id')} = (select id from region where code = upper(${value}))`,
  boardCode: (returner, value) =>
    sql`${returner('board_id')} = (select id from integrated_care_board where code = upper(${value}))`,
  startedFrom: (returner, value) => sql`${returner('started_on')} >= ${value}::date`,
  waitingSince: (returner, value) => sql`${returner('waiting_since')} <= ${value}::date`,
  stage: (returner, value) => sql`${stageOf(returner)} = ${value}`,
  placementState: (returner, value) =>
    sql`exists (select from placement p where p.returner_id = ${returner('id')} and p.is_live and p.state = ${value})`,
} satisfies ConnectionField['filters'];

/** Questions about many people, at the root of the API. */
export const cohortQueries: Record<string, FieldProjection> = {
  cohort: {
    kind: 'connection',
    to: () => returnerProjection,
    on: (returner, _row, args) =>
      args.now['ids'] == null
        ? sql`true`
        : sql`${returner('id')} = any(${args.parameter((values) =>
            ((values['ids'] ?? []) as readonly string[]).flatMap((id) => {
              const asked = fromGlobalId(id);
              return asked?.type === 'Returner' ? [asked.id] : [];
            }),
          )}::uuid[])`,
    orders: cohortOrders,
    filters: cohortFilters,
  },
  regionMoves: {
    kind: 'connection',
    to: () => regionMoveProjection,
    orders: { NEWEST: { by: 'asked_on', descending: true }, OLDEST: { by: 'asked_on' } },
    filters: { state: (move, value) => sql`${move('state')} = ${value}` },
  },
};

/** Answers of the commands of this feature. */
export const cohortAnswers: readonly Projection[] = [
  ...['ViewSaved', 'ViewRenamed', 'ViewDeleted'].map((type): Projection => ({
    type,
    table: null,
    visible: () => 'ALL',
    fields: { savedViews: ownViews },
  })),
  ...['RegionMoveAsked', 'RegionMoveAccepted', 'RegionMoveDeclined', 'RegionMoveTakenBack'].map((type) =>
    answeringWith(type, 'regionMove', () => regionMoveProjection, 'regionMoveId'),
  ),
];
