import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personKey } from '../access/person-key.queries.ts';
import { seal, unseal } from '../access/sealing.ts';
import { SessionSchema } from '../access/session.entity.ts';
import { hashToken } from '../access/token.ts';
import {
  ProviderAccountSchema,
  ProviderArrivalSchema,
  ProviderRequestSchema,
  ProviderSignInSchema,
} from './provider-account.entity.ts';
import type { Told } from './told.rules.ts';

/** How long somebody may take at the provider. */
export const REQUEST_MS = 10 * 60_000;
/** How long somebody may take to show that an account here is theirs: a link in a mail works for 15 minutes, and a mail takes some. */
export const ARRIVAL_MS = 30 * 60_000;

/** Somebody who was sent to a provider. */
export interface SentToProvider {
  readonly provider: string;
  /** Who wants to sign in by it from now on; null where somebody is to sign in. */
  readonly personId: string | null;
  readonly deviceName: string | null;
  readonly nextPath: string;
}

/** Keeps that somebody was sent to a provider. */
export const keepRequest = async (
  em: EntityManager,
  token: string,
  { provider, personId, deviceName, nextPath }: SentToProvider,
  now: Date,
): Promise<void> => {
  em.create(ProviderRequestSchema, {
    tokenHash: hashToken(token),
    provider,
    person: personId,
    deviceName,
    nextPath,
    endsAt: new Date(now.getTime() + REQUEST_MS),
  });
  await em.flush();
};

/** Takes it away as they come back: nobody comes back twice. */
export const takeRequest = async (
  em: EntityManager,
  token: string,
  provider: string,
  now: Date,
): Promise<SentToProvider | 'TOO_LATE' | null> => {
  const [taken] = await em.execute<
    { person_id: string | null; device_name: string | null; next_path: string; is_late: boolean }[]
  >(
    `delete from provider_request where token_hash = ? and provider = ?
     returning person_id, device_name, next_path, ends_at <= ? as is_late`,
    [hashToken(token), provider, now],
  );
  if (!taken) return null;
  const { person_id: personId, device_name: deviceName, next_path: nextPath, is_late: isLate } = taken;
  return isLate ? 'TOO_LATE' : { provider, personId, deviceName, nextPath };
};

/** Keeps who came, until they say whether it is to open their account. */
export const keepArrival = async (
  em: EntityManager,
  token: string,
  { provider, issuer, subject, email, displayName }: Told,
  personId: string | null,
  now: Date,
): Promise<void> => {
  em.create(ProviderArrivalSchema, {
    tokenHash: hashToken(token),
    provider,
    issuer,
    subject,
    email,
    displayName,
    person: personId,
    endsAt: new Date(now.getTime() + ARRIVAL_MS),
  });
  await em.flush();
};

/** Who came with this browser, and has not answered yet. */
export const arrivalBy = (em: EntityManager, token: string, now: Date) =>
  em.findOne(ProviderArrivalSchema, { tokenHash: hashToken(token), endsAt: { $gt: now } });

/** The account that a provider vouches for, locked: nobody takes it away meanwhile. */
export const lockProviderAccount = (em: EntityManager, { issuer, subject }: Pick<Told, 'issuer' | 'subject'>) =>
  em.findOne(ProviderAccountSchema, { issuer, subject }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** By whose word at which provider a sign-in was begun: the person there, their session there, or both. */
export interface BegunBy {
  readonly issuer: string;
  readonly subject: string | null;
  readonly session: string | null;
}
const begunBy = `issuer = ? and (?::text is null or session = ?) and (?::text is null or subject = ?)`;
const valuesOf = ({ issuer, subject, session }: BegunBy) => [issuer, session, session, subject, subject];

/** Whose sign-ins a provider vouched for, or may at this moment. */
export const peopleBegunBy = async (em: EntityManager, by: BegunBy): Promise<string[]> => {
  const rows = await em.execute<{ person_id: string }[]>(
    `select person_id from provider_sign_in where ${begunBy}
     union select person_id from provider_account where issuer = ? and subject = ?`,
    [...valuesOf(by), by.issuer, by.subject],
  );
  return rows.map(({ person_id: personId }) => personId);
};

/**
 * Ends the sessions of locked people that a provider's word began, but for the one that is kept, and the sign-ins by it that wait for
 * a code.
 * @returns whose they were, once for each.
 */
export const endBegunBy = async (
  em: EntityManager,
  by: BegunBy,
  { personIds, keptId = null }: { readonly personIds: readonly string[]; readonly keptId?: string | null },
): Promise<string[]> => {
  const begun = `select sign_in_id, half_hash from provider_sign_in where ${begunBy} and person_id = any(?::uuid[])`;
  const values = [...valuesOf(by), `{${personIds.join(',')}}`];
  const rows = await em.execute<{ person_id: string }[]>(
    `with begun as (${begun}),
       sessions as (delete from session s using begun b
         where s.sign_in_id = b.sign_in_id and s.id is distinct from ?::uuid returning s.person_id),
       halves as (delete from half_sign_in h using begun b where h.token_hash = b.half_hash returning h.person_id)
     select person_id from sessions union all select person_id from halves`,
    [...values, keptId],
  );
  return rows.map(({ person_id: personId }) => personId);
};

/** Somebody's accounts at providers, oldest first. */
export const providerAccountsOf = (em: EntityManager, personId: string) =>
  em.find(ProviderAccountSchema, { person: personId }, { orderBy: { id: 'asc' } });

/** Notes that somebody came in by a provider's word, or half in: then it goes along once they have shown their second factor. */
export const noteProvider = async (
  em: EntityManager,
  personId: string,
  cameIn: { readonly token: string } | { readonly halfToken: string },
  { provider, issuer, subject, session, assurance, idToken }: Told,
): Promise<void> => {
  const begun =
    'token' in cameIn ? await em.findOneOrFail(SessionSchema, { tokenHash: hashToken(cameIn.token) }) : null;
  const key = await personKey(em, personId);
  em.create(ProviderSignInSchema, {
    person: personId,
    signIn: begun?.signIn?.id ?? null,
    halfHash: 'halfToken' in cameIn ? hashToken(cameIn.halfToken) : null,
    provider,
    issuer,
    subject,
    session,
    ...assurance,
    sealedToken: key ? seal(key, 'provider token', idToken) : null,
  });
  await em.flush();
};

/** By which provider a session began, and the token by which its owner is signed out there. */
export const providerOfSession = async (
  em: EntityManager,
  sessionId: string,
): Promise<{ readonly provider: string; readonly idToken: string | null } | null> => {
  const session = await em.findOne(SessionSchema, { id: sessionId });
  if (!session?.signIn) return null;
  const begun = await em.findOne(ProviderSignInSchema, { signIn: session.signIn.id });
  if (!begun) return null;
  const key = await personKey(em, session.person.id);
  const { provider, sealedToken } = begun;
  return { provider, idToken: key && sealedToken ? unseal(key, 'provider token', sealedToken) : null };
};
