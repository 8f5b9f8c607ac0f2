import { hashToken, newToken } from '../access/token.ts';

/** How every key begins: whoever finds one in a file knows what it is, and so do programs that look for lost secrets. */
const KEY_BEGINS = 'rtpk_';
/** The same for the tokens that are given for a key. */
const TOKEN_BEGINS = 'rtpt_';
const HINT_LENGTH = 10;
const SECRET = new RegExp(`(${KEY_BEGINS}|${TOKEN_BEGINS})[\\w-]{8,}`);

/** A key or a token, to be shown once, and what is kept of it. */
export interface NewSecret {
  readonly secret: string;
  /** Both have 256 random bits, so that a plain hash cannot be tried out. */
  readonly hash: Buffer;
  /** How it begins. */
  readonly hint: string;
}

const secretOf = (begins: string): NewSecret => {
  const secret = `${begins}${newToken()}`;
  return { secret, hash: hashToken(secret), hint: secret.slice(0, HINT_LENGTH) };
};

/** Makes a key. */
export const newKey = (): NewSecret => secretOf(KEY_BEGINS);

/** Makes a token. */
export const newAccessToken = (): NewSecret => secretOf(TOKEN_BEGINS);

/** A text without the keys and tokens in it: answers and logs repeat what somebody typed, and never these. */
export const withoutSecrets = (text: string): string => text.replaceAll(new RegExp(SECRET, 'g'), '$1…');

/** Whether a text looks like a key. */
export const isKey = (text: string): boolean => text.startsWith(KEY_BEGINS);

/** Whether a text holds something that looks like a key or a token. */
export const holdsSecret = (text: string): boolean => SECRET.test(text);
