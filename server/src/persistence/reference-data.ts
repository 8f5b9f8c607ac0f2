import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';
import { referenceId } from '../kernel/reference-id.ts';

export { referenceId };

type Row = Readonly<Record<string, string>>;

const folder = new URL('../../src/organisations/reference/', import.meta.url);

const read = (file: string): Row[] =>
  parse(readFileSync(new URL(`${file}.csv`, folder)), { columns: true, skip_empty_lines: true });

/** A table of public facts: where its rows come from and how each column is filled. */
interface Table {
  readonly table: string;
  readonly files: readonly string[];
  readonly columns: Readonly<Record<string, (row: Row) => string | null>>;
}

const at = (column: string) => (row: Row) => row[column] || null;
const idOf = (kind: string, column: string) => (row: Row) => referenceId(kind, row[column] ?? '');
/** The day from which HCPC's revised standards hold. Source: HCPC, standards of proficiency. */
const standardsValidFrom = '2023-09-01';
/** The day HCPC counted its registrants. Source: HCPC registrant snapshot. */
const registrantsCountedOn = '2025-01-14';

const tables: readonly Table[] = [
  { table: 'region', files: ['regions'], columns: { id: idOf('region', 'code'), code: at('code'), name: at('name') } },
  {
    table: 'integrated_care_board',
    files: ['icbs', 'closed_icbs'],
    columns: {
      id: idOf('board', 'code'),
      code: at('code'),
      name: at('name'),
      region_id: idOf('region', 'region_code'),
      opened_on: at('opened_on'),
      closed_on: at('closed_on'),
    },
  },
  {
    table: 'board_succession',
    files: ['icb_successions'],
    columns: {
      id: (row) => referenceId('succession', `${row['predecessor_code']}>${row['successor_code']}`),
      predecessor_id: idOf('board', 'predecessor_code'),
      successor_id: idOf('board', 'successor_code'),
      effective_from: at('effective_from'),
    },
  },
  {
    table: 'trust',
    files: ['trusts'],
    columns: {
      id: idOf('trust', 'ods_code'),
      ods_code: at('ods_code'),
      name: at('name'),
      region_id: idOf('region', 'region_code'),
      board_id: idOf('board', 'icb_code'),
      postcode: at('postcode'),
      latitude: at('latitude'),
      longitude: at('longitude'),
      opened_on: at('opened_on'),
      closed_on: at('closed_on'),
    },
  },
  {
    table: 'site',
    files: ['sites'],
    columns: {
      id: idOf('site', 'ods_code'),
      ods_code: at('ods_code'),
      name: at('name'),
      trust_id: idOf('trust', 'trust_code'),
      postcode: at('postcode'),
      latitude: at('latitude'),
      longitude: at('longitude'),
    },
  },
  {
    table: 'postcode_district',
    files: ['outcodes'],
    columns: {
      id: idOf('district', 'outcode'),
      code: at('outcode'),
      latitude: at('latitude'),
      longitude: at('longitude'),
      postcodes: at('postcodes'),
    },
  },
  {
    table: 'profession',
    files: ['professions'],
    columns: {
      id: idOf('profession', 'code'),
      code: at('code'),
      name: at('name'),
      field_of_practice: at('field_of_practice'),
      protected_titles: (row) =>
        `{${(row['protected_titles'] ?? '')
          .split('|')
          .map((title) => JSON.stringify(title))
          .join()}}`,
      registrants: at('registrants_2025_01_14'),
      registrants_counted_on: () => registrantsCountedOn,
      is_england_ahp: (row) => String(row['england_ahp'] === 'yes'),
      renewal_opens: at('renewal_opens'),
      renewal_deadline: at('renewal_deadline'),
      renewal_year: at('renewal_year'),
    },
  },
  {
    table: 'standard_of_proficiency',
    files: ['proficiency_standards'],
    columns: {
      id: idOf('standard', 'number'),
      number: at('number'),
      label: at('our_label'),
      is_heading_confirmed: (row) => String(row['heading_confirmed_on_a_page'] === 'yes'),
      valid_from: () => standardsValidFrom,
    },
  },
];

/**
 * Writes one table in one statement: new rows are added, changed ones replaced, none removed. What an administrator has imported
 * since is newer than our own files, and stays.
 */
const load = async (client: pg.ClientBase, { table, files, columns }: Table): Promise<void> => {
  const rows = files.flatMap(read);
  const names = Object.keys(columns);
  const json = JSON.stringify(rows.map((row) => Object.fromEntries(names.map((name) => [name, columns[name]?.(row)]))));
  const others = names.filter((name) => name !== 'id');
  await client.query(
    `insert into ${table} (${names.join()})
     select ${names.join()} from json_populate_recordset(null::${table}, $1)
     on conflict (id) do update set ${others.map((name) => `${name} = excluded.${name}`).join()}
     where (${others.map((name) => `${table}.${name}`).join()}) is distinct from (${others.map((name) => `excluded.${name}`).join()})
       and not exists (select from national_import_change c join national_import i on i.id = c.import_id
         where c.row_id = ${table}.id and i.undone_at is null)`,
    [json],
  );
};

/** Brings the public facts of the database up to the project's own data files, in one transaction, as the owner. */
export const loadReferenceData = async (client: pg.ClientBase): Promise<void> => {
  await client.query('begin');
  try {
    for (const table of tables) await load(client, table);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

/** The tables of public facts that a national file changes, each before those that point at it. */
const imported = ['integrated_care_board', 'board_succession', 'trust', 'postcode_district'];

/** Makes the public facts what our own files say, whatever was imported; nothing may point at what was added. */
export const restoreReferenceData = async (client: pg.ClientBase): Promise<void> => {
  const changed = tables.filter(({ table }) => imported.includes(table));
  await client.query('delete from trust_past');
  for (const table of changed) await load(client, table);
  for (const { table, files, columns } of changed.toReversed())
    await client.query(`delete from ${table} where id not in (select unnest($1::uuid[]))`, [
      files.flatMap(read).map((row) => columns['id']?.(row)),
    ]);
};
