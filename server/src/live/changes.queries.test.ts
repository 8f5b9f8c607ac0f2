import fc from 'fast-check';
import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetOld } from '../messages/forget-old.command.ts';
import { openDatabase, type Database } from '../persistence/database.ts';
import { pgConfig } from '../persistence/postgres-connection.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { changesAfter, keptChanges } from './changes.queries.ts';

let fresh: FreshDatabase;
let second: Database;
const writers: pg.Client[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  second = await openDatabase(fresh.connections.application);
  for (let n = 0; n < 4; n++) {
    const client = new pg.Client(pgConfig(fresh.connections.application));
    await client.connect();
    writers.push(client);
  }
});
afterAll(async () => {
  await Promise.all(writers.map((client) => client.end()));
  await second.close();
  await fresh.close();
});
beforeEach(() => fresh.owner.query('truncate recorded_change'));

const insert = `insert into recorded_change (type, record_id, at) values ('Host', $1, '2026-11-21T12:00:00Z')`;

/** Somebody who reads on from what they know, and notes what they saw. */
const createReader = (database: () => Database) => {
  const seen: string[] = [];
  let known = 0;
  return {
    seen,
    async read() {
      for (const { position, id } of await changesAfter(database(), known, 3)) {
        expect(position).toBeGreaterThan(known);
        known = position;
        seen.push(id);
      }
    },
  };
};

describe('changes', () => {
  it('are all read once, in one order, however transactions overlap and whoever reads', async () => {
    const step = fc.record({
      writer: fc.nat({ max: 3 }),
      does: fc.constantFrom('write', 'write', 'commit', 'rollback', 'read'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        await fresh.owner.query('truncate recorded_change');
        const readers = [createReader(() => fresh.database), createReader(() => second)];
        const open = new Map<pg.Client, string[]>();
        const committed: string[] = [];
        const end = async (client: pg.Client, how: 'commit' | 'rollback') => {
          await client.query(how);
          if (how === 'commit') committed.push(...(open.get(client) ?? []));
          open.delete(client);
        };
        for (const { writer, does } of steps) {
          const client = writers[writer];
          if (!client) throw new Error('there are four writers');
          if (does === 'read') await readers[writer % 2]?.read();
          else if (does === 'write') {
            if (!open.has(client)) await client.query('begin');
            const id = randomUUID();
            open.set(client, [...(open.get(client) ?? []), id]);
            await client.query(insert, [id]);
          } else if (open.has(client)) await end(client, does);
        }
        for (const client of open.keys()) await end(client, 'commit');
        for (let n = 0; n <= committed.length; n++) for (const reader of readers) await reader.read();
        expect(readers[0]?.seen.toSorted()).toEqual(committed.toSorted());
        expect(readers[1]?.seen).toEqual(readers[0]?.seen);
      }),
      { numRuns: 25 },
    );
  });

  it('are neither lost nor told twice while many write and two processes read at once', async () => {
    const readers = [createReader(() => fresh.database), createReader(() => second)];
    const ids = Array.from({ length: 200 }, () => randomUUID());
    const reading = readers.map(async (reader) => {
      while (reader.seen.length < ids.length) await reader.read();
    });
    await Promise.all(
      writers.map(async (client, index) => {
        for (const id of ids.filter((_, n) => n % writers.length === index)) {
          await client.query('begin');
          await client.query(insert, [id]);
          await client.query('commit');
        }
      }),
    );
    await Promise.all(reading);
    expect(readers[0]?.seen.toSorted()).toEqual(ids.toSorted());
    expect(readers[1]?.seen).toEqual(readers[0]?.seen);
  });

  it('are kept for a day, and the last of the older ones tells how far back one can go on', async () => {
    for (const day of ['2026-11-18', '2026-11-19', '2026-11-21'])
      await fresh.owner.query(`insert into recorded_change (type, record_id, at) values ('Host', uuidv7(), $1)`, [day]);
    const positions = (await changesAfter(fresh.database, 0, 10)).map(({ position }) => position);
    await forgetOld(fresh.database.orm.em.fork(), new Date('2026-11-21T12:00:00Z'));
    expect(await keptChanges(fresh.database)).toEqual({ oldest: positions[1], newest: positions[2] });
  });

  it('go on counting where everything was forgotten', async () => {
    await fresh.owner.query(insert, [randomUUID()]);
    const [before] = await changesAfter(fresh.database, 0, 10);
    await fresh.owner.query('truncate recorded_change');
    expect(await keptChanges(fresh.database)).toEqual({ oldest: 0, newest: 0 });
    await fresh.owner.query(insert, [randomUUID()]);
    const [after] = await changesAfter(fresh.database, before?.position ?? 0, 10);
    expect(after?.position).toBeGreaterThan(before?.position ?? Infinity);
  });
});
