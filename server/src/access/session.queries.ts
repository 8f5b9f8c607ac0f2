import { LockMode, type InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Role, roles } from './actor.ts';
import { type Person, PersonSchema, RoleGrantSchema } from './person.entity.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { HalfSignInSchema } from './second-factor.entity.ts';
import { SessionSchema } from './session.entity.ts';
import { sessionTerms, type WayIn } from './session.rules.ts';
import { hashToken, newToken } from './token.ts';

/** The account with this address, with its password's hash. */
export const accountByEmail = (em: EntityManager, email: string): Promise<Person | null> =>
  em.findOne(PersonSchema, { email }, { populate: ['passwordHash'] });

/**
 * The same, for somebody who changes the account or is about to make it: everybody else with this address waits, also where there
 * is no account yet that could be locked.
 */
export const lockAccountByEmail = async (em: EntityManager, email: string): Promise<Person | null> => {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`account ${email}`]);
  return em.findOne(PersonSchema, { email }, { populate: ['passwordHash'], lockMode: LockMode.PESSIMISTIC_WRITE });
};

/** The hats of a person, without repetition, in the order of the list of roles. */
export const rolesOf = async (em: EntityManager, personId: string): Promise<Role[]> => {
  const grants = await em.find(RoleGrantSchema, { person: personId });
  return (Object.keys(roles) as Role[]).filter((role) => grants.some((grant) => grant.role === role));
};

/** What a new session is made from. */
export interface NewSession {
  readonly personId: string;
  readonly role: Role;
  readonly wayIn: WayIn;
  readonly deviceName: string | null;
  readonly signedInAt: Date;
  /** When they showed a second factor; null where they did not. */
  readonly secondFactorAt: Date | null;
  /** When they last showed who they are. */
  readonly confirmedAt: Date;
  readonly now: Date;
  /** The sign-in by which it began, where one was noted. */
  readonly signInId?: string | null;
}

/** Signs somebody in: a new token each time, so that one which was known before is worth nothing. */
export const startSession = async (em: EntityManager, session: NewSession): Promise<string> => {
  const token = newToken();
  const { personId, role, wayIn, deviceName, signedInAt, secondFactorAt, confirmedAt, now, signInId = null } = session;
  em.create(SessionSchema, {
    person: personId,
    tokenHash: hashToken(token),
    role,
    wayIn,
    deviceName,
    signedInAt,
    secondFactorAt,
    confirmedAt,
    seenAt: now,
    signIn: signInId,
    ...sessionTerms(role, deviceName, signedInAt),
  });
  await em.flush();
  return token;
};

type Session = InferEntity<typeof SessionSchema>;
declare const isLocked: unique symbol;
/** A session that stands, and stands until this transaction is over. */
export type LockedSession = Session & { readonly [isLocked]: true };

/** What is said to somebody whose session ended while they asked. Over HTTP it is answered like a request of nobody. */
export const sessionIsOver: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  message: 'You are not signed in any more.',
  help: 'Sign in again.',
};

/**
 * Locks people, always in one order. Whoever begins, goes on with or ends a session of theirs does this first: so who comes second
 * sees what the first has done. A new session of somebody waits for it too, by its foreign key.
 */
export const lockPeople = async (em: EntityManager, personIds: readonly string[]): Promise<void> => {
  if (personIds.length === 0) return;
  await em.execute('select id from person where id = any(?::uuid[]) order by id for update', [
    `{${personIds.join(',')}}`,
  ]);
};

/** Locks a person and the session they ask with; null where it has ended, perhaps a moment ago. */
export const lockSession = async (
  em: EntityManager,
  { personId, sessionId }: { readonly personId: string | null; readonly sessionId: string | null },
): Promise<LockedSession | null> => {
  if (personId === null || sessionId === null) return null;
  await lockPeople(em, [personId]);
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
  return (await em.findOne(SessionSchema, { id: sessionId, person: personId }, lock)) as LockedSession | null;
};

/** Ends the sessions of a locked person, but for the one that is kept, and the sign-ins that wait for a code. */
export const endSessionsOf = async (
  em: EntityManager,
  personId: string,
  keptId: string | null = null,
): Promise<void> => {
  await em.nativeDelete(SessionSchema, { person: personId, ...(keptId === null ? {} : { id: { $ne: keptId } }) });
  await em.nativeDelete(HalfSignInSchema, { person: personId });
};

/** Puts a new session in an old one's place: under a new token, with what has changed. It ends no later for it. */
export const replaceSession = async (
  em: EntityManager,
  old: LockedSession,
  now: Date,
  changes: Partial<Pick<NewSession, 'role' | 'secondFactorAt' | 'confirmedAt'>>,
): Promise<string> => {
  const { role, wayIn, deviceName = null, signedInAt, secondFactorAt = null, confirmedAt } = old;
  const kept = { role, wayIn, deviceName, signedInAt, secondFactorAt, confirmedAt, signInId: old.signIn?.id ?? null };
  em.remove(old);
  return startSession(em, { personId: old.person.id, ...kept, ...changes, now });
};
