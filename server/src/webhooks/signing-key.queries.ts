import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personKey } from '../access/person-key.queries.ts';
import { seal, unseal } from '../access/sealing.ts';
import { isDueForChange, isPublished, isSigning, publishedBeforeUse } from './signing-key.rules.ts';
import { SigningKeySchema, type SigningKeyRow } from './webhook.entity.ts';

/** A key that signs now. */
export interface SigningKey {
  readonly keyId: string;
  readonly privateKey: KeyObject;
}

/** A public key as it is published: RFC 8037. */
export interface PublishedKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly use: 'sig';
  readonly alg: 'EdDSA';
  readonly kid: string;
  readonly x: string;
}

/** Any fixed number: whoever makes a key takes this lock first. */
const KEY_LOCK = 7_258_130_131;

const serviceKey = async (em: EntityManager): Promise<Buffer> => {
  const key = await personKey(em, null);
  if (!key) throw new Error('The key of the service is gone.');
  return key;
};

/** RFC 7638: the hash of the members that are needed, in the order of their names. */
const thumbprint = (x: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');

const makeKey = async (em: EntityManager, now: Date, signsFrom: Date): Promise<SigningKeyRow> => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const secret = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const key = em.create(SigningKeySchema, {
    keyId: thumbprint(x),
    publicKey: x,
    sealedPrivateKey: seal(await serviceKey(em), 'signing key', secret),
    madeAt: now,
    signsFrom,
  });
  await em.flush();
  return key;
};

/**
 * Makes the first key, or the next one where its time has come or it is asked for. The next one is published for a while before it signs,
 * so that receivers who keep the published keys know it by then; the one before stays published for a while after.
 */
export const changeSigningKey = (root: EntityManager, now: Date, isAsked = false): Promise<void> =>
  root.fork().transactional(async (em) => {
    await changeSigningKeyWithin(em, now, isAsked);
  });

/** The same within the transaction of `em`. Answers the key that is the next one then, or the only one. */
export const changeSigningKeyWithin = async (
  em: EntityManager,
  now: Date,
  isAsked: boolean,
): Promise<SigningKeyRow> => {
  await em.execute('select pg_advisory_xact_lock(?)', [KEY_LOCK]);
  const newest = await em.findOne(SigningKeySchema, { signsUntil: null });
  if (!newest) return makeKey(em, now, now);
  if (!isAsked && !isDueForChange(newest, now)) return newest;
  // one that waits for its time already is the next one
  if (newest.signsFrom > now) return newest;
  const signsFrom = new Date(now.getTime() + publishedBeforeUse);
  newest.signsUntil = signsFrom;
  return makeKey(em, now, signsFrom);
};

/** The key that signs now; the first one is made where there is none. */
export const signingKey = async (root: EntityManager, now: Date): Promise<SigningKey> => {
  const em = root.fork();
  const find = async () => (await em.findAll(SigningKeySchema)).find((key) => isSigning(key, now));
  const found = (await find()) ?? (await changeSigningKey(root, now), await find());
  if (!found) throw new Error('There is no key to sign with.');
  const secret = unseal(await serviceKey(em), 'signing key', found.sealedPrivateKey);
  return { keyId: found.keyId, privateKey: createPrivateKey(secret) };
};

/** The public keys by which deliveries are verified, those that do not sign yet or any more among them. */
export const publishedKeys = async (root: EntityManager, now: Date): Promise<PublishedKey[]> => {
  await signingKey(root, now);
  const keys = await root.fork().findAll(SigningKeySchema, { orderBy: { signsFrom: 'desc' } });
  return keys
    .filter((key) => isPublished(key, now))
    .map(({ keyId, publicKey }) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      use: 'sig',
      alg: 'EdDSA',
      kid: keyId,
      x: publicKey,
    }));
};
