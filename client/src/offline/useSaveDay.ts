import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import { Unreachable } from '../apollo/registered-documents.ts';
import type { LogDayMutation } from '../generated/graphql.ts';
import { dropKeptDay, keepDay, keptDay, NotKept, type DayFacts } from './kept-days.ts';
import { logServer } from './log-server.ts';
import { useSendKeptDays } from './useKeptDays.ts';

/** What came of saving a day. */
export type Saved =
  /** The server's answer: it is in the log, or why not. */
  | { readonly answer: LogDayMutation['logDay'] }
  /** It is kept on this device until it can be sent, or until the person has looked at it. */
  | { readonly keptHere: 'WAITS' | 'NEEDS_YOU' }
  /** It is in the log; another tab has sent it. */
  | { readonly keptHere: 'SENT' }
  /** It is neither here nor there; where the service was out of reach too, because this device keeps nothing. */
  | { readonly lost: unknown; readonly isDeviceFull: boolean };

/**
 * Saves a day: first on this device, then in the log. So nothing is lost where the network is, or the page is closed, halfway.
 * A device that keeps nothing sends at once, under one key until something in the day changes.
 */
export function useSaveDay(): (returnerId: string, day: DayFacts) => Promise<Saved> {
  const client = useApolloClient();
  const send = useSendKeptDays();
  const direct = useRef({ text: '', idempotencyKey: '' });
  return async (returnerId, day) => {
    try {
      const id = await keepDay(returnerId, day);
      const { answers, stopped } = await send(returnerId, id);
      const answer = answers.get(id);
      if (answer?.__typename === 'LogDayRefused') await dropKeptDay(id);
      if (answer !== undefined) return { answer };
      const kept = await keptDay(id);
      if (kept === undefined) return { lost: stopped?.because, isDeviceFull: false };
      if (kept.standing === 'SAVED') return { keptHere: 'SENT' };
      return { keptHere: kept.standing === 'NEEDS_YOU' ? 'NEEDS_YOU' : 'WAITS' };
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
    }
    const text = JSON.stringify({ returnerId, day });
    if (direct.current.text !== text) direct.current = { text, idempotencyKey: crypto.randomUUID() };
    const server = logServer(client);
    try {
      const { idempotencyKey } = direct.current;
      return { answer: await server.logDay({ returnerId, idempotencyKey, ...day }) };
    } catch (lost) {
      return { lost, isDeviceFull: lost instanceof Unreachable };
    }
  };
}
