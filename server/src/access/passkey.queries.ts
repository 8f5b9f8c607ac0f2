import type { EntityManager } from '@mikro-orm/postgresql';
import { PasskeyChallengeSchema, PasskeySchema } from './passkey.entity.ts';
import { challengeEndsAt } from './passkey.rules.ts';
import { hashToken } from './token.ts';

/** A passkey as its owner sees it. */
export interface ShownPasskey {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

/** The passkeys of a person, oldest first. */
export const passkeysOf = (em: EntityManager, personId: string) =>
  em.find(PasskeySchema, { person: personId }, { orderBy: { id: 'asc' } });

/** The passkey that an authenticator calls so. */
export const passkeyByCredential = (em: EntityManager, credentialId: string) =>
  em.findOne(PasskeySchema, { credentialId });

/** Keeps a question by its hash until it is answered. */
export const keepChallenge = async (
  em: EntityManager,
  { challenge, personId, now }: { challenge: string; personId: string | null; now: Date },
): Promise<void> => {
  em.create(PasskeyChallengeSchema, {
    challengeHash: hashToken(challenge),
    person: personId,
    endsAt: challengeEndsAt(now),
  });
  await em.flush();
};

/**
 * Takes a question away and answers whether it was asked of them and is still open. It is gone whatever becomes of the answer, so that
 * no answer counts twice.
 */
export const takeChallenge = async (
  em: EntityManager,
  { challenge, personId, now }: { challenge: string; personId: string | null; now: Date },
): Promise<boolean> => {
  const taken = await em.execute<unknown[]>(
    `delete from passkey_challenge where challenge_hash = ? and person_id is not distinct from ?::uuid and ends_at > ?
     returning id`,
    [hashToken(challenge), personId, now],
  );
  return taken.length > 0;
};
