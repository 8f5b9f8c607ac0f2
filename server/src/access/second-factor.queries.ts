import { randomBytes } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { PasskeySchema } from './passkey.entity.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { personKey } from './person-key.queries.ts';
import { PersonSchema } from './person.entity.ts';
import { seal, unseal } from './sealing.ts';
import { AuthenticatorAppSchema, HalfSignInSchema, RecoveryCodeSchema } from './second-factor.entity.ts';
import {
  bareCode,
  halfEndsAt,
  mustConfirm,
  readRecoveryCode,
  RECOVERY_BYTES,
  recoveryCodes,
  stepOfCode,
} from './second-factor.rules.ts';
import { SessionSchema } from './session.entity.ts';
import type { WayIn } from './session.rules.ts';
import { hashToken, newToken } from './token.ts';

/** What somebody has to show who they are with, besides mail. */
export interface Factors {
  readonly hasPassword: boolean;
  readonly passkeys: number;
  /** Since when codes of an app count; null where none does. */
  readonly appSince: Date | null;
  readonly codesLeft: number;
}

/** What somebody has to show who they are with. */
export const factorsOf = async (em: EntityManager, personId: string): Promise<Factors> => {
  const person = await em.findOne(PersonSchema, { id: personId }, { populate: ['passwordHash'] });
  const app = await em.findOne(AuthenticatorAppSchema, { person: personId });
  return {
    hasPassword: person?.passwordHash != null,
    passkeys: await em.count(PasskeySchema, { person: personId }),
    appSince: app?.since ?? null,
    codesLeft: await em.count(RecoveryCodeSchema, { person: personId, usedAt: null }),
  };
};

/**
 * Whether somebody has an app or a passkey and has not lately shown it in this session: then they change nothing about how their account
 * is opened, whatever hat they wear, and whatever else they have shown.
 */
export const mustShowFactor = async (
  em: EntityManager,
  { personId, sessionId }: { readonly personId: string; readonly sessionId: string },
  now: Date,
): Promise<boolean> => {
  const { appSince, passkeys } = await factorsOf(em, personId);
  if (appSince === null && passkeys === 0) return false;
  const shownAt = (await em.findOne(SessionSchema, { id: sessionId }))?.secondFactorAt ?? null;
  return shownAt === null || mustConfirm(shownAt, now);
};

/** Whether a first factor alone does not let somebody in, whatever role they wear. */
export const hasApp = async (em: EntityManager, personId: string): Promise<boolean> =>
  (await em.count(AuthenticatorAppSchema, { person: personId, sealedKey: { $ne: null } })) > 0;

/** The row of somebody's app, locked: of two codes at once one is judged after the other. */
export const lockApp = (em: EntityManager, personId: string) =>
  em.findOne(AuthenticatorAppSchema, { person: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

const sealedFor = 'authenticator app';

/** The key of an app, to be kept. Throws for somebody who was erased. */
export const sealAppKey = async (em: EntityManager, personId: string, key: string): Promise<Buffer> => {
  const own = await personKey(em, personId);
  if (own === null) throw new Error('Nobody sets up an app for somebody who was erased.');
  return seal(own, sealedFor, key);
};

/** The step of a code that fits a kept key, or null. */
export const stepBySealedKey = async (
  em: EntityManager,
  personId: string,
  { sealed, code, now, usedStep }: { sealed: Uint8Array; code: string; now: Date; usedStep: number | null },
): Promise<number | null> => {
  const own = await personKey(em, personId);
  return own === null ? null : stepOfCode(unseal(own, sealedFor, sealed), bareCode(code), now, usedStep);
};

/** By what a code let somebody on. */
export type CodeOf = 'APP' | 'RECOVERY';

/** Takes a code, of the app or from the paper: it counts, and never again. Null where it does not. */
export const takeCode = async (
  em: EntityManager,
  personId: string,
  typed: string,
  now: Date,
): Promise<CodeOf | null> => {
  const app = await lockApp(em, personId);
  if (app?.sealedKey) {
    const { sealedKey: sealed, usedStep = null } = app;
    const step = await stepBySealedKey(em, personId, { sealed, code: typed, now, usedStep });
    if (step !== null) {
      app.usedStep = step;
      await em.flush();
      return 'APP';
    }
  }
  const read = readRecoveryCode(typed);
  if (read === null) return null;
  const kept = await em.findOne(
    RecoveryCodeSchema,
    { person: personId, place: read.place, usedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!(await isPassword(read.code, kept?.codeHash ?? null)) || !kept) return null;
  kept.usedAt = now;
  await em.flush();
  return 'RECOVERY';
};

/** Ten new recovery codes in place of all there were: they are shown once, and only their hashes are kept. */
export const renewRecoveryCodes = async (em: EntityManager, personId: string, now: Date): Promise<string[]> => {
  const codes = recoveryCodes(randomBytes(RECOVERY_BYTES));
  const hashes = await Promise.all(codes.map((code) => hashPassword(bareCode(code))));
  await em.nativeDelete(RecoveryCodeSchema, { person: personId });
  for (const [place, codeHash] of hashes.entries())
    em.create(RecoveryCodeSchema, { person: personId, place, codeHash, madeAt: now });
  await em.flush();
  return codes;
};

/** Notes that somebody has shown the first factor, for as long as they may take for the second. */
export const beginHalfSignIn = async (
  em: EntityManager,
  half: { readonly personId: string; readonly wayIn: WayIn; readonly deviceName: string | null; readonly now: Date },
): Promise<string> => {
  const token = newToken();
  const { personId, wayIn, deviceName, now } = half;
  const tokenHash = hashToken(token);
  em.create(HalfSignInSchema, { person: personId, tokenHash, wayIn, deviceName, endsAt: halfEndsAt(now) });
  await em.flush();
  return token;
};

/** The half of a sign-in that a browser holds; null where there is none, or it has ended. */
export const halfSignInOf = (em: EntityManager, token: string | null, now: Date, lock = false) =>
  token === null
    ? Promise.resolve(null)
    : em.findOne(
        HalfSignInSchema,
        { tokenHash: hashToken(token), endsAt: { $gt: now } },
        lock ? { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } : {},
      );
