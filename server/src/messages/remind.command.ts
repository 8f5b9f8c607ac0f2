import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { recipientIdOf, rememberReminder, type RemindedOne } from './reminder.queries.ts';
import { daysBetweenReminders } from './reminder.rules.ts';

/** What one person is reminded of. */
export interface Remind {
  readonly to: RemindedOne;
  readonly things: readonly { readonly kind: string; readonly subjectId: string }[];
  /** One line a kind, with the page where it is done. No line says whom it is about. */
  readonly lines: readonly string[];
  /** Where reminders can be switched off. */
  readonly account: string;
}

/** A reminder that the mail server could not take for so long is dropped: what waited may be done by then. */
const GOOD_FOR_HOURS = 48;

const notSoSoon: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'ONE_REMINDER_A_WEEK',
  message: 'This person was reminded within the last week.',
  help: 'Wait for the week to pass.',
};

/** Sends one mail about everything that waits for somebody, unless they had one within the week. */
export const remind = (context: CommandContext, input: Remind) =>
  runCommand(context, { name: 'remind', input, idempotencyKey: null }, async ({ em, clock, audit, send }) => {
    const { to, things, lines, account } = input;
    const recipientId = await recipientIdOf(em, to);
    const isNew = await rememberReminder(em, recipientId, things, clock.today(), daysBetweenReminders);
    if (!isNew) return { refused: [notSoSoon] };
    const kinds = [...new Set(things.map(({ kind }) => kind))];
    audit({
      action: 'remind',
      subject: { type: 'Reminder', id: recipientId },
      personId: 'personId' in to ? to.personId : null,
      changes: { kinds: { before: null, after: kinds } },
    });
    const values = { lines: lines.map((line) => `- ${line}`).join('\n'), account };
    send({ to, template: 'things-to-do', values, goodForHours: GOOD_FOR_HOURS, isReminder: true });
    return { done: { recipientId } };
  });
