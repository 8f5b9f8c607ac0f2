import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makePerson } from '../access/person.factory.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { serveApp } from '../testing/serve-app.ts';

let fresh: FreshDatabase;
let served: Awaited<ReturnType<typeof serveApp>>;
let program: Awaited<ReturnType<typeof makePartner>>;
let clientId: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  served = await serveApp(fresh);
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into host (kind, name, region_id) select 'CHARITY', 'Example Host', id from region where code = 'Y56' returning id`,
  );
  const hostId = rows[0]?.id ?? '';
  const { em } = fresh.database.orm;
  const owner = await makePerson(em, 'ORGANISATION_ADMINISTRATOR', { hostId });
  program = await makePartner(em, { hostId, ownerId: owner.personId, scopes: ['READ_SITES', 'READ_CAPACITY'] });
  clientId = toGlobalId('PartnerClient', program.clientId);
});
afterAll(async () => {
  await served.close();
  await fresh.close();
});

interface Token {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly scope?: string;
  readonly error?: string;
}
const askToken = async (body: Record<string, string>, headers: Record<string, string> = {}, query = '') => {
  const response = await fetch(`${served.origin}/oauth/token${query}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(body),
  });
  return { status: response.status, headers: response.headers, ...((await response.json()) as Token) };
};
const scopesOf = async (token: string) => {
  const response = await fetch(`${served.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ partner { scopes { scope } } }' }),
  });
  const { data } = (await response.json()) as { data?: { partner: { scopes: { scope: string }[] } } };
  return data?.partner.scopes.map(({ scope }) => scope) ?? response.status;
};
const grant = { grant_type: 'client_credentials' };
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});

describe('OAuth 2.0 client credentials', () => {
  it('gives a token for the program’s id and a key, by a header or in the body', async () => {
    for (const answer of [
      await askToken(grant, basic(clientId, program.key)),
      await askToken({ ...grant, client_id: clientId, client_secret: program.key }),
    ]) {
      expect(answer).toMatchObject({ status: 200, token_type: 'Bearer', expires_in: expect.closeTo(3_600, -1) });
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await scopesOf(answer.access_token)).toEqual(['READ_SITES', 'READ_CAPACITY']);
    }
  });

  it('gives fewer scopes where fewer are asked for, and never more', async () => {
    const fewer = await askToken({ ...grant, scope: 'READ_SITES' }, basic(clientId, program.key));
    expect(fewer.scope).toBe('READ_SITES');
    expect(await scopesOf(fewer.access_token)).toEqual(['READ_SITES']);
    for (const scope of ['READ_PEOPLE', 'READ_SITES READ_PEOPLE', 'EVERYTHING', 'READ_SITES,READ_CAPACITY'])
      expect(await askToken({ ...grant, scope }, basic(clientId, program.key)), scope).toMatchObject({
        status: 400,
        error: 'invalid_scope',
      });
  });

  it('gives nothing where a parameter stands in the address', async () => {
    for (const address of ['?scope=READ_SITES', '?', '?grant_type=client_credentials'])
      expect(await askToken(grant, basic(clientId, program.key), address), address).toMatchObject({
        status: 400,
        error: 'invalid_request',
      });
  });

  it('refuses a wrong key, another program’s id, a token in place of a key, and other grants', async () => {
    const { access_token: token } = await askToken(grant, basic(clientId, program.key));
    for (const [id, secret] of [
      [clientId, `${program.key}x`],
      [toGlobalId('PartnerClient', program.keyId), program.key],
      [clientId, token],
    ] as const)
      expect(await askToken(grant, basic(id, secret))).toMatchObject({ status: 401, error: 'invalid_client' });
    expect(
      (await askToken({ grant_type: 'password', username: 'x', password: 'y' }, basic(clientId, program.key))).status,
    ).toBe(400);
    expect((await askToken({}, {})).status).toBe(400);
  });

  it('keeps a token as a hash, and lets it end with its key', async () => {
    const { access_token: token } = await askToken(grant, basic(clientId, program.key));
    const { rows } = await fresh.owner.query<{ row: string }>('select t::text as row from partner_token t');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ row }) => row).join(' ')).not.toContain(token.slice(5));
    await fresh.owner.query('update partner_key set ends_at = now() where id = $1', [program.keyId]);
    await vi.waitFor(async () => expect(await scopesOf(token)).toBe(401), { timeout: 1_000, interval: 50 });
  });
});
