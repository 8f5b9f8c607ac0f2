import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { buildSchema, execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { registeredId } from '../apollo/registered-documents.ts';
import { ViewerDocument, type ViewerQuery } from '../generated/graphql.ts';

/** The answer that a test gives to one document: its data, or the code of a refusal at the top of the answer. */
type Answer<Data, Variables> =
  Data | { refusedWith: string } | ((variables: Variables) => Data | { refusedWith: string });

const sdl = join(import.meta.dirname, '../../../schema/return-to-practice.graphql');

let built: GraphQLSchema | undefined;
const contract = (): GraphQLSchema => (built ??= buildSchema(readFileSync(sdl, 'utf8')));

/** Somebody who is not signed in, outside the demonstration. */
export const nobody: ViewerQuery['viewer'] = {
  __typename: 'Viewer',
  displayName: null,
  isSignedIn: false,
  isSuspended: false,
  isDemonstration: false,
  mustShowSecondFactor: false,
  role: null,
  roles: [],
  places: [],
  today: '2026-11-21',
};

/** Lets somebody else look: what is not given is as for `nobody`. */
export const viewerIs = (viewer: Partial<ViewerQuery['viewer']>): void =>
  answer(ViewerDocument, { __typename: 'Query', viewer: { ...nobody, ...viewer } });

/** The server that every test runs against; it knows nothing but what a test tells it with `answer`. */
export const mockServer = setupServer(
  http.get('*/demo/personas', () => new HttpResponse(null, { status: 404 })),
  // nobody signs in with an account elsewhere, unless a test says so
  http.get('*/auth/providers', () => HttpResponse.json({ providers: [] })),
  // nothing changes, unless a test says so
  http.get('*/live', () => new HttpResponse(null, { status: 204 })),
  ...answersTo(ViewerDocument, { __typename: 'Query', viewer: nobody }),
);

/**
 * Answers a document. The answer is typed by the document and checked against the contract: variables and data that the
 * real server could not have are errors here too.
 */
export function answer<Data extends object, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  given: Answer<Data, Variables>,
): void {
  mockServer.use(...answersTo(document, given));
}

function answersTo<Data extends object, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  given: Answer<Data, Variables>,
) {
  const id = registeredId(document);
  return [
    http.post<never, { documentId: string; variables: Variables }>('*/graphql', async ({ request }) => {
      const body = await request.clone().json();
      if (body.documentId !== id) return undefined;
      const data = typeof given === 'function' ? given(body.variables) : given;
      if ('refusedWith' in data) return HttpResponse.json(refusal(data.refusedWith));
      return HttpResponse.json(await checked(document, data, body.variables));
    }),
  ];
}

const refusal = (code: string) => ({
  data: null,
  errors: [{ message: 'The server says no.', extensions: { code, traceId: 'trace-1' } }],
});

/** Runs the document over the given data, so that the contract's types decide what may pass. */
async function checked(document: DocumentNode, data: object, variables: unknown): Promise<ExecutionResult> {
  const result = await execute({
    schema: contract(),
    document,
    rootValue: data,
    variableValues: Object(variables),
    fieldResolver: (source: object, _arguments, _context, { path }) => Reflect.get(source, path.key),
    typeResolver: (value: object) => String(Reflect.get(value, '__typename')),
  });
  const [error] = result.errors ?? [];
  if (error !== undefined) throw new Error(`The mock answer does not fit the contract: ${error.message}`);
  return result;
}
