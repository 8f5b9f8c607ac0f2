import type { CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { DistrictFact } from './district-file.rules.ts';
import type { Affected } from './national-words.rules.ts';
import type { Part } from './split.rules.ts';
import type { BoardFact, SuccessionFacts } from './succession-file.rules.ts';
import type { TrustFact, TrustFacts } from './trust-file.rules.ts';

type EntityManager = CommandContext['em'];

/** One national file is taken in, or undone, at a time: whoever comes second waits, and is judged by what the first has left. */
export const waitForOtherNationalFiles = (em: EntityManager): Promise<unknown> =>
  em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', ['national file']);

const regionsKnown = (em: EntityManager) =>
  em.execute<{ code: string; name: string }[]>('select code, name from region order by code');

const boardsKnown = (em: EntityManager) =>
  em.execute<BoardFact[]>(
    `select b.code, b.name, r.code "regionCode", b.opened_on::text "openedOn", b.closed_on::text "closedOn"
     from integrated_care_board b join region r on r.id = b.region_id order by b.code`,
  );

const successionsKnown = (em: EntityManager) =>
  em.execute<{ from: string; to: string; on: CalendarDate }[]>(
    `select p.code "from", s.code "to", x.effective_from::text "on" from board_succession x
     join integrated_care_board p on p.id = x.predecessor_id join integrated_care_board s on s.id = x.successor_id`,
  );

/** What a file of boards is judged by. */
export const successionFacts = async (em: EntityManager, today: CalendarDate): Promise<SuccessionFacts> => ({
  boards: await boardsKnown(em),
  regions: await regionsKnown(em),
  successions: await successionsKnown(em),
  today,
});

/** What a file of trusts is judged by. */
export const trustFacts = async (em: EntityManager, today: CalendarDate): Promise<TrustFacts> => ({
  ...(await successionFacts(em, today)),
  trusts: await em.execute<TrustFact[]>(
    `select t.ods_code code, t.name, r.code "regionCode", b.code "boardCode", t.postcode, t.opened_on::text "openedOn",
       t.closed_on::text "closedOn"
     from trust t join region r on r.id = t.region_id join integrated_care_board b on b.id = t.board_id order by t.ods_code`,
  ),
});

/** The postcode districts that are known. */
export const districtsKnown = (em: EntityManager): Promise<DistrictFact[]> =>
  em.execute<DistrictFact[]>('select code, latitude, longitude, postcodes from postcode_district order by code');

/** The open trust nearest to the district `d`; on the scale of a region a flat map will do. */
export const nearestTrustTo = (condition = 'true'): string =>
  `select n.* from trust n where n.closed_on is null and ${condition}
   order by (n.latitude - d.latitude) ^ 2 + ((n.longitude - d.longitude) * cos(radians(d.latitude))) ^ 2, n.id limit 1`;

/** What of boards that are split must be placed: trusts, organisations that are no trust, and people near neither. */
export const partsOfBoards = (em: EntityManager, codes: readonly string[]): Promise<Part[]> =>
  em.execute<Part[]>(
    `with split as (select id, code from integrated_care_board where code = any(?::text[])),
     people as (
       select r.id, r.board_id, d.code district, near.id trust_id, near.board_id near_board, d.latitude, d.longitude
       from returner r join split on split.id = r.board_id
       left join postcode_district d on d.id = r.home_district_id
       left join lateral (${nearestTrustTo()}) near on d.id is not null),
     parts as (
       select 'trust:' || t.ods_code "key", t.name "label", split.code "from", split_part(t.postcode, ' ', 1) district, t.latitude, t.longitude,
         (select count(*)::int from people where people.trust_id = t.id) people, 1 place
       from trust t join split on split.id = t.board_id where t.closed_on is null
       union all
       select 'organisation:' || h.id, h.name, split.code, s.district, s.latitude, s.longitude, 0, 2
       from host h join split on split.id = h.board_id
       left join lateral (select split_part(x.postcode, ' ', 1) district, x.latitude, x.longitude from placement_site x
         where x.host_id = h.id order by x.name, x.id limit 1) s on true
       where h.trust_id is null
       union all
       select 'district:' || coalesce(district, ''), coalesce('People in the district ' || district, 'People whose district is not known'),
         split.code, district, max(latitude), max(longitude), count(*)::int, 3
       from people join split on split.id = people.board_id
       where people.near_board is distinct from people.board_id group by district, split.code)
     select d."key", d."label", d."from", d.district, d.people,
       (select b.code from integrated_care_board b where b.id = near.board_id) "nearestBoard"
     from parts d
     left join lateral (${nearestTrustTo('n.board_id not in (select id from split)')}) near on d.latitude is not null
     order by d."from", d.place, d."label"`,
    [`{${codes.join()}}`],
  );

/** Whom an import affects: by the code of the organisation, and in all under the empty code. */
export const affectedBy = async (
  em: EntityManager,
  importId: string,
  trustCodes: readonly string[],
): Promise<Map<string, Affected>> => {
  const rows = await em.execute<({ cause: string | null } & { [Key in keyof Affected]: number })[]>(
    `with c as (select cause, table_name, row_id, values_after from national_import_change where import_id = ?::uuid),
     hosts as (
       select cause, row_id host_id from c where table_name = 'host'
       union select t.ods_code, h.id from trust t join host h on h.trust_id = t.id where t.ods_code = any(?::text[])),
     hit as (
       select cause, 'organisations' kind, host_id::text id from hosts
       union all select hosts.cause, 'placements', p.id::text from hosts join placement p on p.host_id = hosts.host_id and p.is_live
       union all select cause, 'people', row_id::text from c where table_name = 'returner'
       union all select cause, 'views', row_id::text from c where table_name = 'saved_view'
       union all select cause, 'coordinators', values_after ->> 'person_id' from c
         where table_name = 'role_grant' and values_after ->> 'role' = 'COORDINATOR')
     select cause, count(distinct id) filter (where kind = 'organisations')::int organisations,
       count(distinct id) filter (where kind = 'placements')::int placements,
       count(distinct id) filter (where kind = 'people')::int people,
       count(distinct id) filter (where kind = 'views')::int views,
       count(distinct id) filter (where kind = 'coordinators')::int coordinators
     from hit group by grouping sets ((cause), ())`,
    [importId, `{${trustCodes.join()}}`],
  );
  return new Map(rows.map(({ cause, ...affected }) => [cause ?? '', affected]));
};

const seen = (region: string, board: string): string =>
  `exists (select from role_grant g join person a on a.id = g.person_id and a.suspended_at is null
    where g.role = 'COORDINATOR' and (g.region_id = ${region} or g.board_id = ${board}))`;

/** How many people and organisations had a coordinator before an import, and would have none after it. */
export const leftWithoutCoordinator = async (
  em: EntityManager,
  importId: string,
): Promise<{ readonly people: number; readonly organisations: number }> => {
  const lost = (table: 'returner' | 'host') =>
    `(select count(*)::int from national_import_change c join ${table} x on x.id = c.row_id
      where c.import_id = ?::uuid and c.table_name = '${table}'${table === 'returner' ? ' and x.shares_with_coordinators' : ''}
        and ${seen(`(c.values_before ->> 'region_id')::uuid`, `(c.values_before ->> 'board_id')::uuid`)}
        and not ${seen('x.region_id', 'x.board_id')})`;
  const [row] = await em.execute<{ people: number; organisations: number }[]>(
    `select ${lost('returner')} people, ${lost('host')} organisations`,
    [importId, importId],
  );
  return row ?? { people: 0, organisations: 0 };
};

/** Whose records an import has changed, for the audit. */
export const peopleChangedBy = (em: EntityManager, importId: string) =>
  em.execute<
    {
      returnerId: string;
      personId: string;
      before: Record<string, unknown> | null;
      after: Record<string, unknown>;
    }[]
  >(
    `select r.id "returnerId", r.person_id "personId", c.values_before "before", c.values_after "after"
     from national_import_change c join returner r on r.id = c.returner_id where c.import_id = ?::uuid order by r.id`,
    [importId],
  );
