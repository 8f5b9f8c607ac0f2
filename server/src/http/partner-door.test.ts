import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makePerson } from '../access/person.factory.ts';
import type { Scope } from '../access/scopes.ts';
import { createClock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { createPartnerClient, rotatePartnerKey } from '../partners/make-partner-client.command.ts';
import { revokePartnerClient, revokePartnerKey } from '../partners/revoke-partner-client.command.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { serveApp } from '../testing/serve-app.ts';
import { openLog } from './log.ts';

interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

let fresh: FreshDatabase;
let served: Awaited<ReturnType<typeof serveApp>>;
let logged = '';
let hostId: string;
let otherHostId: string;
let administrator: Awaited<ReturnType<typeof makePerson>>;

beforeAll(async () => {
  fresh = await freshDatabase();
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  served = await serveApp(fresh, openLog('info', sink));
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into host (kind, name, region_id, contact_name, contact_email)
     select 'CHARITY', name, (select id from region where code = 'Y56'), 'Example Contact', 'contact@example.invalid' from (values ('Example Host'), ('Another Host')) n (name) returning id`,
  );
  hostId = rows[0]?.id ?? '';
  otherHostId = rows[1]?.id ?? '';
  await fresh.owner.query(
    `insert into placement_site (host_id, name, postcode, latitude, longitude)
     select id, 'Site of ' || name, 'NW1 0PE', 51.5, 0 from host where id = any($1::uuid[])`,
    [[hostId, otherHostId]],
  );
  administrator = await makePerson(fresh.database.orm.em, 'ORGANISATION_ADMINISTRATOR', { hostId });
});
afterAll(async () => {
  await served.close();
  await fresh.close();
});

const partner = (more: { scopes?: readonly Scope[]; endsOn?: string } = {}) =>
  makePartner(fresh.database.orm.em, { hostId, ownerId: administrator.personId, ...more });

const ask = async (key: string | null, query: string, variables: object = {}, path = '/graphql'): Promise<Answer> => {
  const response = await fetch(`${served.origin}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
};
const whoAmI = '{ partner { client { name belongsTo lastUsedAt } key { hint } scopes { scope } } }';
const reasonOf = ({ errors }: Answer) => errors?.[0]?.extensions['reason'];
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code'];
const command = (actor = administrator) => ({
  actor,
  clock: createClock(),
  traceId: 'a test',
  em: fresh.database.orm.em.fork(),
});

describe('a key', () => {
  it('tells a program who it is, what it may do and what is left of its budget', async () => {
    const { key } = await partner({ scopes: ['READ_SITES'] });
    const { data, errors } = await ask(
      key,
      '{ partner { client { name belongsTo budget { points left } } key { hint isInUse } scopes { scope meaning } } viewer { isSignedIn role } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      partner: {
        client: {
          name: 'Example program',
          belongsTo: 'Example Host',
          budget: { points: 10_000, left: expect.any(Number) },
        },
        key: { hint: key.slice(0, 10), isInUse: true },
        scopes: [{ scope: 'READ_SITES', meaning: 'See your organisation, its sites and what they have ready.' }],
      },
      viewer: { isSignedIn: false, role: 'PARTNER' },
    });
  });

  it('is nobody’s where nobody came with one', async () => {
    expect((await ask(null, whoAmI)).data).toEqual({ partner: null });
  });

  it('notes when it was last used', async () => {
    const { key, clientId } = await partner();
    await ask(key, whoAmI);
    const { rows } = await fresh.owner.query<{ used: boolean }>(
      "select last_used_at > now() - interval '1 minute' as used from partner_key where client_id = $1",
      [clientId],
    );
    expect(rows).toEqual([{ used: true }]);
  });

  it('is shown once, and kept as a hash alone', async () => {
    const input = {
      name: 'Capacity sync',
      hostId: toGlobalId('Host', hostId),
      scopes: ['READ_CAPACITY', 'READ_SITES'],
      endsOn: createClock().today(),
      idempotencyKey: crypto.randomUUID(),
    };
    const first = await createPartnerClient(command(), input);
    const again = await createPartnerClient(command(), input);
    expect(first.key).toMatch(/^rtpk_[\w-]{43}$/);
    expect(again).toEqual({ result: first.result, key: null });
    const secret = first.key ?? '';
    expect((await ask(secret, whoAmI)).data).toMatchObject({
      partner: { scopes: [{ scope: 'READ_SITES' }, { scope: 'READ_CAPACITY' }] },
    });
    const { rows } = await fresh.owner.query<{ table: string }>(
      "select table_name as table from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    for (const { table } of rows) {
      const found = await fresh.owner.query(
        `select 1 from ${table} t where strpos(t::text, $1) > 0 or strpos(t::text, encode($1::bytea, 'hex')) > 0`,
        [secret],
      );
      expect(found.rowCount, table).toBe(0);
    }
  });

  it('goes on for a while beside the one that takes its place', async () => {
    const { key, clientId } = await partner();
    const partnerClientId = toGlobalId('PartnerClient', clientId);
    const made = await rotatePartnerKey(command(), {
      partnerClientId,
      expectedVersion: 1,
      overlapHours: 1,
      idempotencyKey: crypto.randomUUID(),
    });
    expect((await ask(key, whoAmI)).data?.['partner']).not.toBeNull();
    expect((await ask(made.key, whoAmI)).data?.['partner']).not.toBeNull();
    const last = await rotatePartnerKey(command(), {
      partnerClientId,
      expectedVersion: 2,
      overlapHours: 0,
      idempotencyKey: crypto.randomUUID(),
    });
    await vi.waitFor(async () => expect(reasonOf(await ask(key, whoAmI))).toBe('KEY_REVOKED'), {
      timeout: 1_000,
      interval: 50,
    });
    expect((await ask(last.key, whoAmI)).data?.['partner']).not.toBeNull();
  });
});

