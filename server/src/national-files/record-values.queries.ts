import type { CommandContext } from '../audit/run-command.ts';

/** What notes each row that an import adds or changes. */
export interface Recorder {
  readonly em: CommandContext['em'];
  readonly importId: string;
  readonly nextStep: () => number;
}
/** The tables that an import writes, and whether their rows carry a version. */
const tables = {
  integrated_care_board: false,
  board_succession: false,
  trust: false,
  trust_past: false,
  postcode_district: false,
  host: true,
  placement_site: true,
  returner: true,
  capacity_offer: true,
  role_grant: false,
  partner_client: true,
  saved_view: true,
  coming_change: true,
} as const;
export type RecordedTable = keyof typeof tables;

/** A new recorder for an import. */
export const recorderOf = (em: CommandContext['em'], importId: string): Recorder => {
  let step = 0;
  return { em, importId, nextStep: () => (step += 1) };
};

const list = (columns: readonly string[], of: (column: string) => string): string => columns.map(of).join(', ');

/**
 * Changes rows, and notes each value before and after. `wanted` selects `id`, `cause` (the code of the organisation because of which
 * the row changes) and the columns; rows that have these values already are left alone.
 */
export const changeRows = async (
  { em, importId, nextStep }: Recorder,
  table: RecordedTable,
  columns: readonly string[],
  wanted: string,
  values: readonly unknown[],
): Promise<void> => {
  await em.execute(
    `with wanted as materialized (${wanted}),
     done as (
       update ${table} x set ${list(columns, (name) => `${name} = w.${name}`)}${tables[table] ? ', version = x.version + 1' : ''}
       from wanted w where x.id = w.id and (${list(columns, (name) => `x.${name}`)}) is distinct from (${list(columns, (name) => `w.${name}`)})
       returning x.id, w.cause, jsonb_build_object(${list(columns, (name) => `'${name}', old.${name}`)}) as values_before,
         jsonb_build_object(${list(columns, (name) => `'${name}', new.${name}`)}) as values_after)
     insert into national_import_change (import_id, step, cause, table_name, row_id, returner_id, values_before, values_after)
     select ?::uuid, ?::int, cause, '${table}', id, ${table === 'returner' ? 'id' : 'null'}, values_before, values_after from done`,
    [...values, importId, nextStep()],
  );
};

/** Adds rows, and notes them. `wanted` selects `id`, `cause` and the columns; rows that are there already are left alone. */
export const addRows = async (
  { em, importId, nextStep }: Recorder,
  table: RecordedTable,
  columns: readonly string[],
  wanted: string,
  values: readonly unknown[],
): Promise<void> => {
  await em.execute(
    `with wanted as materialized (${wanted}),
     done as (
       insert into ${table} (id, ${columns.join(', ')}) select id, ${columns.join(', ')} from wanted on conflict do nothing
       returning id, jsonb_build_object(${list(columns, (name) => `'${name}', ${name}`)}) as values_after)
     insert into national_import_change (import_id, step, cause, table_name, row_id, values_after)
     select ?::uuid, ?::int, w.cause, '${table}', d.id, d.values_after from wanted w join done d on d.id = w.id`,
    [...values, importId, nextStep()],
  );
};
