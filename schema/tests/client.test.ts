import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { signedHeaders } from '../../server/src/webhooks/signed-request.rules.ts';
import { createClient, type ApiProblem } from '../examples/client.ts';
import { faultOf, type Delivery } from '../examples/verify-webhook.ts';

const answer = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });
const limited = { errors: [{ message: 'Wait.', extensions: { code: 'RATE_LIMITED', traceId: 'x' } }] };

/** A client before which the answers lie, with the waits that it took and the requests that it sent. */
const clientWith = (...answers: (Response | Error)[]) => {
  const waits: number[] = [];
  const sent: RequestInit[] = [];
  const told: string[] = [];
  const ask = createClient({
    origin: 'http://localhost',
    key: 'rtpk_example',
    tries: 3,
    fetch: (_url, init) => {
      sent.push(init ?? {});
      const next = answers.shift() ?? new Error('nothing more');
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    },
    wait: (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
    onDeprecated: (reason) => told.push(reason),
  });
  return { ask: () => ask<{ a: number }, object>({ text: '{ a }' }, {}), waits, sent, told };
};

test('the client waits as long as it is asked to, and sends the same again', async () => {
  const { ask, waits, sent } = clientWith(
    answer(429, limited, { 'retry-after': '7' }),
    answer(200, { data: { a: 1 } }),
  );
  expect((await ask()).data).toEqual({ a: 1 });
  expect(waits).toEqual([7_000]);
  expect(sent[0]).toMatchObject({ body: sent[1]?.body, headers: { authorization: 'Bearer rtpk_example' } });
});

test('the client waits longer each time where nothing is asked, also when the network fails, and gives up', async () => {
  const { ask, waits } = clientWith(answer(503, {}), new TypeError('no network'), answer(503, limited));
  await expect(ask()).rejects.toMatchObject({ name: 'ApiProblem', status: 503 } satisfies Partial<ApiProblem>);
  expect(waits).toHaveLength(2);
  expect(waits[0]).toBeGreaterThanOrEqual(250);
  expect(waits[1]).toBeGreaterThanOrEqual(500);
});

test('the client sends nothing again that was refused for good, and passes on what will go away', async () => {
  const refused = { errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN', traceId: 'x' } }] };
  const { ask, sent } = clientWith(answer(200, refused));
  await expect(ask()).rejects.toMatchObject({ message: 'No.', errors: refused.errors });
  expect(sent).toHaveLength(1);
  const telling = clientWith(answer(200, { data: { a: 1 }, extensions: { deprecations: [{ reason: 'Use `b`.' }] } }));
  await telling.ask();
  expect(telling.told).toEqual(['Use `b`.']);
});

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'example-key' }];
const at = new Date('2026-11-22T09:00:00Z');
const url = 'https://receiver.example/hooks';
const body = '{"specversion":"1.0","id":"example"}';
const delivery: Delivery = {
  method: 'POST',
  url,
  body,
  headers: Object.fromEntries(
    Object.entries(signedHeaders({ url, body, at }, { keyId: 'example-key', privateKey })).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  ),
};

test('a delivery as the service signs it is taken', () => {
  expect(faultOf(delivery, keys, at)).toBeNull();
});

test.each<[string, Partial<Delivery>, ReturnType<typeof faultOf>]>([
  ['without a signature', { headers: {} }, 'SIGNATURE_MISSING'],
  ['with another body', { body: '{}' }, 'DIGEST_WRONG'],
  ['to another address', { url: 'https://other.example/hooks' }, 'SIGNATURE_WRONG'],
  [
    'with less signed than is needed',
    {
      headers: {
        ...delivery.headers,
        'signature-input': delivery.headers['signature-input']?.replace(' "content-digest"', ''),
      },
    },
    'NOT_ALL_SIGNED',
  ],
])('a delivery %s is not', (_name, changed, fault) => {
  expect(faultOf({ ...delivery, ...changed }, keys, at)).toBe(fault);
});

test('an old delivery is not taken, nor one with a key that is not published', () => {
  expect(faultOf(delivery, keys, new Date('2026-11-22T09:06:00Z'))).toBe('TOO_OLD');
  expect(faultOf(delivery, [], at)).toBe('KEY_UNKNOWN');
});
