import { column, computed, given, type FieldProjection, type Projection } from '../graphql/compile/projection.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { sql } from '../kernel/sql.ts';
import { answeringWith, oneById } from '../placements/host.projection.ts';
import { attemptsVisibleTo, deliveriesVisibleTo, webhooksVisibleTo } from './webhook.policy.ts';

export const webhookAttemptProjection: Projection = {
  type: 'WebhookAttempt',
  table: 'webhook_attempt',
  visible: attemptsVisibleTo,
  fields: {
    at: column('at'),
    milliseconds: column('milliseconds'),
    url: column('url'),
    requestHeaders: {
      kind: 'derived',
      facts: { headers: (attempt) => attempt('request_headers') },
      compute: ({ headers }) =>
        Object.entries(headers as Readonly<Record<string, string>>).map(([name, value]) => ({ name, value })),
    },
    requestBody: column('request_body'),
    status: column('status'),
    failure: column('failure'),
    answer: column('answer'),
  },
};

export const webhookDeliveryProjection: Projection = {
  type: 'WebhookDelivery',
  table: 'webhook_delivery',
  visible: deliveriesVisibleTo,
  fields: {
    id: column('id'),
    kind: column('kind'),
    eventId: {
      kind: 'derived',
      facts: { id: (delivery) => delivery('event_id') },
      compute: ({ id }) => (typeof id === 'string' ? toGlobalId('Event', id) : null),
    },
    eventType: {
      kind: 'expression',
      value: (delivery) => sql`(select e.type from event e where e.id = ${delivery('event_id')})`,
    },
    state: column('state'),
    madeAt: column('made_at'),
    settledAt: column('settled_at'),
    tries: column('tries'),
    nextTryAt: {
      kind: 'expression',
      value: (delivery) => sql`case when ${delivery('state')} = 'WAITING' then ${delivery('next_try_at')} end`,
    },
    attempts: {
      kind: 'list',
      to: () => webhookAttemptProjection,
      on: (attempt, delivery) => sql`${attempt('delivery_id')} = ${delivery('id')}`,
      orderBy: (attempt) => sql`${attempt('at')}, ${attempt('id')}`,
    },
  },
};

export const webhookProjection: Projection = {
  type: 'Webhook',
  table: 'webhook',
  visible: webhooksVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    hostId: {
      kind: 'derived',
      facts: { id: (webhook) => webhook('host_id') },
      compute: ({ id }) => toGlobalId('Host', String(id)),
    },
    url: column('url'),
    types: column('types'),
    schemaVersion: column('schema_version'),
    state: column('state'),
    pauseReason: column('pause_reason'),
    createdAt: column('created_at'),
    failures: column('failures'),
    restsUntil: column('rests_until'),
    waitingUpTo1000: {
      kind: 'expression',
      value: (webhook) =>
        sql`(select count(*)::int from (select from webhook_delivery d where d.webhook_id = ${webhook('id')} and d.state = 'WAITING' limit 1000) waiting)`,
    },
    deliveries: {
      kind: 'connection',
      to: () => webhookDeliveryProjection,
      on: (delivery, webhook) => sql`${delivery('webhook_id')} = ${webhook('id')}`,
      orders: { NEWEST: { by: 'position', descending: true }, IN_LINE: { by: 'position' } },
      filters: { state: (delivery, value) => sql`${delivery('state')} = ${value}` },
    },
  },
};

/** Questions about webhooks, at the root of the API. */
export const webhookQueries: Record<string, FieldProjection> = {
  webhook: oneById('Webhook', () => webhookProjection),
  webhooks: { kind: 'connection', to: () => webhookProjection, orders: { OLDEST: { by: 'created_at' } } },
};

/** Answers of the commands about webhooks. */
export const webhookAnswers: readonly Projection[] = [
  ...['WebhookRegistered', 'WebhookChanged', 'WebhookPaused', 'WebhookResumed', 'WebhookReplayed', 'WebhookPinged'].map(
    (type) => answeringWith(type, 'webhook', () => webhookProjection, 'webhookId'),
  ),
  {
    type: 'SigningKeyRotated',
    table: null,
    visible: () => 'ALL',
    fields: { keyId: computed((run) => run.given['keyId']), signsFrom: computed((run) => run.given['signsFrom']) },
  },
  {
    type: 'WebhookDeleted',
    table: null,
    visible: () => 'ALL',
    fields: {
      webhookId: {
        kind: 'derived',
        facts: { id: () => given('webhookId') },
        compute: ({ id }) => toGlobalId('Webhook', String(id)),
      },
    },
  },
];
