import { createHash, timingSafeEqual } from 'node:crypto';

/** What ties the answer of a provider to the browser that was sent there. */
export interface ProviderSecrets {
  readonly state: string;
  readonly nonce: string;
  /** PKCE: the provider is told its hash at first, and this itself when the code is exchanged. */
  readonly verifier: string;
}

const made = (use: string, token: string): string => createHash('sha256').update(`${use} ${token}`).digest('base64url');

/**
 * All three are made from the token in the browser's cookie, each by a hash of its own. So the database keeps nothing by which
 * somebody else's answer could be taken, and an answer that another browser brings fits nothing.
 */
export const secretsOf = (token: string): ProviderSecrets => ({
  state: made('state', token),
  nonce: made('nonce', token),
  verifier: made('verifier', token),
});

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export const isSame = (one: string, other: string): boolean => {
  const [first, second] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return first !== undefined && second !== undefined && timingSafeEqual(first, second);
};
