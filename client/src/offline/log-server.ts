import type { ApolloClient } from '@apollo/client';
import { topLevelCode } from '../apollo/problems.ts';
import { Unreachable } from '../apollo/registered-documents.ts';
import { graphql } from '../generated/gql.ts';
import type { LogBetweenQuery, LogBetweenQueryVariables } from '../generated/graphql.ts';
import type { Server } from './send-kept-days.ts';
import type { InLog } from './twins.ts';

const LogDay = graphql(`
  mutation LogDay($input: LogDayInput!) {
    logDay(input: $input) {
      ... on DayLogged {
        loggedDay {
          ...LoggedDayFields
        }
        returner {
          ...ReturnerMeterFields
        }
      }
      ... on LogDayRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const LogBetween = graphql(`
  query LogBetween($filter: LoggedDayFilter, $after: String) {
    viewer {
      returner {
        id
        loggedDays(filter: $filter, first: 100, after: $after, orderBy: OLDEST) {
          nodes {
            ...LoggedDayFields
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

/** Codes at the top of an answer that say nothing against the day itself, but that the person can do something about. */
const passing = new Set(['UNAUTHENTICATED', 'RATE_LIMITED', 'DOCUMENT_NOT_REGISTERED']);

const fateOf: Server['fateOf'] = (error) => {
  const code = topLevelCode(error) ?? '';
  if (error instanceof Unreachable || code === 'UNAVAILABLE') return 'UNANSWERED';
  return passing.has(code) ? 'NOT_NOW' : 'NEVER';
};

type LogPart = NonNullable<LogBetweenQuery['viewer']['returner']>;

/** Not from what this page remembers: another device may have written since. */
async function readLog(client: ApolloClient, variables: LogBetweenQueryVariables): Promise<LogPart | null> {
  const { data } = await client.query({ query: LogBetween, variables, fetchPolicy: 'no-cache' });
  return data?.viewer.returner ?? null;
}

/** The log on the server, as sending needs it. */
export const logServer = (client: ApolloClient): Server => ({
  isInReach: () => navigator.onLine,
  fateOf,
  logDay: async (input) => {
    const { data } = await client.mutate({ mutation: LogDay, variables: { input } });
    if (data === undefined || data === null) throw new Error('The answer is empty.');
    return data.logDay;
  },
  logBetween: async (from, to) => {
    const days: InLog[] = [];
    let after: string | null = null;
    for (;;) {
      const returner: LogPart | null = await readLog(client, { filter: { from, to }, after });
      if (returner === null) return { returnerId: null, days: [] };
      const { id, loggedDays } = returner;
      days.push(...loggedDays.nodes);
      after = loggedDays.pageInfo.hasNextPage ? loggedDays.pageInfo.endCursor : null;
      if (after === null) return { returnerId: id, days };
    }
  },
});
