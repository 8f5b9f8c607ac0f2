import { createPublicKey, randomUUID } from 'node:crypto';
import { createVerifier, httpbis } from 'http-message-signatures';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { allScopes } from '../access/scopes.ts';
import { createVisibleEvents, cursorInFeed } from '../graphql/event-feed.ts';
import { createClock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { makeSite } from '../placements/placement.factory.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { contentDigest } from './message-signature.rules.ts';
import { postToThisMachine, startReceiver } from './receiver.fixture.ts';
import { createWebhookSender, type WebhookSenderParts } from './send-webhooks.command.ts';
import { changeSigningKey, publishedKeys } from './signing-key.queries.ts';
import type { WebhookPost } from './post-webhook.ts';

const hour = 3_600_000;
let fresh: FreshDatabase;
let hostId = '';
let owner: Actor & { readonly personId: string };
let ahead = 0;
const clock = createClock(() => ahead);
const started: { close(): unknown }[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  const { rows } = await fresh.owner.query<{ id: string }>(`select id from region where code = 'Y56'`);
  const coordinator = await makePerson(em, 'COORDINATOR', { regionId: rows[0]?.id ?? '' });
  hostId = (await makeSite({ em, clock, coordinator })).host;
  owner = await makePerson(em, 'ORGANISATION_ADMINISTRATOR', { hostId });
});
afterAll(() => fresh.close());
beforeEach(async () => {
  ahead = 0;
  await fresh.owner.query('truncate event, webhook, outgoing_mail cascade');
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.close()));
});

const receiver = async (name?: string) => {
  const made = await startReceiver(name);
  started.push(made);
  return made;
};
const senderWith = (post: WebhookPost = postToThisMachine(), parts: Partial<WebhookSenderParts> = {}) => {
  started.push(post);
  return createWebhookSender({
    database: fresh.database,
    clock,
    post,
    publicUrl: 'https://service.example',
    visibleEvents: createVisibleEvents(fresh.database, clock),
    cursorOf: cursorInFeed,
    onFailure: (reason) => {
      throw new Error(reason);
    },
    ...parts,
  });
};
const sendAll = async (sender: ReturnType<typeof senderWith>) => {
  while (await sender.look()) await sender.settled();
};

