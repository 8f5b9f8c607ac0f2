import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../access/actor.ts';
import { makePerson } from '../../access/person.factory.ts';
import { allScopes } from '../../access/scopes.ts';
import { toGlobalId } from '../../kernel/global-id.ts';
import { makePartner } from '../../partners/partner.factory.ts';
import { askAs } from '../../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { randomFrom } from '../../testing/random.ts';
import { anonymous } from '../../access/actor.ts';
import { buildSchema } from '../build-schema.ts';
import { projections } from '../projections.ts';

const schema = buildSchema();
let fresh: FreshDatabase;
let hostId = '';
let program: Actor;
let other: Actor;

beforeAll(async () => {
  fresh = await freshDatabase();
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into host (kind, name, region_id) select 'CHARITY', 'Example Host', id from region where code = 'Y56' returning id`,
  );
  hostId = rows[0]?.id ?? '';
  const { em } = fresh.database.orm;
  const { personId: ownerId } = await makePerson(em, 'ADMINISTRATOR');
  const actorOf = async (): Promise<Actor> => {
    const { clientId, keyId } = await makePartner(em, { hostId, ownerId });
    const partner = { clientId, keyId, ownerId, scopes: allScopes, budget: 10_000 };
    return { ...anonymous, kind: 'PARTNER', hostIds: [hostId], partner };
  };
  program = await actorOf();
  other = await actorOf();
});
afterAll(() => fresh.close());

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly startCursor: string;
    readonly endCursor: string;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
}
const ask = async (actor: Actor, source: string, variables: object) => {
  const { data, errors } = await askAs({ schema, database: fresh.database }, actor, source, { ...variables });
  return { data: data as Record<string, unknown> | null | undefined, error: errors?.[0] };
};
const sites = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) { host(id: $id) {
  sites(first: $first, after: $after, last: $last, before: $before) { nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`;
const pageOf = async (variables: object): Promise<Page> => {
  const { data, error } = await ask(program, sites, { id: toGlobalId('Host', hostId), ...variables });
  expect(error).toBeUndefined();
  return (data as { host: { sites: Page } }).host.sites;
};
const addSites = async (names: readonly string[]): Promise<string[]> => {
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into placement_site (host_id, name, postcode, latitude, longitude) select $1, unnest($2::text[]), 'NW1 0PE', 51.5, 0 returning id`,
    [hostId, names],
  );
  return rows.map(({ id }) => toGlobalId('PlacementSite', id));
};
const removeSites = (ids: readonly string[]) =>
  fresh.owner.query('delete from placement_site where id = any($1::uuid[])', [
    ids.map((id) => Buffer.from(id, 'base64url').toString().split(':')[1]),
  ]);

describe('pages', () => {
  it.each(Array.from({ length: 16 }, (_, index) => index + 1))(
    'show no row twice and lose none while others come and go (%i)',
    async (seed) => {
      const random = randomFrom(seed);
      // few names, so that many rows stand beside each other in the order
      const name = () => `Site ${random.below(4)}`;
      const staying = await addSites(Array.from({ length: 12 + random.below(10) }, name));
      let passing = await addSites(Array.from({ length: 8 }, name));
      const backwards = random.chance(0.5);
      const seen: string[] = [];
      let cursor: string | null = null;
      for (let more = true; more;) {
        const size: number = 1 + random.below(5);
        const page: Page = await pageOf(backwards ? { last: size, before: cursor } : { first: size, after: cursor });
        seen.push(...page.nodes.map(({ id }) => id));
        more = backwards ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage;
        cursor = backwards ? page.pageInfo.startCursor : page.pageInfo.endCursor;
        const gone = passing.filter(() => random.chance(0.3));
        await removeSites(gone);
        passing = [
          ...passing.filter((id) => !gone.includes(id)),
          ...(await addSites(random.chance(0.5) ? [name()] : [])),
        ];
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(staying.filter((id) => !seen.includes(id))).toEqual([]);
      await removeSites([...staying, ...passing]);
    },
  );

  it('are ordered by columns that are never empty: a row without one would stand on no page', async () => {
    const { rows } = await fresh.owner.query<{ at: string }>(
      `select c.table_name || '.' || c.column_name as at from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and c.is_nullable = 'YES' and t.table_type = 'BASE TABLE'`,
    );
    const nullable = new Set(rows.map(({ at }) => at));
    const open = [...projections.values()].flatMap(({ type, fields }) =>
      Object.entries(fields).flatMap(([field, how]) =>
        how.kind === 'connection'
          ? Object.values(how.orders).flatMap(({ by }) =>
              nullable.has(`${how.to().table}.${by}`) ? [`${type}.${field} by ${by}`] : [],
            )
          : [],
      ),
    );
    expect(open).toEqual([]);
  });
});

describe('a cursor', () => {
  const cursorOf = async (actor: Actor, source: string): Promise<string> => {
    const { data } = await ask(actor, source, {});
    return (Object.values(data ?? {})[0] as Page).pageInfo.endCursor;
  };
  const page = (field: string, more: string) => `{ ${field}(first: 1${more}) { nodes { id } pageInfo { endCursor } } }`;

  it('belongs to its list: not to another one, another order or another filter', async () => {
    const cursor = await cursorOf(program, page('trusts', ''));
    const after = `, after: "${cursor}"`;
    expect((await ask(program, page('trusts', after), {})).error).toBeUndefined();
    for (const source of [
      page('sites', after),
      page('trusts', `${after}, orderBy: ODS_CODE`),
      page('trusts', `${after}, filter: { regionCode: "Y56" }`),
      page('trusts', ', after: "nothing"'),
      page('trusts', `, after: "${Buffer.from('["NAME","a","b"]').toString('base64url')}"`),
    ]) {
      const { error } = await ask(program, source, {});
      expect(error?.originalError, source).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
    }
  });

  it('belongs to the program that it was shown to, whichever of its keys it comes with', async () => {
    const cursor = await cursorOf(program, page('trusts', ''));
    const source = page('trusts', `, after: "${cursor}"`);
    expect((await ask(other, source, {})).error?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await ask(anonymous, source, {})).error?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
    const { partner } = program;
    const withNewKey: Actor = { ...program, ...(partner ? { partner: { ...partner, keyId: hostId } } : {}) };
    expect((await ask(withNewKey, source, {})).error).toBeUndefined();
  });

  it.each(['first: 0', 'first: 101', 'last: -1', 'first: 1, last: 1', ''])(
    'asks for a page of 1 to 100: not (%s)',
    async (size) => {
      const { error } = await ask(program, `{ trusts${size === '' ? '' : `(${size})`} { nodes { id } } }`, {});
      expect(error?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );
});
