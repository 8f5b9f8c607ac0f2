import { z } from 'zod';
import { parseEmail } from '../access/email.rules.ts';
import { type Assurance, type AssuranceClaims, assuranceOf, isAsAsked } from './assurance.rules.ts';
import type { Provider } from './provider.rules.ts';

/** What a provider has told of somebody, read and checked. */
export interface Told {
  readonly provider: string;
  readonly issuer: string;
  /** How the provider calls them, for us alone or for everybody. */
  readonly subject: string;
  /** Their e-mail address, where the provider has confirmed that it is theirs. */
  readonly email: string | null;
  /** What they are called there. */
  readonly displayName: string | null;
  readonly assurance: Assurance;
  /** Their session there, where the provider names it. */
  readonly session: string | null;
  /** The token itself, by which they can be signed out there. */
  readonly idToken: string;
}

const text = (most: number) => z.string().min(1).max(most).optional().catch(undefined);
const claims = z.object({
  sub: z.string().min(1).max(255),
  sid: text(255),
  email: text(300),
  // some providers write it as a word
  email_verified: z
    .union([z.boolean(), z.enum(['true', 'false'])])
    .optional()
    .catch(undefined),
  name: text(300),
  given_name: text(100),
  vot: text(100),
  acr: text(100),
  amr: z.array(z.string().max(100)).max(20).optional().catch(undefined),
  identity_proofing_level: text(20),
  authentication_assurance_level: z.coerce.string().max(20).optional().catch(undefined),
  id_assurance_level: z.coerce.string().max(20).optional().catch(undefined),
});

const assuranceClaims = (read: z.output<typeof claims>): AssuranceClaims => ({
  vot: read.vot ?? null,
  acr: read.acr ?? null,
  amr: read.amr ?? [],
  identityProofingLevel: read.identity_proofing_level ?? null,
  authenticationAssuranceLevel: read.authentication_assurance_level ?? null,
  idAssuranceLevel: read.id_assurance_level ?? null,
});

const confirmedEmail = ({ email, email_verified: is }: Pick<z.output<typeof claims>, 'email' | 'email_verified'>) =>
  email === undefined || (is !== true && is !== 'true') ? null : (parseEmail(email) ?? null);

const nameOf = ({ name, given_name: given }: Pick<z.output<typeof claims>, 'name' | 'given_name'>): string | null => {
  const said = (name ?? given ?? '').replaceAll(/\p{C}/gu, '').trim().slice(0, 80).trim();
  return said === '' ? null : said;
};

/**
 * Reads what a provider tells: how sure it is by the signed token alone, name and address also by what it tells on asking.
 * @param more what it told on asking, where it was asked.
 * @returns `NOT_SURE_ENOUGH` where it is less sure than it was asked to be; null where it cannot be read.
 */
export const readTold = (
  provider: Provider,
  idToken: string,
  signed: unknown,
  more: unknown,
): Told | 'NOT_SURE_ENOUGH' | null => {
  const token = claims.safeParse(signed);
  const asked = claims.partial({ sub: true }).safeParse(more ?? {});
  if (!token.success || !asked.success) return null;
  if (asked.data.sub !== undefined && asked.data.sub !== token.data.sub) return null;
  const sure = assuranceClaims(token.data);
  if (!isAsAsked(provider, sure)) return 'NOT_SURE_ENOUGH';
  return {
    provider: provider.key,
    issuer: provider.issuer,
    subject: token.data.sub,
    email: confirmedEmail(token.data) ?? confirmedEmail(asked.data),
    displayName: nameOf(token.data) ?? nameOf(asked.data),
    assurance: assuranceOf(provider, sure),
    session: token.data.sid ?? null,
    idToken,
  };
};
