import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { fromRun, rowOf, type DerivedField, type FieldProjection, type Run } from '../graphql/compile/projection.ts';
import { visibilityForKind } from '../graphql/compile/visibility-sql.ts';
import { compareDates, type CalendarDate } from '../kernel/calendar-date.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { listed, sql, text, type Sql } from '../kernel/sql.ts';
import { hostsRunBy } from '../placements/host.policy.ts';
import { supervisorFacts } from '../placements/host.projection.ts';
import type { SupervisorRow } from '../placements/matching-facts.rules.ts';
import { factsOfSupervisor } from '../placements/matching-input.rules.ts';
import { unansweredStates } from '../placements/placement.rules.ts';
import { returnersVisibleTo } from '../returners/returner.policy.ts';
import { standingFacts, standingFrom } from '../returners/returner.projection.ts';
import { meterFrom, updatingFacts } from '../updating/log.projection.ts';
import {
  mondayList,
  supplyByProfession,
  type AwaitedDecision,
  type DroppingDays,
  type MondayFacts,
  type MondayKind,
  type OfferedSeats,
  type SupervisedStart,
} from './monday.rules.ts';

/** Returners `r` whom the asking coordinator sees. */
const seenReturners = (): Sql => visibilityForKind('COORDINATOR', returnersVisibleTo, rowOf('r'));
/** Organisations `n` that lie in the regions or boards of the asking coordinator. */
const runHosts = (): Sql => visibilityForKind('COORDINATOR', hostsRunBy, rowOf('n'));
/** The server's day, or the demonstration's. */
const today = (): Sql => sql`${fromRun((run) => run.clock.today())}::date`;

const returner = rowOf('r');
const nameOfReturner = sql`coalesce(r.preferred_name, (select display_name from person where id = r.person_id))`;
const all = (rows: Sql): Sql =>
  sql`(select coalesce(json_agg(row_to_json(f) order by f.id), '[]'::json) from (${rows}) f)`;
const isDecided = sql`exists (select from programme_decision e where e.returner_id = r.id and e.answers_digest = md5(r.answers::text))`;
const liveAt = (holder: Sql): Sql =>
  sql`(select count(*) from placement p where ${holder} and p.is_live and p.state <> 'PROPOSED')`;

interface Undecided extends AwaitedDecision {
  readonly answers: EligibilityAnswers;
}
interface Logging extends Pick<DroppingDays, 'id' | 'name'> {
  readonly answers: EligibilityAnswers;
  readonly question: unknown;
  readonly entries: unknown;
}

/** Open requests `q` of seen returners who have no place offered. */
const waitingRequests = (): Sql =>
  all(sql`select q.id, r.id "returnerId", ${nameOfReturner} "name", (select code from profession where id = r.profession_id) "profession",
      q.sent_on "sentOn", q.latest_start_on "latestStartOn", q.notice_days "noticeDays",
      (select max(p.changed_on) from placement p where p.request_id = q.id and p.state in ('DECLINED', 'EXPIRED')) "lastNoOn"
    from placement_request q join returner r on r.id = q.returner_id where q.state = 'OPEN' and ${seenReturners()}
      and not exists (select from placement p where p.request_id = q.id and p.is_live and p.state <> 'PROPOSED')`);

const placementsOf = (columns: Sql, condition: Sql): Sql =>
  all(sql`select p.id, ${nameOfReturner} "name", (select s.name from placement_site s where s.id = p.site_id) "siteName", p.starts_on "startsOn", ${columns}
    from placement p join returner r on r.id = p.returner_id where p.is_live and ${seenReturners()} and ${condition}`);

/** The facts below take no arguments of the field. */
const noArguments = { now: {}, parameter: () => sql`null` };

