import type { OperationVariables } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useRef } from 'react';
import type { Problem } from '../ui/States.tsx';
import { problemFrom } from './problems.ts';

/** What came of a command: the server's answer, or why there is none. */
type Outcome<Data> = { data: Data } | { problem: Problem };

interface Command<Data, Input> {
  /** Sends the command. */
  run: (input: Input) => Promise<Outcome<Data>>;
}

/**
 * A change that the server makes once, however often it is sent: the same input goes out under the same key until
 * something in it changes. So a press of the button after a lost answer does nothing twice.
 */
export function useCommand<Data, Input extends object>(
  document: TypedDocumentNode<Data, { input: Input }>,
): Command<Data, Omit<Input, 'idempotencyKey'>> {
  const client = useApolloClient();
  const sent = useRef({ input: '', key: '' });
  return {
    run: async (input) => {
      const text = JSON.stringify(input);
      if (sent.current.input !== text) sent.current = { input: text, key: crypto.randomUUID() };
      try {
        const { data } = await client.mutate<Data, OperationVariables>({
          mutation: document,
          variables: { input: { ...input, idempotencyKey: sent.current.key } },
        });
        return data === undefined || data === null ? { problem: problemFrom(undefined) } : { data };
      } catch (error) {
        return { problem: problemFrom(error) };
      }
    },
  };
}
