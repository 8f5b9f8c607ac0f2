import type { Actor } from '../access/actor.ts';
import { hostsOpenTo } from '../access/scope.policy.ts';
import type { Visibility } from '../access/visibility.ts';

/** The organisations whose webhooks somebody manages. */
export const webhooksManagedOf = (actor: Actor): readonly string[] => {
  if (actor.kind === 'ORGANISATION_ADMINISTRATOR') return actor.hostIds;
  return actor.kind === 'PARTNER' ? hostsOpenTo(actor, 'MANAGE_WEBHOOKS') : [];
};

/** An organisation's administrators see all its webhooks, a program those that it registered itself. */
export const webhooksVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind === 'ORGANISATION_ADMINISTRATOR') return [[{ column: 'host_id', isOneOf: webhooksManagedOf(actor) }]];
  return actor.kind === 'PARTNER'
    ? [
        [
          { column: 'host_id', isOneOf: webhooksManagedOf(actor) },
          { column: 'client_id', isOneOf: actor.partner ? [actor.partner.clientId] : [] },
        ],
      ]
    : 'NONE';
};

/** What was sent to a webhook is seen by whoever sees the webhook. */
export const deliveriesVisibleTo = (actor: Actor): Visibility => [
  [{ column: 'webhook_id', belongsTo: 'webhook', visible: webhooksVisibleTo(actor) }],
];

/** And every try. */
export const attemptsVisibleTo = (actor: Actor): Visibility => [
  [{ column: 'delivery_id', belongsTo: 'webhook_delivery', visible: deliveriesVisibleTo(actor) }],
];

/** Whether somebody changes a webhook. */
export const mayManageWebhook = (
  actor: Actor,
  { hostId, clientId }: { readonly hostId: string; readonly clientId: string | null },
): boolean =>
  webhooksManagedOf(actor).includes(hostId) && (actor.kind !== 'PARTNER' || clientId === actor.partner?.clientId);
