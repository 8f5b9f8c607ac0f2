import { runCommand, type CommandContext, type Transaction } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { idOf } from '../placements/host.queries.ts';
import { faultsOfVersion } from '../placements/host.rules.ts';
import { notFound, subjectOf } from '../returners/returner.queries.ts';
import { tellCounterSignatory, type CounterSignaturePages } from './counter-signature-link.command.ts';
import { CounterSignatureSchema, type CounterSignature } from './counter-signature.entity.ts';
import { partyToCounterSignature } from './counter-signature.policy.ts';
import {
  judgedWith,
  lockCounterSignature,
  personOfAddress,
  type LockedCounterSignature,
} from './counter-signature.queries.ts';
import { faultsOfAskingToCounterSign, type CounterSignatureParty } from './counter-signature.rules.ts';
import { toMendBeforeCounterSigning } from './pack.rules.ts';

/** Which counter-signature, as it was seen. */
export interface ChangeCounterSignature {
  readonly counterSignatureId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Locks one for a party to it, at the version that was read. */
export const lockForParty = async (
  { em, actor }: Transaction,
  input: Pick<ChangeCounterSignature, 'counterSignatureId' | 'expectedVersion'>,
  party: CounterSignatureParty,
): Promise<LockedCounterSignature | { readonly refused: readonly Refusal[] }> => {
  const id = idOf('CounterSignature', input.counterSignatureId);
  const locked = id === null ? null : await lockCounterSignature(em, { id });
  const isParty =
    locked !== null &&
    partyToCounterSignature(actor, {
      returner: subjectOf(locked.returner),
      personId: locked.signature.person?.id ?? null,
    }) === party;
  if (!isParty) return { refused: [notFound('counterSignatureId', 'counter-signature')] };
  const stale = faultsOfVersion(locked.signature, input.expectedVersion);
  return stale.length > 0 ? { refused: stale } : locked;
};

/** A signature for another record is kept as it was given; the same person is asked in a new row. */
const askedAnew = async (em: Transaction['em'], given: CounterSignature): Promise<CounterSignature> => {
  em.assign(given, { state: 'REPLACED', notMeHash: null, version: given.version + 1 });
  await em.flush();
  const { returner, displayName, email, hcpcNumber, profession, isOnRegister, lookedUpOn, namedOn } = given;
  const anew = em.create(CounterSignatureSchema, {
    returner,
    displayName,
    email,
    hcpcNumber,
    profession,
    isOnRegister,
    lookedUpOn,
    namedOn,
    state: 'NAMED',
  });
  await em.flush();
  return anew;
};

/** The returner asks the counter-signatory to sign, or reminds them; an older link works no more. */
export const askCounterSignature = (
  context: CommandContext,
  input: ChangeCounterSignature,
  pages: CounterSignaturePages,
) =>
  runCommand(
    context,
    { name: 'askCounterSignature', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, clock, audit } = transaction;
      const locked = await lockForParty(transaction, input, 'RETURNER');
      if ('refused' in locked) return locked;
      const { signature: given, returner } = locked;
      if (given.state === 'REPLACED') return { refused: [notFound('counterSignatureId', 'counter-signature')] };
      const { pack, decision, lastToldOn } = await judgedWith(em, locked, clock.today());
      const refused = faultsOfAskingToCounterSign({
        state: given.state,
        decision,
        lastToldOn,
        today: clock.today(),
        toMend: toMendBeforeCounterSigning(pack),
        isOutdated: pack.cover?.counterSignature?.isOutdated === true,
      });
      if (refused.length > 0) return { refused };
      const before = given.state;
      const signature = before === 'SIGNED' ? await askedAnew(em, given) : given;
      const profession = returner.profession && (await em.findOne(ProfessionSchema, { id: returner.profession.id }));
      em.assign(signature, {
        state: 'ASKED',
        comment: null,
        askedOn: before === 'ASKED' ? (signature.askedOn ?? null) : clock.today(),
        // whoever is only named has not been told, and sees nothing
        person: await personOfAddress(em, signature.email),
        version: signature.version + 1,
      });
      tellCounterSignatory(transaction, signature, profession?.fieldOfPractice ?? 'practice', pages);
      audit({
        action: 'askCounterSignature',
        subject: { type: 'CounterSignature', id: signature.id },
        personId: returner.person.id,
        changes: { state: { before, after: 'ASKED' } },
      });
      return { done: { counterSignatureId: signature.id } };
    },
  );

/** The returner takes the question back; its link works no more. */
export const withdrawCounterSignature = (context: CommandContext, input: ChangeCounterSignature) =>
  runCommand(
    context,
    { name: 'withdrawCounterSignature', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const locked = await lockForParty(transaction, input, 'RETURNER');
      if ('refused' in locked) return locked;
      const { signature, returner } = locked;
      if (signature.state !== 'ASKED')
        return {
          refused: [
            {
              code: 'RULE_NOT_MET',
              path: [],
              rule: 'WAITS_FOR_ANSWER',
              message: 'This does not wait for an answer any more.',
              help: 'Load the page again to see how it stands.',
            },
          ],
        };
      transaction.em.assign(signature, {
        state: 'NAMED',
        person: null,
        tokenHash: null,
        version: signature.version + 1,
      });
      transaction.audit({
        action: 'withdrawCounterSignature',
        subject: { type: 'CounterSignature', id: signature.id },
        personId: returner.person.id,
        changes: { state: { before: 'ASKED', after: 'NAMED' } },
      });
      return { done: { counterSignatureId: signature.id } };
    },
  );
