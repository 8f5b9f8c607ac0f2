import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { allScopes, type Scope } from '../access/scopes.ts';
import { eventTypes, type EventTypeName } from '../audit/event-types.rules.ts';
import type { CommandResult } from '../audit/run-command.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { createVisibleEvents, cursorInFeed } from '../graphql/event-feed.ts';
import { createClock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { makeSite } from '../placements/placement.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import type { PostTerms } from './post-webhook.ts';
import { postToThisMachine, startReceiver } from './receiver.fixture.ts';
import { changeWebhook } from './change-webhook.command.ts';
import { registerWebhook } from './register-webhook.command.ts';
import { createWebhookSender } from './send-webhooks.command.ts';

const schema = buildSchema();
const clock = createClock();
let fresh: FreshDatabase;
let hostId = '';
let administrator: Actor & { readonly personId: string };

beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  const { rows } = await fresh.owner.query<{ id: string }>(`select id from region where code = 'Y56'`);
  const coordinator = await makePerson(em, 'COORDINATOR', { regionId: rows[0]?.id ?? '' });
  hostId = (await makeSite({ em, clock, coordinator })).host;
  administrator = await makePerson(em, 'ORGANISATION_ADMINISTRATOR', { hostId });
});
afterAll(() => fresh.close());
beforeEach(() => fresh.owner.query('truncate event, webhook cascade'));

const ask = async (actor: Actor, source: string, variables: Readonly<Record<string, unknown>> = {}) => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Record<
    string,
    Record<string, unknown> & { refusals?: { code: string; rule: string | null }[] }
  >;
};
const leadsTo = (...addresses: string[]): PostTerms => ({
  isAllowed: (address) => address === '203.0.113.7',
  resolve: () =>
    addresses.length === 0
      ? Promise.reject(new Error('ENOTFOUND'))
      : Promise.resolve(addresses.map((address) => ({ address, family: 4 }))),
  patienceMs: 1_000,
});
const register = (
  actor: Actor,
  terms = leadsTo('203.0.113.7'),
  url = 'https://receiver.example/hook',
  types: readonly EventTypeName[] = ['HOST_CHANGED'],
) =>
  registerWebhook(
    { actor, clock, traceId: 'test', em: fresh.database.orm.em.fork() },
    { url, types, idempotencyKey: randomUUID() },
    terms,
  );
const idOf = (result: CommandResult): string =>
  'done' in result ? toGlobalId('Webhook', result.done['webhookId'] ?? '') : '';
const refusalOf = (result: CommandResult) => ('refused' in result ? result.refused[0] : undefined);
const programWith = async (scopes: readonly Scope[]): Promise<Actor> => {
  const made = await makePartner(fresh.database.orm.em, { hostId, ownerId: administrator.personId, scopes });
  return {
    ...anonymous,
    kind: 'PARTNER',
    hostIds: [hostId],
    partner: { ...made, ownerId: administrator.personId, scopes, budget: 1_000 },
  };
};
const refusals = '{ refusals { code rule } }';

