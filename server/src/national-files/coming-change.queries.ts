import type { CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { linesKept, type Coming, type ComingFound, type ToldOfComing, type Waiting } from './coming.rules.ts';
import type { FileLine, NationalFileKind } from './national-words.rules.ts';
import { addRows, changeRows, type Recorder } from './record-values.queries.ts';

type EntityManager = CommandContext['em'];

/** What waits for its day, of one kind of file; with a day only what is due by then. */
export const waitingChanges = (em: EntityManager, kind: NationalFileKind, until?: CalendarDate): Promise<Waiting[]> =>
  em.execute<Waiting[]>(
    `select id, code, due_on::text "on", lines, chosen from coming_change
     where kind = ? and state = 'WAITS' and due_on <= coalesce(?::date, 'infinity') order by due_on, code`,
    [kind, until ?? null],
  );

/** Keeps what a file says of days to come, and gives up what it says no more; both are undone with the import. */
export const keepComing = async (
  recorder: Recorder,
  kind: NationalFileKind,
  { added, replaced }: ComingFound,
  {
    headings,
    chosen,
    told,
  }: {
    readonly headings: FileLine | null;
    readonly chosen: ReadonlyMap<string, string>;
    readonly told: (coming: Coming) => ToldOfComing;
  },
): Promise<void> => {
  await changeRows(
    recorder,
    'coming_change',
    ['state'],
    `select c.id, c.code cause, 'REPLACED' state from jsonb_array_elements_text(?::jsonb) f join coming_change c on c.id = f::uuid`,
    [JSON.stringify(replaced.map(({ id }) => id))],
  );
  await addRows(
    recorder,
    'coming_change',
    ['kind', 'code', 'name', 'told', 'due_on', 'lines', 'chosen', 'state', 'import_id'],
    `select uuidv7() id, f.code cause, ? kind, f.code, f.name, f.told, f."on" due_on, f.lines, ?::jsonb chosen, 'WAITS' state, ?::uuid import_id
     from jsonb_to_recordset(?::jsonb) f(code text, name text, told jsonb, "on" date, lines jsonb)`,
    [
      kind,
      JSON.stringify([...chosen]),
      recorder.importId,
      JSON.stringify(
        added.map((coming) => ({
          code: coming.code,
          name: coming.name,
          on: coming.on,
          told: told(coming),
          lines: linesKept(coming, headings),
        })),
      ),
    ],
  );
};

/** The days that have come, each with the kind of file that spoke of it: boards before trusts, which belong to them. */
export const daysThatHaveCome = (em: EntityManager, today: CalendarDate) =>
  em.execute<{ kind: NationalFileKind; on: CalendarDate }[]>(
    `select distinct kind, due_on::text "on" from coming_change where state = 'WAITS' and due_on <= ? order by 2, 1`,
    [today],
  );

/** What waits for one day, locked, with the import that spoke of it and who imported that. */
export const lockChangesOfDay = (em: EntityManager, kind: NationalFileKind, on: CalendarDate) =>
  em.execute<(Waiting & { importId: string; importedBy: string; inTheWay: string | null })[]>(
    `select c.id, c.code, c.due_on::text "on", c.lines, c.chosen, c.import_id "importId", i.applied_by_id "importedBy", c.in_the_way "inTheWay"
     from coming_change c join national_import i on i.id = c.import_id
     where c.kind = ? and c.state = 'WAITS' and c.due_on = ? order by c.code for update of c`,
    [kind, on],
  );

/** What was waited for is done: by an import, or by nothing where it was known already. */
export const markDone = (em: EntityManager, ids: readonly string[], importId: string | null): Promise<unknown> =>
  em.execute(
    `update coming_change set state = 'DONE', in_the_way = null, done_by_id = ?::uuid, version = version + 1 where id = any(?::uuid[])`,
    [importId, `{${ids.join()}}`],
  );

/** What stands in the way of what was waited for, in words. */
export const markStuck = (em: EntityManager, ids: readonly string[], inTheWay: string): Promise<unknown> =>
  em.execute('update coming_change set in_the_way = ?, version = version + 1 where id = any(?::uuid[])', [
    inTheWay,
    `{${ids.join()}}`,
  ]);

/** What an import did on its day is not done again once it was undone. */
export const takeBackWhatWasDoneBy = (em: EntityManager, importId: string): Promise<unknown> =>
  em.execute(
    `update coming_change set state = 'TAKEN_BACK', version = version + 1 where done_by_id = ?::uuid and state = 'DONE'`,
    [importId],
  );

/**
 * Who is to know of a change before its day: those who coordinate the board or its region, and those who work for organisations that
 * go along. With the codes of the boards and trusts because of which.
 */
export const concernedBy = (em: EntityManager, importId: string, trustCodes: readonly string[]) =>
  em.execute<{ personId: string; codes: string[] }[]>(
    `with c as (select cause, table_name, row_id, values_before from national_import_change where import_id = ?::uuid),
     hosts as (
       select cause, row_id host_id from c where table_name = 'host'
       union select t.ods_code, h.id from trust t join host h on h.trust_id = t.id where t.ods_code = any(?::text[])),
     regions as (
       select c.cause, b.region_id from c join integrated_care_board b on b.id = c.row_id
         where c.table_name = 'integrated_care_board' and c.values_before is not null
       union select t.ods_code, t.region_id from trust t where t.ods_code = any(?::text[])),
     boards as (
       select c.cause, c.row_id board_id from c where c.table_name = 'integrated_care_board' and c.values_before is not null
       union select t.ods_code, t.board_id from trust t where t.ods_code = any(?::text[]))
     select g.person_id "personId", array_agg(distinct w.cause) codes
     from (select cause, host_id, null::uuid region_id, null::uuid board_id from hosts
       union all select cause, null, region_id, null from regions union all select cause, null, null, board_id from boards) w
     join role_grant g on g.host_id = w.host_id
       or (g.role = 'COORDINATOR' and (g.region_id = w.region_id or g.board_id = w.board_id))
     join person p on p.id = g.person_id and p.suspended_at is null
     group by g.person_id order by g.person_id`,
    [importId, `{${trustCodes.join()}}`, `{${trustCodes.join()}}`, `{${trustCodes.join()}}`],
  );
