import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';

/** The web app: one client for its questions, one router for its addresses. */
export const App = ({ client, router }: { client: ApolloClient; router: ReturnType<typeof createBrowserRouter> }) => (
  <ApolloProvider client={client}>
    <RouterProvider router={router} />
  </ApolloProvider>
);
