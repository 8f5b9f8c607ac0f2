import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { formBody, jsonBody } from './bodies.ts';
import { openLog } from './log.ts';
import { createHttpServer, drain, listen } from './server.ts';

const page = '<!doctype html><title>Return to Practice</title>';
const script = 'console.log("hello");';
let server: Server;
let origin: string;
let databaseIsThere = true;
let draining = false;
const folder = mkdtempSync(join(tmpdir(), 'rtp-client-'));

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'service-worker.js'), script);
  writeFileSync(join(folder, 'assets/main-1a2b.js'), script);
  writeFileSync(join(folder, 'assets/main-1a2b.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'assets/main-1a2b.js.gz'), gzipSync(script));
  const app = await createApp({
    log: openLog('silent'),
    publicUrl: 'http://localhost:4000',
    clientFolder: folder,
    ping: async () => {
      if (!databaseIsThere) throw new Error('gone');
    },
    draining: () => draining,
    mounts: [
      (mounted) => {
        mounted.post('/demo/echo', jsonBody, formBody, (incoming, response) => {
          response.json(incoming.body ?? null);
        });
        mounted.get('/demo/bug', () => {
          throw new Error('secret words of a person');
        });
      },
    ],
  });
  server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await drain(server, 0);
  rmSync(folder, { recursive: true });
});

const post = (body: string | Buffer, headers: Record<string, string>) =>
  fetch(`${origin}/demo/echo`, { method: 'POST', body, headers });
const json = { 'content-type': 'application/json' };

describe('health', () => {
  it('says that the process lives and can work', async () => {
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  });

  it('says that it lives but cannot work while the database is gone', async () => {
    databaseIsThere = false;
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    const answer = await fetch(`${origin}/readyz`);
    databaseIsThere = true;
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'no database' }]);
  });

  it('takes itself out of service while it stops', async () => {
    draining = true;
    const answer = await fetch(`${origin}/readyz`);
    draining = false;
    expect([answer.status, answer.headers.get('connection')]).toEqual([503, 'close']);
  });
});

describe('every answer', () => {
  it.each(['/', '/healthz', '/graphql', '/assets/none.js', '/demo/bug'])(
    '%s carries the security headers',
    async (path) => {
      const { headers } = await fetch(origin + path);
      const policy = headers.get('content-security-policy');
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe-inline');
      expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('an address of the API where nothing stands', () => {
  it.each(['/downloads/unknown', '/downloads/bulk/', '/api', '/api/v1/sites', '/webhooks', '/developers/codes.json'])(
    '%s is told so as JSON, and is no page',
    async (path) => {
      const answer = await fetch(origin + path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    },
  );
});

describe('the web application', () => {
  it.each(['/', '/eligibility', '/deep/er?x=1', '/developers/codes-and-limits'])(
    'answers %s with its page, which is never kept',
    async (path) => {
      const answer = await fetch(origin + path);
      expect([answer.status, await answer.text()]).toEqual([200, page]);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('asks anew for the service worker each time, so that an update is found', async () => {
    const answer = await fetch(`${origin}/service-worker.js`);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('sends a file to a browser that reads %s as %s, to be kept for ever', async (accepted, encoding) => {
    const answer = await fetch(`${origin}/assets/main-1a2b.js`, { headers: { 'accept-encoding': accepted } });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('vary')).toContain('Accept-Encoding');
    expect(await answer.text()).toBe(script);
  });

  it('does not stand in for a file that is not there, nor for a path of the API', async () => {
    expect((await fetch(`${origin}/assets/old-9z.js`)).status).toBe(404);
    const api = await fetch(`${origin}/graphql/nothing`);
    expect(api.status).toBe(404);
    expect(await api.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('reaches nothing outside its folder', async () => {
    for (const path of ['/..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fpackage.json']) {
      expect(await (await fetch(origin + path)).text()).not.toMatch(/root:|"name"/);
    }
  });

  it('only reads', async () => {
    expect((await fetch(`${origin}/eligibility`, { method: 'POST' })).status).toBe(405);
  });
});

describe('a bad request', () => {
  it.each([
    ['a body of more than 256 KB', JSON.stringify('x'.repeat(256 * 1024)), json, 413, 'LIMIT_EXCEEDED'],
    ['a body that is not JSON', '{', json, 400, 'BAD_USER_INPUT'],
    ['a compressed body', gzipSync('{}'), { ...json, 'content-encoding': 'gzip' }, 415, 'BAD_USER_INPUT'],
    ['an odd charset', '{}', { 'content-type': 'application/json; charset=iso-8859-1' }, 415, 'BAD_USER_INPUT'],
  ])('with %s is refused with a sentence', async (_what, body, headers, status, code) => {
    const answer = await post(body, headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({
      errors: [{ message: expect.stringMatching(/\.$/), extensions: { code } }],
    });
  });

  it('with an address that cannot be decoded is refused', async () => {
    expect((await fetch(`${origin}/%E0%A4%A`)).status).toBe(400);
  });

  it('that hits a bug learns a reference and nothing else', async () => {
    const answer = await fetch(`${origin}/demo/bug`);
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).toContain(answer.headers.get('x-request-id'));
    expect(text).not.toMatch(/secret|\.ts|at /);
  });

  it('with a proper body is answered', async () => {
    expect(await (await post('{"a":1}', json)).json()).toEqual({ a: 1 });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await (await post('persona=returner-new', form)).json()).toEqual({ persona: 'returner-new' });
  });
});

describe('draining', () => {
  it('lets a request in flight finish and then closes', async () => {
    const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const slow = createHttpServer((_incoming, response) => {
      arrive();
      void mayAnswer.then(() => response.end('done'));
    });
    await listen(slow, '127.0.0.1', 0);
    const { port } = slow.address() as AddressInfo;
    const inFlight = fetch(`http://127.0.0.1:${port}/`);
    await arrived;
    const drained = drain(slow, 5_000);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    answer();
    expect(await (await inFlight).text()).toBe('done');
    await drained;
  });

  it('answers a request that was on its way on a connection that seemed idle', async () => {
    const kept = createHttpServer((_incoming, response) => response.end('answered'));
    await listen(kept, '127.0.0.1', 0);
    const { port } = kept.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = () =>
      new Promise<string>((resolve, reject) => {
        request({ port, host: '127.0.0.1', agent }, (answer) => void textOf(answer).then(resolve, reject))
          .on('error', reject)
          .end();
      });
    expect(await ask()).toBe('answered');
    const drained = drain(kept, 5_000);
    expect(await ask()).toBe('answered');
    await drained;
    agent.destroy();
  });

  it('cuts what does not finish', async () => {
    const stuck = createHttpServer(() => {});
    await listen(stuck, '127.0.0.1', 0);
    const { port } = stuck.address() as AddressInfo;
    const { promise: cut, resolve } = Promise.withResolvers<string>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    stuck.on('request', () => arrive());
    request({ port, host: '127.0.0.1' })
      .on('error', (error) => resolve(error.message))
      .end();
    await arrived;
    await drain(stuck, 10);
    expect(await cut).toBe('socket hang up');
  });
});

it('says in a sentence that a port is taken', async () => {
  const { port } = server.address() as AddressInfo;
  await expect(
    listen(
      createHttpServer(() => {}),
      '127.0.0.1',
      port,
    ),
  ).rejects.toThrow(
    `Port ${port} is already in use on 127.0.0.1: stop the program that uses it, or set PORT to another number.`,
  );
});
