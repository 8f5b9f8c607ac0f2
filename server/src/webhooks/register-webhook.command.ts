import { LockMode } from '@mikro-orm/core';
import type { EventTypeName } from '../audit/event-types.rules.ts';
import { runCommand, type CommandContext, type CommandResult } from '../audit/run-command.ts';
import { HostSchema } from '../placements/host.entity.ts';
import { idOf } from '../placements/host.queries.ts';
import { notFound } from '../returners/returner.queries.ts';
import { whyNotReachable, type PostTerms } from './post-webhook.ts';
import { faultsOfReach, faultsOfTypes, faultsOfUrl, faultsOfWay, tooManyWebhooks } from './webhook-faults.rules.ts';
import { WebhookSchema } from './webhook.entity.ts';
import { typesNotReached, webhooksManagedOf } from './webhook.policy.ts';
import { webhooksAtMost } from './webhook.rules.ts';

interface RegisterWebhook {
  readonly hostId?: string | null;
  readonly url: string;
  readonly types: readonly EventTypeName[];
  readonly idempotencyKey: string;
}

/** Sends what happens from now on to an address. */
export const registerWebhook = async (
  context: CommandContext,
  input: RegisterWebhook,
  terms?: PostTerms,
): Promise<CommandResult> => {
  const unfit = faultsOfUrl(input.url);
  // names are asked for outside the transaction: nobody's writing waits for a name server
  const astray = unfit.length > 0 ? unfit : faultsOfWay(await whyNotReachable(input.url, terms));
  return runCommand(
    context,
    { name: 'registerWebhook', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit }) => {
      const managed = webhooksManagedOf(actor);
      const only = managed.length === 1 ? (managed[0] ?? null) : null;
      const hostId = input.hostId == null ? only : idOf('Host', input.hostId);
      const ownerId = actor.personId ?? actor.partner?.ownerId ?? null;
      if (hostId === null || ownerId === null || !managed.includes(hostId))
        return { refused: [notFound('hostId', 'organisation')] };
      const types = [...new Set(input.types)];
      const { partner } = actor;
      const program = partner ? { id: partner.clientId, scopes: partner.scopes } : null;
      const unreached = typesNotReached({ hostId, ownerId, client: program }, types);
      const refused = [...astray, ...faultsOfTypes(types), ...faultsOfReach(unreached)];
      if (refused.length > 0) return { refused };
      // whoever registers in one organisation waits for the others: each counts what is there
      await em.findOne(HostSchema, { id: hostId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const client = program?.id ?? null;
      if ((await em.count(WebhookSchema, { host: hostId, client })) >= webhooksAtMost)
        return { refused: [tooManyWebhooks(client === null ? 'ADMINISTRATOR' : 'PROGRAM')] };
      const [newest] = await em.execute<{ position: string }[]>(
        'select coalesce(max(position), 0) as position from event',
      );
      const webhook = em.create(WebhookSchema, {
        host: hostId,
        client,
        // a token can have less than its client: by it nobody is sent more
        scopes: program ? [...program.scopes] : null,
        owner: ownerId,
        url: new URL(input.url).href,
        types,
        createdAt: clock.now(),
        linedUpTo: Number(newest?.position ?? 0),
      });
      await em.flush();
      audit({
        action: 'registerWebhook',
        subject: { type: 'Webhook', id: webhook.id },
        personId: null,
        changes: { url: { before: null, after: webhook.url }, types: { before: null, after: types } },
      });
      return { done: { webhookId: webhook.id } };
    },
  );
};
