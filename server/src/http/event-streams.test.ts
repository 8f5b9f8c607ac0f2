import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makePerson } from '../access/person.factory.ts';
import type { Scope } from '../access/scopes.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { serveApp } from '../testing/serve-app.ts';

let fresh: FreshDatabase;
let served: Awaited<ReturnType<typeof serveApp>>;
let hostId = '';
let otherHostId = '';
let ownerId = '';

beforeAll(async () => {
  fresh = await freshDatabase();
  served = await serveApp(fresh);
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into host (kind, name, region_id) select 'CHARITY', name, (select id from region where code = 'Y56')
     from (values ('Example Host'), ('Another Host')) n (name) returning id`,
  );
  hostId = rows[0]?.id ?? '';
  otherHostId = rows[1]?.id ?? '';
  ownerId = (await makePerson(fresh.database.orm.em, 'ADMINISTRATOR')).personId;
});
afterAll(async () => {
  await served.close();
  await fresh.close();
});

const program = (scopes: readonly Scope[] = ['READ_SITES', 'READ_EVENTS'], budget?: number) =>
  makePartner(fresh.database.orm.em, { hostId, ownerId, scopes, ...(budget === undefined ? {} : { budget }) });
/** Something happens to an organisation, so many times. */
const happen = (of: string, versions: readonly number[]) =>
  fresh.owner.query(
    `insert into event (type, subject_type, subject_id, host_id, at, facts)
     select 'HOST_CHANGED', 'Host', $1, $1, now(), jsonb_build_object('version', v) from unnest($2::int[]) v`,
    [of, versions],
  );
const upTo = (from: number, until: number) => Array.from({ length: until - from + 1 }, (_, n) => from + n);

interface Told {
  readonly events: { readonly cursor: string; readonly version: number };
}
const subscription = 'subscription ($after: String) { events(after: $after) { cursor version } }';
const open = (key: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${served.origin}/graphql/stream`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });

