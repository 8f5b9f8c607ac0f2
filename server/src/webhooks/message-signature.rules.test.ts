import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { createVerifier, httpbis } from 'http-message-signatures';
import { describe, expect, it } from 'vitest';
import { contentDigest, signatureBase, signatureHeaders } from './message-signature.rules.ts';
import { signedHeaders } from './signed-request.rules.ts';

/** The test key `test-key-ed25519` of RFC 9421, appendix B.1.4. */
const testKey = createPrivateKey(`-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
-----END PRIVATE KEY-----`);
const testPublicKey = createPublicKey(`-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
-----END PUBLIC KEY-----`);

describe('a signature', () => {
  const components = [
    { name: 'date', value: 'Tue, 20 Apr 2021 02:07:55 GMT' },
    { name: '@method', value: 'POST' },
    { name: '@path', value: '/foo' },
    { name: '@authority', value: 'example.com' },
    { name: 'content-type', value: 'application/json' },
    { name: 'content-length', value: '18' },
  ];
  const terms = { created: 1_618_884_473, keyId: 'test-key-ed25519' };

  it('is the one of RFC 9421, appendix B.2.6', () => {
    expect(signatureBase(components, terms)).toBe(`"date": Tue, 20 Apr 2021 02:07:55 GMT
"@method": POST
"@path": /foo
"@authority": example.com
"content-type": application/json
"content-length": 18
"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"`);
    expect(signatureHeaders('sig-b26', components, terms, testKey)).toEqual({
      'Signature-Input':
        'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
      Signature: 'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:',
    });
  });
});

describe('a digest', () => {
  it('is the one of RFC 9530, appendix B.1', () => {
    expect(contentDigest('{"hello": "world"}\n')).toBe('sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:');
  });
});

describe('a delivery', () => {
  const url = 'https://receiver.example/hooks?for=us';
  const body = '{"specversion":"1.0"}';
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const headers = signedHeaders({ url, body, at: new Date() }, { keyId: 'example-key', privateKey });
  const required = ['@method', '@target-uri', 'content-type', 'content-digest'];
  /** Another implementation of RFC 9421. */
  const isTakenAs = (request: { method: string; url: string; headers: Record<string, string> }, key = publicKey) =>
    httpbis
      .verifyMessage(
        {
          keyLookup: ({ keyid }) =>
            Promise.resolve(
              keyid === 'example-key' ? { id: keyid, algs: ['ed25519'], verify: createVerifier(key, 'ed25519') } : null,
            ),
          requiredFields: required,
          requiredParams: ['created', 'expires', 'keyid', 'alg', 'tag'],
          all: true,
        },
        request,
      )
      .catch(() => false);
  const sent = { method: 'POST', url, headers: { ...headers } };

  it('is taken as ours by another implementation', async () => {
    expect(await isTakenAs(sent)).toBe(true);
    expect(headers['Content-Digest']).toBe(contentDigest(body));
  });

  it.each([
    ['sent to another address', { ...sent, url: 'https://other.example/hooks?for=us' }],
    ['sent by another method', { ...sent, method: 'PUT' }],
    ['of another body', { ...sent, headers: { ...headers, 'Content-Digest': contentDigest('{}') } }],
    ['of another kind', { ...sent, headers: { ...headers, 'Content-Type': 'text/plain' } }],
    [
      'that says it lasts longer',
      {
        ...sent,
        headers: {
          ...headers,
          'Signature-Input': (headers['Signature-Input'] ?? '').replace(/expires=\d+/, 'expires=9999999999'),
        },
      },
    ],
  ])('is not taken as ours where it is one %s', async (_what, request) => {
    expect(await isTakenAs(request)).toBe(false);
  });

  it('is not taken as ours where another key has signed it', async () => {
    expect(await isTakenAs(sent, testPublicKey)).toBe(false);
  });

  it('is verified by the standard library alone, as the documentation shows', () => {
    const input = (headers['Signature-Input'] ?? '').slice('sig1='.length);
    const base = [
      '"@method": POST',
      `"@target-uri": ${url}`,
      `"content-type": ${headers['Content-Type']}`,
      `"content-digest": ${headers['Content-Digest']}`,
      `"@signature-params": ${input}`,
    ].join('\n');
    const signature = Buffer.from((headers['Signature'] ?? '').slice('sig1=:'.length, -1), 'base64');
    expect(verify(null, Buffer.from(base), publicKey, signature)).toBe(true);
  });
});