const facts: DerivedField['facts'] = {
  requests: waitingRequests,
  offers: () =>
    placementsOf(
      sql`p.state, p.offered_on "offeredOn", p.expires_on "expiresOn"`,
      sql`p.state in ${text(listed(unansweredStates))} and p.expires_on <= ${today()} + 7`,
    ),
  starts: () =>
    placementsOf(
      sql`(select count(*) from starting_check c where c.placement_id = p.id and c.state <> 'CLEARED') "openChecks"`,
      sql`p.state = 'ACCEPTED' and p.starts_on <= ${today()} + 42`,
    ),
  supervised: () =>
    all(sql`select p.id, ${nameOfReturner} "name", (select s.name from placement_site s where s.id = p.site_id) "siteName",
        greatest(p.starts_on, coalesce(i.from_on, p.starts_on)) "since", u.display_name "supervisorName", ${supervisorFacts(rowOf('u'))} "supervisor"
      from placement p join returner r on r.id = p.returner_id
      left join lateral (select i.supervisor_id, i.from_on from supervisor_stand_in i where i.placement_id = p.id and i.from_on <= ${today()}
        order by i.from_on desc limit 1) i on true
      join supervisor u on u.id = coalesce(i.supervisor_id, p.supervisor_id)
      where p.is_live and p.state = 'STARTED' and ${seenReturners()} and (u.proceedings <> '[]'::jsonb or u.registered::text like '%"until": "%')`),
  capacity: () =>
    all(sql`select o.id, s.name "siteName", f.code "profession", o.answer, o.maybe_until "maybeUntil", o.starts_on "from", o.ends_on "until",
        o.confirmed_on "confirmedOn", o.places - ${liveAt(sql`p.offer_id = o.id`)} "freePlaces"
      from capacity_offer o join placement_site s on s.id = o.site_id join host n on n.id = o.host_id join profession f on f.id = o.profession_id
      where ${runHosts()} and o.answer <> 'NO' and o.ends_on >= ${today()} and (o.confirmed_on <= ${today()} - 28 or o.maybe_until <= ${today()} + 14)`),
  seats: () =>
    all(sql`select o.id, f.code "profession", o.answer, o.maybe_until "maybeUntil", o.starts_on "from", o.ends_on "until",
        o.confirmed_on "confirmedOn", o.places - ${liveAt(sql`p.offer_id = o.id`)} "freePlaces"
      from capacity_offer o join host n on n.id = o.host_id join profession f on f.id = o.profession_id
      where ${runHosts()} and o.answer <> 'NO' and o.ends_on >= ${today()}`),
  fields: () => all(sql`select code id, field_of_practice "fieldOfPractice" from profession`),
  supervisors: () =>
    all(sql`select u.id, u.display_name "name", n.id "hostId", n.name "hostName", f.code "profession", u.check_again_by "checkAgainBy",
        ${liveAt(sql`p.supervisor_id = u.id`)} "returners",
        coalesce((select sum(o.places - ${liveAt(sql`p.offer_id = o.id`)}) from capacity_offer o where o.supervisor_id = u.id and o.answer <> 'NO' and o.ends_on >= ${today()}), 0) "freePlaces"
      from supervisor u join host n on n.id = u.host_id join profession f on f.id = u.profession_id
      where ${runHosts()} and u.check_due <= ${today()} + 28`),
  assessments: () =>
    all(sql`select a.id, ${nameOfReturner} "name", e.display_name "assessorName", a.due_on "dueOn"
      from assessment a join assessor e on e.id = a.assessor_id join placement p on p.id = a.placement_id join returner r on r.id = p.returner_id
      where a.state in ('ASSIGNED', 'DRAFTED') and a.due_on < ${today()} and ${seenReturners()}`),
  disputes: () =>
    all(sql`select a.id, ${nameOfReturner} "name", case when l.id is null then 'DIFFERS' else 'APPEAL' end "why", coalesce(l.noted_on, m.answered_on) "since"
      from assessment a join placement p on p.id = a.placement_id join returner r on r.id = p.returner_id
      left join assessment_appeal l on l.assessment_id = a.id and l.answered_on is null
      left join assessment_moderation m on m.assessment_id = a.id and m.state = 'DIFFERS'
      where coalesce(l.id, m.id) is not null and ${seenReturners()}`),
  undecided: () =>
    all(sql`select r.id, ${nameOfReturner} "name", r.answers, greatest(r.coordinators_see_since, r.answers_changed_on) "since"
      from returner r where ${seenReturners()} and r.coordinators_see_since is not null and not ${isDecided}`),
  logging: () =>
    all(sql`select r.id, ${nameOfReturner} "name", r.answers, ${standingFacts['question']?.(returner, noArguments) ?? sql`null`} "question",
        ${updatingFacts['entries']?.(returner, noArguments) ?? sql`null`} "entries"
      from returner r where ${seenReturners()} and exists (select from current_logged_day d where d.returner_id = r.id
        and d.on_date between ${today()} - 400 and ${today()} - 330)`),
  still: () =>
    all(sql`select r.id, ${nameOfReturner} "name", greatest(r.started_on, r.answers_changed_on, r.coordinators_see_since,
        (select max(d.recorded_at)::date from logged_day d where d.returner_id = r.id), (select g.saved_on from plan g where g.returner_id = r.id),
        (select max(e.decided_at)::date from programme_decision e where e.returner_id = r.id),
        (select max(q.closed_on) from placement_request q where q.returner_id = r.id),
        (select max(p.changed_on) from placement p where p.returner_id = r.id)) "lastMovedOn"
      from returner r where ${seenReturners()}
        and not exists (select from placement_request q where q.returner_id = r.id and q.state = 'OPEN')
        and not exists (select from placement p where p.returner_id = r.id and p.is_live)
        and not exists (select from question_to_hcpc w where w.returner_id = r.id and not w.is_superseded and w.answered_on is null)`),
};

