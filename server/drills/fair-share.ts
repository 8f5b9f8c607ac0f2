import { setTimeout as wait } from 'node:timers/promises';
import { getIntrospectionQuery } from 'graphql';
import { must, sayTimes, signInAsPersona, startBuiltServer } from '../src/testing/built-server.ts';

// 16 connections without a key ask the built server for the dearest that a query may ask for, one after another, for 15 seconds; then 16 of
// one signed-in person; then 16 that want to know all of the schema, each time in other words. All the while somebody at another address
// opens a page. Says how long they wait; beyond the bound it ends with an error.
// Run it after a build: `node server/drills/fair-share.ts`. It speaks to its own machine alone.

const GREEDY = 16;
const SECONDS = 15;
/** No other client waits for longer. */
const SOON_MS = 1_000;

const server = await startBuiltServer({ TRUSTED_PROXIES: '127.0.0.1' });
const { origin } = server;

const many = (howMany: number, field: string): string =>
  `{ ${Array.from({ length: howMany }, (_none, index) => `a${index}: ${field}`).join(' ')} }`;
const trusts = many(
  9,
  'trusts(first: 100) { nodes { name odsCode sites(first: 100) { nodes { name postcode latitude longitude } } } }',
);
const districts = many(20, 'postcodeDistricts(first: 100) { nodes { code latitude longitude } }');
const page =
  '{ trusts(first: 20) { nodes { name odsCode region { name } sites(first: 3) { nodes { name postcode } } } } }';

const ask = async (query: string, headers: Readonly<Record<string, string>>) => {
  const began = performance.now();
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  return { status: response.status, hasErrors: text.includes('"errors"'), milliseconds: performance.now() - began };
};

/** Some ask for all they can, while another looks at a page ten times a second. */
const drill = async (
  what: string,
  queryOf: (turn: number) => string,
  headers: Readonly<Record<string, string>>,
): Promise<number> => {
  console.log(what);
  const end = Date.now() + SECONDS * 1_000;
  const greedy: number[] = [];
  const refused = { times: 0 };
  const waits: number[] = [];
  const take = async (connection: number): Promise<void> => {
    for (let turn = connection; Date.now() < end; turn += GREEDY) {
      const { status, hasErrors, milliseconds } = await ask(queryOf(turn), headers);
      must(status === 429 || (status === 200 && !hasErrors), `a dear query was answered ${status}`);
      if (status === 200) greedy.push(milliseconds);
      else {
        refused.times += 1;
        await wait(200);
      }
    }
  };
  const look = async (): Promise<void> => {
    for (await wait(500); Date.now() < end; await wait(100)) {
      const { status, hasErrors, milliseconds } = await ask(page, { 'x-forwarded-for': '198.51.100.7' });
      must(status === 200 && !hasErrors, `the page was answered ${status}`);
      waits.push(milliseconds);
    }
  };
  await Promise.all([...Array.from({ length: GREEDY }, (_none, connection) => take(connection)), look()]);
  sayTimes(`  ${greedy.length} answers to those who want much`, greedy);
  console.log(`  asked to wait, by 429: ${refused.times}`);
  sayTimes(`  ${waits.length} answers to another`, waits);
  return Math.max(...waits);
};

try {
  const cookie = await signInAsPersona(origin, 'administrator');
  for (let n = 0; n < 20; n++) await ask(page, {});

  const longest = [
    await drill('without a key', (turn) => (turn % 2 === 0 ? trusts : districts), {}),
    await drill('signed in', (turn) => (turn % 2 === 0 ? trusts : districts), { cookie }),
    await drill('about the schema', (turn) => `# ${turn}\n${getIntrospectionQuery()}`, {}),
  ];
  must(Math.max(...longest) < SOON_MS, `another client waited ${Math.round(Math.max(...longest))} ms`);
  console.log('Nobody waited for the queries of others.');
} finally {
  await server.end();
}
