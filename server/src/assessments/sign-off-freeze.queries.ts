import type { CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { listed } from '../kernel/sql.ts';
import type { SupervisorRow } from '../placements/matching-facts.rules.ts';
import { factsOfSupervisor } from '../placements/matching-input.rules.ts';
import { begunStates } from '../placements/placement.rules.ts';
import { decideSupervision, type SupervisorFacts } from '../placements/supervisor.rules.ts';
import type { DayGuard } from '../updating/day-guards.ts';
import { faultsOfFrozenDay } from './sign-off-days.rules.ts';

type EntityManager = CommandContext['em'];

/** Placements `p` that have begun, with whoever supervises them on a day: the last one who stands in by then, or the one named first. */
const supervisedOn = (condition: string): string =>
  `select p.id "placementId", s.name "siteName", u.id "supervisorId", u.display_name "supervisorName",
     greatest(p.starts_on, coalesce(i.from_on, p.starts_on))::text "since",
     json_build_object('profession', (select code from profession where id = u.profession_id), 'registered', u.registered, 'proceedings', u.proceedings,
       'checkedOn', u.checked_on, 'seen', u.seen, 'adviceRecordedOn', u.advice_recorded_on, 'scope', u.scope) "supervisor"
   from placement p join placement_site s on s.id = p.site_id
   left join lateral (select i.supervisor_id, i.from_on from supervisor_stand_in i
     where i.placement_id = p.id and i.from_on <= ?::date order by i.from_on desc limit 1) i on true
   join supervisor u on u.id = coalesce(i.supervisor_id, p.supervisor_id) where ${condition}`;

interface Row {
  readonly placementId: string;
  readonly siteName: string;
  readonly supervisorId: string;
  readonly supervisorName: string;
  readonly since: CalendarDate;
  readonly supervisor: SupervisorRow;
}

/** Refuses supervised days whose supervisor has lapsed or was sanctioned by then. Call it with the returner locked. */
export const refuseFrozenDay: DayGuard = async (em, returnerId, { onDate, kind }) => {
  if (kind !== 'SUPERVISED') return [];
  const rows = await em.execute<Row[]>(
    supervisedOn(
      `p.returner_id = ? and p.state in ${listed(begunStates)} and ?::date between p.starts_on and p.ends_on order by s.name, p.id`,
    ),
    [onDate, returnerId, onDate],
  );
  return faultsOfFrozenDay(
    onDate,
    rows.map(({ supervisor, ...row }) => ({ ...row, supervisor: factsOfSupervisor(supervisor) })),
  );
};

/** A placement under way whose supervisor may not go on. */
export interface FrozenPlacement {
  readonly placementId: string;
  readonly supervisorId: string;
  readonly frozenFrom: CalendarDate;
}

const frozenAmong = (rows: readonly Row[], today: CalendarDate): FrozenPlacement[] =>
  rows.flatMap(({ placementId, supervisorId, since, supervisor }) => {
    const facts: SupervisorFacts = factsOfSupervisor(supervisor);
    const { frozenFrom } = decideSupervision(facts, since, today);
    return frozenFrom === null ? [] : [{ placementId, supervisorId, frozenFrom }];
  });

/** As many as one run tells of; the next one goes on. */
const MOST_AT_ONCE = 50;

/** Placements under way whose supervisor lapsed or was sanctioned, and nobody was told of it yet. */
export const untoldFreezes = async (em: EntityManager, today: CalendarDate): Promise<FrozenPlacement[]> => {
  const rows = await em.execute<Row[]>(
    supervisedOn(`p.is_live and p.state = 'STARTED' and (u.proceedings <> '[]'::jsonb or u.registered::text like '%"until": "%')
      and not exists (select from told_freeze t where t.placement_id = p.id and t.supervisor_id = u.id) order by p.starts_on, p.id`),
    [today],
  );
  return frozenAmong(rows, today).slice(0, MOST_AT_ONCE);
};

/** Whether a placement is still frozen as it was found. Call it with the placement locked. */
export const frozenNow = async (
  em: EntityManager,
  placementId: string,
  today: CalendarDate,
): Promise<FrozenPlacement | null> => {
  const rows = await em.execute<Row[]>(supervisedOn(`p.id = ? and p.is_live and p.state = 'STARTED'`), [
    today,
    placementId,
  ]);
  return frozenAmong(rows, today)[0] ?? null;
};

/** Coordinators of the returner, where they are seen, and of the organisation: each once. */
export const coordinatorsToTell = async (em: EntityManager, placementId: string): Promise<string[]> => {
  const rows = await em.execute<{ personId: string }[]>(
    `select distinct w.id "personId" from placement p join returner r on r.id = p.returner_id join host h on h.id = p.host_id
     join role_grant g on g.role = 'COORDINATOR' and (g.region_id = h.region_id or g.board_id = h.board_id
       or (r.shares_with_coordinators and (g.region_id = r.region_id or g.board_id = r.board_id)))
     join person w on w.id = g.person_id and w.suspended_at is null where p.id = ? order by 1`,
    [placementId],
  );
  return rows.map(({ personId }) => personId);
};
