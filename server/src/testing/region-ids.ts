import type pg from 'pg';

/** The UUID of a region by its code. */
export const regionIdIn = async (owner: pg.Pool, code: string): Promise<string> =>
  (await owner.query<{ id: string }>('select id from region where code = $1', [code])).rows[0]?.id ?? '';
