import { runCommand, type CommandContext, type CommandResult } from '../audit/run-command.ts';
import { typesReachedBy } from '../events/event.policy.ts';
import { idOf } from '../placements/host.queries.ts';
import { notFound } from '../returners/returner.queries.ts';
import { lockWebhook } from './change-webhook.command.ts';
import { eitherIdsOrTime, nothingToReplay, tooManyReplayed } from './webhook-faults.rules.ts';
import { replayedAtMost } from './webhook.rules.ts';

interface PingWebhook {
  readonly webhookId: string;
  readonly idempotencyKey: string;
}
interface ReplayWebhook extends PingWebhook {
  readonly eventIds?: readonly string[] | null;
  readonly from?: string | null;
  readonly until?: string | null;
}

/** Puts a ping in line. */
export const pingWebhook = (context: CommandContext, input: PingWebhook): Promise<CommandResult> =>
  runCommand(context, { name: 'pingWebhook', input, idempotencyKey: input.idempotencyKey }, async (transaction) => {
    const webhook = await lockWebhook(transaction, input.webhookId);
    if (!webhook) return { refused: [notFound('webhookId', 'webhook')] };
    const now = transaction.clock.now();
    await transaction.em.execute(
      `insert into webhook_delivery (webhook_id, kind, line_id, made_at, next_try_at) values (?, 'PING', uuidv7(), ?, ?)`,
      [webhook.id, now, now],
    );
    transaction.audit({
      action: 'pingWebhook',
      subject: { type: 'Webhook', id: webhook.id },
      personId: null,
      changes: {},
    });
    return { done: { webhookId: webhook.id } };
  });

/** Puts events in line again, by id or by time. They come after what waits already, under the ids that they have. */
export const replayWebhook = (context: CommandContext, input: ReplayWebhook): Promise<CommandResult> =>
  runCommand(context, { name: 'replayWebhook', input, idempotencyKey: input.idempotencyKey }, async (transaction) => {
    const webhook = await lockWebhook(transaction, input.webhookId);
    if (!webhook) return { refused: [notFound('webhookId', 'webhook')] };
    const isByTime = input.from != null && input.until != null;
    if ((input.eventIds != null) === isByTime) return { refused: [eitherIdsOrTime] };
    const ids = (input.eventIds ?? []).flatMap((id) => idOf('Event', id) ?? []);
    const now = transaction.clock.now();
    const which = isByTime
      ? { condition: 'e.at >= ? and e.at < ?', values: [input.from, input.until] }
      : {
          condition: 'e.id in (select value::uuid from jsonb_array_elements_text(?::jsonb))',
          values: [JSON.stringify(ids)],
        };
    const made = await transaction.em.execute<{ id: string }[]>(
      `insert into webhook_delivery (webhook_id, kind, event_id, line_id, made_at, next_try_at)
         select w.id, 'REPLAY', e.id, e.subject_id, ?, ? from webhook w
         join event e on e.host_id = w.host_id and e.type = any(w.types) and e.position is not null
           and e.type in (select jsonb_array_elements_text(?::jsonb))
         where w.id = ? and ${which.condition} order by e.position limit ? returning id`,
      // with a narrow token nobody has more sent again than it would let them be told
      [now, now, JSON.stringify(typesReachedBy(transaction.actor)), webhook.id, ...which.values, replayedAtMost + 1],
    );
    if (made.length === 0) return { refused: [nothingToReplay] };
    if (made.length > replayedAtMost) return { refused: [tooManyReplayed] };
    transaction.audit({
      action: 'replayWebhook',
      subject: { type: 'Webhook', id: webhook.id },
      personId: null,
      changes: {
        events: { before: null, after: made.length },
        from: { before: null, after: input.from ?? null },
        until: { before: null, after: input.until ?? null },
      },
    });
    return { done: { webhookId: webhook.id } };
  });
