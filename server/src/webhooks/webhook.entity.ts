import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import type { Scope } from '../access/scopes.ts';
import type { EventTypeName } from '../audit/event-types.rules.ts';
import { EventSchema } from '../audit/event.entity.ts';
import { PartnerClientSchema } from '../partners/partner-client.entity.ts';
import { HostSchema } from '../placements/host.entity.ts';
import type { DeliveryKind, DeliveryState, PauseReason, WebhookState } from './webhook.rules.ts';

/** A key that signs deliveries. */
export const SigningKeySchema = defineEntity({
  name: 'SigningKey',
  tableName: 'signing_key',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** Thumbprint of the public key (RFC 7638). */
    keyId: p.text().name('key_id').unique('one_signing_key_per_key_id'),
    /** The public key as a JWK has it: base64url. */
    publicKey: p.text().name('public_key'),
    /** The private key, sealed with the key of the service. */
    sealedPrivateKey: p.blob().name('sealed_private_key'),
    madeAt: p.datetime().columnType('timestamptz').name('made_at'),
    signsFrom: p.datetime().columnType('timestamptz').name('signs_from'),
    signsUntil: p.datetime().columnType('timestamptz').name('signs_until').nullable(),
  },
});

/** A key that signs deliveries, as it is stored. */
export type SigningKeyRow = InferEntity<typeof SigningKeySchema>;

/** An address of an organisation's program, to which events are sent. */
export const WebhookSchema = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    /** The program that registered it; null for a person. */
    client: () =>
      p.manyToOne(PartnerClientSchema).name('client_id').index('webhook_by_client').nullable().deleteRule('no action'),
    /** What the program could see when it gave the address: a token can have less than its client. Null for a person. */
    scopes: p.array().$type<Scope[]>().nullable(),
    /** Who is written to when it does not work. */
    owner: () => p.manyToOne(PersonSchema).name('owner_id').index('webhook_by_owner'),
    url: p.text(),
    types: p.array().$type<EventTypeName[]>(),
    schemaVersion: p.integer().name('schema_version').default(1),
    state: p.text().$type<WebhookState>().default('ACTIVE'),
    pauseReason: p.text().$type<PauseReason>().name('pause_reason').nullable(),
    createdAt: p.datetime().columnType('timestamptz').name('created_at'),
    /** Events up to this position are in the line of its deliveries. */
    linedUpTo: p.bigint('number').name('lined_up_to'),
    /** How often in a row it took nothing, since when, and until when it rests. */
    failures: p.integer().default(0),
    failingSince: p.datetime().columnType('timestamptz').name('failing_since').nullable(),
    restsUntil: p.datetime().columnType('timestamptz').name('rests_until').nullable(),
    /** Which server sends to it at the moment, and until when it may. */
    leasedBy: p.uuid().name('leased_by').nullable(),
    leasedUntil: p.datetime().columnType('timestamptz').name('leased_until').nullable(),
  },
  checks: [
    { name: 'a_paused_webhook_says_why', expression: "(state = 'PAUSED') = (pause_reason is not null)" },
    { name: 'a_webhook_of_a_program_has_scopes', expression: '(client_id is null) = (scopes is null)' },
  ],
  indexes: [
    { name: 'webhook_of_host', properties: ['host', 'createdAt', 'id'] },
    { name: 'webhook_by_age', properties: ['createdAt', 'id'] },
  ],
});
/** An address to which events are sent. */
export type Webhook = InferEntity<typeof WebhookSchema>;

/** One message for one receiver. */
export const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    webhook: () => p.manyToOne(WebhookSchema).name('webhook_id').deleteRule('cascade'),
    kind: p.text().$type<DeliveryKind>(),
    /** Null for a ping. */
    event: () =>
      p.manyToOne(EventSchema).name('event_id').index('webhook_delivery_of_event').nullable().deleteRule('cascade'),
    /** Deliveries about one record wait for each other. */
    lineId: p.uuid().name('line_id'),
    position: p.bigint('number').defaultRaw('next_in_line_of_deliveries()'),
    state: p.text().$type<DeliveryState>().default('WAITING'),
    madeAt: p.datetime().columnType('timestamptz').name('made_at'),
    settledAt: p.datetime().columnType('timestamptz').name('settled_at').nullable(),
    tries: p.integer().default(0),
    firstTriedAt: p.datetime().columnType('timestamptz').name('first_tried_at').nullable(),
    nextTryAt: p.datetime().columnType('timestamptz').name('next_try_at'),
  },
  indexes: [
    {
      name: 'an_event_is_delivered_once_by_itself',
      expression:
        "create unique index an_event_is_delivered_once_by_itself on webhook_delivery (webhook_id, event_id) where kind = 'EVENT'",
    },
    {
      name: 'webhook_delivery_that_waits',
      expression:
        "create index webhook_delivery_that_waits on webhook_delivery (webhook_id, position) where state = 'WAITING'",
    },
    {
      name: 'webhook_delivery_that_waits_in_line',
      expression:
        "create index webhook_delivery_that_waits_in_line on webhook_delivery (webhook_id, line_id, position) where state = 'WAITING'",
    },
    { name: 'webhook_delivery_in_order', properties: ['webhook', 'position', 'id'] },
    { name: 'webhook_delivery_by_age', properties: ['madeAt'] },
  ],
});

/** One try to deliver, with what was sent and what was answered. */
export const WebhookAttemptSchema = defineEntity({
  name: 'WebhookAttempt',
  tableName: 'webhook_attempt',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    delivery: () => p.manyToOne(WebhookDeliverySchema).name('delivery_id').deleteRule('cascade'),
    at: p.datetime().columnType('timestamptz'),
    milliseconds: p.integer(),
    url: p.text(),
    requestHeaders: p.json<Readonly<Record<string, string>>>().name('request_headers'),
    requestBody: p.text().name('request_body'),
    /** Null where nothing was answered. */
    status: p.integer().nullable(),
    /** Why nothing was answered. */
    failure: p.text().nullable(),
    /** The beginning of what was answered. */
    answer: p.text().nullable(),
  },
  indexes: [{ name: 'webhook_attempt_of_delivery', properties: ['delivery', 'at', 'id'] }],
});
