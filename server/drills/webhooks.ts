import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { createVisibleEvents, cursorInFeed } from '../src/graphql/event-feed.ts';
import { createClock } from '../src/kernel/clock.ts';
import { openDatabase } from '../src/persistence/database.ts';
import { startEmbeddedPostgres } from '../src/persistence/embedded/embedded-postgres.ts';
import { migrate } from '../src/persistence/migrate.ts';
import { APPLICATION_ROLE, OWNER_ROLE } from '../src/persistence/roles.ts';
import { postToThisMachine, startReceiver } from '../src/webhooks/receiver.fixture.ts';
import { startWebhooks } from '../src/webhooks/send-webhooks.command.ts';

// 1,000 events about 50 records, for two receivers and a dead one, while two senders and a receiver are killed again and again: none is
// lost, those about one record come in order, one that comes twice has one id, and what the events say is how the records stand. Run it by
// `node --experimental-transform-types server/drills/webhooks.ts`, with another number of events if wanted (10000: some minutes). Ends with
// an error where that does not hold.

const [, , first = '1000', ...rest] = process.argv;
const HOST = '01900000-0000-7000-8000-000000000001';
const RECORDS = 50;
/** Longer than a lease, a rest and the start of a sender. */
const PATIENCE_MS = 60_000;

/** A sender is this same file, in a process of its own that can be killed. Its leases are short, so that the drill is. */
async function beSender([socketDir = '', database = '']: readonly string[]): Promise<void> {
  const opened = await openDatabase({ socketDir, user: APPLICATION_ROLE, database });
  const clock = createClock();
  startWebhooks({
    database: opened,
    clock,
    post: postToThisMachine({ patienceMs: 1_000 }),
    publicUrl: 'http://localhost:4000',
    visibleEvents: createVisibleEvents(opened, clock),
    cursorOf: cursorInFeed,
    onFailure: () => {},
    leaseMs: 3_000,
  });
  process.send?.('ready');
}

const some = (least: number, most: number): number => least + Math.random() * (most - least);
const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** What a receiver made of the messages that it has taken. */
interface Seen {
  readonly ids: Map<string, Set<string>>;
  readonly last: Map<string, number>;
  outOfOrder: number;
  twice: number;
}
const nothingSeen = (): Seen => ({ ids: new Map(), last: new Map(), outOfOrder: 0, twice: 0 });
const take = (seen: Seen, body: string): void => {
  const { id, data } = JSON.parse(body) as { id: string; data: { subjectId: string; version: number } };
  const name = `${data.subjectId} ${data.version}`;
  const known = seen.ids.get(name);
  known?.add(id);
  if (known) {
    seen.twice += 1;
    return;
  }
  seen.ids.set(name, new Set([id]));
  if (data.version !== (seen.last.get(data.subjectId) ?? 0) + 1) seen.outOfOrder += 1;
  seen.last.set(data.subjectId, Math.max(data.version, seen.last.get(data.subjectId) ?? 0));
};

