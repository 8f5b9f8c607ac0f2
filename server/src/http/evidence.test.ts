import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type Server } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { archive, jpegOf, pdfOf, pngOf } from '../evidence/files.fixture.ts';
import { checkForViruses, forgetUnfiledFiles } from '../evidence/look-after-evidence.job.ts';
import { clamAv } from '../evidence/virus-scanner.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { createClock } from '../kernel/clock.ts';
import { makeReturner } from '../returners/returner.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { createApp } from './app.ts';
import { evidenceRoutes } from './evidence.ts';
import { openLog } from './log.ts';
import { refuseCrossSite } from './same-site.ts';
import { createHttpServer, drain, listen } from './server.ts';

const schema = buildSchema();
const clock = createClock();
let fresh: FreshDatabase;
let server: Server;
let scannedServer: Server;
let origin: string;
let scanned: string;
let actor: Actor = anonymous;
let owner: Actor;
let other: Actor;
let loggedDayId: string;

const serve = async (isScanned: boolean): Promise<Server> => {
  const app = await createApp({
    log: openLog('silent'),
    publicUrl: 'http://localhost:4000',
    clientFolder: '/nowhere',
    ping: () => fresh.database.ping(),
    draining: () => false,
    mounts: [
      (mounted) => void mounted.use(refuseCrossSite),
      evidenceRoutes({ database: fresh.database, clock, actorOf: () => Promise.resolve(actor), isScanned }),
    ],
  });
  const started = createHttpServer(app);
  await listen(started, '127.0.0.1', 0);
  return started;
};
const originOf = (started: Server) => `http://127.0.0.1:${(started.address() as AddressInfo).port}`;

beforeAll(async () => {
  fresh = await freshDatabase();
  const made = await makeReturner(fresh.database.orm.em, clock);
  owner = made.actor;
  other = (await makeReturner(fresh.database.orm.em, clock)).actor;
  const logged = await ask(
    owner,
    `mutation ($input: LogDayInput!) { answer: logDay(input: $input) { ... on DayLogged { loggedDay { id } } } }`,
    { returnerId: made.returnerId, onDate: clock.today(), kind: 'FORMAL', minutes: 60, idempotencyKey: randomUUID() },
  );
  loggedDayId = (logged['loggedDay'] as { id: string }).id;
  server = await serve(false);
  scannedServer = await serve(true);
  origin = originOf(server);
  scanned = originOf(scannedServer);
});
afterAll(async () => {
  await drain(server, 0);
  await drain(scannedServer, 0);
  await fresh.close();
});

const ask = async (as: Actor, source: string, input: unknown): Promise<Record<string, unknown>> => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, as, source, { input });
  if (errors) throw new Error(errors.map(({ message }) => message).join(', '));
  return (data as unknown as { answer: Record<string, unknown> }).answer;
};
interface Sent {
  readonly name?: string;
  readonly type?: string;
  readonly key?: string;
  readonly as?: Actor;
  readonly at?: string;
}
const send = async (
  bytes: Buffer,
  { name = 'certificate.pdf', type = 'application/pdf', key = randomUUID(), as = owner, at = origin }: Sent = {},
) => {
  actor = as;
  const response = await fetch(`${at}/uploads/evidence`, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: { 'content-type': type, 'idempotency-key': key, 'x-file-name': encodeURIComponent(name) },
  });
  const body = (await response.json()) as {
    evidenceId?: string;
    refusals?: { rule?: string }[];
    errors?: { extensions: { code: string } }[];
  };
  return {
    status: response.status,
    evidenceId: body.evidenceId ?? '',
    rules: body.refusals?.map(({ rule }) => rule),
    codes: body.errors?.map(({ extensions }) => extensions.code),
  };
};
const open = async (evidenceId: string, as: Actor = owner) => {
  actor = as;
  return fetch(`${origin}/downloads/evidence/${evidenceId}`);
};
const file = (evidenceId: string, more: object = {}, as: Actor = owner) =>
  ask(
    as,
    `mutation ($input: FileEvidenceInput!) { answer: fileEvidence(input: $input) { ... on EvidenceFiled { evidence { title version ties { loggedDayId formLine standardNumber } viewerMayOpen } } ... on FileEvidenceRefused { refusals { code rule path } } } }`,
    {
      evidenceId,
      expectedVersion: 1,
      title: 'Certificate of a course',
      isAboutNoPatient: true,
      idempotencyKey: randomUUID(),
      ...more,
    },
  );
const filesOf = async (person: Actor): Promise<number> =>
  (
    await fresh.owner.query<{ count: number }>(
      'select count(*)::int from evidence e join returner r on r.id = e.returner_id where r.person_id = $1',
      [person.personId],
    )
  ).rows[0]?.count ?? 0;