/** The lists as they are read, before the rules about people have had their say. */
interface Read extends Omit<MondayFacts, 'decisions' | 'dropping' | 'supervised'> {
  readonly supervised: readonly (Omit<SupervisedStart, 'supervisor'> & { readonly supervisor: SupervisorRow })[];
  readonly undecided: readonly Undecided[];
  readonly logging: readonly Logging[];
  readonly seats: readonly OfferedSeats[];
  readonly fields: readonly { readonly id: string; readonly fieldOfPractice: string }[];
}

/** Whether a coordinator decides, and which days drop out, is for the rules of earlier features to say. */
const factsFrom = (
  { undecided, logging, supervised, ...read }: Omit<Read, 'seats' | 'fields'>,
  run: Run,
): MondayFacts => ({
  ...read,
  supervised: supervised.map((one) => ({ ...one, supervisor: factsOfSupervisor(one.supervisor) })),
  decisions: undecided.filter(
    ({ answers }) =>
      standingFrom({ answers, question: null }, run).outcome?.programme.verdict === 'COORDINATOR_DECIDES',
  ),
  dropping: logging.map(({ id, name, ...log }) => ({
    id,
    name,
    drops: meterFrom(log, run, standingFrom(log, run))?.expiries ?? [],
  })),
});

/** Of which type the record is that an item opens, and the one beside it. */
const typesOf: Readonly<Record<MondayKind, readonly [string, string]>> = {
  REQUEST_WAITS: ['PlacementRequest', 'Returner'],
  OFFER_ENDS: ['Placement', 'Placement'],
  SUPERVISION_FROZEN: ['Placement', 'Placement'],
  CHECKS_HOLD_START: ['Placement', 'Placement'],
  SUPERVISOR_CHECK_DUE: ['Supervisor', 'Host'],
  CAPACITY_FADES: ['CapacityOffer', 'CapacityOffer'],
  ASSESSMENT_LATE: ['Assessment', 'Assessment'],
  ASSESSMENT_DISPUTED: ['Assessment', 'Assessment'],
  DECISION_AWAITED: ['Returner', 'Returner'],
  DAYS_DROP_OUT: ['Returner', 'Returner'],
  NO_MOVEMENT: ['Returner', 'Returner'],
};

/** As many things as anybody does in a week. */
const itemsAtMost = 50;

const monday: DerivedField = {
  kind: 'derived',
  facts,
  compute: (found, run, args) => {
    const { seats, fields, ...read } = found as unknown as Read;
    const day: CalendarDate = run.clock.today();
    const waiting = factsFrom(read, run);
    const items = mondayList(waiting, day);
    const nameOf = new Map(fields.map(({ id, fieldOfPractice }) => [id, fieldOfPractice]));
    const kind = args['kind'] as MondayKind | null | undefined;
    const counts = new Map<MondayKind, number>();
    for (const item of items) counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
    return {
      items: items
        .filter((item) => !kind || item.kind === kind)
        .slice(0, itemsAtMost)
        .map(({ subjectId, besideId, ...item }) => ({
          ...item,
          subjectId: toGlobalId(typesOf[item.kind][0], subjectId),
          besideId: besideId && toGlobalId(typesOf[item.kind][1], besideId),
        })),
      kinds: (Object.keys(typesOf) as MondayKind[]).map((one) => ({ kind: one, count: counts.get(one) ?? 0 })),
      daysLost: items.reduce((sum, item) => sum + item.daysLost, 0),
      awaitingDecision: waiting.decisions
        .toSorted((one, other) => compareDates(one.since, other.since) || (one.id < other.id ? -1 : 1))
        .map(({ id }) => toGlobalId('Returner', id)),
      supply: supplyByProfession(read.requests, seats, day).map(({ profession, ...line }) => ({
        ...line,
        professionCode: profession,
        fieldOfPractice: nameOf.get(profession) ?? profession,
      })),
    };
  },
};

/** The coordinator's list, at the root of the API. */
export const mondayQueries: Record<string, FieldProjection> = { monday };
