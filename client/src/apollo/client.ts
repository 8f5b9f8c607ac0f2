import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { from, mergeMap, of, tap } from 'rxjs';
import { possibleTypes } from '../generated/possible-types.ts';
import { confirmCode, confirmItIsYou } from './confirming.ts';
import { registeredDocumentsLink } from './registered-documents.ts';

/** Where the web app asks its questions: the same origin it was loaded from. */
const address = '/graphql';

/** Looks at each answer for the word that the session has ended. */
const sessionWatch = (onEnd: () => void): ApolloLink =>
  new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap(({ errors }) => {
        if (errors?.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED') === true) onEnd();
      }),
    ),
  );

/** Where the server asks again who somebody is, so does the page; then the same is sent once more, and nothing typed is lost. */
const askAgain: ApolloLink = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    mergeMap((result) =>
      result.errors?.some(({ extensions }) => extensions?.['code'] === confirmCode) === true
        ? from(confirmItIsYou()).pipe(mergeMap((isSure) => (isSure ? forward(operation) : of(result))))
        : of(result),
    ),
  ),
);

/** A new client with an empty cache. What has an `id` is one thing wherever it appears. */
export const createClient = (origin: string = location.origin): ApolloClient => {
  const client: ApolloClient = new ApolloClient({
    link: ApolloLink.from([
      // Whoever is looking is asked for again; pages for those signed in then lead to sign-in and back.
      sessionWatch(() => void client.refetchQueries({ include: ['Viewer'] })),
      askAgain,
      registeredDocumentsLink(new URL(address, origin).href),
    ]),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        // There is one viewer, whatever is asked about them.
        Viewer: { keyFields: [] },
        // Reckoned as a whole: an old part never stands beside a new one.
        Host: { fields: { members: { merge: false } } },
        Pathway: { merge: false },
        Plan: { merge: false },
        // an answer brings all days of a placement
        Placement: { fields: { attendance: { merge: false } } },
        UpdatingCount: { merge: false },
      },
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
  return client;
};
