import { LockMode } from '@mikro-orm/core';
import type { Device } from '../access/device.rules.ts';
import { hashPassword } from '../access/password-hash.ts';
import { refusePassword } from '../access/password.rules.ts';
import { PersonSchema, RoleGrantSchema } from '../access/person.entity.ts';
import { factorsOf } from '../access/second-factor.queries.ts';
import { needsSecondFactor } from '../access/second-factor.rules.ts';
import { SignInLinkSchema } from '../access/session.entity.ts';
import { lockAccountByEmail, rolesOf } from '../access/session.queries.ts';
import { hashToken } from '../access/token.ts';
import { type CommandContext, runCommand, type Transaction } from '../audit/run-command.ts';
import { replacePassword } from './change-password.command.ts';
import { no, type Refusal } from '../kernel/refusal.ts';
import { type CameIn, letIn } from './sign-in.command.ts';

const linkIsSpent: Refusal = {
  code: 'VALUE_INVALID',
  path: ['token'],
  message: 'This link does not work any more.',
  help: 'A link works once, and for 15 minutes. Ask for a new one.',
};

/** The mailbox alone opens no such account, so it does not change how it is opened either. */
const factorFirst = no(
  'password',
  'SECOND_FACTOR_BEFORE_PASSWORD',
  'This account takes more than a link before its password changes.',
  'Leave the password out and sign in. Then set a new one under "Your account" within 15 minutes.',
);

/** Whoever holds the mailbox may be why it is suspended: its owner must find it as it was. */
const staysSuspended = no(
  'password',
  'SUSPENDED_KEEPS_ITS_PASSWORD',
  'This account is suspended, and its password stays as it is.',
  'Leave the password out. It can be changed once the account is restored.',
);

interface LinkInput {
  readonly token: string;
  readonly deviceName: string | null;
  readonly device: Device;
  /** A password to sign in with from now on, if the person wants one. */
  readonly password: string | null;
}

/** Signs in whoever holds a link from a mail; a new account is made at this moment, when the address is known to be theirs. */
export const useLink = async (
  context: CommandContext,
  input: LinkInput,
): Promise<CameIn | { readonly refused: readonly Refusal[] }> => {
  let cameIn: CameIn | undefined;
  const result = await runCommand(
    context,
    { name: 'useSignInLink', input: {}, idempotencyKey: null },
    async (transaction) => {
      const { em, clock } = transaction;
      const now = clock.now();
      const link = await em.findOne(
        SignInLinkSchema,
        { tokenHash: hashToken(input.token) },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      if (!link || link.usedAt || link.endsAt <= now) return { refused: [linkIsSpent] };
      const weak = input.password === null ? null : refusePassword(input.password, link.email);
      if (weak) return { refused: [weak] };
      const known = await lockAccountByEmail(em, link.email);
      if (known && input.password !== null) {
        if (known.suspendedAt) return { refused: [staysSuspended] };
        if (await takesMoreThanLink(em, known.id)) return { refused: [factorFirst] };
      }
      link.usedAt = now;
      const person = known ?? (await makeAccount(transaction, link.email, link.displayName ?? null));
      if (!person) return { refused: [linkIsSpent] };
      // somebody else may have entered the address; whoever opens the link has shown that it is theirs
      person.emailConfirmedAt ??= now;
      await em.flush();
      const [role] = await rolesOf(em, person.id);
      if (!role) return { refused: [linkIsSpent] };
      if (input.password !== null && known)
        await replacePassword(transaction, known, input.password, { personId: known.id, kind: role });
      else if (input.password !== null) person.passwordHash = await hashPassword(input.password);
      cameIn = await letIn(transaction, {
        personId: person.id,
        role,
        wayIn: 'LINK',
        deviceName: input.deviceName,
        device: input.device,
        hasSecondFactor: false,
      });
      transaction.audit({
        action: 'useSignInLink',
        by: { personId: person.id, kind: role },
        subject: { type: 'Account', id: person.id },
        personId: person.id,
        changes: {},
      });
      return { done: {} };
    },
  );
  return 'refused' in result || !cameIn ? { refused: 'refused' in result ? result.refused : [linkIsSpent] } : cameIn;
};

/** Whether a link is half of the way into this account. */
const takesMoreThanLink = async (em: Transaction['em'], personId: string): Promise<boolean> => {
  const { appSince, passkeys } = await factorsOf(em, personId);
  return appSince !== null || (passkeys > 0 && (await rolesOf(em, personId)).some(needsSecondFactor));
};

const makeAccount = async ({ em, clock, audit }: Transaction, email: string, displayName: string | null) => {
  if (displayName === null) return null;
  const now = clock.now();
  const person = em.create(PersonSchema, {
    displayName,
    email,
    emailConfirmedAt: now,
    createdAt: now,
    passwordHash: null,
  });
  em.create(RoleGrantSchema, { person, role: 'RETURNER', grantedAt: now });
  await em.flush();
  audit({
    action: 'makeAccount',
    by: { personId: person.id, kind: 'RETURNER' },
    subject: { type: 'Account', id: person.id },
    personId: person.id,
    changes: {
      displayName: { before: null, after: displayName },
      email: { before: null, after: email },
      roles: { before: [], after: ['RETURNER'] },
    },
  });
  return person;
};
