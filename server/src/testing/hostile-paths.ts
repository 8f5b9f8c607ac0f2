import { request } from 'node:http';
import type { RawAnswer } from './judge-answer.ts';
import { randomFrom } from './random.ts';

/** A request to a path beside GraphQL, and what is odd about it. */
export interface HostilePath {
  readonly about: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

const posted = [
  '/auth/sign-in',
  '/auth/register',
  '/auth/link',
  '/auth/link/use',
  '/auth/hat',
  '/auth/password',
  '/auth/passkeys/begin',
  '/auth/passkeys/add',
  '/auth/passkeys/rename',
  '/auth/passkeys/remove',
  '/auth/passkey/begin',
  '/auth/passkey/sign-in',
  '/auth/providers/begin',
  '/auth/providers/link/begin',
  '/auth/providers/unlink',
  '/auth/providers/sign-out',
  '/auth/providers/arrival/mail',
  '/auth/providers/arrival/link',
  '/auth/providers/arrival/drop',
  '/auth/providers/trust/logged-out',
  '/auth/sign-in/code',
  '/auth/second-factor/begin',
  '/auth/second-factor/confirm',
  '/auth/second-factor/remove',
  '/auth/second-factor/codes',
  '/auth/confirm',
  '/auth/confirm/mail',
  '/auth/confirm/passkey',
  '/auth/sessions/end',
  '/auth/sessions/end-others',
  '/auth/sign-out',
  '/auth/sign-out-everywhere',
  '/demo/sign-in',
  '/demo/clock',
  '/uploads/imports/capacity/check',
  '/uploads/imports/returners/apply',
];
/** `/graphql` too: what is odd here is the request around a document. */
const everywhere = [
  ...posted,
  '/graphql',
  '/auth/sign-ins',
  '/auth/providers',
  '/auth/providers/mine',
  '/auth/providers/arrival',
  '/auth/providers/trust/callback?state=x&code=y',
  '/auth/providers/trust/left?iss=x&sid=y',
  '/demo/reset/x',
  '/demo/personas',
  '/demo/mailbox',
  '/demo/mailbox.json',
  '/live',
  '/healthz',
];

const fields = [
  'email',
  'password',
  'currentPassword',
  'displayName',
  'deviceName',
  'role',
  'token',
  'sessionId',
  'passkeyId',
  'providerAccountId',
  'provider',
  'next',
  'name',
  'answer',
  'code',
  'way',
  'persona',
  'advance',
];
const odd: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  ' ',
  'x',
  [],
  ['returner-new'],
  {},
  { constructor: 1 },
  'a'.repeat(64 * 1024),
  `${'a'.repeat(250)}@${'b'.repeat(250)}.invalid`,
  'a\u0000b@example.invalid',
  '\u0000',
  '\ud800',
  '\u202Enoitartsnomed',
  "' or 1=1; --",
  '<script>alert(1)</script>@example.invalid',
  'one@example.invalid\r\nBcc: two@example.invalid',
  '"odd name"@example.invalid',
  'é@example.invalid',
  'constructor',
  '__proto__',
  'A'.repeat(43),
  'ADMINISTRATOR',
  'P-1D',
  'P1E9Y',
  `P${'9'.repeat(300)}D`,
  'PT0.0000000001S',
];

