import { linkWorks, spentLink } from '../access/link.rules.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { hashToken, newToken } from '../access/token.ts';
import { runCommand, type CommandContext, type CommandResult, type Transaction } from '../audit/run-command.ts';
import { calendarDate, laterOf } from '../kernel/calendar-date.ts';
import { HostSchema } from '../placements/host.entity.ts';
import { idOf } from '../placements/host.queries.ts';
import { faultsOfVersion } from '../placements/host.rules.ts';
import { notFound } from '../returners/returner.queries.ts';
import { SignedDaySchema } from '../updating/signed-day.entity.ts';
import { SignOffDaySchema } from './sign-off.entity.ts';
import type { SignOffPages } from './sign-off-link.command.ts';
import { partyToSignOff } from './sign-off.policy.ts';
import {
  confirmedAddress,
  isOwnSignature,
  lockSignOff,
  supervisorFactsFor,
  waitingDays,
  type LockedSignOff,
} from './sign-off.queries.ts';
import {
  signOffWording,
  faultsOfSettling,
  isSigned,
  stateAfter,
  type DayAnswer,
  type TakeBackReason,
} from './sign-off.rules.ts';

/** What is said of one day. */
interface DayAnswerInput {
  readonly loggedDayId: string;
  readonly version: number;
  readonly isConfirmed: boolean;
  readonly comment?: string | null;
}
/** An answer to all days of a sign-off. */
export interface SignOffAnswer {
  readonly days: readonly DayAnswerInput[];
  readonly wordingVersion: number;
  readonly idempotencyKey: string;
}
/** The same, by somebody who is signed in. */
export interface SettleSignOff extends SignOffAnswer {
  readonly signOffId: string;
  readonly expectedVersion: number;
}
/** The same, by whoever holds the link. */
export interface SettleSignOffByLink extends SignOffAnswer {
  readonly token: string;
}

/** What is said of every link that does not work. */
export const linkIsSpent = spentLink(
  'If it has ended, you can send a new one to your own address. Otherwise ask the returner, or sign in.',
);

const settle = async (
  transaction: Transaction,
  locked: LockedSignOff,
  input: SignOffAnswer,
  signedEmail: string | null,
  pages: SignOffPages,
): Promise<CommandResult> => {
  const { em, clock, audit, send } = transaction;
  const { signOff, placement, returner, supervisor } = locked;
  const answers = input.days.map(({ loggedDayId, version, isConfirmed, comment }): DayAnswer => ({
    dayId: idOf('LoggedDay', loggedDayId) ?? loggedDayId,
    version,
    isConfirmed,
    comment: comment?.trim() || null,
  }));
  const from = calendarDate(placement.startsOn);
  const waiting = await waitingDays(em, signOff.id);
  const refused = faultsOfSettling({
    state: signOff.state,
    supervisor: await supervisorFactsFor(em, supervisor, returner),
    // another supervisor than the placement’s begins with the days they were named for
    firstDay: placement.supervisor?.id === supervisor.id ? from : laterOf(from, calendarDate(signOff.fromOn)),
    placement: { from, until: calendarDate(placement.endsOn) },
    today: clock.today(),
    isOwn: await isOwnSignature(em, supervisor, returner),
    activities: signOff.activities,
    wordingVersion: input.wordingVersion,
    waiting,
    answers,
  });
  if (refused.length > 0) return { refused };
  const now = clock.now();
  const state = stateAfter(answers);
  for (const { dayId, version, isConfirmed, comment } of answers) {
    await em.nativeUpdate(
      SignOffDaySchema,
      { signOff: signOff.id, dayId, state: 'WAITING' },
      isConfirmed
        ? { state: 'SIGNED', dayVersion: version, comment }
        : { state: 'SENT_BACK', dayVersion: version, comment },
    );
    if (isConfirmed) em.create(SignedDaySchema, { dayId, signedAt: now });
  }
  // days that the returner has removed since
  await em.nativeUpdate(SignOffDaySchema, { signOff: signOff.id, state: 'WAITING' }, { state: 'LET_GO' });
  const signs = isSigned(state);
  const notMe = signs ? newToken() : null;
  em.assign(signOff, {
    state,
    version: signOff.version + 1,
    tokenHash: null,
    signedBy: supervisor.displayName,
    signedEmail,
    ...(signs
      ? {
          signedAt: now,
          wordingVersion: input.wordingVersion,
          agreedText: signOffWording.agreedText(input.wordingVersion),
          notMeHash: notMe === null ? null : hashToken(notMe),
        }
      : {}),
  });
  // whoever is named is told, wherever the signature came from
  const named = (await confirmedAddress(em, supervisor.id)) ?? signedEmail;
  if (notMe !== null && named !== null)
    send({ to: { address: named }, template: 'sign-off-receipt', values: { link: `${pages.notMe}#${notMe}` } });
  if (returner.acceptsEmail) send({ to: { personId: returner.person.id }, template: 'sign-off-answered', values: {} });
  audit({
    action: 'settleSignOff',
    subject: { type: 'SignOff', id: signOff.id },
    personId: returner.person.id,
    changes: {
      state: { before: 'ASKED', after: state },
      signedBy: { before: null, after: supervisor.displayName },
      days: { before: null, after: answers },
    },
  });
  return { done: { signOffId: signOff.id } };
};

