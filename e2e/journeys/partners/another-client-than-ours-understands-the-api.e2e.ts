import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Client, fetchExchange, gql, type AnyVariables, type DocumentInput } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { buildSchema, introspectionFromSchema } from 'graphql';

// Relay's server specification (object identification, connections), proved by urql: its cache keeps records by type and id and puts
// pages together by cursors, and knows nothing of this service beyond the contract.

const contract = join(import.meta.dirname, '../../../schema/return-to-practice.graphql');
const introspection = introspectionFromSchema(buildSchema(readFileSync(contract, 'utf8')));

interface Page {
  readonly trusts: {
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: { readonly id: string; readonly name: string };
    }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
  };
}
const Trusts = gql<
  Page,
  { first?: number; after?: string | null; last?: number; before?: string | null; board?: string }
>`
  query Trusts($first: Int, $after: String, $last: Int, $before: String, $board: String) {
    trusts(first: $first, after: $after, last: $last, before: $before, filter: { boardCode: $board }) {
      edges {
        cursor
        node {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;
const Again = gql<{ node: { __typename: string; id: string; name: string; odsCode: string } | null }, { id: string }>`
  query Again($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Trust {
        name
        odsCode
      }
    }
  }
`;

const clientOf = (baseURL: string) => {
  const complaints: string[] = [];
  const cache = cacheExchange({
    schema: introspection,
    resolvers: { Query: { trusts: relayPagination() } },
    logger: (_severity, message) => void complaints.push(message),
  });
  const client = new Client({ url: `${baseURL}/graphql`, exchanges: [cache, fetchExchange], preferGetMethod: false });
  const ask = async <Data, Variables extends AnyVariables>(
    document: DocumentInput<Data, Variables>,
    variables: Variables,
    requestPolicy: 'network-only' | 'cache-only' | 'cache-first' = 'network-only',
  ): Promise<Data> => {
    const { data, error } = await client.query(document, variables, { requestPolicy }).toPromise();
    if (!data) throw error ?? new Error('There was no answer.');
    return data;
  };
  return { ask, complaints };
};
const idsOf = ({ trusts }: Page): string[] => trusts.edges.map(({ node }) => node.id);

test('pages forward are put together by their cursors, no row twice and none left out', async ({ baseURL }) => {
  const { ask, complaints } = clientOf(String(baseURL));
  const whole = idsOf(await clientOf(String(baseURL)).ask(Trusts, { first: 7 }));
  const one = await ask(Trusts, { first: 4 });
  expect(idsOf(one)).toEqual(whole.slice(0, 4));
  expect(one.trusts.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const two = await ask(Trusts, { first: 3, after: one.trusts.pageInfo.endCursor });
  expect(idsOf(two)).toEqual(whole);
  expect(complaints).toEqual([]);
});

test('pages back from a row are the rows before it, in the same order', async ({ baseURL }) => {
  const { ask, complaints } = clientOf(String(baseURL));
  const whole = (await clientOf(String(baseURL)).ask(Trusts, { first: 7 })).trusts.edges;
  const before = whole[6]?.cursor ?? null;
  const back = await ask(Trusts, { last: 3, before });
  expect(idsOf(back)).toEqual(whole.slice(3, 6).map(({ node }) => node.id));
  const further = await ask(Trusts, { last: 3, before: back.trusts.pageInfo.startCursor });
  expect(idsOf(further)).toEqual(whole.slice(0, 6).map(({ node }) => node.id));
  expect(complaints).toEqual([]);
});

test('a record is found again by its id alone, and is the same record in the cache', async ({ baseURL }) => {
  const { ask, complaints } = clientOf(String(baseURL));
  const [edge] = (await ask(Trusts, { first: 1 })).trusts.edges;
  const id = edge?.node.id ?? '';
  const { node } = await ask(Again, { id });
  expect(node).toMatchObject({ __typename: 'Trust', id, name: edge?.node.name });
  // from the cache alone, though the name came by another question
  expect((await ask(Again, { id }, 'cache-only')).node?.odsCode).toBe(node?.odsCode);
  expect(await ask(Again, { id: 'bm90aGluZw' })).toEqual({ node: null });
  expect(complaints).toEqual([]);
});

test('lists with other filters are other lists', async ({ baseURL }) => {
  const { ask, complaints } = clientOf(String(baseURL));
  const all = await ask(Trusts, { first: 5 });
  const ofBoard = await ask(Trusts, { first: 5, board: 'QOP' });
  expect(idsOf(ofBoard)).not.toEqual(idsOf(all));
  expect(idsOf(await ask(Trusts, { first: 5 }, 'cache-only'))).toEqual(idsOf(all));
  expect(complaints).toEqual([]);
});