/** Listens as a program does, by the client of the protocol’s own library. */
const listen = (key: string, after: string) => {
  const client = createClient({
    url: `${served.origin}/graphql/stream`,
    headers: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
  });
  const told: Told['events'][] = [];
  const problems: unknown[] = [];
  let isComplete = false;
  const stop = client.subscribe<Told>(
    { query: subscription, variables: { after } },
    {
      next: ({ data, errors }) => {
        if (data) told.push(data.events);
        if (errors) problems.push(errors);
      },
      error: (error) => void problems.push(error),
      complete: () => (isComplete = true),
    },
  );
  return { told, problems, stop, isComplete: () => isComplete };
};
const versionsOf = (told: readonly Told['events'][]) => told.map(({ version }) => version);
const feedOf = async (key: string): Promise<number[]> => {
  const response = await fetch(`${served.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: '{ events(last: 100) { nodes { cursor version } } }' }),
  });
  const { data } = (await response.json()) as { data: { events: { nodes: Told['events'][] } } };
  return versionsOf(data.events.nodes);
};
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 20 });

describe('/graphql/stream', () => {
  it('tells all that comes after a cursor, and goes on with what happens, without a gap, though connections are lost', async () => {
    const { key } = await program();
    await happen(hostId, [0]);
    let known = await newestCursor();
    const all: number[] = [];
    for (const end of [30, 60, 90]) {
      // while nobody listens, then while somebody does, then just before they are gone
      await happen(hostId, upTo(end - 29, end - 15));
      const stream = listen(key, known);
      await eventually(() => expect(stream.told.length).toBeGreaterThan(0));
      await happen(hostId, upTo(end - 14, end));
      await eventually(() => expect(stream.told.length).toBeGreaterThanOrEqual(end === 60 ? 16 : 30));
      stream.stop();
      all.push(...versionsOf(stream.told));
      known = stream.told.at(-1)?.cursor ?? known;
    }
    const last = listen(key, known);
    await eventually(() => expect([...all, ...versionsOf(last.told)].at(-1)).toBe(90));
    last.stop();
    all.push(...versionsOf(last.told));
    expect(all).toEqual(upTo(1, 90));
    expect([0, ...all]).toEqual(await feedOf(key));
  });

  it('tells nothing of another organisation, and nothing that the scopes do not show', async () => {
    const { key } = await program();
    const { key: blind } = await program(['READ_EVENTS']);
    const seeing = listen(key, await newestCursor());
    const notSeeing = listen(blind, await newestCursor());
    await happen(otherHostId, upTo(5_000, 5_050));
    await happen(hostId, [6_000]);
    await eventually(() => expect(versionsOf(seeing.told)).toEqual([6_000]));
    seeing.stop();
    notSeeing.stop();
    expect(notSeeing.told).toEqual([]);
    expect(notSeeing.problems).toEqual([]);
  });

  it.each([
    ['its key is revoked', `update partner_key set ends_at = now() where client_id = $1`, 'UNAUTHENTICATED'],
    ['its scope is taken away', `update partner_client set scopes = '{READ_SITES}' where id = $1`, 'FORBIDDEN'],
  ])('ends within a second once %s, and says why', async (_when, change, code) => {
    const { key, clientId } = await program();
    const stream = listen(key, await newestCursor());
    await happen(hostId, [7_000]);
    await eventually(() => expect(stream.told).toHaveLength(1));
    const began = performance.now();
    await fresh.owner.query(change, [clientId]);
    await eventually(() => expect(stream.isComplete()).toBe(true));
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(JSON.stringify(stream.problems)).toContain(code);
    await happen(hostId, [7_001]);
    expect(stream.told).toHaveLength(1);
  });

  it('leaves nothing out for whoever began before anything had happened at all, and came back', async () => {
    await fresh.owner.query('delete from event');
    const { key } = await program();
    const first = await open(key, { query: 'subscription { events { version } }' });
    const id = /^id: (\S+)$/m.exec(await readUntil(first, 'id: '))?.[1] ?? '';
    await happen(hostId, [9_000, 9_001]);
    const again = await open(key, { query: 'subscription { events { version } }' }, { 'last-event-id': id });
    expect(await readUntil(again, '9001')).toContain('9000');
  });

  it('gives each event its cursor as id, and goes on from `Last-Event-ID` before anything else', async () => {
    const { key } = await program();
    const start = await newestCursor();
    await happen(hostId, [8_000, 8_001]);
    const response = await open(key, { query: subscription, variables: { after: start } });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const text = await readUntil(response, '8001');
    const ids = [...text.matchAll(/^id: (\S+)\nevent: next$/gm)].map(([, id]) => id);
    expect(ids).toHaveLength(2);
    const again = await open(
      key,
      { query: subscription, variables: { after: start } },
      { 'last-event-id': ids[0] ?? '' },
    );
    const rest = await readUntil(again, '8001');
    expect(rest).not.toContain('8000');
    // whoever is cut off before the first of them came goes on where they stood
    expect(/^id: (\S+)$/m.exec(text)?.[1]).toBe(start);
    expect(/^id: (\S+)$/m.exec(rest)?.[1]).toBe(ids[0]);
    // a browser asks by GET
    const asked = new URLSearchParams({ query: subscription, variables: JSON.stringify({ after: ids[0] }) }).toString();
    const address = `${served.origin}/graphql/stream?${asked}`;
    const got = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
    expect(await readUntil(got, '8001')).not.toContain('8000');
  });

  it.each([
    [{ query: '{ viewer { isSignedIn } }' }, 400, 'BAD_USER_INPUT'],
    [{ query: 'mutation { __typename }' }, 400, 'BAD_USER_INPUT'],
    [{ query: 'subscription { events { nonsense } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [{ query: 'subscription { events { id } e: events { id } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [{ query: 'subscription ($a: Int!) { events(after: $a) { id } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [{ query: 'subscription ($a: String!) { events(after: $a) { id } }' }, 400, 'BAD_USER_INPUT'],
    [{ query: 'subscription { events(after: "x") { id } }' }, 400, 'BAD_USER_INPUT'],
    [{ query: 5 }, 400, 'BAD_USER_INPUT'],
    [{}, 400, 'BAD_USER_INPUT'],
  ])('answers %o with %s %s', async (body, status, code) => {
    const { key } = await program();
    const response = await open(key, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('is for those whom the feed is for', async () => {
    expect((await open('', { query: subscription })).status).toBe(401);
    expect((await open((await program(['READ_SITES'])).key, { query: subscription })).status).toBe(403);
    const response = await fetch(`${served.origin}/graphql/stream`, { method: 'DELETE' });
    expect(response.status).toBe(405);
  });

  it('has five streams of one program at the most, and costs a query each', async () => {
    const { key, clientId } = await program();
    const streams = await Promise.all(Array.from({ length: 5 }, () => open(key, { query: subscription })));
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const sixth = await open(key, { query: subscription });
    expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([429, '30']);
    for (const { body } of streams) await body?.cancel();
    const { rows } = await fresh.owner.query<{ left: number }>(
      'select points_left as left from partner_budget where client_id = $1',
      [clientId],
    );
    expect(rows[0]?.left).toBeLessThan(10_000 - 9);
    const { key: poor, clientId: poorId } = await program(undefined, 1_000);
    await open(poor, { query: subscription }).then(({ body }) => body?.cancel());
    await fresh.owner.query(
      'update partner_budget set points_left = 0, as_of = clock_timestamp() where client_id = $1',
      [poorId],
    );
    expect((await open(poor, { query: subscription })).status).toBe(429);
  });

  it('is not run at /graphql', async () => {
    const { key } = await program();
    const response = await fetch(`${served.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: 'subscription { events { id } }' }),
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

/** The cursor of the last event that there is. */
const newestCursor = async (): Promise<string> => {
  await fresh.owner.query('select number_events()');
  const { rows } = await fresh.owner.query<{ position: string; id: string }>(
    'select position, id from event order by position desc limit 1',
  );
  return Buffer.from(JSON.stringify(['AS_IT_HAPPENED', rows[0]?.position, rows[0]?.id])).toString('base64url');
};
/** What a stream has sent once this stands in it. */
const readUntil = async (response: Response, end: string): Promise<string> => {
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece as Uint8Array, { stream: true });
    if (text.includes(end) && text.endsWith('\n\n')) break;
  }
  return text;
};
