import type { ApolloClient, ObservableQuery } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { unattended } from '../apollo/registered-documents.ts';
import { listen } from './listen.ts';
import { concerns, recordsIn, type Changed } from './shown.ts';
import { sayUpdate, waits } from './words.ts';

/** Changes that come together are asked for together; a page is asked for no more often than once a second. */
const GATHER_MS = 60;
const REST_MS = 1_000;
const SAID_MS = 10_000;
/** By then the new answer is on the page. */
const SHOWN_MS = 100;

/** Whoever fills in a form is left alone: answers that came anew would change what they look at, or what they are about to save. */
const isFillingIn = (): boolean =>
  [...document.querySelectorAll('main form')].some((form) => form.closest('[role="search"]') === null);

const readChange = (data: string): Changed | undefined => {
  const told: unknown = JSON.parse(data);
  const [type, id] = [Reflect.get(Object(told), 'type'), Reflect.get(Object(told), 'id')] as unknown[];
  return typeof type === 'string' && typeof id === 'string' ? { type, id } : undefined;
};

const answerOf = (query: ObservableQuery): unknown => query.getCurrentResult().data;

/** Asks again, past the page: an answer that does not come leaves what is shown as it is. */
const askAgain = async (client: ApolloClient, { query, variables }: ObservableQuery): Promise<unknown> => {
  try {
    return (await client.query({ query, variables, fetchPolicy: 'network-only', context: unattended })).data;
  } catch {
    return undefined;
  }
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Keeps the page up to date while somebody looks at it: listens to what changes, and asks again for those answers in sight that show
 * it. The focus stays where it is. Answers what to tell whoever cannot see that the page has changed.
 */
export function useLiveUpdates(): string {
  const client = useApolloClient();
  const [said, say] = useState('');

  useEffect(() => {
    const changed = new Map<string, Changed>();
    let isReset = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let forgetting: ReturnType<typeof setTimeout> | undefined;
    let updatedAt = 0;
    let isDone = false;
    let hasSaidToWait = false;

    const tell = (words: string): void => {
      clearTimeout(forgetting);
      say(words);
      // said again later, the same words are news again
      forgetting = setTimeout(() => say(''), SAID_MS);
    };
    const plan = (): void => {
      timer ??= setTimeout(() => void update(), Math.max(GATHER_MS, updatedAt + REST_MS - Date.now()));
    };
    const update = async (): Promise<void> => {
      const told = [...changed.values()];
      const queries = [...client.getObservableQueries('active')].filter(
        (query) => isReset || told.some((change) => concerns(query.queryName ?? '', answerOf(query), change)),
      );
      updatedAt = Date.now();
      if (queries.length > 0 && isFillingIn()) {
        if (!hasSaidToWait) tell(waits);
        hasSaidToWait = true;
        timer = undefined;
        return plan();
      }
      [isReset, hasSaidToWait] = [false, false];
      changed.clear();
      const before = queries.map(answerOf);
      const after = await Promise.all(queries.map((query) => askAgain(client, query)));
      const focus = document.activeElement;
      if (isDone) return;
      timer = undefined;
      if (changed.size > 0 || isReset) plan();
      if (after.every((answer, index) => answer === undefined || isSame(answer, before[index]))) return;
      tell(sayUpdate(recordsIn(before), recordsIn(after), told));
      setTimeout(() => keepFocus(focus), SHOWN_MS);
    };

    const leave = listen(location.origin, {
      hear: ({ name, data }) => {
        const change = name === 'change' ? readChange(data) : undefined;
        if (change !== undefined) changed.set(`${change.type} ${change.id}`, change);
        else if (name === 'reset') isReset = true;
        else return;
        plan();
      },
      onEnd: () => void client.refetchQueries({ include: ['Viewer'] }),
    });
    return () => {
      isDone = true;
      clearTimeout(timer);
      clearTimeout(forgetting);
      leave();
    };
  }, [client]);
  return said;
}

/** A page that has changed may have lost what had the focus, or moved it to its heading. Whoever moved it themselves is let be. */
function keepFocus(before: Element | null): void {
  const now = document.activeElement;
  const isMoved = now === document.body || now?.tagName === 'H1';
  if (!isMoved || now === before || !(before instanceof HTMLElement) || before === document.body) return;
  const to = before.isConnected ? before : document.querySelector<HTMLElement>('h1');
  to?.focus({ preventScroll: true });
}
