import type { OperationVariables } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ReactNode } from 'react';
import { Loading, ProblemMessage } from '../ui/States.tsx';
import { problemFrom } from './problems.ts';

interface Asked<Data> {
  /** The answer; while a changed question is on its way, the answer to the one before it. */
  data: Data | undefined;
  /** True while an answer, first or new, is on its way. */
  waiting: boolean;
  /** What to show instead of the answer: that it is on its way, or why there is none. */
  instead: ReactNode;
  /** Asks again. */
  retry: () => void;
}

/**
 * Asks the server a question for a page. An old answer stays in sight until the new one is there. `cache-first` suits
 * answers that follow from their variables alone: the same question is then asked once.
 */
export function useAnswer<Data, Variables extends OperationVariables>(
  question: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  what?: string,
  policy: 'cache-and-network' | 'cache-first' = 'cache-and-network',
): Asked<Data> {
  const { data, previousData, error, loading, refetch } = useQuery<Data, OperationVariables>(question, {
    variables,
    fetchPolicy: policy,
  });
  const retry = () => void refetch().catch(() => undefined);
  const known = data ?? (loading ? previousData : undefined);
  return {
    data: known,
    waiting: loading,
    retry,
    instead:
      error !== undefined && !loading ? (
        <ProblemMessage problem={problemFrom(error)} onRetry={retry} />
      ) : (
        <Loading {...(what === undefined ? {} : { what })} />
      ),
  };
}
