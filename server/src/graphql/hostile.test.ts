import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../http/app.ts';
import { openLog } from '../http/log.ts';
import { mountsOf } from '../mounts.ts';
import { fillDemonstration } from '../persistence/demonstration/fill.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { signInForHostility, type HostileCaller } from '../testing/hostile-callers.ts';
import { hostilePaths, sendPath } from '../testing/hostile-paths.ts';
import { hostileRequests, inputPositions } from '../testing/hostile-requests.ts';
import { faultsOfAnswer } from '../testing/judge-answer.ts';
import { sendAll, watchOthers } from '../testing/send-hostile.ts';

const contract = buildSchema(
  readFileSync(new URL('../../../schema/return-to-practice.graphql', import.meta.url), 'utf8'),
);
let fresh: FreshDatabase;
let server: Server;
let origin = '';
// every path that is none of the server's own is the web application's
const clientFolder = mkdtempSync(join(tmpdir(), 'rtp-client-'));
beforeAll(async () => {
  writeFileSync(join(clientFolder, 'index.html'), '<!doctype html><title>Return to Practice</title>');
  fresh = await freshDatabase();
  await fillDemonstration(fresh.connections.owner);
  const log = openLog('silent');
  const environment = { demo: true, documents: 'any', publicUrl: 'http://localhost' } as const;
  const app = await createApp({
    log,
    publicUrl: 'http://localhost',
    clientFolder,
    ping: () => Promise.resolve(),
    draining: () => false,
    mounts: mountsOf({
      environment,
      store: { database: fresh.database, owner: fresh.connections.owner },
      sessionSecret: 'x'.repeat(32),
      log,
    }),
  });
  server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await fresh.close();
  rmSync(clientFolder, { recursive: true });
});

/** How many odd values each argument and input field is sent, by caller; a longer run is a drill. */
const callers: readonly (readonly [HostileCaller, number])[] = [
  ['anonymous', 3],
  ['returner-logging', 4],
  ['coordinator-london', 3],
  ['administrator', 2],
];

describe('odd values', () => {
  test('are sent to every argument and every input field of the contract', () => {
    const names = inputPositions(contract).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const roots = [contract.getQueryType(), contract.getMutationType(), contract.getSubscriptionType()];
    for (const type of roots)
      for (const field of Object.values(type?.getFields() ?? {}))
        for (const argument of field.args) expect(names).toContain(`${type?.name}.${field.name}(${argument.name})`);
    for (const { source, name } of inputPositions(contract))
      expect(validate(contract, parse(source)), name).toEqual([]);
    expect(names).toContain('Mutation.savePlan(input.weeksOff.0.from)');
    expect(names).toContain('Returner.loggedDays(filter.kind)');
  });

  test.each(callers)(
    'of a caller who is %s are refused in words, and hold nobody else up',
    { timeout: 120_000 },
    async (caller, valuesEach) => {
      const { headers, fine, stolen } = await signInForHostility(origin, caller);
      const watch = watchOthers(origin);
      const seed = callers.findIndex(([one]) => one === caller) + 1;
      const { faults, sent, codes } = await sendAll(
        origin,
        headers,
        hostileRequests({ schema: contract, fine, stolen, seed, valuesEach }),
      );
      const { slowest, failed } = await watch.end();
      expect(faults).toEqual([]);
      expect(sent).toBeGreaterThan(500);
      // many are refused, and not all at the first door
      expect(codes.get('BAD_USER_INPUT')).toBeGreaterThan(100);
      expect(codes.get('data')).toBeGreaterThanOrEqual(50);
      expect(failed).toEqual([]);
      expect(slowest).toBeLessThan(1_000);
    },
  );
});

describe('odd requests to other paths', () => {
  test('are refused in words', { timeout: 60_000 }, async () => {
    const faults: string[] = [];
    const queue = hostilePaths({ seed: 1, most: 1_200 })[Symbol.iterator]();
    const watch = watchOthers(origin);
    const work = async (): Promise<void> => {
      for (let next = queue.next(); !next.done; next = queue.next()) {
        const answer = await sendPath(origin, next.value);
        for (const fault of faultsOfAnswer(answer))
          faults.push(`${next.value.about}: ${fault}: ${answer.status} ${answer.text.slice(0, 300)}`);
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    const { slowest, failed } = await watch.end();
    expect(faults).toEqual([]);
    expect(failed).toEqual([]);
    expect(slowest).toBeLessThan(1_000);
  });
});