describe('a key that leaked', () => {
  it('is refused in an address, whatever the address, and the address is not logged', async () => {
    const { key } = await partner();
    const encoded = key.replace('_', '%5F');
    for (const path of [
      `/graphql?access_token=${key}`,
      `/graphql?x=${key}`,
      `/graphql/${key}`,
      `/?api_key=anything`,
      `/?api%5fkey=anything`,
      `/graphql?key=${encoded}`,
      `/graphql?key=${encoded.replace('%', '%25')}`,
      `/graphql?bad=%&key=%72${encoded.slice(1)}`,
    ]) {
      const answer = await ask(null, whoAmI, {}, path);
      expect([answer.status, codeOf(answer), reasonOf(answer)], path).toEqual([
        400,
        'BAD_USER_INPUT',
        'KEY_IN_ADDRESS',
      ]);
      expect(JSON.stringify(answer)).not.toContain(key);
    }
  });

  it.each(['x-api-key', 'authorization'])(
    'is not passed over where it stands in another header: %s',
    async (header) => {
      const { key } = await partner();
      const value = header === 'x-api-key' ? key : `Basic ${Buffer.from(`x:${key}`).toString('base64')}`;
      const response = await fetch(`${served.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [header]: value },
        body: JSON.stringify({ query: whoAmI }),
      });
      const answer = { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
      expect([answer.status, codeOf(answer), reasonOf(answer)]).toEqual([
        401,
        'UNAUTHENTICATED',
        'KEY_IN_WRONG_HEADER',
      ]);
      expect(answer.errors?.[0]?.message).toContain('`Authorization: Bearer`');
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Return to Practice"');
    },
  );

  it('is refused once its program’s last day is past', async () => {
    const { key } = await partner({ endsOn: '2026-01-01' });
    const answer = await ask(key, whoAmI);
    expect([answer.status, codeOf(answer), reasonOf(answer)]).toEqual([401, 'UNAUTHENTICATED', 'KEY_EXPIRED']);
  });

  it.each(['the program', 'the key'])('is out within a second after %s was revoked', async (what) => {
    const { key, keyId, clientId } = await partner();
    expect((await ask(key, whoAmI)).status).toBe(200);
    const partnerClientId = toGlobalId('PartnerClient', clientId);
    if (what === 'the program') await revokePartnerClient(command(), { partnerClientId, expectedVersion: 1 });
    else await revokePartnerKey(command(), { partnerKeyId: toGlobalId('PartnerKey', keyId) });
    await vi.waitFor(async () => expect(reasonOf(await ask(key, whoAmI))).toBe('KEY_REVOKED'), {
      timeout: 1_000,
      interval: 50,
    });
  });

  it('is not answered as a visitor where it is wrong', async () => {
    for (const wrong of ['rtpk_nothing', 'x', '%00', `rtpk_${'a'.repeat(43)}`]) {
      const answer = await ask(wrong, '{ regions(first: 1) { nodes { name } } }');
      expect([401, 400], wrong).toContain(answer.status);
      expect(answer.data).toBeUndefined();
    }
  });

  it('opens no other organisation, neither by id nor in a list', async () => {
    const { key } = await partner();
    const { data, errors } = await ask(
      key,
      `query ($own: ID!, $other: ID!) { own: host(id: $own) { name sites(first: 9) { nodes { name } } } other: host(id: $other) { name }
        node(id: $other) { id } hosts(first: 100) { nodes { name } } }`,
      { own: toGlobalId('Host', hostId), other: toGlobalId('Host', otherHostId) },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      own: { name: 'Example Host', sites: { nodes: [{ name: 'Site of Example Host' }] } },
      other: null,
      node: null,
      hosts: { nodes: [{ name: 'Example Host' }] },
    });
  });

  it('gains no scope by an alias, a fragment, an interface or a field that is left out for once', async () => {
    const { key } = await partner({ scopes: ['READ_SITES', 'READ_PLACEMENTS'] });
    const id = toGlobalId('Host', hostId);
    const documents: readonly (readonly [string, string])[] = [
      ['{ hosts(first: 1) { nodes { name: contactEmail } } }', 'Host.contactEmail'],
      [
        '{ hosts(first: 1) { edges { node { ...F } } } } fragment F on Host { ...G } fragment G on Host { contactPhone }',
        'Host.contactPhone',
      ],
      [`{ node(id: "${id}") { ... on Returner { displayName } } }`, 'Returner.displayName'],
      ['{ placements(first: 1) { nodes { id returnerName @skip(if: true) } } }', 'Placement.returnerName'],
      [
        '{ placements(first: 1) { nodes { site { capacityOffers(first: 1) { nodes { id } } } } } }',
        'PlacementSite.capacityOffers',
      ],
      ['{ viewer { account { email } } }', 'Account.email'],
      ['{ x: returners(first: 1) { nodes { id } } }', ''],
      ['mutation { suspendAccount(input: { accountId: "x", expectedVersion: 1, reason: "none" }) { __typename } }', ''],
    ];
    for (const [document, field] of documents) {
      const answer = await ask(key, document);
      expect(codeOf(answer), document).toBe('FORBIDDEN');
      if (field !== '') expect(answer.errors?.[0]?.message).toContain(field);
    }
  });

  it('stands in no log and in no error', async () => {
    const { key } = await partner();
    const answers = [
      await ask(key, '{ nothing }'),
      await ask(key, '{'),
      await ask(`${key}x`, whoAmI),
      await ask(key, 'query ($id: ID!) { node(id: $id) { id } }', { id: { key } }),
    ];
    await fetch(`${served.origin}/graphql`, { method: 'POST', headers: { authorization: `Token ${key}` } });
    expect(JSON.stringify(answers).replaceAll(`"${key}"`, '')).not.toContain(key.slice(5));
    expect(logged).not.toContain(key.slice(5, 20));
  });
});
