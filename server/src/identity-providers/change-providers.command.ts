import { LockMode } from '@mikro-orm/core';
import { passkeysOf } from '../access/passkey.queries.ts';
import { isLastWayIn } from '../access/way-in.rules.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { type CommandContext, type CommandResult, runCommand } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ProviderAccountSchema } from './provider-account.entity.ts';
import { arrivalBy, endBegunBy, lockProviderAccount, providerAccountsOf } from './provider-account.queries.ts';

const signInAgain: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  message: 'It is too long since you signed in.',
  help: 'Sign in again, then change how your account is opened.',
};
const isOver: Refusal = {
  code: 'VALUE_INVALID',
  path: [],
  message: 'This took too long, or is done already.',
  help: 'Begin again with the provider, from the sign-in page or from your account.',
};
const isSomebodyElses: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  message: 'You began this with another account.',
  help: 'Sign in to the account that you began with, or begin again from this one.',
};
const hasAnotherAddress: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  message: 'The provider told another e-mail address than that of your account.',
  help: 'If both are yours, add the provider under your account. You then show both in one browser.',
};
const opensAnother: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  message: 'This sign-in opens another account here.',
  help: 'Remove it from that account first, or use another sign-in of yours.',
};
const hasOne: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  message: 'You sign in with another account of this provider already.',
  help: 'Remove that one first, then add this one.',
};
const isGone: Refusal = {
  code: 'VALUE_INVALID',
  path: ['providerAccountId'],
  message: 'You do not sign in with this provider.',
  help: 'Load the page again to see how you sign in.',
};
const lastWayIn: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['providerAccountId'],
  message: 'This is the only way into your account.',
  help: 'Confirm your e-mail address, choose a password or add a passkey first.',
};

/** Whoever may change how their account is opened: somebody with an account in use who has shown lately who they are. */
const refuseChange = ({ actor }: CommandContext): Refusal | null =>
  actor.personId === null || actor.kind === 'SUSPENDED' || actor.mustSignInAgain === true ? signInAgain : null;

/** Lets the provider that somebody came from open their account from now on, and tells them by mail. */
export const linkProvider = async (
  context: CommandContext,
  { token, name }: { readonly token: string; readonly name: string },
): Promise<CommandResult> => {
  const { personId } = context.actor;
  const early = refuseChange(context);
  if (early || personId === null) return { refused: [early ?? signInAgain] };
  const request = {
    name: 'linkProvider',
    input: {},
    idempotencyKey: null,
    constraints: { one_account_per_subject: opensAnother, one_subject_per_person_and_provider: hasOne },
  };
  return runCommand(context, request, async ({ em, clock, audit, send }) => {
    const arrival = await arrivalBy(em, token, clock.now());
    if (!arrival) return { refused: [isOver] };
    const person = await em.findOneOrFail(PersonSchema, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (arrival.person && arrival.person.id !== personId) return { refused: [isSomebodyElses] };
    if (!arrival.person && arrival.email !== person.email) return { refused: [hasAnotherAddress] };
    const { issuer, subject, provider } = arrival;
    const known = await lockProviderAccount(em, { issuer, subject });
    if (known && known.person.id !== personId) return { refused: [opensAnother] };
    em.remove(arrival);
    audit({
      action: 'linkProvider',
      subject: { type: 'Account', id: personId },
      personId,
      changes: { provider: { before: null, after: provider } },
    });
    if (known) return { done: {} };
    em.create(ProviderAccountSchema, { person: personId, issuer, subject, linkedAt: clock.now() });
    await em.flush();
    send({ to: { personId }, template: 'provider-added', values: { name } });
    return { done: {} };
  });
};

/** Forgets who came, where they do not want the provider to open an account. */
export const dropArrival = async ({ em, clock }: CommandContext, token: string): Promise<void> => {
  const fork = em.fork();
  const arrival = await arrivalBy(fork, token, clock.now());
  if (arrival) await fork.remove(arrival).flush();
};

/**
 * Takes a provider away from the account of whoever asks, ends the other sessions that began by it and the sign-ins by it that wait for
 * a code, and tells them by mail. The last way in stays.
 */
export const unlinkProvider = async (
  context: CommandContext,
  { providerAccountId, nameOf }: { readonly providerAccountId: string; readonly nameOf: (issuer: string) => string },
): Promise<CommandResult> => {
  const { personId, sessionId } = context.actor;
  const early = refuseChange(context);
  if (early || personId === null) return { refused: [early ?? signInAgain] };
  const request = { name: 'unlinkProvider', input: { providerAccountId }, idempotencyKey: null };
  return runCommand(context, request, async ({ em, audit, send }) => {
    const person = await em.findOneOrFail(
      PersonSchema,
      { id: personId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['passwordHash'] },
    );
    const own = await providerAccountsOf(em, personId);
    const account = own.find(({ id }) => id === providerAccountId);
    if (!account) return { refused: [isGone] };
    const ways = {
      hasPassword: person.passwordHash !== null,
      passkeys: (await passkeysOf(em, personId)).length,
      providers: own.length - 1,
      hasConfirmedAddress: person.emailConfirmedAt !== null,
    };
    if (isLastWayIn(ways)) return { refused: [lastWayIn] };
    const { issuer, subject } = account;
    em.remove(account);
    await em.flush();
    await endBegunBy(em, { issuer, subject, session: null }, { personIds: [personId], keptId: sessionId });
    audit({
      action: 'unlinkProvider',
      subject: { type: 'Account', id: personId },
      personId,
      changes: { provider: { before: issuer, after: null } },
    });
    send({ to: { personId }, template: 'provider-removed', values: { name: nameOf(issuer) } });
    return { done: {} };
  });
};