/** The supervisor, signed in, confirms days or sends them back. */
export const settleSignOff = (context: CommandContext, input: SettleSignOff, pages: SignOffPages) =>
  runCommand(context, { name: 'settleSignOff', input, idempotencyKey: input.idempotencyKey }, async (transaction) => {
    const { em, actor } = transaction;
    const id = idOf('SignOff', input.signOffId);
    const locked = id === null ? null : await lockSignOff(em, { id });
    if (!locked || partyToSignOff(actor, locked.subject) !== 'SUPERVISOR')
      return { refused: [notFound('signOffId', 'sign-off')] };
    const stale = faultsOfVersion(locked.signOff, input.expectedVersion);
    if (stale.length > 0) return { refused: stale };
    const person = actor.personId === null ? null : await em.findOne(PersonSchema, { id: actor.personId });
    return settle(transaction, locked, input, person?.emailConfirmedAt ? person.email : null, pages);
  });

/** Whoever holds the link, which went to the supervisor alone, confirms days or sends them back. */
export const settleSignOffByLink = (context: CommandContext, input: SettleSignOffByLink, pages: SignOffPages) =>
  runCommand(
    context,
    { name: 'settleSignOffByLink', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, clock } = transaction;
      const tokenHash = hashToken(input.token);
      const locked = await lockSignOff(em, { tokenHash });
      if (!locked || !linkWorks(locked.signOff, tokenHash, clock.now())) return { refused: [linkIsSpent] };
      return settle(transaction, locked, input, await confirmedAddress(em, locked.supervisor.id), pages);
    },
  );

/** Which signature, as it was seen, and why it is taken back. */
export interface TakeBackSignature {
  readonly signOffId: string;
  readonly expectedVersion: number;
  readonly reason: TakeBackReason;
  readonly idempotencyKey: string;
}

/** The days are unlocked, and the returner, the organisation and the one who is named learn of it. */
const takeBack = async (
  { em, clock, audit, send }: Transaction,
  { signOff, returner, placement }: LockedSignOff,
  reason: TakeBackReason,
): Promise<CommandResult> => {
  const before = signOff.state;
  const days = await em.find(SignOffDaySchema, { signOff: signOff.id, state: 'SIGNED' });
  await em.nativeDelete(SignedDaySchema, { dayId: { $in: days.map(({ dayId }) => dayId) } });
  for (const day of days) em.assign(day, { state: 'LET_GO' });
  em.assign(signOff, {
    state: 'TAKEN_BACK',
    takenBackOn: clock.today(),
    takenBackReason: reason,
    notMeHash: null,
    version: signOff.version + 1,
  });
  const host = await em.findOne(HostSchema, { id: placement.host.id });
  const mail = { template: 'sign-off-taken-back', values: {} } as const;
  send({ to: { personId: returner.person.id }, ...mail });
  if (host?.contactEmail) send({ to: { address: host.contactEmail }, ...mail });
  audit({
    action: 'takeBackSignature',
    subject: { type: 'SignOff', id: signOff.id },
    personId: returner.person.id,
    changes: { state: { before, after: 'TAKEN_BACK' }, reason: { before: null, after: reason } },
  });
  return { done: { signOffId: signOff.id } };
};

/** The supervisor, signed in, takes a signature back. */
export const takeBackSignature = (context: CommandContext, input: TakeBackSignature) =>
  runCommand(
    context,
    { name: 'takeBackSignature', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const id = idOf('SignOff', input.signOffId);
      const locked = id === null ? null : await lockSignOff(transaction.em, { id });
      if (!locked || partyToSignOff(transaction.actor, locked.subject) !== 'SUPERVISOR')
        return { refused: [notFound('signOffId', 'sign-off')] };
      const stale = faultsOfVersion(locked.signOff, input.expectedVersion);
      if (stale.length > 0) return { refused: stale };
      if (!isSigned(locked.signOff.state))
        return {
          refused: [
            {
              code: 'RULE_NOT_MET',
              path: [],
              rule: 'SIGNATURE_STANDS',
              message: 'There is no signature here that counts.',
              help: 'Load the page again to see how it stands.',
            },
          ],
        };
      return takeBack(transaction, locked, input.reason);
    },
  );

/** Somebody who was named as the signer says that it was not them. */
export const disownSignature = (
  context: CommandContext,
  input: { readonly token: string; readonly idempotencyKey: string },
) =>
  runCommand(context, { name: 'disownSignature', input, idempotencyKey: input.idempotencyKey }, async (transaction) => {
    const locked = await lockSignOff(transaction.em, { notMeHash: hashToken(input.token) });
    return locked?.signOff.notMeHash && isSigned(locked.signOff.state)
      ? takeBack(transaction, locked, 'NOT_ME')
      : { refused: [linkIsSpent] };
  });
