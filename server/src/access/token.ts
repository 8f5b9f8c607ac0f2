import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits that its holder shows to be let in. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: whoever reads the database cannot come in with it. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
