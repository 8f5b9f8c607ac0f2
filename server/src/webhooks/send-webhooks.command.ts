import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../access/actor.ts';
import { numberEvents } from '../events/event.queries.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import { cloudEventOf, pingOf } from './cloud-event.rules.ts';
import { decideOutcome, type Outcome } from './delivery.rules.ts';
import {
  dropDelivery,
  dueDeliveries,
  endLease,
  keepLease,
  leaseWebhooks,
  lineUpEvents,
  noteAttempt,
  noteHealth,
  type DueDelivery,
  type LeasedWebhook,
} from './delivery.queries.ts';
import { pauseFailing } from './pause-failing.command.ts';
import type { WebhookPost } from './post-webhook.ts';
import { signedHeaders } from './signed-request.rules.ts';
import { signingKey, type SigningKey } from './signing-key.queries.ts';
import { webhookSeesAs } from './webhook.policy.ts';

/** What webhooks are sent with. */
export interface WebhookSenderParts {
  readonly database: Pick<Database, 'query' | 'orm'>;
  readonly clock: Clock;
  readonly post: WebhookPost;
  /** The address people type: events come from there. */
  readonly publicUrl: string;
  /** Which of these events somebody may see now, by id. */
  readonly visibleEvents: (actor: Actor, ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** The cursor of an event in the feed. */
  readonly cursorOf: (position: number, id: string) => string;
  /** A receiver is one server's for so long; by default half a minute. */
  readonly leaseMs?: number;
  /** Told that the look at what is due has failed, by the name of the error. */
  readonly onFailure: (reason: string) => void;
}

/** Longer than the longest delivery; it is asked for longer after every few messages. */
const LEASE_MS = 30_000;
/** Receivers that are sent to at the same time: one that does not answer holds only its own place, and for seconds. */
const RECEIVERS_AT_ONCE = 50;
/** Messages on their way to one receiver, each about another record. */
const ABREAST = 5;
/** A look at what has happened, while something does and while nothing does. */
const BUSY_MS = 100;
const QUIET_MS = 500;
/** A key is read again after so long. */
const KEY_KEPT_MS = 60_000;

/** Sends webhooks. */
export interface WebhookSender {
  /** Takes no further message, and waits for those on their way. */
  stop(): Promise<void>;
}

const mayGoOn = ({ client }: LeasedWebhook): boolean =>
  client === null || (client.isIn && client.scopes.includes('MANAGE_WEBHOOKS'));

/**
 * One look: events get their place, go into the lines of the webhooks, and what is due is sent. Any number of servers may do so on one
 * database. A server that dies lets go of its receivers after half a minute, and the next one sends again what was not noted: so nothing is
 * lost, a message may come twice under one id, and the messages about one record come in order.
 */
export const createWebhookSender = (parts: WebhookSenderParts) => {
  const { database, clock, post, publicUrl, visibleEvents, cursorOf } = parts;
  const leasedBy = randomUUID();
  const sending = new Map<string, Promise<void>>();
  const ending = new AbortController();
  let key: { readonly at: number; readonly is: Promise<SigningKey> } | undefined;

  const currentKey = (): Promise<SigningKey> => {
    if (key === undefined || Date.now() - key.at > KEY_KEPT_MS)
      key = { at: Date.now(), is: signingKey(database.orm.em, clock.now()) };
    key.is.catch(() => (key = undefined));
    return key.is;
  };
  const leaseEnd = (): Date => new Date(clock.now().getTime() + (parts.leaseMs ?? LEASE_MS));

  const bodyOf = ({ id, madeAt, event }: DueDelivery, webhook: LeasedWebhook): string =>
    event
      ? cloudEventOf(
          { ...event, at: new Date(event.at), cursor: cursorOf(event.position, event.id) },
          webhook.schemaVersion,
          publicUrl,
        )
      : pingOf({ id, at: madeAt }, publicUrl);

  const send = async (delivery: DueDelivery, webhook: LeasedWebhook): Promise<Outcome> => {
    const body = bodyOf(delivery, webhook);
    const at = clock.now();
    const headers = {
      'User-Agent': 'return-to-practice-webhooks/1',
      ...signedHeaders({ url: webhook.url, body, at }, await currentKey()),
    };
    const { answer, text, milliseconds } = await post.deliver(webhook.url, headers, body);
    const now = clock.now();
    const outcome = decideOutcome(answer, { ...delivery, ...webhook }, now);
    await noteAttempt(
      database,
      {
        deliveryId: delivery.id,
        at,
        milliseconds,
        url: webhook.url,
        requestHeaders: headers,
        requestBody: body,
        status: 'status' in answer ? answer.status : null,
        failure: 'failure' in answer ? answer.failure : null,
        answer: text,
      },
      {
        isDelivered: outcome.kind === 'DELIVERED',
        // where the receiver rests, it alone is waited for
        nextTryAt: outcome.kind === 'WAITS' ? outcome.until : now,
      },
    );
    return outcome;
  };

  /** Sends what is due to one receiver, a few at a time, until nothing is, or it takes nothing. */
  const serve = async (first: LeasedWebhook): Promise<void> => {
    let webhook = first;
    if (!mayGoOn(webhook)) return pauseFailing(database.orm.em, clock, webhook.id, 'NOT_ALLOWED');
    while (!ending.signal.aborted && (await keepLease(database, webhook.id, leasedBy, leaseEnd()))) {
      const due = await dueDeliveries(database, webhook.id, clock.now(), ABREAST);
      if (due.length === 0) return undefined;
      const ids = due.flatMap(({ event }) => event?.id ?? []);
      const visible = ids.length === 0 ? new Set<string>() : await visibleEvents(webhookSeesAs(webhook), ids);
      const outcomes = await Promise.all(
        due.map(async (delivery) => {
          if (delivery.event === null || visible.has(delivery.event.id)) return send(delivery, webhook);
          await dropDelivery(database, delivery.id, clock.now());
          return null;
        }),
      );
      const paused = outcomes.find((outcome) => outcome?.kind === 'PAUSE');
      if (paused?.kind === 'PAUSE') return pauseFailing(database.orm.em, clock, webhook.id, paused.reason);
      const rest = outcomes.find((outcome) => outcome?.kind === 'RECEIVER_RESTS');
      if (rest?.kind === 'RECEIVER_RESTS') {
        const failingSince = webhook.failingSince ?? clock.now();
        return noteHealth(database, webhook.id, {
          failures: webhook.failures + 1,
          failingSince,
          restsUntil: rest.until,
        });
      }
      if (webhook.failures > 0) {
        webhook = { ...webhook, failures: 0, failingSince: null };
        await noteHealth(database, webhook.id, { failures: 0, failingSince: null, restsUntil: null });
      }
    }
    return undefined;
  };

  const serveAndLetGo = async (webhook: LeasedWebhook): Promise<void> => {
    try {
      await serve(webhook);
    } catch (error) {
      parts.onFailure(error instanceof Error ? error.name : 'unknown');
    } finally {
      await endLease(database, webhook.id, leasedBy).catch(() => {});
    }
  };

  /** Answers whether there was anything to do. */
  const look = async (): Promise<boolean> => {
    const now = clock.now();
    const numbered = await numberEvents(database);
    const linedUp = await lineUpEvents(database, now);
    const most = RECEIVERS_AT_ONCE - sending.size;
    const leased = most > 0 ? await leaseWebhooks(database, { leasedBy, now, until: leaseEnd(), most }) : [];
    for (const webhook of leased)
      sending.set(
        webhook.id,
        serveAndLetGo(webhook).finally(() => sending.delete(webhook.id)),
      );
    return numbered + linedUp + leased.length > 0;
  };

  return {
    look,
    /** When everything that was taken up has been dealt with. */
    async settled(): Promise<void> {
      await Promise.all(sending.values());
    },
    async stop(): Promise<void> {
      ending.abort();
      await Promise.all(sending.values());
    },
  };
};

/** Goes on sending until it is stopped. */
export const startWebhooks = (parts: WebhookSenderParts): WebhookSender => {
  const sender = createWebhookSender(parts);
  const over = new AbortController();
  let isFailing = false;
  const goOn = async (): Promise<void> => {
    while (!over.signal.aborted) {
      let isBusy = false;
      try {
        isBusy = await sender.look();
        isFailing = false;
      } catch (error) {
        if (!isFailing) parts.onFailure(error instanceof Error ? error.name : 'unknown');
        isFailing = true;
      }
      await pause(isBusy ? BUSY_MS : QUIET_MS, undefined, { signal: over.signal }).catch(() => {});
    }
  };
  const going = goOn();
  return {
    async stop() {
      over.abort();
      await going;
      await sender.stop();
      parts.post.close();
    },
  };
};