async function drill(events: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rtp-webhooks-'));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ folder, durable: false });
  const name = 'webhooks';
  await postgres.createDatabase(name);
  await migrate(postgres.connection(OWNER_ROLE, name));
  const owner = new pg.Pool({ host: postgres.socketDir, user: OWNER_ROLE, database: name, max: 3 });
  await owner.query(`insert into person (id, display_name, email, email_confirmed_at, created_at)
    values ('${HOST}', 'Example Owner', 'owner@example.invalid', now(), now())`);
  await owner.query(
    `insert into host (id, kind, name, region_id) select '${HOST}', 'CHARITY', 'Example Host', id from region limit 1`,
  );
  await owner.query(`insert into placement_site (host_id, name, postcode, district_id, latitude, longitude)
    select '${HOST}', 'Example Site ' || n, 'NW1 0PE', (select id from postcode_district where code = 'NW1'), 51.5, -0.1
    from generate_series(1, ${RECORDS}) n`);
  const sites = (await owner.query<{ id: string }>('select id from placement_site order by id')).rows;

  const seen = { steady: nothingSeen(), shaky: nothingSeen() };
  const steady = await startReceiver();
  const start = async (port = 0) => {
    const receiver = await startReceiver('other.example', port);
    receiver.does(({ body }) => {
      const luck = Math.random();
      if (luck < 0.01) return 503;
      // it has taken the message, and nobody hears of it
      take(seen.shaky, body);
      return luck < 0.02 ? null : 204;
    });
    return receiver;
  };
  steady.does(({ body }) => {
    take(seen.steady, body);
    return 204;
  });
  let shaky = await start();
  const dead = await startReceiver();
  dead.does(() => null);
  for (const { url } of [steady, shaky, dead])
    await owner.query(
      `insert into webhook (host_id, owner_id, url, types, created_at, lined_up_to) values ('${HOST}', '${HOST}', $1, '{PLACEMENT_SITE_CHANGED}', now(), 0)`,
      [url],
    );

  const launch = (): ChildProcess =>
    spawn(
      process.execPath,
      ['--experimental-transform-types', '--no-warnings', import.meta.filename, 'sender', postgres.socketDir, name],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
  const isReady = (sender: ChildProcess) => once(sender, 'message');
  const senders = [launch(), launch()];
  await Promise.all(senders.map(isReady));
  let kills = 0;
  let silences = 0;
  const over = new AbortController();
  const began = performance.now();

  /** A change and its event in one transaction, as commands write them; some are rolled back. */
  const write = async (): Promise<void> => {
    for (let number = 0; number < events; number += 1) {
      const site = sites[number % RECORDS]?.id;
      const client = await owner.connect();
      for (const end of Math.random() < 0.05 ? ['rollback', 'commit'] : ['commit']) {
        await client.query('begin');
        await client.query('update placement_site set version = $2 where id = $1', [
          site,
          Math.floor(number / RECORDS) + 1,
        ]);
        await client.query(
          `insert into event (type, subject_type, subject_id, host_id, at, facts)
           select 'PLACEMENT_SITE_CHANGED', 'PlacementSite', id, host_id, now(), json_build_object('version', version) from placement_site where id = $1`,
          [site],
        );
        await client.query(end);
      }
      client.release();
      await wait(Math.random() < 0.1 ? 10 : 0);
    }
  };
  const killSenders = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await wait(some(500, 3_000));
      const which = Math.random() < 0.5 ? 0 : 1;
      senders[which]?.kill('SIGKILL');
      kills += 1;
      // one that is killed before it begins shows nothing
      await isReady((senders[which] = launch()));
    }
  };
  const killReceiver = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await wait(some(2_000, 6_000));
      await shaky.close();
      silences += 1;
      await wait(some(200, 1_500));
      shaky = await start(shaky.port);
    }
  };
  /** What it waits for after a failure is made short: a drill has no day. */
  const hurry = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await wait(500);
      await owner.query(
        `update webhook set rests_until = least(rests_until, now() + interval '1 second') where url like 'https://other.example%'`,
      );
    }
  };
  const watch = async (): Promise<void> => {
    const waiting = async () =>
      (
        await owner.query<{ n: string }>(
          `select count(*) n from webhook w where w.url <> $1 and (w.lined_up_to < (select max(position) from event)
             or exists (select from event where position is null) or exists (select from webhook_delivery d where d.webhook_id = w.id and d.state = 'WAITING'))`,
          [dead.url],
        )
      ).rows[0]?.n;
    // a busy machine takes its time; one on which nothing goes on has lost something
    let progress = { taken: -1, at: Date.now() };
    while ((await waiting()) !== '0') {
      const taken = seen.steady.ids.size + seen.shaky.ids.size;
      if (taken > progress.taken) progress = { taken, at: Date.now() };
      if (Date.now() > progress.at + PATIENCE_MS) throw new Error(`nothing goes on after ${taken} messages`);
      await wait(500);
    }
    over.abort();
  };
  await Promise.all([write().then(watch), killSenders(), killReceiver(), hurry()]);
  const seconds = Math.round((performance.now() - began) / 1000);
  for (const sender of senders) sender.kill('SIGKILL');
  await Promise.all([steady.close(), shaky.close(), dead.close()]);

  const states = await owner.query<{ stands: string }>(
    `select count(*) filter (where s.version = (select (e.facts ->> 'version')::int from event e where e.subject_id = s.id order by e.position desc limit 1)) || ' of ' || count(*) as stands from placement_site s`,
  );
  const tries = await owner.query<{ n: string }>(
    'select count(*) n from webhook_attempt a join webhook_delivery d on d.id = a.delivery_id join webhook w on w.id = d.webhook_id where w.url = $1',
    [dead.url],
  );
  await owner.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });

  console.log(
    `${events} events about ${RECORDS} records in ${seconds} s; senders killed ${kills} times, a receiver ${silences} times.`,
  );
  for (const [which, { ids, outOfOrder, twice }] of Object.entries(seen)) {
    const otherIds = [...ids.values()].filter(({ size }) => size > 1).length;
    console.log(
      `${which}: ${events - ids.size} lost, ${outOfOrder} out of order, ${twice} came twice, ${otherIds} of those under another id.`,
    );
    must(ids.size === events, 'events were lost');
    must(outOfOrder === 0, 'events came out of order');
    must(otherIds === 0, 'an event came twice under two ids');
  }
  console.log(
    `The dead receiver was tried ${tries.rows[0]?.n} times. Feed and state agree on ${states.rows[0]?.stands} records.`,
  );
  must(states.rows[0]?.stands === `${RECORDS} of ${RECORDS}`, 'feed and state differ');
  must(kills > 0 && silences > 0, 'nothing was killed: ask for more events');
}

await (first === 'sender' ? beSender(rest) : drill(Number(first)));
