import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { wordingOf, type ConsentKind } from './consent.rules.ts';
import { ConsentSchema } from './returner.entity.ts';
import { mayEditReturner } from './returner.policy.ts';
import { lockReturner, notFound, subjectOf } from './returner.queries.ts';
import { seenSince } from './sharing.rules.ts';

/** What somebody takes back. */
export interface WithdrawConsent {
  readonly returnerId: string;
  readonly kind: ConsentKind;
  readonly idempotencyKey?: string | null;
}

/** What somebody agrees to, in which words. */
export interface GiveConsent extends WithdrawConsent {
  readonly wordingVersion: number;
}

const oldWording = (version: number): Refusal => ({
  code: 'RULE_NOT_MET',
  path: ['wordingVersion'],
  rule: 'CONSENT_TO_WORDS_IN_FORCE',
  message: 'The words have changed since you read them.',
  help: `Read the new words (version ${version}), then decide.`,
});

const decideConsent = (
  context: CommandContext,
  name: 'giveConsent' | 'withdrawConsent',
  input: WithdrawConsent & { readonly wordingVersion?: number },
) =>
  runCommand(
    context,
    { name, input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'pathway')] };
      const inForce = wordingOf(input.kind).version;
      const isGiven = name === 'giveConsent';
      if (isGiven && input.wordingVersion !== inForce) return { refused: [oldWording(inForce)] };
      const field = input.kind === 'SHARE_WITH_COORDINATORS' ? 'sharesWithCoordinators' : 'acceptsEmail';
      const before = returner[field];
      em.create(ConsentSchema, {
        returner,
        kind: input.kind,
        isGiven,
        wordingVersion: inForce,
        decidedAt: clock.now(),
      });
      em.assign(returner, { [field]: isGiven, version: returner.version + 1 });
      const region = returner.region?.id ?? null;
      em.assign(returner, {
        coordinatorsSeeSince: seenSince({
          shares: returner.sharesWithCoordinators,
          regionBefore: region,
          regionAfter: region,
          since: returner.coordinatorsSeeSince ?? null,
          today: clock.today(),
        }),
      });
      audit({
        action: name,
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: { [field]: { before, after: isGiven }, wordingVersion: { before: null, after: inForce } },
      });
      return { done: { returnerId: returner.id } };
    },
  );

/** The person agrees. */
export const giveConsent = (context: CommandContext, input: GiveConsent) =>
  decideConsent(context, 'giveConsent', input);

/** The person takes it back; it holds at once. */
export const withdrawConsent = (context: CommandContext, input: WithdrawConsent) =>
  decideConsent(context, 'withdrawConsent', input);
