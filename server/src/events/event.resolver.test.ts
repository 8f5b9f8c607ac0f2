import fc from 'fast-check';
import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { eventSubjects } from '../audit/event-types.rules.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { toCursor } from '../graphql/compile/cursor.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { openDatabase, type Database } from '../persistence/database.ts';
import { pgConfig } from '../persistence/postgres-connection.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { makeSmallWorld } from '../testing/small-world.ts';
import { forgetEvents, numberEvents } from './event.queries.ts';

const schema = buildSchema();
let fresh: FreshDatabase;
let second: Database;
let administrator: Actor;
const writers: pg.Client[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  second = await openDatabase(fresh.connections.application);
  for (let n = 0; n < 4; n++) {
    const client = new pg.Client(pgConfig(fresh.connections.application));
    await client.connect();
    writers.push(client);
  }
  const { actors } = await makeSmallWorld(fresh.database.orm.em);
  const found = actors['organisation administrator'];
  if (!found) throw new Error('the small world has an administrator of an organisation');
  administrator = found;
  await numberEvents(fresh.database);
});
afterAll(async () => {
  await Promise.all(writers.map((client) => client.end()));
  await second.close();
  await fresh.close();
});

interface Told {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly version: number;
  readonly state: string | null;
}
const feed = `query ($first: Int!, $after: String, $types: [EventType!]) {
  events(first: $first, after: $after, filter: { types: $types }) {
    nodes { id type name subjectType subjectId version state } pageInfo { endCursor hasNextPage } } }`;

