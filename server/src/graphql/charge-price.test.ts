import { ApolloServer } from '@apollo/server';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { anonymous } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { openLog } from '../http/log.ts';
import { createClock } from '../kernel/clock.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { serveApp } from '../testing/serve-app.ts';
import { buildSchema } from './build-schema.ts';
import { chargePrice } from './charge-price.ts';
import type { RequestContext } from './context.ts';

interface Cost {
  readonly bound: number;
  readonly charged: number;
  readonly budget: { readonly points: number; readonly left: number; readonly fullInSeconds: number };
}
interface Answer {
  readonly data: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly cost: Cost };
}

let fresh: FreshDatabase;
let servers: Awaited<ReturnType<typeof serveApp>>[];
let hostId = '';
let ownerId = '';
beforeAll(async () => {
  fresh = await freshDatabase();
  servers = [await serveApp(fresh), await serveApp(fresh)];
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into host (kind, name, region_id) select 'CHARITY', 'Example Host', id from region where code = 'Y56' returning id`,
  );
  hostId = rows[0]?.id ?? '';
  ownerId = (await makePerson(fresh.database.orm.em, 'ADMINISTRATOR')).personId;
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await fresh.close();
});

const program = (budget?: number) =>
  makePartner(fresh.database.orm.em, { hostId, ownerId, ...(budget === undefined ? {} : { budget }) });
const ask = async (key: string | null, query: string, more: object = {}, server = 0) => {
  const response = await fetch(`${servers[server]?.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query, ...more }),
  });
  const answer = (await response.json()) as Answer;
  return { ...answer, status: response.status, headers: response.headers, cost: answer.extensions?.cost };
};
const leftOf = async (clientId: string) =>
  (
    await fresh.owner.query<{ left: number }>('select points_left as left from partner_budget where client_id = $1', [
      clientId,
    ])
  ).rows[0]?.left;

/** 1 + 2 relations + 5,100 rows / 100 at the most; in truth 7 regions with 48 boards. */
const generous = '{ regions(first: 50) { nodes { name boards(first: 100) { nodes { name } } } } }';

