import { ApolloClient, InMemoryCache } from '@apollo/client';
import { possibleTypes } from '../generated/possible-types.ts';
import { registeredDocumentsLink } from './registered-documents.ts';

/** Where the web app asks its questions: the same origin it was loaded from. */
const address = '/graphql';

/** A new client with an empty cache. What has an `id` is one thing wherever it appears. */
export const createClient = (origin: string = location.origin): ApolloClient =>
  new ApolloClient({
    link: registeredDocumentsLink(new URL(address, origin).href),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        // Two pages ask for different fields of the same check; neither answer may push the other out.
        Query: { fields: { eligibility: { merge: true } } },
      },
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