const pageFor = async (actor: Actor, variables: Readonly<Record<string, unknown>>) => {
  const { data, errors } = await askAs({ schema, database: fresh.database }, actor, feed, variables);
  const events = (
    data as { events?: { nodes: Told[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } } | null
  )?.events;
  return { nodes: events?.nodes ?? [], pageInfo: events?.pageInfo, errors };
};
/** All that somebody is told, by pages. */
const toldTo = async (actor: Actor): Promise<Told[]> => {
  const told: Told[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await pageFor(actor, { first: 3, after });
    told.push(...nodes);
    if (!pageInfo?.hasNextPage) return told;
    after = pageInfo.endCursor;
  }
};

describe('the feed', () => {
  it('says of every record how it stands, by its last event', async () => {
    const told = await toldTo(administrator);
    const last = Object.fromEntries(told.map(({ subjectId, version, state }) => [subjectId, { version, state }]));
    const now: Record<string, unknown> = {};
    for (const { type, table, host, state, knownWhere, quietIn } of eventSubjects) {
      const { rows } = await fresh.owner.query<{ id: string; version: number; state: string | null }>(
        `select id, version, ${state ?? 'null'} as state from ${table} where ${host} = any($1)${knownWhere === null ? '' : ` and ${knownWhere}`}`,
        [administrator.hostIds],
      );
      for (const { id, ...stands } of rows) {
        const subjectId = toGlobalId(type, id);
        // where it changes in ways that are not told, the last event may tell of an older version
        const { version = 0 } = quietIn ? (last[subjectId] ?? {}) : stands;
        expect(version).toBeLessThanOrEqual(stands.version);
        now[subjectId] = { ...stands, version };
      }
    }
    expect(Object.keys(now).length).toBeGreaterThan(3);
    expect(last).toEqual(now);
  });

  it('tells the way of one record in order, and nothing of a proposal', async () => {
    const told = await toldTo(administrator);
    const placements = told.filter(({ subjectType }) => subjectType === 'Placement');
    expect(placements.map(({ name }) => name)).toEqual([
      'placement.offered',
      'placement.accepted_by_returner',
      'placement.accepted',
    ]);
    expect(new Set(placements.map(({ subjectId }) => subjectId)).size).toBe(1);
    expect(placements.map(({ version }) => version)).toEqual([2, 3, 4]);
  });

  it('lists only the types that are asked for', async () => {
    const { nodes } = await pageFor(administrator, { first: 100, types: ['PLACEMENT_OFFERED', 'HOST_CHANGED'] });
    expect([...new Set(nodes.map(({ type }) => type))].toSorted()).toEqual(['HOST_CHANGED', 'PLACEMENT_OFFERED']);
  });

  it('tells nothing to another organisation, to nobody of none, and of nothing that is hidden since', async () => {
    const elsewhere = { ...administrator, hostIds: [randomUUID()] };
    expect(await toldTo(elsewhere)).toEqual([]);
    expect(await toldTo({ ...administrator, hostIds: [] })).toEqual([]);
    const hide = (isShown: boolean) => fresh.owner.query('update placement set is_shown = $1 where is_live', [isShown]);
    await hide(false);
    const told = await toldTo(administrator);
    await hide(true);
    expect(told.map(({ subjectType }) => subjectType)).not.toContain('Placement');
  });

  it('tells nothing to whom the record belongs now, of when it was another’s', async () => {
    const other = randomUUID();
    await fresh.owner.query(`update event set host_id = $1 where type = 'PLACEMENT_OFFERED'`, [other]);
    const told = await toldTo(administrator);
    await fresh.owner.query(`update event set host_id = $1 where host_id = $2`, [administrator.hostIds[0], other]);
    expect(told.map(({ type }) => type)).not.toContain('PLACEMENT_OFFERED');
    expect(told.map(({ type }) => type)).toContain('PLACEMENT_ACCEPTED');
  });

  it('refuses a cursor behind which events may be gone', async () => {
    const old = toCursor('AS_IT_HAPPENED', ['1', '01970000-0000-7000-8000-000000000000']);
    const { errors } = await pageFor(administrator, { first: 1, after: old });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
  });

  it('is not for those who do not work for an organisation', async () => {
    const { errors } = await pageFor({ ...administrator, kind: 'COORDINATOR' }, { first: 1 });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
  });
});

const insert = `insert into event (type, subject_type, subject_id, host_id, at, facts)
  values ('HOST_CHANGED', 'Host', $1, $1, now(), '{"version": 1}')`;
const positionsAfter = async (database: Database, known: number) => {
  await numberEvents(database);
  return database.query<{ position: number; subject: string }>({
    name: 'positions_after',
    text: 'select position, subject_id as subject from event where position > $1 order by position limit 3',
    values: [known],
  });
};

describe('the order of events', () => {
  it('is one for all readers, and nothing comes up before what was read, however transactions overlap', async () => {
    const step = fc.record({
      writer: fc.nat({ max: 3 }),
      does: fc.constantFrom('write', 'write', 'commit', 'rollback', 'read'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        await fresh.owner.query('truncate event cascade');
        const readers = [fresh.database, second].map((database) => ({ database, known: 0, seen: [] as string[] }));
        const read = async (reader: (typeof readers)[number] | undefined) => {
          if (!reader) return;
          for (const { position, subject } of await positionsAfter(reader.database, reader.known)) {
            expect(position).toBeGreaterThan(reader.known);
            reader.known = position;
            reader.seen.push(subject);
          }
        };
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
          if (does === 'read') await read(readers[writer % 2]);
          else if (does === 'write') {
            if (!open.has(client)) await client.query('begin');
            const id = randomUUID();
            open.set(client, [...(open.get(client) ?? []), id]);
            await client.query(insert, [id]);
          } else if (open.has(client)) await end(client, does);
        }
        for (const client of open.keys()) await end(client, 'commit');
        for (let n = 0; n <= committed.length; n++) for (const reader of readers) await read(reader);
        expect(readers[0]?.seen.toSorted()).toEqual(committed.toSorted());
        expect(readers[1]?.seen).toEqual(readers[0]?.seen);
      }),
      { numRuns: 25 },
    );
  });

  it('holds for 90 days', async () => {
    await fresh.owner.query('truncate event cascade');
    for (const at of ['2026-08-20', '2026-08-26'])
      await fresh.owner.query(
        `insert into event (type, subject_type, subject_id, host_id, at, facts) values ('HOST_CHANGED', 'Host', uuidv7(), uuidv7(), $1, '{"version": 1}')`,
        [at],
      );
    await numberEvents(fresh.database);
    await forgetEvents(fresh.database.orm.em.fork(), new Date('2026-11-22T12:00:00Z'));
    const { rows } = await fresh.owner.query<{ at: Date }>('select at from event');
    expect(rows.map(({ at }) => at.toISOString().slice(0, 10))).toEqual(['2026-08-26']);
  });
});
