import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { confirming, makeSignOffWorld, type SignOffWorld } from '../testing/sign-off-world.ts';
import { createApp } from './app.ts';
import { evidenceRoutes } from './evidence.ts';
import { openLog } from './log.ts';
import { createHttpServer, drain, listen } from './server.ts';

type World = Awaited<ReturnType<SignOffWorld['underWay']>>;

let fresh: FreshDatabase;
let api: SignOffWorld;
let server: Server;
let actor: Actor = anonymous;

beforeAll(async () => {
  fresh = await freshDatabase();
  api = await makeSignOffWorld(fresh);
  const { clock } = api;
  const app = await createApp({
    log: openLog('silent'),
    publicUrl: 'http://localhost:4000',
    clientFolder: '/nowhere',
    ping: () => fresh.database.ping(),
    draining: () => false,
    mounts: [
      evidenceRoutes({ database: fresh.database, clock, actorOf: () => Promise.resolve(actor), isScanned: true }),
    ],
  });
  server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
});
afterAll(async () => {
  await drain(server, 0);
  await fresh.close();
});

/** A file that was filed and checked, tied to a day of the log or to a standard. */
const fileOf = async ({ person }: World, title: string, tie: { day?: string; standard?: number }, check = 'CLEAN') => {
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into evidence (returner_id, title, kind, bytes, sha256, virus_check, added_at, filed_at) values ($1, $2, 'PDF', 4, '\\x00', $3, now(), now()) returning id`,
    [person.id, title, check],
  );
  const id = rows[0]?.id ?? '';
  await fresh.owner.query('insert into evidence_content (evidence_id, content) values ($1, $2)', [
    id,
    Buffer.from('body'),
  ]);
  await fresh.owner.query(
    `insert into evidence_tie (evidence_id, day_id, standard_id)
     select $1, (select d.id from current_logged_day d where d.returner_id = $2 and d.on_date = $3), (select s.id from standard_of_proficiency s where s.number = $4)`,
    [id, person.id, tie.day ?? null, tie.standard ?? null],
  );
  return toGlobalId('Evidence', id);
};
const addressOf = (evidenceId: string) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}/downloads/evidence/${evidenceId}`;
const openAs = async (who: Actor, evidenceId: string) => {
  actor = who;
  return (await fetch(addressOf(evidenceId))).status;
};
const openByLink = (token: string, evidenceId: string) =>
  fetch(addressOf(evidenceId), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
const openings = async (evidenceId: string) =>
  (
    await fresh.owner.query<{ actor: string | null; action: string }>(
      `select actor_id actor, action from audit_entry where action = 'openEvidence' and subject_id = $1 order by id`,
      [fromGlobalId(evidenceId)?.id],
    )
  ).rows;

test('whoever holds a link to sign sees what is filed with its days, and opens it until the link is used', async () => {
  const world = await api.underWay(['2027-01-05', '2027-01-06']);
  const shown = await fileOf(world, 'Certificate', { day: '2027-01-05' });
  const unchecked = await fileOf(world, 'Not checked', { day: '2027-01-06' }, 'NOT_CHECKED');
  const elsewhere = await fileOf(world, 'Of a standard', { standard: 1 });
  const email = await api.confirmAddress(world);
  await api.askFor(world, '2027-01-05', '2027-01-06');
  const token = await api.tokenIn(email);
  const filesBehind = async (secret: string) =>
    (
      await api.ask(
        anonymous,
        `query ($token: String!) { signOffSheetEvidence(token: $token) { evidenceId title kind mayBeOpened } }`,
        { token: secret },
      )
    )['signOffSheetEvidence'];
  expect(await filesBehind(token)).toEqual([
    { evidenceId: shown, title: 'Certificate', kind: 'PDF', mayBeOpened: true },
    { evidenceId: unchecked, title: 'Not checked', kind: 'PDF', mayBeOpened: false },
  ]);
  expect(await filesBehind('forged')).toEqual([]);

  const opened = await openByLink(token, shown);
  expect([opened.status, await opened.text()]).toEqual([200, 'body']);
  expect(opened.headers.get('content-disposition')).toMatch(/^attachment; filename="?evidence-/);
  expect(opened.headers.get('cache-control')).toBe('no-store');
  expect(await openings(shown)).toEqual([{ actor: null, action: 'openEvidence' }]);
  const statuses = [];
  for (const [secret, file] of [
    [token, unchecked],
    [token, elsewhere],
    ['forged', shown],
    ['', shown],
  ] as const)
    statuses.push((await openByLink(secret, file)).status);
  expect(statuses).toEqual([404, 404, 404, 400]);

  const sheet = await api.sheetOf(token);
  if (!sheet) throw new Error('The link works.');
  expect(await api.byLink(token, confirming(sheet))).toMatchObject({ state: 'SIGNED' });
  expect((await openByLink(token, shown)).status).toBe(404);
  expect(await filesBehind(token)).toEqual([]);
});

test('who assesses, and who looks a second time, opens what is filed under the standards of the assessment', async () => {
  const world = await api.underWay(['2027-01-05']);
  const shown = await fileOf(world, 'Under standard 3', { standard: 3 });
  const others = [
    await fileOf(world, 'Under standard 4', { standard: 4 }),
    await fileOf(world, 'Of a day', { day: '2027-01-05' }),
  ];
  const assessorOf = async () => {
    const made = await makePerson(api.making.em, 'ASSESSOR');
    const { rows } = await fresh.owner.query<{ id: string }>(
      `insert into assessor (host_id, person_id, display_name, profession_id, registered_from, has_proceedings, checked_on, checked_by_id, seen)
       values ($1, $2, 'Example Assessor', (select id from profession where code = 'DT'), '2015-01-01', false, '2026-11-01', $2, 'Looked up.') returning id`,
      [world.host, made.personId],
    );
    return { ...made, assessor: rows[0]?.id ?? '' };
  };
  const [first, second, nobody] = [await assessorOf(), await assessorOf(), await assessorOf()];
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into assessment (placement_id, host_id, kind, standards, assessor_id, moderator_id, state, assigned_on, assigned_by_id, due_on, moderation)
     values ($1, $2, 'FORMATIVE', '[3]', $3, $4, 'DRAFTED', '2027-01-20', $5, '2027-02-20', 'ASKED') returning id`,
    [fromGlobalId(world.placementId)?.id, world.host, first.assessor, second.assessor, nobody.personId],
  );
  const id = toGlobalId('Assessment', rows[0]?.id ?? '');
  const seenBy = async (who: Actor) =>
    (await api.ask(who, `query ($id: ID!) { assessment(id: $id) { evidence { id title viewerMayOpen } } }`, { id }))[
      'assessment'
    ];
  const files = { evidence: [{ id: shown, title: 'Under standard 3', viewerMayOpen: true }] };
  for (const who of [first, second, world.person.actor]) expect(await seenBy(who)).toEqual(files);
  expect(await seenBy(world.supervisor)).toEqual({ evidence: null });
  expect(await seenBy(nobody)).toBeNull();
  expect([await openAs(first, shown), await openAs(second, shown), await openAs(nobody, shown)]).toEqual([
    200, 200, 404,
  ]);
  for (const other of others) expect(await openAs(first, other)).toBe(404);
  expect((await openings(shown)).map(({ actor: by }) => by)).toEqual([first.personId, second.personId]);
});