describe('a webhook', () => {
  it.each([
    ['leads to this machine', leadsTo('127.0.0.1')],
    ['leads to a private address beside a public one', leadsTo('203.0.113.7', '10.0.0.1')],
    ['leads nowhere', leadsTo()],
  ])('is not registered where its name %s', async (_what, terms) => {
    expect(refusalOf(await register(administrator, terms))).toMatchObject({
      code: 'VALUE_INVALID',
      path: ['url'],
      rule: 'WEBHOOK_ADDRESS_IS_PUBLIC',
    });
  });

  it.each(['http://receiver.example/', 'https://169.254.169.254/latest/', 'https://[::1]/'])(
    'is not registered at %s',
    async (url) => {
      expect(refusalOf(await register(administrator, leadsTo('203.0.113.7'), url))).toMatchObject({
        rule: 'WEBHOOK_ADDRESS_IS_PUBLIC',
      });
    },
  );

  it('is registered ten times at the most', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => register(administrator)));
    expect(made.filter((result) => 'done' in result).length).toBe(10);
    expect(made.flatMap((result) => refusalOf(result)?.rule ?? [])).toEqual(['WEBHOOKS_AT_MOST', 'WEBHOOKS_AT_MOST']);
  });

  it('is counted by program, so that none uses up what is another’s', async () => {
    const program = await programWith(allScopes);
    for (let count = 0; count < 10; count += 1) expect(await register(program)).toHaveProperty('done');
    expect(refusalOf(await register(program))).toMatchObject({
      rule: 'WEBHOOKS_AT_MOST',
      message: 'This program has 10 webhooks already.',
      help: expect.stringContaining('deleteWebhook'),
    });
    expect(await register(await programWith(allScopes))).toHaveProperty('done');
    expect(await register(administrator)).toHaveProperty('done');
  });

  it('is the administrators’ and the program’s that registered it, and no other program’s', async () => {
    const program = await programWith(allScopes);
    const other = await programWith(allScopes);
    const id = idOf(await register(program));
    const one = 'query ($id: ID!) { webhook(id: $id) { url } }';
    expect((await ask(program, one, { id }))['webhook']).toEqual({ url: 'https://receiver.example/hook' });
    expect((await ask(administrator, one, { id }))['webhook']).not.toBeNull();
    expect((await ask(other, one, { id }))['webhook']).toBeNull();
    const pause = `mutation ($input: WebhookInput!) { pauseWebhook(input: $input) { ... on PauseWebhookRefused ${refusals} } }`;
    const input = { webhookId: id, expectedVersion: 1, idempotencyKey: randomUUID() };
    expect((await ask(other, pause, { input }))['pauseWebhook']?.refusals).toEqual([{ code: 'NOT_FOUND', rule: null }]);
  });

  it('is not registered by a program without the scope', async () => {
    const program = await programWith(['READ_EVENTS', 'READ_SITES']);
    expect(refusalOf(await register(program))?.code).toBe('NOT_FOUND');
  });

  it.each<[Scope[], EventTypeName]>([
    [['READ_EVENTS', 'READ_PLACEMENTS'], 'HOST_CHANGED'],
    [['READ_EVENTS', 'READ_SITES'], 'PLACEMENT_OFFERED'],
    [['READ_EVENTS', 'READ_SITES', 'READ_PLACEMENTS'], 'SIGN_OFF_ASKED'],
    [['READ_EVENTS', 'READ_PLACEMENTS'], 'PLACEMENT_SITE_CHANGED'],
    [['READ_SITES'], 'HOST_CHANGED'],
  ])('of a program with %j is not registered for %s', async (scopes, type) => {
    const program = await programWith(['MANAGE_WEBHOOKS', ...scopes]);
    const refusal = refusalOf(await register(program, undefined, undefined, [type]));
    expect(refusal).toMatchObject({ code: 'RULE_NOT_MET', path: ['types'], rule: 'WEBHOOK_SCOPES_REACH' });
    expect(refusal?.message).toContain(type);
  });

  it('keeps the scopes that it was registered with, and has those of whoever changes it', async () => {
    const wide = await programWith(allScopes);
    const every = Object.keys(eventTypes) as EventTypeName[];
    const id = idOf(await register(wide, undefined, undefined, every));
    const scopesOf = async () =>
      (await fresh.owner.query<{ scopes: string[] }>('select scopes from webhook')).rows[0]?.scopes;
    expect(await scopesOf()).toEqual(allScopes);
    const scopes: readonly Scope[] = ['MANAGE_WEBHOOKS', 'READ_EVENTS', 'READ_SITES'];
    const token: Actor = { ...wide, ...(wide.partner ? { partner: { ...wide.partner, scopes } } : {}) };
    const change = (types: readonly EventTypeName[] | null) =>
      changeWebhook(
        { actor: token, clock, traceId: 'test', em: fresh.database.orm.em.fork() },
        { webhookId: id, expectedVersion: 1, idempotencyKey: randomUUID(), url: 'https://receiver.example/2', types },
        leadsTo('203.0.113.7'),
      );
    expect(refusalOf(await change(null))).toMatchObject({ rule: 'WEBHOOK_SCOPES_REACH' });
    expect(await scopesOf()).toEqual(allScopes);
    expect(await change(['HOST_CHANGED'])).toHaveProperty('done');
    expect(await scopesOf()).toEqual(scopes);
  });

  it('is paused, changed, resumed and deleted, each by the version that was read', async () => {
    const id = idOf(await register(administrator));
    let version = 1;
    const change = async (name: string, type: string, more = {}) => {
      const source = `mutation ($input: ${type}!) { it: ${name}(input: $input) { ... on Webhook${name === 'resumeWebhook' ? 'Resumed' : name === 'pauseWebhook' ? 'Paused' : 'Changed'} { webhook { state pauseReason types version } } } }`;
      const input = { webhookId: id, expectedVersion: version, idempotencyKey: randomUUID(), ...more };
      version += 1;
      return (await ask(administrator, source, { input }))['it']?.['webhook'];
    };
    expect(await change('pauseWebhook', 'WebhookInput')).toMatchObject({ state: 'PAUSED', pauseReason: 'ASKED' });
    expect(await change('changeWebhook', 'ChangeWebhookInput', { types: ['PLACEMENT_OFFERED'] })).toMatchObject({
      state: 'PAUSED',
      types: ['PLACEMENT_OFFERED'],
    });
    expect(await change('resumeWebhook', 'WebhookInput')).toEqual({
      state: 'ACTIVE',
      pauseReason: null,
      types: ['PLACEMENT_OFFERED'],
      version: 4,
    });
    const remove = `mutation ($input: WebhookInput!) { it: deleteWebhook(input: $input) { ... on WebhookDeleted { webhookId } ... on DeleteWebhookRefused ${refusals} } }`;
    const input = { webhookId: id, idempotencyKey: randomUUID() };
    expect((await ask(administrator, remove, { input: { ...input, expectedVersion: 3 } }))['it']?.refusals).toEqual([
      { code: 'CONFLICT', rule: null },
    ]);
    const again = { ...input, expectedVersion: 4, idempotencyKey: randomUUID() };
    expect((await ask(administrator, remove, { input: again }))['it']).toEqual({ webhookId: id });
  });
});

