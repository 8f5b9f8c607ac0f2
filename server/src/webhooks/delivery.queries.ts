import type { EventFacts, EventTypeName } from '../audit/event-types.rules.ts';
import type { Scope } from '../access/scopes.ts';
import type { Database } from '../persistence/database.ts';
import type { SchemaVersion } from './cloud-event.rules.ts';
import type { DeliveryKind } from './webhook.rules.ts';

type Asked = Pick<Database, 'query'>;

/** A receiver to which this server may send for a while, and nobody else. */
export interface LeasedWebhook {
  readonly id: string;
  readonly hostId: string;
  readonly ownerId: string;
  readonly url: string;
  readonly schemaVersion: SchemaVersion;
  readonly failures: number;
  readonly failingSince: Date | null;
  /** The program that registered it, with those scopes from then that it has today; null for a person. */
  readonly client: { readonly id: string; readonly scopes: readonly Scope[]; readonly isIn: boolean } | null;
}

/** A message whose turn it is. */
export interface DueDelivery {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly madeAt: Date;
  readonly tries: number;
  readonly firstTriedAt: Date | null;
  readonly event: {
    readonly id: string;
    readonly type: EventTypeName;
    readonly subjectType: string;
    readonly subjectId: string;
    readonly hostId: string;
    readonly at: Date;
    readonly facts: EventFacts;
    readonly position: number;
  } | null;
}

/** The first of its line, and its time has come. */
const isDue = `d.state = 'WAITING' and d.next_try_at <= $1 and not exists (select from webhook_delivery earlier
  where earlier.webhook_id = d.webhook_id and earlier.line_id = d.line_id and earlier.state = 'WAITING' and earlier.position < d.position)`;

/** Puts the events that have their place into the lines of the webhooks. Answers how many deliveries that made. */
export const lineUpEvents = async (database: Asked, now: Date): Promise<number> => {
  const [row] = await database.query<{ count: number }>({
    name: 'line_up_events',
    text: 'select line_up_events($1) as count',
    values: [now],
  });
  return row?.count ?? 0;
};

/**
 * Takes receivers that have something due, at most so many, for a while. A server that dies lets go of them when the while is over.
 * @param leasedBy a UUID of this server's own.
 */
export const leaseWebhooks = async (
  database: Asked,
  { leasedBy, now, until, most }: { leasedBy: string; now: Date; until: Date; most: number },
): Promise<LeasedWebhook[]> =>
  database.query<LeasedWebhook>({
    name: 'lease_webhooks',
    text: `update webhook w set leased_by = $2, leased_until = $3
      from (select c.id from webhook c where c.state = 'ACTIVE' and (c.leased_until is null or c.leased_until <= $1)
          and (c.rests_until is null or c.rests_until <= $1) and exists (select from webhook_delivery d where d.webhook_id = c.id and ${isDue})
        limit $4 for no key update skip locked) due
      where w.id = due.id
      returning w.id, w.host_id as "hostId", w.owner_id as "ownerId", w.url, w.schema_version as "schemaVersion", w.failures,
        w.failing_since as "failingSince", (select json_build_object('id', p.id,
          'scopes', array(select s from unnest(p.scopes) s where s = any(w.scopes)),
          'isIn', p.revoked_at is null and p.ends_on >= ($1 at time zone 'Europe/London')::date and p.host_id = w.host_id)
          from partner_client p where p.id = w.client_id) as client`,
    values: [now, leasedBy, until, most],
  });

/** Goes on with a receiver for a while longer; false where another server has it by now, or it was paused. */
export const keepLease = async (database: Asked, id: string, leasedBy: string, until: Date): Promise<boolean> => {
  const rows = await database.query<{ id: string }>({
    name: 'keep_lease_of_webhook',
    text: `update webhook set leased_until = $3 where id = $1 and leased_by = $2 and state = 'ACTIVE' returning id`,
    values: [id, leasedBy, until],
  });
  return rows.length > 0;
};

/** Lets go of a receiver. */
export const endLease = async (database: Asked, id: string, leasedBy: string): Promise<void> => {
  await database.query({
    name: 'end_lease_of_webhook',
    text: 'update webhook set leased_by = null, leased_until = null where id = $1 and leased_by = $2',
    values: [id, leasedBy],
  });
};

/** What is due for a receiver: at most one message about each record. */
export const dueDeliveries = (database: Asked, webhookId: string, now: Date, most: number): Promise<DueDelivery[]> =>
  database.query<DueDelivery>({
    name: 'due_deliveries',
    text: `select d.id, d.kind, d.made_at as "madeAt", d.tries, d.first_tried_at as "firstTriedAt",
        case when e.id is null then null else json_build_object('id', e.id, 'type', e.type, 'subjectType', e.subject_type,
          'subjectId', e.subject_id, 'hostId', e.host_id, 'at', e.at, 'facts', e.facts, 'position', e.position) end as event
      from webhook_delivery d left join event e on e.id = d.event_id
      where d.webhook_id = $2 and ${isDue} order by d.position limit $3`,
    values: [now, webhookId, most],
  });

/** One try, for the log. */
export interface Attempt {
  readonly deliveryId: string;
  readonly at: Date;
  readonly milliseconds: number;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: string;
  readonly status: number | null;
  readonly failure: string | null;
  readonly answer: string | null;
}

/** Keeps a try in the log, and what became of the message. */
export const noteAttempt = async (
  database: Asked,
  attempt: Attempt,
  became: { readonly isDelivered: boolean; readonly nextTryAt: Date },
): Promise<void> => {
  await database.query({
    name: 'note_attempt_of_delivery',
    text: `with noted as (insert into webhook_attempt (delivery_id, at, milliseconds, url, request_headers, request_body, status, failure, answer)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9))
      update webhook_delivery set tries = tries + 1, first_tried_at = coalesce(first_tried_at, $2),
        state = case when $10 then 'DELIVERED' else state end, settled_at = case when $10 then $2::timestamptz end, next_try_at = $11
      where id = $1 and state = 'WAITING'`,
    values: [
      attempt.deliveryId,
      attempt.at,
      attempt.milliseconds,
      attempt.url,
      JSON.stringify(attempt.requestHeaders),
      attempt.requestBody,
      attempt.status,
      attempt.failure,
      attempt.answer,
      became.isDelivered,
      became.nextTryAt,
    ],
  });
};

/** Takes a message out of its line that may not be sent. */
export const dropDelivery = async (database: Asked, id: string, now: Date): Promise<void> => {
  await database.query({
    name: 'drop_delivery',
    text: `update webhook_delivery set state = 'DROPPED', settled_at = $2 where id = $1 and state = 'WAITING'`,
    values: [id, now],
  });
};

/** Notes how the receiver does: it took something, or it rests. */
export const noteHealth = async (
  database: Asked,
  id: string,
  health: { readonly failures: number; readonly failingSince: Date | null; readonly restsUntil: Date | null },
): Promise<void> => {
  await database.query({
    name: 'note_health_of_webhook',
    text: 'update webhook set failures = $2, failing_since = $3, rests_until = $4 where id = $1',
    values: [id, health.failures, health.failingSince, health.restsUntil],
  });
};
