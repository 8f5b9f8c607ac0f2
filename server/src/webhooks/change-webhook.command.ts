import { LockMode } from '@mikro-orm/core';
import type { Scope } from '../access/scopes.ts';
import type { EventTypeName } from '../audit/event-types.rules.ts';
import { runCommand, type CommandContext, type CommandResult, type Transaction } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { idOf } from '../placements/host.queries.ts';
import { faultsOfVersion } from '../placements/host.rules.ts';
import { notFound } from '../returners/returner.queries.ts';
import { whyNotReachable, type PostTerms } from './post-webhook.ts';
import { faultsOfReach, faultsOfTypes, faultsOfUrl, faultsOfWay } from './webhook-faults.rules.ts';
import { WebhookSchema, type Webhook } from './webhook.entity.ts';
import { mayManageWebhook, typesNotReached } from './webhook.policy.ts';

interface One {
  readonly webhookId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** The webhook, locked, where somebody may change it. */
export const lockWebhook = async ({ em, actor }: Transaction, globalId: string): Promise<Webhook | null> => {
  const id = idOf('Webhook', globalId);
  const webhook =
    id === null ? null : await em.findOne(WebhookSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return webhook && mayManageWebhook(actor, { hostId: webhook.host.id, clientId: webhook.client?.id ?? null })
    ? webhook
    : null;
};

const change = (
  context: CommandContext,
  action: string,
  input: One,
  work: (transaction: Transaction, webhook: Webhook) => Promise<readonly Refusal[]>,
): Promise<CommandResult> =>
  runCommand(context, { name: action, input, idempotencyKey: input.idempotencyKey }, async (transaction) => {
    const webhook = await lockWebhook(transaction, input.webhookId);
    if (!webhook) return { refused: [notFound('webhookId', 'webhook')] };
    const { id } = webhook;
    const stale = faultsOfVersion(webhook, input.expectedVersion);
    if (stale.length > 0) return { refused: stale };
    const before = { url: webhook.url, types: webhook.types, state: webhook.state };
    const refused = await work(transaction, webhook);
    if (refused.length > 0) return { refused };
    webhook.version += 1;
    await transaction.em.flush();
    const after = action === 'deleteWebhook' ? null : webhook;
    transaction.audit({
      action,
      subject: { type: 'Webhook', id },
      personId: null,
      changes: {
        url: { before: before.url, after: after?.url ?? null },
        types: { before: before.types, after: after?.types ?? null },
        state: { before: before.state, after: after?.state ?? null },
      },
    });
    return { done: { webhookId: id } };
  });

/** What is known of the receiver no longer counts: it is tried at once. */
const tryAfresh = async ({ em, clock }: Transaction, webhook: Webhook): Promise<void> => {
  em.assign(webhook, { failures: 0, failingSince: null, restsUntil: null });
  await em.execute(
    `update webhook_delivery set tries = 0, first_tried_at = null, next_try_at = ? where webhook_id = ? and state = 'WAITING'`,
    [clock.now(), webhook.id],
  );
};

/** Which types the webhook of a program would wait for in vain. */
const unreachedBy = (
  { client, host, owner }: Webhook,
  scopes: readonly Scope[] | null,
  types: readonly EventTypeName[],
): readonly EventTypeName[] =>
  typesNotReached(
    { hostId: host.id, ownerId: owner.id, client: client && scopes ? { id: client.id, scopes } : null },
    types,
  );

/** Sends to another address, or other events, from now on: what the program that says so may see, and no more. What waits in line goes to the new address. */
export const changeWebhook = async (
  context: CommandContext,
  input: One & { readonly url?: string | null; readonly types?: readonly EventTypeName[] | null },
  terms?: PostTerms,
): Promise<CommandResult> => {
  const { url, types } = input;
  const unfit = url == null ? [] : faultsOfUrl(url);
  // names are asked for outside the transaction: nobody's writing waits for a name server
  const astray = url == null || unfit.length > 0 ? unfit : faultsOfWay(await whyNotReachable(url, terms));
  return change(context, 'changeWebhook', input, async (transaction, webhook) => {
    const { partner } = transaction.actor;
    // with a narrow token nobody turns to their own address what a wider one may be sent
    const scopes = partner ? [...partner.scopes] : webhook.scopes;
    const chosen = types == null ? webhook.types : [...new Set(types)];
    const unreached = partner || types != null ? unreachedBy(webhook, scopes ?? null, chosen) : [];
    const refused = [...astray, ...faultsOfTypes(chosen), ...faultsOfReach(unreached)];
    if (refused.length > 0) return refused;
    transaction.em.assign(webhook, { types: chosen, scopes: scopes ?? null });
    if (url == null) return [];
    webhook.url = new URL(url).href;
    await tryAfresh(transaction, webhook);
    return [];
  });
};

/** Sends nothing until it goes on. */
export const pauseWebhook = (context: CommandContext, input: One) =>
  change(context, 'pauseWebhook', input, ({ em }, webhook) => {
    if (webhook.state === 'ACTIVE') em.assign(webhook, { state: 'PAUSED', pauseReason: 'ASKED' });
    return Promise.resolve([]);
  });

/** Goes on with what waits, then with what has happened meanwhile. */
export const resumeWebhook = (context: CommandContext, input: One) =>
  change(context, 'resumeWebhook', input, async (transaction, webhook) => {
    transaction.em.assign(webhook, { state: 'ACTIVE', pauseReason: null });
    await tryAfresh(transaction, webhook);
    return [];
  });

/** Removes a webhook with its log. */
export const deleteWebhook = (context: CommandContext, input: One) =>
  change(context, 'deleteWebhook', input, async ({ em }, webhook) => {
    await em.execute('delete from webhook where id = ?', [webhook.id]);
    em.clear();
    return [];
  });
