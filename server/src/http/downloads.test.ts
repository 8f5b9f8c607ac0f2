import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { createClock } from '../kernel/clock.ts';
import { makeRequest, makeSeenReturner } from '../placements/placement.factory.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { createApp } from './app.ts';
import { downloadRoutes } from './downloads.ts';
import { openLog } from './log.ts';
import { refuseCrossSite } from './same-site.ts';
import { createHttpServer, drain, listen } from './server.ts';

const clock = createClock();
let fresh: FreshDatabase;
let server: Server;
let address: string;
let actor: Actor = anonymous;
let london: Actor;
let northWest: Actor;
let waiting: { readonly returnerId: string; readonly actor: Actor };

beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  const coordinator = async (code: string) =>
    makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, code) });
  london = await coordinator('Y56');
  northWest = await coordinator('Y62');
  waiting = await makeRequest({ em, clock, coordinator: london });
  const other = await makeSeenReturner({ em, clock, coordinator: london });
  await fresh.owner.query('update returner set preferred_name = $1 where person_id = $2', [
    '=1+1',
    waiting.actor.personId,
  ]);
  await fresh.owner.query('update returner set preferred_name = $1 where person_id = $2', [
    'Example Silent',
    other.actor.personId,
  ]);
  const app = await createApp({
    log: openLog('silent'),
    publicUrl: 'http://localhost:4000',
    clientFolder: '/nowhere',
    ping: () => fresh.database.ping(),
    draining: () => false,
    mounts: [
      (mounted) => void mounted.use(refuseCrossSite),
      downloadRoutes({ database: fresh.database, clock, actorOf: () => Promise.resolve(actor) }),
    ],
  });
  server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/downloads/returners`;
});
afterAll(async () => {
  await drain(server, 0);
  await fresh.close();
});

const purpose = { purpose: 'CONTACT', purposeText: 'Calls of this week.' };
const post = (as: Actor, body: unknown, more: Record<string, string> = {}) => {
  actor = as;
  return fetch(address, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...more },
  });
};
const linesFor = async (as: Actor, asked: object = {}): Promise<string[]> => {
  const response = await post(as, { ...purpose, ...asked });
  expect(response.status).toBe(200);
  return (await response.text()).trim().split('\r\n').slice(1);
};
const entries = async () =>
  (
    await fresh.owner.query<{ fields: string[]; person_id: string }>(
      `select fields, person_id from audit_entry where action = 'downloadReturners' order by at, id`,
    )
  ).rows;

it('hands out the applications that are expected, to coordinators alone, for a purpose that is noted', async () => {
  await fresh.owner.query(
    `update returner set answers = answers || '{"applicationOn": "2027-06-01"}' where person_id = $1`,
    [waiting.actor.personId],
  );
  const ask = (as: Actor, body: object) => {
    actor = as;
    return fetch(address.replace(/returners$/, 'expected-submissions'), {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  };
  const response = await ask(london, purpose);
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename=expected-applications-${clock.today()}.csv`,
  );
  const lines = (await response.text()).trim().split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFF?"Expected on","From","Name","Returning to"/);
  // no spreadsheet takes a name for a formula
  expect(lines.find((line) => line.includes('2027-06-01'))).toMatch(
    /^"2027-06-01","The person named the day.","'=1\+1","dietetics","No",210$/,
  );
  expect((await (await ask(northWest, purpose)).text()).trim().split('\r\n')).toHaveLength(1);
  const statuses = [];
  for (const [as, body] of [
    [waiting.actor, purpose],
    [london, {}],
    [london, { ...purpose, purposeText: ' ' }],
  ] as const)
    statuses.push((await ask(as, body)).status);
  expect(statuses).toEqual([403, 400, 422]);
  expect((await entries())[0]).toMatchObject({ fields: ['list', 'purpose', 'purposeText', 'rows'] });
});

