import { randomInt, timingSafeEqual } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { isPassword } from '../access/password-hash.ts';
import { PasskeySchema } from '../access/passkey.entity.ts';
import { isCounterGoingBack } from '../access/passkey.rules.ts';
import { personKey } from '../access/person-key.queries.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { keyedHash } from '../access/sealing.ts';
import { MailedCodeSchema } from '../access/second-factor.entity.ts';
import { factorsOf, takeCode } from '../access/second-factor.queries.ts';
import {
  bareCode,
  halfEndsAt,
  showsSecondFactor,
  type WayToConfirm,
  waysToConfirm,
} from '../access/second-factor.rules.ts';
import { SessionSchema } from '../access/session.entity.ts';
import { lockSession, replaceSession } from '../access/session.queries.ts';
import type { WayIn } from '../access/session.rules.ts';
import { type CommandContext, runCommand, type Transaction } from '../audit/run-command.ts';
import { tellOfRecoveryCode } from './finish-sign-in.command.ts';
import { newCounter, type PasskeySite } from './sign-in-by-passkey.command.ts';
import { isRemembered, type SignedIn } from './sign-in.command.ts';

/** By what somebody confirms who they are. */
export type Shown =
  | { readonly way: 'PASSWORD'; readonly password: string }
  | { readonly way: 'CODE' | 'MAIL'; readonly code: string }
  | { readonly way: 'PASSKEY'; readonly answer: AuthenticationResponseJSON }
  | { readonly way: 'DEMONSTRATION' };

/** The ways that are open to whoever asks; somebody who has to show a second factor shows that, and nothing less. */
export const openWays = async (
  { em, actor }: Pick<CommandContext, 'em' | 'actor'>,
  isUnproven: boolean,
): Promise<readonly WayToConfirm[]> => {
  const { personId, sessionId } = actor;
  const session = sessionId === null ? null : await em.findOne(SessionSchema, { id: sessionId });
  if (personId === null || !session) return [];
  const { hasPassword, passkeys, appSince, codesLeft } = await factorsOf(em, personId);
  const { wayIn } = session;
  const ways = waysToConfirm({ wayIn, hasPassword, hasPasskey: passkeys > 0, hasApp: appSince !== null, codesLeft });
  return isUnproven ? ways.filter(showsSecondFactor) : ways;
};

const isMailedCode = async ({ em, clock }: Transaction, of: Whose, code: string): Promise<boolean> => {
  const mailed = await em.findOne(
    MailedCodeSchema,
    { session: of.sessionId, endsAt: { $gt: clock.now() } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const key = await personKey(em, of.personId);
  if (!mailed || key === null) return false;
  return timingSafeEqual(Buffer.from(mailed.codeHash), keyedHash(key, bareCode(code)));
};

interface Whose {
  readonly personId: string;
  readonly sessionId: string;
  readonly wayIn: WayIn;
}

/** Whether what was shown is theirs. What counts once is used up by it. */
const isTheirs = async (
  transaction: Transaction,
  of: Whose,
  shown: Shown,
  counter: number | null,
): Promise<boolean> => {
  const { em, clock } = transaction;
  const { personId } = of;
  switch (shown.way) {
    case 'DEMONSTRATION':
      return of.wayIn === 'DEMONSTRATION';
    case 'PASSWORD': {
      const person = await em.findOne(PersonSchema, { id: personId }, { populate: ['passwordHash'] });
      return isPassword(shown.password, person?.passwordHash ?? null);
    }
    case 'CODE': {
      const by = await takeCode(em, personId, shown.code, clock.now());
      if (by === 'RECOVERY') tellOfRecoveryCode(transaction, personId);
      return by !== null;
    }
    case 'MAIL':
      return isMailedCode(transaction, of, shown.code);
    case 'PASSKEY': {
      const own = { credentialId: shown.answer.id, person: personId };
      const passkey = await em.findOne(PasskeySchema, own, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
      if (!passkey || counter === null || isCounterGoingBack(passkey.counter, counter)) return false;
      passkey.counter = counter;
      passkey.usedAt = clock.now();
      return true;
    }
  }
};

/**
 * Confirms who somebody is who is signed in: their session goes on under a new token, and risky things are open for some minutes. Null
 * where what they show is not theirs.
 */
export const confirmIdentity = async (
  context: CommandContext,
  shown: Shown,
  site: PasskeySite,
): Promise<SignedIn | null> => {
  const { personId, sessionId } = context.actor;
  if (personId === null || sessionId === null) return null;
  const counter = shown.way === 'PASSKEY' ? await newCounter(context, site, shown.answer, personId) : null;
  let signedIn: SignedIn | null = null;
  const request = { name: 'confirmIdentity', input: {}, idempotencyKey: null };
  await runCommand(context, request, async (transaction) => {
    signedIn = null;
    const { em, clock, audit } = transaction;
    const session = await lockSession(em, { personId, sessionId });
    const of = session ? { personId, sessionId, wayIn: session.wayIn } : null;
    const isRight = of !== null && (await isTheirs(transaction, of, shown, counter));
    audit({
      action: isRight ? 'confirmIdentity' : 'confirmIdentityFailed',
      subject: { type: 'Account', id: personId },
      personId,
      changes: {},
    });
    if (!session || !isRight) return { done: {} };
    const now = clock.now();
    const { role, deviceName = null, secondFactorAt = null } = session;
    const token = await replaceSession(em, session, now, {
      confirmedAt: now,
      secondFactorAt: showsSecondFactor(shown.way) ? now : secondFactorAt,
    });
    signedIn = { token, role, isRemembered: isRemembered(role, deviceName) };
    return { done: {} };
  });
  return signedIn;
};

/** Mails a code to whoever is signed in: it counts once, in this session, for ten minutes. */
export const mailCode = async (context: CommandContext): Promise<void> => {
  const { personId, sessionId } = context.actor;
  if (personId === null || sessionId === null) return;
  await runCommand(
    context,
    { name: 'mailConfirmationCode', input: {}, idempotencyKey: null },
    async ({ em, clock, audit, send }) => {
      const code = String(randomInt(100_000_000)).padStart(8, '0');
      const key = await personKey(em, personId);
      if (key === null) throw new Error('Nobody is mailed a code who was erased.');
      await em.execute(
        `insert into mailed_code (session_id, code_hash, ends_at) values (?, ?, ?)
         on conflict (session_id) do update set code_hash = excluded.code_hash, ends_at = excluded.ends_at`,
        [sessionId, keyedHash(key, code), halfEndsAt(clock.now())],
      );
      audit({ action: 'mailConfirmationCode', subject: { type: 'Account', id: personId }, personId, changes: {} });
      send({ to: { personId }, template: 'confirm-code', values: { code: `${code.slice(0, 4)} ${code.slice(4)}` } });
      return { done: {} };
    },
  );
};
