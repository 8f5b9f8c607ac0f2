import { createHash, createPublicKey, timingSafeEqual, verify, type JsonWebKey } from 'node:crypto';

/** A delivery as it came in. Header names are in small letters, and the body is the bytes that came, before any parsing. */
export interface Delivery {
  readonly method: string;
  /** The whole address to which it was sent, as it was registered. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** Why a delivery is not taken. */
export type Fault =
  'SIGNATURE_MISSING' | 'NOT_ALL_SIGNED' | 'TOO_OLD' | 'DIGEST_WRONG' | 'KEY_UNKNOWN' | 'SIGNATURE_WRONG';

/** Reads the published keys, from `/.well-known/jwks.json`. Keep them as long as `Cache-Control` says, and ask again for an unknown key. */
export const fetchKeys = async (origin: string): Promise<readonly JsonWebKey[]> => {
  const response = await fetch(`${origin}/.well-known/jwks.json`);
  const { keys } = (await response.json()) as { readonly keys: readonly JsonWebKey[] };
  return keys;
};

const needed = ['@method', '@target-uri', 'content-type', 'content-digest'];
const mostSecondsOff = 300;

/**
 * Whether a delivery is ours, whole and fresh, by RFC 9421 (HTTP Message Signatures) and RFC 9530 (Digest Fields), with the standard
 * library alone. Answers null where it is, else what is wrong. Afterwards look whether you have had the event's `id` before.
 */
export const faultOf = (delivery: Delivery, keys: readonly JsonWebKey[], now: Date = new Date()): Fault | null => {
  const input = /^sig1=((\(([^)]*)\)).*)$/.exec(delivery.headers['signature-input'] ?? '');
  const signature = /^sig1=:([A-Za-z0-9+/=]+):$/.exec(delivery.headers['signature'] ?? '')?.[1];
  const [, parameters = '', , list = ''] = input ?? [];
  if (!input || signature === undefined) return 'SIGNATURE_MISSING';
  const names = [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
  if (!needed.every((name) => names.includes(name))) return 'NOT_ALL_SIGNED';
  if (!parameters.includes(';tag="return-to-practice-webhook"')) return 'NOT_ALL_SIGNED';
  const created = Number(/;created=(\d+)/.exec(parameters)?.[1]);
  if (!(Math.abs(now.getTime() / 1000 - created) <= mostSecondsOff)) return 'TOO_OLD';
  const digest = Buffer.from(`sha-256=:${createHash('sha256').update(delivery.body).digest('base64')}:`);
  const told = Buffer.from(delivery.headers['content-digest'] ?? '');
  if (digest.length !== told.length || !timingSafeEqual(digest, told)) return 'DIGEST_WRONG';
  const keyId = /;keyid="([^"]+)"/.exec(parameters)?.[1];
  const jwk = keys.find((key) => key['kid'] === keyId);
  if (!jwk) return 'KEY_UNKNOWN';
  const values: Readonly<Record<string, string | undefined>> = {
    ...delivery.headers,
    '@method': delivery.method,
    '@target-uri': delivery.url,
  };
  const base = [...names.map((name) => `"${name}": ${values[name] ?? ''}`), `"@signature-params": ${parameters}`].join(
    '\n',
  );
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return verify(null, Buffer.from(base), key, Buffer.from(signature, 'base64')) ? null : 'SIGNATURE_WRONG';
};