describe('a file that is sent', () => {
  it('is kept once, filed with a day, and handed out under a name of ours, as a file', async () => {
    const key = randomUUID();
    const pdf = pdfOf(['Certificate of a course', 'Given on 12/03/2026']);
    const first = await send(pdf, { key, name: 'My Certificate (final).pdf' });
    expect(first.status).toBe(201);
    expect(await send(pdf, { key })).toEqual(first);
    expect((await send(pdfOf(['Another']), { key })).rules).toEqual([undefined]);
    expect(await filesOf(owner)).toBe(1);
    const filed = await file(first.evidenceId, { loggedDayIds: [loggedDayId], formLines: ['FORMAL_STUDY'] });
    expect(filed['evidence']).toEqual({
      title: 'Certificate of a course',
      version: 2,
      ties: [
        { loggedDayId, formLine: null, standardNumber: null },
        { loggedDayId: null, formLine: 'FORMAL_STUDY', standardNumber: null },
      ],
      viewerMayOpen: true,
    });
    const opened = await open(first.evidenceId);
    expect(opened.status).toBe(200);
    expect(Object.fromEntries(opened.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(opened.headers.get('content-disposition')).toMatch(
      /^attachment; filename="?evidence-\d{4}-\d\d-\d\d-[0-9a-f]{6}\.pdf"?$/,
    );
    expect(Buffer.from(await opened.arrayBuffer()).equals(pdf)).toBe(true);
  });

  it('is nobody else’s', async () => {
    const { evidenceId } = await send(pngOf(), { name: 'screen.png', type: 'image/png' });
    for (const stranger of [
      other,
      await makePerson(fresh.database.orm.em, 'SUPERVISOR'),
      await makePerson(fresh.database.orm.em, 'COORDINATOR'),
    ])
      expect((await open(evidenceId, stranger)).status).toBe(404);
    expect((await open(evidenceId, anonymous)).status).toBe(401);
    expect((await file(evidenceId, {}, other))['refusals']).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await open('forged')).status).toBe(404);
  });

  it.each<[string, Buffer, Sent, number, string]>([
    [
      'that is two things at once',
      Buffer.concat([jpegOf(), archive]),
      { name: 'photo.jpg', type: 'image/jpeg' },
      422,
      'ONE_KIND_OF_CONTENT',
    ],
    ['with two endings', pdfOf(['Hello']), { name: 'certificate.exe.pdf' }, 422, 'ONE_ENDING'],
    ['that is no such file, whatever it is called', Buffer.from('<html>'), {}, 422, 'KIND_BY_CONTENT'],
    [
      'of a type that a form of another site could send',
      pdfOf(['Hello']),
      { type: 'text/plain' },
      415,
      'BAD_USER_INPUT',
    ],
    ['without a key', pdfOf(['Hello']), { key: 'none' }, 400, 'BAD_USER_INPUT'],
  ])('%s leaves no trace', async (_words, bytes, sent, status, code) => {
    const before = await filesOf(owner);
    const answer = await send(bytes, sent);
    expect([answer.status, answer.rules ?? answer.codes]).toEqual([status, [code]]);
    expect(await filesOf(owner)).toBe(before);
  });

  it.each([
    ['by a supervisor', 'SUPERVISOR', 403],
    ['by somebody who has begun no pathway', 'RETURNER', 422],
  ] as const)('%s is not taken', async (_words, role, status) => {
    expect((await send(pdfOf(['Hello']), { as: await makePerson(fresh.database.orm.em, role) })).status).toBe(status);
  });

  it('of a gigabyte ends at once, whether its length is told or not, and is never held', async () => {
    actor = owner;
    const gigabyte = 1024 * 1024 * 1024;
    const piece = Buffer.alloc(256 * 1024, 1);
    for (const told of [true, false]) {
      const heldBefore = process.memoryUsage().arrayBuffers;
      const sending = request(`${origin}/uploads/evidence`, {
        method: 'POST',
        headers: {
          'content-type': 'application/pdf',
          'idempotency-key': randomUUID(),
          'x-file-name': 'large.pdf',
          ...(told ? { 'content-length': gigabyte } : {}),
        },
      });
      sending.on('error', () => {});
      let sent = 0;
      const began = Date.now();
      const more = (): void => {
        while (!sending.destroyed && sent < gigabyte) {
          sent += piece.length;
          if (!sending.write(piece)) return;
        }
      };
      sending.on('drain', more);
      const answered = once(sending, 'response');
      more();
      const [response] = (await answered) as [{ statusCode: number; resume(): void }];
      sending.destroy();
      expect(response.statusCode).toBe(413);
      expect(Date.now() - began).toBeLessThan(2_000);
      expect(sent).toBeLessThan(gigabyte / 4);
      expect(process.memoryUsage().arrayBuffers - heldBefore).toBeLessThan(100 * 1024 * 1024);
    }
  });

  it('finds no room where the person’s is used up', async () => {
    await fresh.owner.query(
      `insert into evidence (returner_id, kind, bytes, sha256, virus_check, added_at) select r.id, 'PDF', 10485760, '\\x00', 'NOT_CHECKED', now() from returner r, generate_series(1, 20) where r.person_id = $1`,
      [other.personId],
    );
    expect((await send(pdfOf(['Hello']), { as: other })).rules).toEqual(['ROOM_AT_MOST']);
    await fresh.owner.query('delete from evidence e using returner r where r.id = e.returner_id and r.person_id = $1', [
      other.personId,
    ]);
  });

  it('about a patient is not filed unlooked at', async () => {
    const { evidenceId } = await send(pdfOf(['NHS number 943 476 5919']));
    expect((await file(evidenceId))['refusals']).toMatchObject([{ rule: 'WARNINGS_ARE_LOOKED_AT' }]);
    expect((await file(evidenceId, { isChecked: true }))['evidence']).toMatchObject({ version: 2 });
  });

  it('is forgotten after a day if it is not filed', async () => {
    const { evidenceId } = await send(pdfOf(['Forget me']));
    const before = await filesOf(owner);
    await forgetUnfiledFiles(fresh.database.orm.em, { ...clock, now: () => new Date(Date.now() + 23 * 3_600_000) });
    expect(await filesOf(owner)).toBe(before);
    await forgetUnfiledFiles(fresh.database.orm.em, { ...clock, now: () => new Date(Date.now() + 25 * 3_600_000) });
    expect((await open(evidenceId)).status).toBe(404);
    const { rows } = await fresh.owner.query('select count(*)::int from evidence where filed_at is null');
    expect(rows).toEqual([{ count: 0 }]);
  });
});

