import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { mockServer } from '../testing/mock-api.ts';
import { problemFrom } from './problems.ts';
import { registeredDocumentsLink } from './registered-documents.ts';

const document = Object.assign(
  gql`
    query Greeting($name: String!) {
      greeting(name: $name)
    }
  `,
  { __meta__: { hash: 'a1b2' } },
);

const ask = () =>
  new ApolloClient({ link: registeredDocumentsLink('http://localhost/graphql'), cache: new InMemoryCache() }).query({
    query: document,
    variables: { name: 'you' },
  });

test('sends the id of a document and its variables, never its text', async () => {
  let sent: unknown;
  mockServer.use(
    http.post('*/graphql', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ data: { greeting: 'Hello you' } });
    }),
  );
  const { data } = await ask();
  expect(data).toEqual({ greeting: 'Hello you' });
  expect(sent).toEqual({ documentId: 'a1b2', operationName: 'Greeting', variables: { name: 'you' } });
});

test('a question that was sent ahead is not sent again, and its answer is used once', async () => {
  let sent = 0;
  mockServer.use(
    http.post('*/graphql', () => {
      sent += 1;
      return HttpResponse.json({ data: { greeting: 'Hello again' } });
    }),
  );
  const body = JSON.stringify({ documentId: 'a1b2', operationName: 'Greeting', variables: { name: 'you' } });
  window.headStart = { body, response: Promise.resolve(Response.json({ data: { greeting: 'Hello early' } })) };
  expect((await ask()).data).toEqual({ greeting: 'Hello early' });
  expect(sent).toBe(0);
  expect((await ask()).data).toEqual({ greeting: 'Hello again' });
});

test('a refusal at the top of the answer becomes plain words and keeps its reference', async () => {
  mockServer.use(
    http.post('*/graphql', () =>
      HttpResponse.json(
        { errors: [{ message: 'secret words', extensions: { code: 'RATE_LIMITED', traceId: 'abc' } }] },
        { status: 429 },
      ),
    ),
  );
  const problem = problemFrom(await ask().catch((error: unknown) => error));
  expect(problem).toEqual({
    heading: 'Too many tries',
    advice: 'Wait a minute, then try again.',
    mayRetry: true,
    reference: 'abc',
  });
});

test('an unknown code is our fault', async () => {
  mockServer.use(
    http.post('*/graphql', () => HttpResponse.json({ errors: [{ message: 'x', extensions: { code: 'NEW' } }] })),
  );
  expect(problemFrom(await ask().catch((error: unknown) => error)).heading).toBe('Sorry, something went wrong');
});

test('a page of HTML instead of an answer is our fault too', async () => {
  mockServer.use(http.post('*/graphql', () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })));
  expect(problemFrom(await ask().catch((error: unknown) => error)).heading).toBe('Sorry, something went wrong');
});

test('no answer at all is a matter of the connection', async () => {
  mockServer.use(http.post('*/graphql', () => HttpResponse.error()));
  expect(problemFrom(await ask().catch((error: unknown) => error)).heading).toBe('We cannot reach the service');
});