const types = [
  'application/json',
  'application/json; charset=utf-16',
  'application/json; charset=nothing',
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-7',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/graphql',
  'application/octet-stream',
  'nothing',
  '',
];
const bodies: readonly (string | Uint8Array)[] = [
  '',
  'null',
  '"x"',
  '5',
  '[]',
  '{',
  '{"a":1}}',
  '['.repeat(50_000),
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  '{"__proto__":{"persona":"administrator"}}',
  '{"email":"one@example.invalid","email":"two@example.invalid"}',
  'persona=administrator&persona=returner-new',
  'a=1&'.repeat(2_000),
  'persona[__proto__]=x',
  'persona=%ZZ%00',
  `{"a":"${'x'.repeat(300_000)}"}`,
  new Uint8Array([0xff, 0xfe, 0x7b, 0x00]),
  new Uint8Array([0xc3, 0x28, 0x00]),
  new Uint8Array([0x1f, 0x8b, 0x08, 0x00]),
  '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
];
const headers: readonly Readonly<Record<string, string>>[] = [
  { cookie: '__Host-session=' },
  { cookie: '__Host-session=%00%ZZ' },
  { cookie: `__Host-session=${'A'.repeat(43)}` },
  { cookie: `__Host-session=${'A'.repeat(9_000)}` },
  { cookie: 'a=b; '.repeat(1_500) },
  { cookie: '__proto__=x; constructor=y; ;;;=; __Host-session' },
  { cookie: '__Host-session="\'; drop table x"' },
  { authorization: 'Bearer x', 'x-forwarded-for': 'not, an address', 'x-forwarded-proto': 'gopher' },
  { 'x-forwarded-for': '1.1.1.1,'.repeat(1_000) },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'nothing' },
  { 'accept-language': '*;q=oops', accept: 'text/html;q=2,*/*;q=-1' },
  { 'x-request-id': '<script>', 'x-big': 'x'.repeat(12_000) },
  { 'apollo-require-preflight': 'x', 'apollographql-client-name': "' or 1=1" },
  { range: 'bytes=99999999999-', 'if-none-match': '\u00e9', 'if-modified-since': 'yesterday' },
];
const addresses = [
  '/auth/%00',
  '/auth/%E0%A4%A',
  '/auth/../demo/reset/..%2f',
  '/demo/mailbox?to=%00',
  '/demo/mailbox.json?to[]=x&to=y',
  `/demo/mailbox.json?to=${'a'.repeat(6_000)}`,
  '/demo/mailbox?to=%3Cscript%3Ealert(1)%3C/script%3E',
  '/graphql?query={__typename}',
  '/graphql?query=mutation{signOut}',
  '/graphql?query={&variables=[',
  '/graphql/%2e%2e/healthz',
  '//auth//sign-in',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%5c..%5cwindows',
  '/constructor',
  '/assets/%00.js',
  `/${'a/'.repeat(2_000)}`,
];

/** Odd requests to the paths beside GraphQL, the same ones for the same seed; a part of them where `most` is given. */
export const hostilePaths = ({
  seed,
  most,
}: {
  readonly seed: number;
  readonly most?: number;
}): readonly HostilePath[] => {
  const random = randomFrom(seed);
  const json = { 'content-type': 'application/json' };
  const all: HostilePath[] = [
    ...posted.flatMap((path) =>
      fields.flatMap((field) =>
        odd.map((value) => {
          const whole = {
            email: 'nobody@example.invalid',
            password: 'a long password indeed',
            displayName: 'Example',
            token: 'A'.repeat(43),
          };
          const body = JSON.stringify(random.chance(0.7) ? { ...whole, [field]: value } : { [field]: value });
          return {
            about: `POST ${path} ${field} = ${JSON.stringify(value)?.slice(0, 60)}`,
            method: 'POST',
            path,
            headers: json,
            body,
          };
        }),
      ),
    ),
    ...everywhere.flatMap((path) => [
      ...types.flatMap((type) =>
        bodies.map((body) => ({
          about: `POST ${path} as "${type}": ${typeof body === 'string' ? body.slice(0, 40) : body.toString()}`,
          method: 'POST',
          path,
          headers: { 'content-type': type },
          body,
        })),
      ),
      ...headers.flatMap((odds) => [
        {
          about: `GET ${path} with ${JSON.stringify(odds).slice(0, 80)}`,
          method: 'GET',
          path,
          headers: odds,
          body: undefined,
        },
        {
          about: `POST ${path} with ${JSON.stringify(odds).slice(0, 80)}`,
          method: 'POST',
          path,
          headers: { ...json, ...odds },
          body: '{}',
        },
      ]),
      ...['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'PROPFIND'].map((method) => ({
        about: `${method} ${path}`,
        method,
        path,
        headers: {},
        body: undefined,
      })),
    ]),
    ...addresses.flatMap((path) =>
      ['GET', 'POST'].map((method) => ({
        about: `${method} ${path.slice(0, 60)}`,
        method,
        path,
        headers: {},
        body: undefined,
      })),
    ),
  ];
  return random.shuffled(all).slice(0, most);
};

/** Sends one of them as it is: no client may make it better. */
export const sendPath = (origin: string, { method, path, headers: sent, body }: HostilePath): Promise<RawAnswer> => {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers: sent, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.once('error', reject);
    });
    // a body that is too large is answered before it is sent: the line is cut, which is an answer too
    outgoing.once('error', (error) =>
      'code' in error && error.code === 'EPIPE' ? resolve({ status: 413, text: '' }) : reject(error),
    );
    outgoing.end(body);
  });
};
