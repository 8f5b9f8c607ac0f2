import { linkWorks, spentLink } from '../access/link.rules.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { hashToken, newToken } from '../access/token.ts';
import { runCommand, type CommandContext, type CommandResult, type Transaction } from '../audit/run-command.ts';
import { lockForParty, type ChangeCounterSignature } from './ask-counter-signature.command.ts';
import type { CounterSignaturePages } from './counter-signature-link.command.ts';
import { judgedWith, lockCounterSignature, type LockedCounterSignature } from './counter-signature.queries.ts';
import { counterWording, faultsOfCounterAnswer, type CounterSignatureEnd } from './counter-signature.rules.ts';
import { kindTitles } from './pack-document.rules.ts';
import { sayAsDays, sayMinutes } from './pack-findings.rules.ts';
import type { Pack } from './pack-record.rules.ts';
import { toMendBeforeCounterSigning } from './pack.rules.ts';

/** An answer to the whole record. */
export interface CounterSignatureAnswer {
  readonly isConfirmed: boolean;
  readonly comment?: string | null;
  /** The digest of the record that was seen. */
  readonly seenDigest: string;
  readonly wordingVersion: number;
  readonly idempotencyKey: string;
}
/** The same, by somebody who is signed in. */
export interface SettleCounterSignature extends CounterSignatureAnswer, ChangeCounterSignature {}
/** The same, by whoever holds the link. */
export interface SettleCounterSignatureByLink extends CounterSignatureAnswer {
  readonly token: string;
}

const linkIsSpent = spentLink('Ask the returner to send you a new one, or sign in.');

/** What is agreed to by counter-signing a pack, with the totals as they are shown. */
export const agreedToCounterSign = ({ cover }: Pack, wordingVersion: number): string =>
  [
    counterWording.agreedText(wordingVersion) ?? '',
    'The updating as it was shown:',
    ...(cover?.kinds ?? []).map(
      ({ kind, minutes, entries }) =>
        `- ${kindTitles[kind]}: ${sayMinutes(minutes)} (${sayAsDays(minutes)}) in ${entries} entries`,
    ),
    `- In all: ${sayMinutes(cover?.totalMinutes ?? 0)} of ${sayMinutes(cover?.requirement.minutes ?? 0)}`,
  ].join('\n');

const settle = async (
  transaction: Transaction,
  locked: LockedCounterSignature,
  input: CounterSignatureAnswer,
  signedEmail: string,
  pages: CounterSignaturePages,
): Promise<CommandResult> => {
  const { em, clock, audit, send } = transaction;
  const { signature, returner } = locked;
  const comment = input.comment?.trim() || null;
  const { pack, decision, isOwn } = await judgedWith(em, locked, clock.today());
  const refused = faultsOfCounterAnswer({
    state: signature.state,
    isConfirmed: input.isConfirmed,
    comment,
    wordingVersion: input.wordingVersion,
    seenDigest: input.seenDigest,
    digest: pack.updatingDigest,
    decision,
    isOwn,
    toMend: toMendBeforeCounterSigning(pack),
  });
  if (refused.length > 0) return { refused };
  const state = input.isConfirmed ? ('SIGNED' as const) : ('SENT_BACK' as const);
  const notMe = input.isConfirmed ? newToken() : null;
  em.assign(signature, {
    state,
    comment,
    tokenHash: null,
    signedEmail,
    version: signature.version + 1,
    ...(notMe === null
      ? {}
      : {
          signedAt: clock.now(),
          signedDigest: pack.updatingDigest,
          wordingVersion: input.wordingVersion,
          agreedText: agreedToCounterSign(pack, input.wordingVersion),
          notMeHash: hashToken(notMe),
          takenBackOn: null,
          takenBackReason: null,
        }),
  });
  // whoever is named is told, wherever the signature came from
  if (notMe !== null)
    send({
      to: { address: signature.email },
      template: 'counter-signature-receipt',
      values: { link: `${pages.notMe}#${notMe}` },
    });
  if (returner.acceptsEmail)
    send({ to: { personId: returner.person.id }, template: 'counter-signature-answered', values: {} });
  audit({
    action: 'settleCounterSignature',
    subject: { type: 'CounterSignature', id: signature.id },
    personId: returner.person.id,
    changes: { state: { before: 'ASKED', after: state }, digest: { before: null, after: pack.updatingDigest } },
  });
  return { done: { counterSignatureId: signature.id } };
};

/** The counter-signatory, signed in, signs or sends the record back. */
export const settleCounterSignature = (
  context: CommandContext,
  input: SettleCounterSignature,
  pages: CounterSignaturePages,
) =>
  runCommand(
    context,
    { name: 'settleCounterSignature', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const locked = await lockForParty(transaction, input, 'COUNTER_SIGNATORY');
      if ('refused' in locked) return locked;
      const { email } = await transaction.em.findOneOrFail(PersonSchema, { id: transaction.actor.personId ?? '' });
      return settle(transaction, locked, input, email, pages);
    },
  );

/** Whoever holds the link, which went to the counter-signatory alone, signs or sends the record back. */
export const settleCounterSignatureByLink = (
  context: CommandContext,
  input: SettleCounterSignatureByLink,
  pages: CounterSignaturePages,
) =>
  runCommand(
    context,
    { name: 'settleCounterSignatureByLink', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, clock } = transaction;
      const tokenHash = hashToken(input.token);
      const locked = await lockCounterSignature(em, { tokenHash });
      if (!locked || !linkWorks(locked.signature, tokenHash, clock.now())) return { refused: [linkIsSpent] };
      return settle(transaction, locked, input, locked.signature.email, pages);
    },
  );

/** The signature counts no more, and the returner learns of it. */
const takeBack = (
  { em, clock, audit, send }: Transaction,
  { signature, returner }: LockedCounterSignature,
  reason: CounterSignatureEnd,
): CommandResult => {
  em.assign(signature, {
    state: 'TAKEN_BACK',
    takenBackOn: clock.today(),
    takenBackReason: reason,
    notMeHash: null,
    version: signature.version + 1,
  });
  send({ to: { personId: returner.person.id }, template: 'counter-signature-taken-back', values: {} });
  audit({
    action: 'takeBackCounterSignature',
    subject: { type: 'CounterSignature', id: signature.id },
    personId: returner.person.id,
    changes: { state: { before: 'SIGNED', after: 'TAKEN_BACK' }, reason: { before: null, after: reason } },
  });
  return { done: { counterSignatureId: signature.id } };
};

/** The counter-signatory, signed in, takes the signature back. */
export const takeBackCounterSignature = (context: CommandContext, input: ChangeCounterSignature) =>
  runCommand(
    context,
    { name: 'takeBackCounterSignature', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const locked = await lockForParty(transaction, input, 'COUNTER_SIGNATORY');
      if ('refused' in locked) return locked;
      if (locked.signature.state !== 'SIGNED')
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
      return takeBack(transaction, locked, 'MISTAKE');
    },
  );

/** Somebody who was named as the counter-signatory says that it was not them. */
export const disownCounterSignature = (
  context: CommandContext,
  input: { readonly token: string; readonly idempotencyKey: string },
) =>
  runCommand(
    context,
    { name: 'disownCounterSignature', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const locked = await lockCounterSignature(transaction.em, { notMeHash: hashToken(input.token) });
      return locked?.signature.notMeHash && locked.signature.state === 'SIGNED'
        ? takeBack(transaction, locked, 'NOT_ME')
        : { refused: [linkIsSpent] };
    },
  );
