import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { recordMail } from '../src/audit/record.command.ts';
import { createClock } from '../src/kernel/clock.ts';
import { startWorker } from '../src/messages/worker.ts';
import { openDatabase } from '../src/persistence/database.ts';
import { startEmbeddedPostgres } from '../src/persistence/embedded/embedded-postgres.ts';
import { migrate } from '../src/persistence/migrate.ts';
import { APPLICATION_ROLE, OWNER_ROLE } from '../src/persistence/roles.ts';

// 10,000 mails to 500 people while two workers and the mail server are killed again and again: none is lost, each person's come in
// order, and one that comes twice has one id. Run it by `node --experimental-transform-types server/drills/outbox.ts`, with another
// number of mails if wanted; some minutes. Ends with an error where that does not hold.

const [, , first = '10000', ...rest] = process.argv;

/** A worker is this same file, in a process of its own that can be killed. */
async function beWorker([socketDir = '', database = '', port = '']: readonly string[]): Promise<void> {
  const application = { socketDir, user: APPLICATION_ROLE, database };
  await startWorker({
    database: await openDatabase(application),
    application,
    clock: createClock(),
    smtpUrl: `smtp://127.0.0.1:${port}`,
    publicUrl: 'http://localhost:4000',
    onFailure: () => {},
  });
  process.send?.('ready');
}

const some = (least: number, most: number): number => least + Math.random() * (most - least);
const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** One mail as the mail server has taken it. */
interface Received {
  readonly to: string;
  readonly number: number;
  readonly id: string;
}

async function drill(mails: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rtp-outbox-'));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ folder, durable: false });
  const name = 'outbox';
  await postgres.createDatabase(name);
  await migrate(postgres.connection(OWNER_ROLE, name));
  const database = await openDatabase(postgres.connection(APPLICATION_ROLE, name));

  const received: Received[] = [];
  const startSmtp = async (port: number): Promise<SMTPServer> => {
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 1,
      // now and then it has no time for somebody
      onRcptTo: (_address, _session, done) =>
        Math.random() < 0.005 ? done(Object.assign(new Error('later'), { responseCode: 451 })) : done(),
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks).toString().replaceAll('=\r\n', '');
          received.push({
            to: session.envelope.rcptTo[0]?.address ?? '',
            number: Number(/#(\d+)/.exec(raw)?.[1]),
            id: /^Message-ID: <([^>]+)>/m.exec(raw)?.[1] ?? '',
          });
          done();
        });
      },
    });
    smtp.on('error', () => {
      // a worker that was killed in the middle of a mail
    });
    await new Promise<void>((done) => void smtp.listen(port, '127.0.0.1', done));
    return smtp;
  };
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  let smtp = await startSmtp(port);

  const launch = (): ChildProcess =>
    spawn(
      process.execPath,
      [
        '--experimental-transform-types',
        '--no-warnings',
        import.meta.filename,
        'worker',
        postgres.socketDir,
        name,
        String(port),
      ],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
  const workers = [launch(), launch()];
  let kills = 0;
  let silences = 0;
  const over = new AbortController();

  const began = performance.now();
  const write = async (): Promise<void> => {
    const numbers = Array.from({ length: mails }, (_, number) => number);
    for (let at = 0; at < mails; at += 25) {
      await database.orm.em.fork().transactional(async (em) => {
        for (const number of numbers.slice(at, at + 25)) {
          const to = { address: `person${number % Math.ceil(mails / 20)}@example.invalid` };
          const link = `http://localhost/#${number}`;
          await recordMail(em, new Date(), { to, template: 'sign-in-link', values: { link } });
        }
      });
    }
  };
  const killWorkers = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await wait(some(3_000, 9_000));
      const which = Math.random() < 0.5 ? 0 : 1;
      workers[which]?.kill('SIGKILL');
      kills += 1;
      workers[which] = launch();
    }
  };
  const killSmtp = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await wait(some(8_000, 20_000));
      await new Promise<void>((done) => smtp.close(done));
      silences += 1;
      await wait(some(200, 2_000));
      smtp = await startSmtp(port);
    }
  };
  const waiting = async (): Promise<number> => {
    const [row] = await database.query<{ n: number }>({
      name: 'waiting',
      text: 'select count(*) n from outgoing_mail where sent_at is null and dropped_at is null',
    });
    return row?.n ?? 0;
  };
  const watch = async (): Promise<void> => {
    for (let left = mails; left > 0; left = await waiting()) await wait(500);
    over.abort();
  };
  await write();
  await Promise.all([watch(), killWorkers(), killSmtp()]);
  const seconds = Math.round((performance.now() - began) / 1000);

  for (const worker of workers) worker.kill('SIGKILL');
  await new Promise<void>((done) => smtp.close(done));
  const dropped = await database.query<{ n: number }>({
    name: 'dropped',
    text: 'select count(*) n from outgoing_mail where dropped_at is not null',
  });
  await database.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });

  const ids = new Map<number, Set<string>>();
  const lastOf = new Map<string, number>();
  let outOfOrder = 0;
  for (const { to, number, id } of received) {
    const known = ids.get(number);
    known?.add(id);
    if (known) continue;
    ids.set(number, new Set([id]));
    if (number < (lastOf.get(to) ?? -1)) outOfOrder += 1;
    lastOf.set(to, number);
  }
  const twice = received.length - ids.size;
  const otherIds = [...ids.values()].filter(({ size }) => size > 1).length;
  console.log(
    `${mails} mails to ${lastOf.size} people in ${seconds} s; workers killed ${kills} times, the mail server ${silences} times: ` +
      `${mails - ids.size} lost, ${dropped[0]?.n ?? 0} dropped, ${outOfOrder} out of order, ${twice} came twice, ${otherIds} of those under another id.`,
  );
  must(ids.size === mails && dropped[0]?.n === 0, 'mails were lost');
  must(outOfOrder === 0, 'mails came out of order');
  must(otherIds === 0, 'a mail came twice under two ids');
  must(kills > 0 && silences > 0, 'nothing was killed: ask for more mails');
}

await (first === 'worker' ? beWorker(rest) : drill(Number(first)));
