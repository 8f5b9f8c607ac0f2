import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../access/person.factory.ts';
import { readDocumentRegister } from '../graphql/register.ts';
import { mountsOf } from '../mounts.ts';
import { beginSession } from '../testing/begin-session.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { createApp } from './app.ts';
import { openLog } from './log.ts';
import { createHttpServer, drain, listen } from './server.ts';

let fresh: FreshDatabase;
let server: Server;
let url: string;
let cookie: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  const publicUrl = 'http://localhost:4000';
  const log = openLog('silent');
  const app = await createApp({
    log,
    publicUrl,
    clientFolder: '/nowhere',
    ping: () => Promise.resolve(),
    draining: () => false,
    mounts: mountsOf({
      environment: { demo: false, documents: 'registered', publicUrl },
      store: { database: fresh.database, owner: fresh.connections.owner },
      sessionSecret: 'x'.repeat(32),
      log,
    }),
  });
  server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const em = fresh.database.orm.em.fork();
  const { personId } = await makePerson(em);
  const now = new Date();
  const token = await beginSession(em, { personId, role: 'RETURNER', now });
  cookie = `__Host-session=${token}`;
});
afterAll(async () => {
  await drain(server, 0);
  await fresh.close();
});

const codeOf = async (answer: Response): Promise<string | undefined> => {
  const { errors } = (await answer.json()) as {
    errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
  return errors?.[0]?.extensions.code;
};
const post = (body: unknown, headers: Record<string, string>) =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const get = (headers: Record<string, string>) =>
  fetch(`${url}?query=${encodeURIComponent('{ viewer { isSignedIn } }')}`, {
    headers: { 'apollo-require-preflight': 'yes', ...headers },
  });

describe('Where documents are registered, a signed-in browser', () => {
  it('sends no document of its own, by any method', async () => {
    expect(await codeOf(await post({ query: '{ viewer { isSignedIn } }' }, { cookie }))).toBe(
      'DOCUMENT_NOT_REGISTERED',
    );
    expect(await codeOf(await get({ cookie }))).toBe('DOCUMENT_NOT_REGISTERED');
  });

  it('sends registered documents by their id', async () => {
    const [documentId] = [...readDocumentRegister()].find(([, text]) => text.startsWith('query Viewer')) ?? [];
    const answer = await post({ documentId }, { cookie });
    expect(await answer.json()).toMatchObject({ data: { viewer: { isSignedIn: true } } });
  });
});

it('Callers without a session send what they like, by any method', async () => {
  expect(await (await get({})).json()).toEqual({ data: { viewer: { isSignedIn: false } } });
});

it('A browser that opens the address of the API is shown no page of somebody else', async () => {
  const answer = await fetch(url, { headers: { accept: 'text/html' } });
  expect(answer.status).toBe(400);
  expect(await answer.text()).not.toMatch(/<script|https?:/);
});
