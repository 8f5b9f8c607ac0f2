import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/** What a sealed text is for. One sealed for one use cannot be passed off as another's. */
export type SealedFor =
  'audit' | 'idempotent answer' | 'mail' | 'pack' | 'provider token' | 'signing key' | 'authenticator app';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

type Use = 'hash' | 'seal';
/** Derived keys, for as long as somebody holds the key itself: one entry of the audit needs them a dozen times. */
const derived = new WeakMap<Buffer, Partial<Record<Use, KeyObject>>>();

/** Two keys out of one, so that neither use weakens the other. */
const derive = (key: Buffer, use: Use): KeyObject => {
  const known = derived.get(key) ?? {};
  derived.set(key, known);
  return (known[use] ??= createSecretKey(Buffer.from(hkdfSync('sha256', key, '', use, 32))));
};

/**
 * Encrypts a text with a person's key (AES-256-GCM). Once the key is destroyed, nobody can read it again, in this database or in
 * a copy of it that was made later.
 */
export const seal = (key: Buffer, use: SealedFor, text: string): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', derive(key, 'seal'), nonce).setAAD(Buffer.from(use));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
};

/** Reads a sealed text; throws where it was changed, or sealed for another use or with another key. */
export const unseal = (key: Buffer, use: SealedFor, sealed: Uint8Array): string => {
  const tagAt = NONCE_BYTES + TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', derive(key, 'seal'), sealed.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(use))
    .setAuthTag(sealed.subarray(NONCE_BYTES, tagAt));
  return Buffer.concat([decipher.update(sealed.subarray(tagAt)), decipher.final()]).toString('utf8');
};

/**
 * A keyed hash (HMAC-SHA-256) of a value. Without the key nobody can try out short values, such as dates of birth, until one
 * fits; so destroying the key makes the hash as good as random.
 */
export const keyedHash = (key: Buffer, value: unknown): Buffer =>
  createHmac('sha256', derive(key, 'hash')).update(canonical(value)).digest();

/** The same text for the same value, whatever order its keys came in. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  ) ?? 'null';
