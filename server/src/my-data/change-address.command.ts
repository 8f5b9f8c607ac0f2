import { LockMode } from '@mikro-orm/core';
import { parseEmail } from '../access/email.rules.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { hashToken, newToken } from '../access/token.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { nameAtMost } from '../returners/profile.rules.ts';
import { notFound } from '../returners/returner.queries.ts';
import { EmailChangeSchema } from './my-data.entity.ts';

/** How long the link to the new address works, in hours. */
export const addressLinkHours = 24;

const noAccount = notFound('idempotencyKey', 'account');
const wrongEmail: Refusal = {
  code: 'VALUE_INVALID',
  path: ['email'],
  message: 'This is not an e-mail address.',
  help: 'Example: name@example.com',
};
const sameEmail: Refusal = {
  code: 'VALUE_INVALID',
  path: ['email'],
  message: 'This is your address already.',
  help: 'Give the address that should take its place.',
};
const linkIsSpent: Refusal = {
  code: 'NOT_FOUND',
  path: ['token'],
  rule: 'LINK_WORKS_ONCE',
  message: 'This link does not work.',
  help: `A link works once, and for ${addressLinkHours} hours. Ask for a new one in your account.`,
};
const wrongName: Refusal = {
  code: 'VALUE_INVALID',
  path: ['name'],
  message: 'Give your name.',
  help: `Use 1 to ${nameAtMost} characters.`,
};

/**
 * Asks for another address: it holds once the link that goes there is opened. Whether an address has an account already is told to
 * nobody: the answer is the same, and then no link is sent.
 */
export const askEmailChange = (
  context: CommandContext,
  input: { readonly email: string; readonly idempotencyKey: string },
  page: string,
) =>
  runCommand(
    context,
    { name: 'askEmailChange', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit, send }) => {
      const person = actor.personId === null ? null : await em.findOne(PersonSchema, { id: actor.personId });
      if (!person) return { refused: [noAccount] };
      const email = parseEmail(input.email);
      if (email === undefined) return { refused: [wrongEmail] };
      if (email === person.email) return { refused: [sameEmail] };
      const now = clock.now();
      // the link before works no more
      await em.nativeUpdate(
        EmailChangeSchema,
        { person: person.id, usedAt: null, endsAt: { $gt: now } },
        { endsAt: now },
      );
      if ((await em.findOne(PersonSchema, { email })) === null) {
        const token = newToken();
        em.create(EmailChangeSchema, {
          person,
          oldEmail: person.email,
          newEmail: email,
          tokenHash: hashToken(token),
          askedAt: now,
          endsAt: new Date(now.getTime() + addressLinkHours * 3_600_000),
          usedAt: null,
        });
        send({
          to: { address: email },
          template: 'confirm-new-address',
          values: { link: `${page}#${token}` },
          goodForHours: addressLinkHours,
        });
      }
      audit({
        action: 'askEmailChange',
        subject: { type: 'Account', id: person.id },
        personId: person.id,
        changes: { newEmail: { before: null, after: email } },
      });
      return { done: {} };
    },
  );

/** Whoever opens the link has shown that the address is theirs: it holds from now on, and the old one is told. */
export const confirmEmailChange = (
  context: CommandContext,
  input: { readonly token: string; readonly idempotencyKey: string },
) =>
  runCommand(
    context,
    {
      name: 'confirmEmailChange',
      input,
      idempotencyKey: input.idempotencyKey,
      constraints: { one_account_per_email: linkIsSpent },
    },
    async ({ em, clock, audit, send }) => {
      const now = clock.now();
      const change = await em.findOne(
        EmailChangeSchema,
        { tokenHash: hashToken(input.token) },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      if (!change || change.usedAt || change.endsAt <= now) return { refused: [linkIsSpent] };
      const person = await em.findOne(
        PersonSchema,
        { id: change.person.id, email: change.oldEmail },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      if (!person || person.suspendedAt) return { refused: [linkIsSpent] };
      em.assign(change, { usedAt: now });
      em.assign(person, { email: change.newEmail, emailConfirmedAt: now });
      await em.flush();
      send({ to: { address: change.oldEmail }, template: 'address-changed', values: {} });
      audit({
        action: 'confirmEmailChange',
        subject: { type: 'Account', id: person.id },
        personId: person.id,
        changes: { email: { before: change.oldEmail, after: change.newEmail } },
      });
      return { done: { personId: person.id } };
    },
  );

/** Changes the name of the account; the address of the account is told. */
export const changeName = (
  context: CommandContext,
  input: { readonly name: string; readonly idempotencyKey: string },
) =>
  runCommand(
    context,
    { name: 'changeName', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, audit, send }) => {
      const id = actor.personId;
      const person =
        id === null ? null : await em.findOne(PersonSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!person) return { refused: [noAccount] };
      const name = input.name.trim();
      if (name === '' || name.length > nameAtMost || /\p{C}/u.test(name)) return { refused: [wrongName] };
      const before = person.displayName;
      em.assign(person, { displayName: name });
      send({ to: { personId: person.id }, template: 'name-changed', values: {} });
      audit({
        action: 'changeName',
        subject: { type: 'Account', id: person.id },
        personId: person.id,
        changes: { displayName: { before, after: name } },
      });
      return { done: {} };
    },
  );
