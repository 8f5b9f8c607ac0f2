import type { KeyObject } from 'node:crypto';
import { contentDigest, signatureHeaders } from './message-signature.rules.ts';

/** The body of every delivery: one CloudEvent as JSON. */
export const cloudEventMedia = 'application/cloudevents+json; charset=utf-8';
/** So long a receiver may take the message for fresh, in seconds. */
const goodForSeconds = 300;
/** What the signature is for. */
export const signatureTag = 'return-to-practice-webhook';
/** What is signed, in this order. Receivers must ask for all of it. */
export const signedComponents = ['@method', '@target-uri', 'content-type', 'content-digest'] as const;

/** The headers of a delivery to an address, signed with a key. */
export const signedHeaders = (
  { url, body, at }: { readonly url: string; readonly body: string; readonly at: Date },
  key: { readonly keyId: string; readonly privateKey: KeyObject },
): Readonly<Record<string, string>> => {
  const digest = contentDigest(body);
  const values = { '@method': 'POST', '@target-uri': url, 'content-type': cloudEventMedia, 'content-digest': digest };
  const created = Math.floor(at.getTime() / 1000);
  const terms = {
    created,
    expires: created + goodForSeconds,
    keyId: key.keyId,
    algorithm: 'ed25519',
    tag: signatureTag,
  } as const;
  return {
    'Content-Type': cloudEventMedia,
    'Content-Digest': digest,
    ...signatureHeaders(
      'sig1',
      signedComponents.map((name) => ({ name, value: values[name] })),
      terms,
      key.privateKey,
    ),
  };
};
