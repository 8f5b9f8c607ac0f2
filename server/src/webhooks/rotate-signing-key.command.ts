import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import { changeSigningKeyWithin } from './signing-key.queries.ts';

/**
 * Makes the key that signs next, by the clock of those who send. It is published at once and signs in an hour, the one before stays
 * published for a week: a receiver that looks at the published keys never meets one that it does not find.
 */
export const rotateSigningKey = (context: CommandContext, input: { readonly idempotencyKey: string }, machine: Clock) =>
  runCommand(
    context,
    { name: 'rotateSigningKey', input, idempotencyKey: input.idempotencyKey },
    async ({ em, audit }) => {
      const { id, keyId, signsFrom } = await changeSigningKeyWithin(em, machine.now(), true);
      audit({
        action: 'rotateSigningKey',
        subject: { type: 'SigningKey', id },
        personId: null,
        changes: { keyId: { before: null, after: keyId }, signsFrom: { before: null, after: signsFrom } },
      });
      return { done: { keyId, signsFrom: signsFrom.toISOString() } };
    },
  );
