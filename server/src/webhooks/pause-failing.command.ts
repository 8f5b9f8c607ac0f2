import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { anonymous } from '../access/actor.ts';
import { runCommand } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import { notFound } from '../returners/returner.queries.ts';
import { WebhookSchema } from './webhook.entity.ts';
import type { PauseReason } from './webhook.rules.ts';

/** Stops sending to a receiver that takes nothing, or may have nothing any more, and tells its owner. What waits stays in line. */
export const pauseFailing = async (
  em: EntityManager,
  clock: Clock,
  webhookId: string,
  reason: Exclude<PauseReason, 'ASKED'>,
): Promise<void> => {
  const context = { actor: anonymous, clock, traceId: randomUUID(), em: em.fork(), isService: true };
  await runCommand(
    context,
    { name: 'pauseFailingWebhook', input: { webhookId }, idempotencyKey: null },
    async (transaction) => {
      const webhook = await transaction.em.findOne(
        WebhookSchema,
        { id: webhookId, state: 'ACTIVE' },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      if (!webhook) return { refused: [notFound('webhookId', 'webhook')] };
      transaction.em.assign(webhook, { state: 'PAUSED', pauseReason: reason, version: webhook.version + 1 });
      transaction.audit({
        action: 'pauseFailingWebhook',
        subject: { type: 'Webhook', id: webhookId },
        personId: null,
        changes: { state: { before: 'ACTIVE', after: 'PAUSED' }, pauseReason: { before: null, after: reason } },
      });
      transaction.send({
        to: { personId: webhook.owner.id },
        template: 'webhook-paused',
        values: { receiver: new URL(webhook.url).hostname, reason },
      });
      return { done: { webhookId } };
    },
  );
};
