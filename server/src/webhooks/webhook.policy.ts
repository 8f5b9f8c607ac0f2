import { anonymous, type Actor } from '../access/actor.ts';
import { hostsOpenTo } from '../access/scope.policy.ts';
import type { Scope } from '../access/scopes.ts';
import type { Visibility } from '../access/visibility.ts';
import type { EventTypeName } from '../audit/event-types.rules.ts';
import { reachesEvents, typesReachedBy } from '../events/event.policy.ts';

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

/**
 * What was sent to a webhook is seen by whoever sees the webhook. A program that comes with fewer scopes than the webhook was registered
 * with reads pings, and what these scopes would let it be told: what was sent holds what the events say.
 */
export const deliveriesVisibleTo = (actor: Actor): Visibility => {
  const ofWebhook = { column: 'webhook_id', belongsTo: 'webhook', visible: webhooksVisibleTo(actor) } as const;
  if (actor.kind !== 'PARTNER') return [[ofWebhook]];
  const ofReachedType: Visibility = [[{ column: 'type', isOneOfWords: typesReachedBy(actor) }]];
  return [
    [ofWebhook, { column: 'kind', isOneOfWords: ['PING'] }],
    [ofWebhook, { column: 'event_id', belongsTo: 'event', visible: ofReachedType }],
  ];
};

/** And every try. */
export const attemptsVisibleTo = (actor: Actor): Visibility => [
  [{ column: 'delivery_id', belongsTo: 'webhook_delivery', visible: deliveriesVisibleTo(actor) }],
];

/** A webhook, as far as it matters to what it is sent. */
interface Receiver {
  readonly hostId: string;
  readonly ownerId: string;
  /** The program that registered it; null for a person. */
  readonly client: { readonly id: string; readonly scopes: readonly Scope[] } | null;
}

/** As whom a webhook sees: the program that registered it, with these scopes, or an administrator of the organisation. */
export const webhookSeesAs = ({ client, hostId, ownerId }: Receiver): Actor =>
  client
    ? {
        ...anonymous,
        kind: 'PARTNER',
        hostIds: [hostId],
        partner: { clientId: client.id, keyId: client.id, ownerId, scopes: client.scopes, budget: 0 },
      }
    : { ...anonymous, kind: 'ORGANISATION_ADMINISTRATOR', hostIds: [hostId] };

/** Which types the scopes of a program’s webhook do not reach: it would wait for them in vain. */
export const typesNotReached = (receiver: Receiver, types: readonly EventTypeName[]): readonly EventTypeName[] => {
  const program = webhookSeesAs(receiver);
  return receiver.client ? types.filter((type) => !reachesEvents(program, type)) : [];
};

/** Whether somebody changes a webhook. */
export const mayManageWebhook = (
  actor: Actor,
  { hostId, clientId }: { readonly hostId: string; readonly clientId: string | null },
): boolean =>
  webhooksManagedOf(actor).includes(hostId) && (actor.kind !== 'PARTNER' || clientId === actor.partner?.clientId);