const addWebhook = async (url: string, clientId: string | null = null, scopes = allScopes) => {
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into webhook (host_id, client_id, scopes, owner_id, url, types, created_at, lined_up_to)
     values ($1, $2, $5, $3, $4, '{HOST_CHANGED,PLACEMENT_OFFERED}', now(), coalesce((select max(position) from event), 0)) returning id`,
    [hostId, clientId, owner.personId, url, clientId === null ? null : scopes],
  );
  return rows[0]?.id ?? '';
};
/** Something happens to the organisation, which has this version since. */
const happens = async (versions: readonly number[], of = hostId, type = 'HOST_CHANGED') => {
  for (const version of versions)
    await fresh.owner.query(
      `insert into event (type, subject_type, subject_id, host_id, at, facts)
       values ($1, 'Host', $2, $2, now(), json_build_object('version', $3::int, 'state', null))`,
      [type, of, version],
    );
};
const bodyOf = (body: string) => JSON.parse(body) as { id: string; cursor: string; data: { version: number } };
const versionsOf = ({ received }: { received: readonly { body: string }[] }) =>
  received.map(({ body }) => bodyOf(body).data.version);
const one = async <Row>(text: string): Promise<Row | undefined> =>
  (await fresh.owner.query<Row & Record<string, unknown>>(text)).rows[0];

describe('a webhook', () => {
  it('is sent what happens to its organisation, in order, as signed CloudEvents', async () => {
    const at = await receiver();
    await happens([1]);
    const sender = senderWith();
    await sender.look();
    await addWebhook(at.url);
    await happens([2, 3, 4]);
    await happens([5], hostId, 'CAPACITY_OFFER_NO');
    await happens([6], randomUUID());
    await sendAll(sender);
    expect(versionsOf(at)).toEqual([2, 3, 4]);

    const [first] = at.received;
    const keys = await publishedKeys(fresh.database.orm.em, clock.now());
    expect(keys.length).toBe(1);
    for (const { method, url, headers, body } of at.received) {
      const isOurs = await httpbis.verifyMessage(
        {
          keyLookup: ({ keyid }) => {
            const key = keys.find(({ kid }) => kid === keyid);
            if (!key) return Promise.resolve(null);
            const { kty, crv, x } = key;
            const publicKey = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
            return Promise.resolve({
              id: keyid ?? '',
              algs: ['ed25519'],
              verify: createVerifier(publicKey, 'ed25519'),
            });
          },
          requiredFields: ['@method', '@target-uri', 'content-type', 'content-digest'],
        },
        {
          method,
          url: new URL(url, at.url),
          headers: Object.fromEntries(Object.entries(headers).flatMap(([key, value]) => (value ? [[key, value]] : []))),
        },
      );
      expect(isOurs).toBe(true);
      expect(headers['content-digest']).toBe(contentDigest(body));
      expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    }
    const event = await one<{ id: string; at: Date; position: string }>(
      `select id, at, position from event where facts ->> 'version' = '2'`,
    );
    expect(JSON.parse(first?.body ?? '')).toEqual({
      specversion: '1.0',
      id: toGlobalId('Event', event?.id ?? ''),
      source: 'https://service.example',
      type: 'host.changed',
      subject: toGlobalId('Host', hostId),
      time: event?.at.toISOString(),
      datacontenttype: 'application/json',
      dataschema: 'https://service.example/schemas/events/1.json',
      cursor: cursorInFeed(Number(event?.position), event?.id ?? ''),
      data: {
        subjectType: 'Host',
        subjectId: toGlobalId('Host', hostId),
        hostId: toGlobalId('Host', hostId),
        version: 2,
        state: null,
      },
    });
  });

  it('keeps every try in a log, with what was sent and what was answered', async () => {
    const at = await receiver();
    await addWebhook(at.url);
    await happens([1]);
    at.does(() => 500);
    const sender = senderWith();
    await sendAll(sender);
    at.does(() => 200);
    ahead += hour;
    await sendAll(sender);
    const { rows } = await fresh.owner.query<Record<string, unknown>>(
      `select status, failure, answer, request_body as body, request_headers ->> 'Signature' is not null as is_signed from webhook_attempt order by at`,
    );
    const body = at.received[0]?.body;
    expect(rows).toEqual([
      { status: 500, failure: null, answer: 'answered 500', body, is_signed: true },
      { status: 200, failure: null, answer: 'answered 200', body, is_signed: true },
    ]);
    // the same id, however often it comes
    expect(at.received[1]?.body).toBe(body);
  });

  it('that takes nothing holds up nobody, and gets all in order once it does', async () => {
    const dead = await receiver();
    const silent = await receiver();
    const living = await receiver();
    for (const { url } of [dead, silent, living]) await addWebhook(url);
    dead.does(() => 503);
    silent.does(() => null);
    await happens([1, 2, 3]);
    const sender = senderWith(postToThisMachine({ patienceMs: 300 }));
    await sendAll(sender);
    expect(versionsOf(living)).toEqual([1, 2, 3]);
    expect(versionsOf(dead)).toEqual([1]);
    expect(versionsOf(silent)).toEqual([1]);
    expect(await one(`select failure from webhook_attempt where failure is not null`)).toEqual({
      failure: 'TIMED_OUT',
    });
    await happens([4]);
    await sendAll(sender);
    expect(versionsOf(living)).toEqual([1, 2, 3, 4]);
    expect(versionsOf(dead)).toEqual([1]);
    ahead += hour;
    dead.does(() => 204);
    silent.does(() => 204);
    await sendAll(sender);
    expect(versionsOf(dead)).toEqual([1, 1, 2, 3, 4]);
    expect(versionsOf(silent)).toEqual([1, 1, 2, 3, 4]);
  });

  it('that refuses one message gets those about other records', async () => {
    const at = await receiver();
    const { rows } = await fresh.owner.query<{ id: string }>('select id from placement_site limit 1');
    await addWebhook(at.url);
    await happens([1, 2]);
    await fresh.owner.query(
      `insert into event (type, subject_type, subject_id, host_id, at, facts) values ('HOST_CHANGED', 'PlacementSite', $1, $2, now(), '{"version": 9}')`,
      [rows[0]?.id, hostId],
    );
    at.does(({ body }) => (bodyOf(body).data.version === 1 ? 422 : 204));
    await sendAll(senderWith());
    expect(versionsOf(at).toSorted()).toEqual([1, 9]);
  });

  it('that takes nothing for a day is paused, and its owner is told; nothing is lost', async () => {
    const at = await receiver();
    await addWebhook(at.url);
    await happens([1]);
    at.does(() => 404);
    const sender = senderWith();
    for (let tries = 0; tries < 12; tries += 1) {
      await sendAll(sender);
      ahead += 8 * hour;
    }
    expect(await one('select state, pause_reason from webhook')).toEqual({ state: 'PAUSED', pause_reason: 'FAILING' });
    expect(await one('select person_id, template from outgoing_mail')).toEqual({
      person_id: owner.personId,
      template: 'webhook-paused',
    });
    const tried = at.received.length;
    await happens([2]);
    at.does(() => 204);
    await sendAll(sender);
    expect(at.received.length).toBe(tried);
    await fresh.owner.query(
      `update webhook set state = 'ACTIVE', pause_reason = null, failures = 0, failing_since = null, rests_until = null`,
    );
    await sendAll(sender);
    expect(versionsOf(at).slice(tried)).toEqual([1, 2]);
  });

  it('whose name leads to a private address by now is sent nothing', async () => {
    const at = await receiver();
    await addWebhook(at.url);
    await happens([1]);
    let asked = 0;
    const rebinding = postToThisMachine({
      isAllowed: (address) => address === '203.0.113.7',
      resolve: () => {
        asked += 1;
        return Promise.resolve([
          { address: '203.0.113.7', family: 4 },
          { address: '127.0.0.1', family: 4 },
        ]);
      },
    });
    await sendAll(senderWith(rebinding));
    expect(asked).toBe(1);
    expect(at.received).toEqual([]);
    expect(await one('select status, failure from webhook_attempt')).toEqual({
      status: null,
      failure: 'ADDRESS_NOT_PUBLIC',
    });
  });

  it('on a certificate that nobody vouches for is sent nothing, and a redirect is not followed', async () => {
    const stranger = await receiver('stranger.example');
    const moved = await receiver();
    await addWebhook(stranger.url);
    await addWebhook(moved.url);
    await happens([1]);
    moved.does(() => 307);
    await sendAll(senderWith());
    expect(stranger.received).toEqual([]);
    expect(moved.received.map(({ url }) => url)).toEqual(['/hook']);
    expect(await one('select failure from webhook_attempt where status is null')).toEqual({ failure: 'CERTIFICATE' });
  });

  it('of a program sends what the program’s scopes let it see today, and is paused once it is revoked', async () => {
    const at = await receiver();
    const { clientId } = await makePartner(fresh.database.orm.em, { hostId, ownerId: owner.personId });
    await addWebhook(at.url, clientId);
    const sender = senderWith();
    await happens([1]);
    await sendAll(sender);
    await fresh.owner.query(`update partner_client set scopes = array_remove(scopes, 'READ_SITES')`);
    await happens([2]);
    await sendAll(sender);
    await fresh.owner.query(`update partner_client set scopes = array_append(scopes, 'READ_SITES')`);
    await happens([3]);
    await sendAll(sender);
    await fresh.owner.query('update partner_client set revoked_at = now()');
    await happens([4]);
    await sendAll(sender);
    expect(versionsOf(at)).toEqual([1, 3]);
    expect(await one('select state, pause_reason from webhook')).toEqual({
      state: 'PAUSED',
      pause_reason: 'NOT_ALLOWED',
    });
  });

  it('of a program sends no more than the scopes with which it was registered open, though the program has more', async () => {
    const at = await receiver();
    const { clientId } = await makePartner(fresh.database.orm.em, { hostId, ownerId: owner.personId });
    await addWebhook(at.url, clientId, ['MANAGE_WEBHOOKS', 'READ_EVENTS', 'READ_PLACEMENTS']);
    await happens([1]);
    const sender = senderWith();
    await sendAll(sender);
    expect(at.received).toEqual([]);
    expect(await one('select state from webhook_delivery')).toEqual({ state: 'DROPPED' });
    await fresh.owner.query(`update webhook set scopes = array_append(scopes, 'READ_SITES')`);
    await happens([2]);
    await sendAll(sender);
    expect(versionsOf(at)).toEqual([2]);
  });

  it('is one server’s at a time, and another’s once that one has died', async () => {
    const at = await receiver();
    await addWebhook(at.url);
    await happens(Array.from({ length: 30 }, (_, index) => index + 1));
    const [first, second] = [senderWith(), senderWith()];
    await Promise.all([sendAll(first), sendAll(second), sendAll(first), sendAll(second)]);
    await sendAll(first);
    expect(versionsOf(at)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    await fresh.owner.query('update webhook set leased_by = $1, leased_until = $2', [
      randomUUID(),
      new Date(Date.now() + 20_000),
    ]);
    await happens([31]);
    await sendAll(first);
    expect(at.received.length).toBe(30);
    ahead += 30_000;
    await sendAll(first);
    expect(at.received.length).toBe(31);
  });
});

describe('the keys', () => {
  it('change with an overlap: the next is published before it signs, the last one after', async () => {
    const { em } = fresh.database.orm;
    await fresh.owner.query('truncate signing_key');
    const kids = async () => (await publishedKeys(em, clock.now())).map(({ kid }) => kid);
    const at = await receiver();
    await addWebhook(at.url);
    const signedBy = async (version: number) => {
      await happens([version]);
      await sendAll(senderWith());
      return /keyid="([^"]+)"/.exec(String(at.received.at(-1)?.headers['signature-input']))?.[1];
    };
    const [old = ''] = await kids();
    expect(await signedBy(1)).toBe(old);
    await changeSigningKey(em, clock.now(), true);
    const both = await kids();
    expect(both.length).toBe(2);
    expect(await signedBy(2)).toBe(old);
    ahead += hour;
    const next = both.find((kid) => kid !== old);
    expect(await signedBy(3)).toBe(next);
    expect((await kids()).toSorted()).toEqual(both.toSorted());
    ahead += 7 * 24 * hour;
    expect(await kids()).toEqual([next]);
  });

  it('change by themselves after 90 days, and not before', async () => {
    const { em } = fresh.database.orm;
    await fresh.owner.query('truncate signing_key');
    await changeSigningKey(em, clock.now());
    ahead += 89 * 24 * hour;
    await changeSigningKey(em, clock.now());
    expect((await publishedKeys(em, clock.now())).length).toBe(1);
    ahead += 24 * hour;
    await Promise.all([changeSigningKey(em, clock.now()), changeSigningKey(em, clock.now())]);
    expect((await publishedKeys(em, clock.now())).length).toBe(2);
  });
});
