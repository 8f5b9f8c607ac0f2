import { ApolloServer } from '@apollo/server';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { openLog } from '../http/log.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { buildSchema as buildContract } from './build-schema.ts';
import type { RequestContext } from './context.ts';
import { tellDeprecations } from './tell-deprecations.ts';

const contract = buildContract();
const reason = 'Use `new`. Deprecated on 2026-11-22, removed after 2027-06-01.';
const schema = buildSchema(`type Query { old: String @deprecated(reason: "${reason}"), new: String }`);
let fresh: FreshDatabase;
let server: ApolloServer<RequestContext>;
let program: Actor;
let administrator: Actor;

beforeAll(async () => {
  fresh = await freshDatabase();
  server = new ApolloServer<RequestContext>({
    schema,
    plugins: [tellDeprecations(schema, fresh.database, openLog('silent'))],
  });
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into host (kind, name, region_id, contact_name, contact_email)
     select 'CHARITY', 'Example Host', id, 'Example Contact', 'contact@example.invalid' from region where code = 'Y56' returning id`,
  );
  const hostId = rows[0]?.id ?? '';
  const owner = await makePerson(fresh.database.orm.em, 'ORGANISATION_ADMINISTRATOR', { hostId });
  administrator = owner;
  const made = await makePartner(fresh.database.orm.em, { hostId, ownerId: owner.personId });
  const partner = { ...made, ownerId: owner.personId, scopes: [], budget: 10_000 };
  program = { ...anonymous, kind: 'PARTNER', hostIds: [hostId], partner };
});
afterAll(() => fresh.close());

const ask = async (actor: Actor, query: string): Promise<unknown> => {
  const contextValue = { actor } as unknown as RequestContext;
  const { body } = await server.executeOperation({ query }, { contextValue });
  return body.kind === 'single' ? body.singleResult.extensions?.['deprecations'] : undefined;
};
const noted = async (actor: Actor) => {
  const question = '{ deprecatedUses(first: 10) { nodes { coordinate reason lastSeenAt partnerClient { name } } } }';
  const { data, errors } = await askAs({ schema: contract, database: fresh.database }, actor, question);
  expect(errors).toBeUndefined();
  return (data as unknown as { deprecatedUses: { nodes: unknown[] } }).deprecatedUses.nodes;
};

test('whoever uses what will go away is told with the answer, and of programs it is noted, once', async () => {
  expect(await ask(program, '{ new }')).toBeUndefined();
  const told = [{ coordinate: 'Query.old', reason, useInstead: 'new', removedAfter: '2027-06-01' }];
  expect(await ask(anonymous, '{ old }')).toEqual(told);
  expect(await ask(program, '{ old }')).toEqual(told);
  expect(await ask(program, '{ again: old }')).toEqual(told);
  await expect.poll(() => noted(administrator)).toHaveLength(1);
  expect(await noted(administrator)).toMatchObject([
    { coordinate: 'Query.old', reason, partnerClient: { name: 'Example program' } },
  ]);
  const elsewhere = await makePerson(fresh.database.orm.em, 'ORGANISATION_ADMINISTRATOR', {});
  expect(await noted({ ...elsewhere, hostIds: [] })).toEqual([]);
});

test('a document that does not fit the schema is told of its faults alone', async () => {
  expect(await ask(program, '{ old { name } }')).toBeUndefined();
});
