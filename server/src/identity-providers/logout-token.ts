import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Provider } from './provider.rules.ts';

/** Who has left an identity provider, by its own word. */
export interface Left {
  readonly issuer: string;
  /** The token's own id: it counts once. */
  readonly tokenId: string;
  readonly subject: string | null;
  /** The session there that has ended; null where all of theirs have. */
  readonly session: string | null;
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

const shape = z
  .object({
    jti: z.string().min(1).max(255),
    sub: z.string().min(1).max(255).optional(),
    sid: z.string().min(1).max(255).optional(),
    events: z.object({ [EVENT]: z.object({}) }),
    // a token that somebody signs in by has one
    nonce: z.undefined().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);

/** Tokens are made as somebody leaves: one that is older was kept back. */
const OLDEST_S = 10 * 60;
const TOLERANCE_S = 30;

/**
 * Reads a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6).
 * @returns null where anything about it is wrong.
 */
export const readLogoutToken = async (
  { issuer, clientId, idTokenAlgorithm }: Pick<Provider, 'issuer' | 'clientId' | 'idTokenAlgorithm'>,
  keys: JWTVerifyGetKey,
  token: string,
): Promise<Left | null> => {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      algorithms: [idTokenAlgorithm],
      requiredClaims: ['iat', 'jti', 'events'],
      maxTokenAge: OLDEST_S,
      clockTolerance: TOLERANCE_S,
    });
    if (![undefined, 'logout+jwt', 'jwt'].includes(protectedHeader.typ?.toLowerCase())) return null;
    const read = shape.safeParse(payload);
    if (!read.success) return null;
    const { jti, sub = null, sid = null } = read.data;
    return { issuer, tokenId: jti, subject: sub, session: sid };
  } catch {
    // the library throws for everything that is wrong with a token
    return null;
  }
};