describe('the bill', () => {
  it('stands in the answer and in the headers, by the rows that there are', async () => {
    const { key, clientId } = await program();
    const { cost, headers } = await ask(key, generous);
    expect(cost).toEqual({
      bound: 1 + 2 + 51,
      charged: 1 + 2 + 1,
      limit: 1_000,
      budget: { points: 10_000, left: 9_996, fullInSeconds: 2 },
    });
    expect(headers.get('ratelimit-policy')).toBe('"points";q=10000;w=3600');
    expect(headers.get('ratelimit')).toBe('"points";r=9996;t=2');
    await vi.waitFor(async () => expect(await leftOf(clientId)).toBe(9_996));
  });

  it('comes before the meal: a dry run names every field with the arithmetic, and costs nothing', async () => {
    const { key, clientId } = await program();
    const { data, errors, cost } = await ask(key, generous, { extensions: { dryRun: true } });
    expect({ data, errors }).toEqual({ data: null, errors: undefined });
    expect(cost).toEqual({
      bound: 54,
      limit: 1_000,
      arithmetic: '1 + 2 relations + 5050 rows / 100 = 54',
      dearest: { path: 'regions.nodes.boards', rows: 5_000, arithmetic: '50 × 100 rows' },
      fields: [
        { path: 'regions', rows: 50, arithmetic: '50 rows' },
        { path: 'regions.nodes.boards', rows: 5_000, arithmetic: '50 × 100 rows' },
      ],
      budget: { points: 10_000, left: 10_000, fullInSeconds: 0 },
    });
    expect(await leftOf(clientId)).toBe(10_000);
  });

  it('can be asked for by anybody, and for a query that is too dear', async () => {
    const dear =
      '{ trusts(first: 100) { nodes { sites(first: 100) { nodes { trust { sites(first: 100) { nodes { name } } } } } } } }';
    expect((await ask(null, dear, { extensions: { dryRun: true } })).cost).toMatchObject({
      bound: 10_206,
      dearest: { path: 'trusts.nodes.sites.nodes.trust.sites', arithmetic: '100 × 100 × 100 rows' },
    });
    const { errors } = await ask(null, dear);
    expect(errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
    expect(errors?.[0]?.message).toContain('trusts.nodes.sites.nodes.trust.sites (100 × 100 × 100 rows)');
  });

  it('is the same for every introspection, under a tenth of the budget', async () => {
    const { key } = await program();
    expect((await ask(key, getIntrospectionQuery())).cost).toMatchObject({ bound: 10, charged: 10 });
  });

  it('is small for a query that was turned away', async () => {
    const { key } = await program();
    expect((await ask(key, '{ placements(first: 100) { nodes { adjustments } } }')).cost).toMatchObject({ charged: 1 });
  });
});

describe('a program’s query', () => {
  it('is one statement, beside one that learns the key, one that reserves the price, and one that gives the rest back', async () => {
    const { key, clientId } = await program();
    const query = vi.spyOn(fresh.database.pool, 'query');
    await ask(key, generous);
    await vi.waitFor(async () => expect(await leftOf(clientId)).toBe(9_996));
    const names = query.mock.calls.map((call: readonly unknown[]) => (call[0] as { name?: string }).name ?? 'read');
    query.mockRestore();
    expect(names.map((name) => (name.startsWith('read_') ? 'read' : name))).toEqual([
      'learn_partner',
      'reserve_points',
      'read',
      'return_points',
    ]);
  });
});

describe('the budget', () => {
  it('is one, however many servers there are and however many ask at once', async () => {
    const { key } = await program(60);
    // 1 + 1 relation + 1 row: nothing of it is given back
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => ask(key, '{ regions(first: 1) { nodes { name } } }', {}, index % 2)),
    );
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(20);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(20);
    for (const { errors, headers } of refused) {
      expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(100);
    }
  });

  it('grows again evenly', async () => {
    const { key, clientId } = await program(3_600);
    await ask(key, '{ regions(first: 1) { nodes { name } } }');
    await fresh.owner.query(
      "update partner_budget set points_left = 0, as_of = now() - interval '10 minutes' where client_id = $1",
      [clientId],
    );
    const { cost } = await ask(key, '{ regions(first: 1) { nodes { name } } }');
    expect(cost?.budget.left).toBeGreaterThanOrEqual(597);
    expect(cost?.budget.left).toBeLessThan(610);
  });

  it('refuses at once what could never be paid', async () => {
    const { key } = await program(20);
    const { errors, status } = await ask(key, generous);
    expect([status, errors?.[0]?.extensions.code]).toEqual([200, 'LIMIT_EXCEEDED']);
  });
});

describe('a query without a turn', () => {
  it('is answered 429, with when to come back, and does not run', async () => {
    const asked: (readonly [string, number])[] = [];
    const share = {
      enter: (caller: string, points: number) => Promise.resolve(void asked.push([caller, points])),
      size: () => 0,
    };
    const apollo = new ApolloServer<RequestContext>({
      schema: buildSchema(),
      plugins: [chargePrice(fresh.database, openLog('silent'), share)],
    });
    const nothing = () => Promise.reject(new Error('it ran'));
    const contextValue: RequestContext = {
      traceId: 'trace',
      actor: anonymous,
      clock: createClock(),
      demonstration: false,
      publicUrl: 'http://localhost',
      caller: '192.0.2.7',
      read: nothing,
      readAnswer: nothing,
      commandContext: () => {
        throw new Error('it ran');
      },
    };
    const { body, http } = await apollo.executeOperation({ query: generous }, { contextValue });
    await apollo.stop();
    expect(asked).toEqual([['192.0.2.7', 54]]);
    expect([http.status, http.headers.get('retry-after')]).toEqual([429, '2']);
    expect(JSON.stringify(body)).toContain('as many queries under way as one caller may, 200 points');
  });

  it('is none that has been answered before and cannot change', async () => {
    const [first, second] = [await ask(null, getIntrospectionQuery()), await ask(null, getIntrospectionQuery())];
    expect(first.data).toEqual(second.data);
    expect(second.data).toHaveProperty('__schema.queryType.name', 'Query');
  });
});
