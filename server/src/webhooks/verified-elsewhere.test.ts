import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signatureBase } from './message-signature.rules.ts';
import { signedComponents, signedHeaders } from './signed-request.rules.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519').publicKey;
const url = 'https://receiver.example/hooks?for=us';
const body = '{"specversion":"1.0","type":"placement.accepted","data":{"name":"Ünïcode"}}';
const headers = signedHeaders({ url, body, at: new Date() }, { keyId: 'example-key', privateKey });
const x = (key: typeof publicKey) => key.export({ format: 'jwk' }).x ?? '';
/** The text that is signed, put together from what was sent. */
const parameters = (headers['Signature-Input'] ?? '').slice('sig1='.length);
const sent: Readonly<Record<string, string | undefined>> = {
  '@method': 'POST',
  '@target-uri': url,
  'content-type': headers['Content-Type'],
  'content-digest': headers['Content-Digest'],
};
const base = [...signedComponents.map((name) => `"${name}": ${sent[name]}`), `"@signature-params": ${parameters}`].join(
  '\n',
);
const signature = Buffer.from((headers['Signature'] ?? '').slice('sig1=:'.length, -1), 'base64');

const isThere = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;

describe('what we sign', () => {
  it('is taken as ours by WebCrypto, and not as another’s', async () => {
    const verify = async (key: typeof publicKey) => {
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: x(key) };
      const imported = await webcrypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['verify']);
      return webcrypto.subtle.verify('Ed25519', imported, signature, Buffer.from(base));
    };
    expect(await verify(publicKey)).toBe(true);
    expect(await verify(other)).toBe(false);
    expect(signatureBase([], { created: 1, keyId: 'x' })).not.toBe(base);
  });

  // where there is no Python, or an old one, nothing is shown by it
  it.runIf(isThere('python3', '-c', 'import hashlib, base64'))('is taken as ours by Python’s standard library', () => {
    const python = (more: object = {}) =>
      spawnSync('python3', [join(import.meta.dirname, '../../drills/verify_signature.py')], {
        input: JSON.stringify({
          method: 'POST',
          url,
          headers,
          body,
          keys: [{ kid: 'example-key', x: x(publicKey) }],
          ...more,
        }),
        encoding: 'utf8',
      }).stdout.trim();
    expect(python()).toBe('verified');
    expect(python({ body: `${body} ` })).toBe('the body is another one');
    expect(python({ url: 'https://other.example/hooks' })).toContain('another message');
    expect(python({ keys: [{ kid: 'example-key', x: x(other) }] })).toContain('another key');
    expect(python({ keys: [{ kid: 'old-key', x: x(publicKey) }] })).toBe('the key is not published');
  });

  it.runIf(isThere('openssl', 'pkeyutl', '-help'))('is taken as ours by OpenSSL', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rtp-signature-'));
    try {
      const file = (name: string, content: string | Buffer) => {
        writeFileSync(join(folder, name), content);
        return join(folder, name);
      };
      const isTaken = (key: typeof publicKey) =>
        spawnSync('openssl', [
          'pkeyutl',
          '-verify',
          '-pubin',
          '-rawin',
          '-inkey',
          file('key.pem', key.export({ format: 'pem', type: 'spki' })),
          '-in',
          file('base', base),
          '-sigfile',
          file('signature', signature),
        ]).status === 0;
      expect(isTaken(publicKey)).toBe(true);
      expect(isTaken(other)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