describe('a list that is downloaded', () => {
  it('holds whom the coordinator sees, as no spreadsheet takes for a formula, and is noted with its purpose', async () => {
    const response = await post(london, { ...purpose, orderBy: 'LONGEST_WAIT' });
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename=returners-${clock.today()}.csv`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toMatch(/^"Name","Field of practice","Region"/);
    expect(lines[1]).toMatch(/^"'=1\+1","dietetics","London"/);
    expect(lines[1]).toContain(`"Looking","","","${clock.today()}"`);
    expect(lines[2]).toMatch(/^"Example Silent"/);
    expect((await entries()).at(-1)).toEqual({
      fields: ['ids', 'orderBy', 'purpose', 'purposeText', 'rows'],
      person_id: london.personId,
    });
  });
  it('has the filters of the page, and the ids of the page', async () => {
    expect(await linesFor(london, { filter: { stage: 'LOOKING', regionCode: 'Y56' } })).toHaveLength(1);
    expect(await linesFor(london, { filter: { stage: 'PLACED' } })).toEqual([]);
    expect(await linesFor(london, { filter: { waitingSince: clock.today(), professionCode: 'DT' } })).toHaveLength(1);
    expect(await linesFor(london, { ids: [waiting.returnerId] })).toHaveLength(1);
    expect(await linesFor(london, { ids: [] })).toEqual([]);
  });
  it('holds nobody of another region, whatever is asked for', async () => {
    expect(await linesFor(northWest)).toEqual([]);
    expect(await linesFor(northWest, { filter: { regionCode: 'Y56' } })).toEqual([]);
    expect(await linesFor(northWest, { ids: [waiting.returnerId] })).toEqual([]);
  });
  it('holds nobody who has taken back the agreement', async () => {
    const share = (shares: boolean) =>
      fresh.owner.query(
        `update returner set shares_with_coordinators = $2, coordinators_see_since = case when $2 then started_on end where person_id = $1`,
        [waiting.actor.personId, shares],
      );
    await share(false);
    expect(await linesFor(london)).toHaveLength(1);
    await share(true);
    expect(await linesFor(london)).toHaveLength(2);
  });
  it('is read a few hundred rows at a time, each once', async () => {
    await fresh.owner.query(
      `insert into person (display_name, email, email_confirmed_at, created_at) select 'Many ' || n, 'many' || n || '@example.invalid', now(), now() from generate_series(1, 1100) n`,
    );
    await fresh.owner.query(
      `insert into returner (person_id, answers, region_id, started_on, shares_with_coordinators, coordinators_see_since)
       select p.id, '{}', (select id from region where code = 'Y63'), date '2026-01-01' + (right(p.email, 1) = 'x')::int, true, '2026-01-02' from person p where p.email like 'many%'`,
    );
    const coordinator = await makePerson(fresh.database.orm.em, 'COORDINATOR', {
      regionId: await regionIdIn(fresh.owner, 'Y63'),
    });
    for (const orderBy of ['NEWEST', 'OLDEST', 'LONGEST_WAIT'])
      expect(new Set(await linesFor(coordinator, { orderBy })).size, orderBy).toBe(1100);
  });
});

describe('no list', () => {
  it('is given to anybody else, and none is noted', async () => {
    const before = (await entries()).length;
    expect((await post(anonymous, purpose)).status).toBe(401);
    expect((await post({ ...london, mustSignInAgain: true }, purpose)).status).toBe(401);
    expect((await post(london, purpose, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    for (const kind of ['RETURNER', 'SUPERVISOR', 'ORGANISATION_ADMINISTRATOR', 'ADMINISTRATOR', 'ASSESSOR'] as const)
      expect((await post(await makePerson(fresh.database.orm.em, kind), purpose)).status, kind).toBe(403);
    expect(await entries()).toHaveLength(before);
  });
  it('is given without a purpose, or for what is not understood', async () => {
    const before = (await entries()).length;
    const wordless = await post(london, { ...purpose, purposeText: '  ' });
    expect([wordless.status, await wordless.json()]).toMatchObject([422, { refusals: [{ path: ['purposeText'] }] }]);
    for (const wrong of [
      { purposeText: 'x' },
      { ...purpose, purpose: 'toString' },
      { ...purpose, filter: { name: 'x' } },
      { ...purpose, filter: { waitingSince: 'yesterday' } },
      { ...purpose, ids: Array.from({ length: 251 }, () => 'x') },
    ])
      expect((await post(london, wrong)).status).toBe(400);
    expect((await post(london, purpose, { 'content-type': 'text/plain' })).status).toBe(400);
    expect(await entries()).toHaveLength(before);
  });
});