describe('the log', () => {
  it('shows a ping and what was sent again, by id and by time, with what came back', async () => {
    const receiver = await startReceiver();
    const post = postToThisMachine();
    const sender = createWebhookSender({
      database: fresh.database,
      clock,
      post,
      publicUrl: 'https://service.example',
      visibleEvents: createVisibleEvents(fresh.database, clock),
      cursorOf: cursorInFeed,
      onFailure: (reason) => expect.fail(reason),
    });
    const sendAll = async () => {
      while (await sender.look()) await sender.settled();
    };
    const id = idOf(await register(administrator, leadsTo('203.0.113.7'), receiver.url));
    const { rows } = await fresh.owner.query<{ id: string }>(
      `insert into event (type, subject_type, subject_id, host_id, at, facts)
       select 'HOST_CHANGED', 'Host', $1, $1, '2026-11-21T10:00:00Z', json_build_object('version', n) from generate_series(1, 3) n returning id`,
      [hostId],
    );
    await sendAll();
    const call = async (name: string, more: object) => {
      const [first = ''] = name;
      const type = `${first.toUpperCase()}${name.slice(1)}`;
      const source = `mutation ($input: ${type}Input!) { it: ${name}(input: $input) { __typename ... on ${type}Refused ${refusals} } }`;
      return (await ask(administrator, source, { input: { webhookId: id, idempotencyKey: randomUUID(), ...more } }))[
        'it'
      ];
    };
    await call('pingWebhook', {});
    await call('replayWebhook', { eventIds: [toGlobalId('Event', rows[1]?.id ?? '')] });
    await call('replayWebhook', { from: '2026-11-21T10:00:00Z', until: '2026-11-21T10:00:01Z' });
    expect(await call('replayWebhook', {})).toMatchObject({ refusals: [{ code: 'VALUE_INVALID' }] });
    expect(await call('replayWebhook', { from: '2026-11-21T11:00:00Z', until: '2026-11-22T10:00:01Z' })).toMatchObject({
      refusals: [{ code: 'VALUE_INVALID' }],
    });
    await sendAll();
    post.close();
    await receiver.close();

    const bodies = receiver.received.map(({ body }) => JSON.parse(body) as { id: string; type: string; data: object });
    // the ping belongs to no record, and waits for none
    const events = bodies.filter(({ type }) => type === 'host.changed');
    expect(bodies.length - events.length).toBe(1);
    expect(events.map(({ data }) => (data as { version: number }).version)).toEqual([1, 2, 3, 2, 1, 2, 3]);
    expect(new Set(events.map((event) => event.id)).size).toBe(3);

    const log = await ask(
      administrator,
      `query ($id: ID!) { webhook(id: $id) { waitingUpTo1000 deliveries(first: 100, orderBy: IN_LINE, filter: { state: DELIVERED }) {
        nodes { kind eventType state tries nextTryAt attempts { status failure answer requestBody requestHeaders { name } } } } } }`,
      { id },
    );
    const { waitingUpTo1000, deliveries } = log['webhook'] as unknown as {
      waitingUpTo1000: number;
      deliveries: { nodes: { kind: string; attempts: { requestBody: string }[] }[] };
    };
    expect(waitingUpTo1000).toBe(0);
    expect(deliveries.nodes.map(({ kind }) => kind)).toEqual([
      'EVENT',
      'EVENT',
      'EVENT',
      'PING',
      'REPLAY',
      'REPLAY',
      'REPLAY',
      'REPLAY',
    ]);
    expect(deliveries.nodes[0]).toMatchObject({
      eventType: 'HOST_CHANGED',
      state: 'DELIVERED',
      tries: 1,
      nextTryAt: null,
      attempts: [{ status: 204, failure: null, requestBody: receiver.received[0]?.body }],
    });
  });

  it('shows a token with fewer scopes pings, and what they would let it be told, and sends no more again', async () => {
    const wide = await programWith(allScopes);
    const id = idOf(await register(wide, undefined, undefined, ['HOST_CHANGED', 'PLACEMENT_OFFERED']));
    const { rows } = await fresh.owner.query<{ id: string }>(
      `insert into event (type, subject_type, subject_id, host_id, at, facts, position)
       select type, 'Host', $1, $1, '2026-11-21T10:00:00Z', '{"version": 1}', row_number() over ()
       from unnest('{HOST_CHANGED,PLACEMENT_OFFERED}'::text[]) type returning id`,
      [hostId],
    );
    await fresh.owner.query(
      `insert into webhook_delivery (webhook_id, kind, event_id, line_id, made_at, next_try_at)
       select w.id, d.kind, d.event_id, uuidv7(), now(), now() from webhook w,
         (select 'EVENT' as kind, e.id as event_id from event e union all select 'PING', null) d`,
    );
    await fresh.owner.query(
      `insert into webhook_attempt (delivery_id, at, milliseconds, url, request_headers, request_body)
       select d.id, now(), 1, 'https://receiver.example/hook', '{}', 'what the event says' from webhook_delivery d`,
    );
    const narrow = (...scopes: Scope[]): Actor => ({
      ...wide,
      ...(wide.partner ? { partner: { ...wide.partner, scopes: ['MANAGE_WEBHOOKS', ...scopes] } } : {}),
    });
    const log = `query ($id: ID!) { webhook(id: $id) { deliveries(first: 100) { nodes { eventType attempts { requestBody } } } } }`;
    const seenBy = async (actor: Actor) => {
      const { webhook } = (await ask(actor, log, { id })) as unknown as {
        webhook: { deliveries: { nodes: { eventType: string | null; attempts: object[] }[] } };
      };
      expect(webhook.deliveries.nodes.every(({ attempts }) => attempts.length === 1)).toBe(true);
      return webhook.deliveries.nodes.map(({ eventType }) => eventType ?? 'a ping').toSorted();
    };
    expect(await seenBy(wide)).toEqual(['HOST_CHANGED', 'PLACEMENT_OFFERED', 'a ping']);
    expect(await seenBy(administrator)).toEqual(['HOST_CHANGED', 'PLACEMENT_OFFERED', 'a ping']);
    expect(await seenBy(narrow('READ_EVENTS', 'READ_SITES'))).toEqual(['HOST_CHANGED', 'a ping']);
    expect(await seenBy(narrow('READ_SITES', 'READ_PLACEMENTS'))).toEqual(['a ping']);
    expect(await seenBy(narrow())).toEqual(['a ping']);

    const again = `mutation ($input: ReplayWebhookInput!) { it: replayWebhook(input: $input) { __typename } }`;
    const eventIds = rows.map((row) => toGlobalId('Event', row.id));
    const replay = async (actor: Actor) => {
      const input = { webhookId: id, eventIds, idempotencyKey: randomUUID() };
      await ask(actor, again, { input });
      const { rows: sent } = await fresh.owner.query<{ count: number }>(
        `delete from webhook_delivery where kind = 'REPLAY' returning 1`,
      );
      return sent.length;
    };
    expect(await replay(narrow())).toBe(0);
    expect(await replay(narrow('READ_EVENTS', 'READ_SITES'))).toBe(1);
    expect(await replay(wide)).toBe(2);
  });
});
