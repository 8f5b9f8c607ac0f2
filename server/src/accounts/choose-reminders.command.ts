import { LockMode } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** Whether the caller wants mail about what waits for them. */
export interface ChooseReminders {
  readonly wantsReminders: boolean;
  readonly idempotencyKey?: string | null;
}

const signIn: Refusal = {
  code: 'NOT_FOUND',
  path: [],
  message: 'There is no account to choose for.',
  help: 'Sign in, and choose again.',
};

/** Switches reminders on or off for the caller. What they must know, such as an offer, is mailed all the same. */
export const chooseReminders = (context: CommandContext, input: ChooseReminders) =>
  runCommand(
    context,
    { name: 'chooseReminders', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, audit }) => {
      const person =
        actor.personId === null
          ? null
          : await em.findOne(PersonSchema, { id: actor.personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!person) return { refused: [signIn] };
      audit({
        action: 'chooseReminders',
        subject: { type: 'Account', id: person.id },
        personId: person.id,
        changes: { wantsReminders: { before: person.wantsReminders, after: input.wantsReminders } },
      });
      em.assign(person, { wantsReminders: input.wantsReminders });
      return { done: { accountId: person.id } };
    },
  );
