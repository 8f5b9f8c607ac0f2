/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
  '\n  fragment RegionChoices on Query {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n  }\n': typeof types.RegionChoicesFragmentDoc;
  '\n  query Boards($filter: IntegratedCareBoardFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        code\n        name\n        closedOn\n        region {\n          id\n          name\n        }\n        successions {\n          effectiveFrom\n          successor {\n            id\n            name\n          }\n        }\n        takenOverFrom {\n          effectiveFrom\n          predecessor {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n': typeof types.BoardsDocument;
  '\n  query Profession($code: ProfessionCode!) {\n    profession(code: $code) {\n      id\n      code\n      name\n      fieldOfPractice\n      protectedTitles\n      registrants\n      registrantsCountedOn\n      isEnglandAhp\n      renewalWindow {\n        opensOn\n        closesOn\n        isOpen\n      }\n    }\n  }\n': typeof types.ProfessionDocument;
  '\n  query Professions {\n    professions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        isEnglandAhp\n        renewalWindow {\n          opensOn\n          closesOn\n          isOpen\n        }\n      }\n    }\n  }\n': typeof types.ProfessionsDocument;
  '\n  query Regions($openOn: CalendarDate!) {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        boards(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n        trusts(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n      }\n    }\n  }\n': typeof types.RegionsDocument;
  '\n  query Sites(\n    $filter: SiteFilter\n    $trust: String!\n    $withTrust: Boolean!\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    trust(odsCode: $trust) @include(if: $withTrust) {\n      id\n      name\n    }\n    sites(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        trust {\n          id\n          odsCode\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n': typeof types.SitesDocument;
  '\n  query Trusts($filter: TrustFilter, $openOn: CalendarDate!, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(first: 100, filter: { openOn: $openOn }) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n    trusts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        region {\n          id\n          name\n        }\n        board {\n          id\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n': typeof types.TrustsDocument;
};
const documents: Documents = {
  '\n  fragment RegionChoices on Query {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n  }\n':
    types.RegionChoicesFragmentDoc,
  '\n  query Boards($filter: IntegratedCareBoardFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        code\n        name\n        closedOn\n        region {\n          id\n          name\n        }\n        successions {\n          effectiveFrom\n          successor {\n            id\n            name\n          }\n        }\n        takenOverFrom {\n          effectiveFrom\n          predecessor {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n':
    types.BoardsDocument,
  '\n  query Profession($code: ProfessionCode!) {\n    profession(code: $code) {\n      id\n      code\n      name\n      fieldOfPractice\n      protectedTitles\n      registrants\n      registrantsCountedOn\n      isEnglandAhp\n      renewalWindow {\n        opensOn\n        closesOn\n        isOpen\n      }\n    }\n  }\n':
    types.ProfessionDocument,
  '\n  query Professions {\n    professions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        isEnglandAhp\n        renewalWindow {\n          opensOn\n          closesOn\n          isOpen\n        }\n      }\n    }\n  }\n':
    types.ProfessionsDocument,
  '\n  query Regions($openOn: CalendarDate!) {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        boards(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n        trusts(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n      }\n    }\n  }\n':
    types.RegionsDocument,
  '\n  query Sites(\n    $filter: SiteFilter\n    $trust: String!\n    $withTrust: Boolean!\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    trust(odsCode: $trust) @include(if: $withTrust) {\n      id\n      name\n    }\n    sites(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        trust {\n          id\n          odsCode\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n':
    types.SitesDocument,
  '\n  query Trusts($filter: TrustFilter, $openOn: CalendarDate!, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(first: 100, filter: { openOn: $openOn }) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n    trusts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        region {\n          id\n          name\n        }\n        board {\n          id\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n':
    types.TrustsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment RegionChoices on Query {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n  }\n',
): (typeof documents)['\n  fragment RegionChoices on Query {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Boards($filter: IntegratedCareBoardFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        code\n        name\n        closedOn\n        region {\n          id\n          name\n        }\n        successions {\n          effectiveFrom\n          successor {\n            id\n            name\n          }\n        }\n        takenOverFrom {\n          effectiveFrom\n          predecessor {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Boards($filter: IntegratedCareBoardFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        code\n        name\n        closedOn\n        region {\n          id\n          name\n        }\n        successions {\n          effectiveFrom\n          successor {\n            id\n            name\n          }\n        }\n        takenOverFrom {\n          effectiveFrom\n          predecessor {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Profession($code: ProfessionCode!) {\n    profession(code: $code) {\n      id\n      code\n      name\n      fieldOfPractice\n      protectedTitles\n      registrants\n      registrantsCountedOn\n      isEnglandAhp\n      renewalWindow {\n        opensOn\n        closesOn\n        isOpen\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Profession($code: ProfessionCode!) {\n    profession(code: $code) {\n      id\n      code\n      name\n      fieldOfPractice\n      protectedTitles\n      registrants\n      registrantsCountedOn\n      isEnglandAhp\n      renewalWindow {\n        opensOn\n        closesOn\n        isOpen\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Professions {\n    professions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        isEnglandAhp\n        renewalWindow {\n          opensOn\n          closesOn\n          isOpen\n        }\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Professions {\n    professions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        isEnglandAhp\n        renewalWindow {\n          opensOn\n          closesOn\n          isOpen\n        }\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Regions($openOn: CalendarDate!) {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        boards(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n        trusts(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Regions($openOn: CalendarDate!) {\n    regions(first: 100) {\n      nodes {\n        id\n        code\n        name\n        boards(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n        trusts(first: 1, filter: { openOn: $openOn }) {\n          countUpTo1000\n        }\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Sites(\n    $filter: SiteFilter\n    $trust: String!\n    $withTrust: Boolean!\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    trust(odsCode: $trust) @include(if: $withTrust) {\n      id\n      name\n    }\n    sites(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        trust {\n          id\n          odsCode\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Sites(\n    $filter: SiteFilter\n    $trust: String!\n    $withTrust: Boolean!\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    trust(odsCode: $trust) @include(if: $withTrust) {\n      id\n      name\n    }\n    sites(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        trust {\n          id\n          odsCode\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Trusts($filter: TrustFilter, $openOn: CalendarDate!, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(first: 100, filter: { openOn: $openOn }) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n    trusts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        region {\n          id\n          name\n        }\n        board {\n          id\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Trusts($filter: TrustFilter, $openOn: CalendarDate!, $first: Int, $after: String, $last: Int, $before: String) {\n    ...RegionChoices\n    integratedCareBoards(first: 100, filter: { openOn: $openOn }) {\n      nodes {\n        id\n        code\n        name\n      }\n    }\n    trusts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      countUpTo1000\n      nodes {\n        id\n        odsCode\n        name\n        postcode\n        region {\n          id\n          name\n        }\n        board {\n          id\n          name\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n'];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> =
  TDocumentNode extends DocumentNode<infer TType, any> ? TType : never;