describe('with a virus scanner', () => {
  /** A scanner that finds a virus in whatever says so, in ClamAV's words. */
  const scanner = createServer((socket) => {
    const parts: Buffer[] = [];
    socket.on('data', (part) => {
      parts.push(part);
      const all = Buffer.concat(parts);
      if (!all.subarray(-4).equals(Buffer.alloc(4))) return;
      socket.end(all.includes('virus') ? 'stream: Example.Virus FOUND\0' : 'stream: OK\0');
    });
  });
  let url = '';
  beforeAll(async () => {
    scanner.listen(0, '127.0.0.1');
    await once(scanner, 'listening');
    url = `tcp://127.0.0.1:${(scanner.address() as AddressInfo).port}`;
  });
  afterAll(() => void scanner.close());
  const virusCheckOf = async (evidenceId: string) =>
    (
      (
        await askAs(
          { schema, database: fresh.database, clock },
          owner,
          `query ($id: ID!) { node(id: $id) { ... on Evidence { virusCheck viewerMayOpen } } }`,
          { id: evidenceId },
        )
      ).data as unknown as { node: unknown }
    ).node;

  it('a file waits until it was looked at, and nobody opens it before', async () => {
    const { evidenceId } = await send(pdfOf(['Certificate']), { at: scanned });
    expect(await virusCheckOf(evidenceId)).toEqual({ virusCheck: 'WAITING', viewerMayOpen: false });
    expect((await open(evidenceId)).status).toBe(404);
    // while it cannot be reached, it waits
    expect(await checkForViruses(fresh.database.orm.em, clock, clamAv('tcp://127.0.0.1:1'))).toBe(false);
    expect(await virusCheckOf(evidenceId)).toMatchObject({ virusCheck: 'WAITING' });
    expect(await checkForViruses(fresh.database.orm.em, clock, clamAv(url))).toBe(true);
    expect(await virusCheckOf(evidenceId)).toEqual({ virusCheck: 'CLEAN', viewerMayOpen: true });
    expect((await open(evidenceId)).status).toBe(200);
  });

  it('what holds a virus is destroyed, and its owner is told', async () => {
    const { evidenceId } = await send(pdfOf(['a virus']), { at: scanned });
    await checkForViruses(fresh.database.orm.em, clock, clamAv(url));
    expect(await virusCheckOf(evidenceId)).toEqual({ virusCheck: 'INFECTED', viewerMayOpen: false });
    expect((await open(evidenceId)).status).toBe(404);
    expect((await file(evidenceId))['refusals']).toMatchObject([{ rule: 'NO_VIRUS' }]);
    const { rows } = await fresh.owner.query(`select template from outgoing_mail where template = 'evidence-infected'`);
    expect(rows).toHaveLength(1);
  });
});
