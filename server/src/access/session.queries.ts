import { LockMode, type InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Role, roles } from './actor.ts';
import { type Person, PersonSchema, RoleGrantSchema } from './person.entity.ts';
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

/** Puts a new session in an old one's place: under a new token, with what has changed. It ends no later for it. */
export const replaceSession = async (
  em: EntityManager,
  old: Session,
  now: Date,
  changes: Partial<Pick<NewSession, 'role' | 'secondFactorAt' | 'confirmedAt'>>,
): Promise<string> => {
  const { role, wayIn, deviceName = null, signedInAt, secondFactorAt = null, confirmedAt } = old;
  const kept = { role, wayIn, deviceName, signedInAt, secondFactorAt, confirmedAt, signInId: old.signIn?.id ?? null };
  em.remove(old);
  return startSession(em, { personId: old.person.id, ...kept, ...changes, now });
};
