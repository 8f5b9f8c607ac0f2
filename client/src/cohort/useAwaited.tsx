import type { ReactNode } from 'react';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { idsAtMost } from './asked.ts';

const AwaitedDecisions = graphql(`
  query AwaitedDecisions {
    monday {
      awaitingDecision
    }
  }
`);

/** Whom a coordinator must decide about: those who have waited longest, and how many more there are. */
export interface Awaited {
  ids: string[];
  more: number;
}

/** Whom a coordinator must decide about is for the rules to say; the list of this week knows it. */
export function useAwaited(): { awaited: Awaited | undefined; instead: ReactNode } {
  const { data, instead } = useAnswer(AwaitedDecisions, {}, 'the decisions');
  const all = data?.monday.awaitingDecision;
  return {
    instead,
    awaited: all && { ids: all.slice(0, idsAtMost), more: Math.max(0, all.length - idsAtMost) },
  };
}
