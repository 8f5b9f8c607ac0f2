import type { GraphQLRequest } from '@apollo/server';

type Data = Readonly<Record<string, unknown>>;

/** As many documents are remembered: tools ask in a few ways, word by word the same each time. */
const MOST = 6;
const LONGEST = 10_000;

/**
 * Answers to questions about the schema, which stay the same for as long as the server runs, and take longer to put together than
 * anything else.
 */
export const createKeptAnswers = () => {
  const answers = new Map<string, Data>();
  return {
    /** What an answer is kept by. */
    keyOf({ query, operationName, variables }: Pick<GraphQLRequest, 'query' | 'operationName' | 'variables'>): string {
      return JSON.stringify([query, operationName, variables]);
    },
    has: (key: string): boolean => answers.has(key),
    get: (key: string): Data | undefined => answers.get(key),
    keep(key: string, data: Data): void {
      if (key.length > LONGEST || answers.has(key)) return;
      const [oldest] = answers.keys();
      if (answers.size >= MOST && oldest !== undefined) answers.delete(oldest);
      answers.set(key, data);
    },
  };
};
