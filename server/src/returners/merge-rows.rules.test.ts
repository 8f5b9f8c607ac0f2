import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { fates, newerGoesAlong } from './merge-rows.rules.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

describe('when a record goes on as another one', () => {
  it.each([
    [null, null, false],
    ['2026-11-01', null, false],
    [null, '2026-11-01', true],
    ['2026-11-01', '2026-11-02', true],
    ['2026-11-02', '2026-11-01', false],
    // the record that was chosen to be kept stands
    ['2026-11-01', '2026-11-01', false],
  ])('of what was made on %s and %s, the latter goes along: %s', (kept, ended, goes) => {
    expect(newerGoesAlong(kept, ended)).toBe(goes);
  });

  it('it is decided for every table that belongs to a returner', async () => {
    const { rows } = await fresh.owner.query<{ name: string }>(
      `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = 'returner_id'`,
    );
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(Object.keys(fates)));
  });
});
