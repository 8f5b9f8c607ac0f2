import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { keptDaysOf, onKeptDaysChange, type KeptDay } from './kept-days.ts';
import { logServer } from './log-server.ts';
import { sendKeptDays, type Sent } from './send-kept-days.ts';

const none: readonly KeptDay[] = [];

/** What is kept on this device for one person, always as it stands now; empty where the device keeps nothing. */
export function useKeptDays(returnerId: string | undefined): readonly KeptDay[] {
  const [kept, setKept] = useState(none);
  useEffect(() => {
    if (returnerId === undefined) return undefined;
    let isLeft = false;
    const read = () =>
      void keptDaysOf(returnerId).then(
        (days) => {
          if (!isLeft) setKept(days);
        },
        () => undefined,
      );
    read();
    const stop = onKeptDaysChange(read);
    return () => {
      isLeft = true;
      stop();
    };
  }, [returnerId]);
  return kept;
}

/** Sends what is kept for a person; what is in sight then shows what came into the log. */
export function useSendKeptDays(): (returnerId: string, fresh?: number) => Promise<Sent> {
  const client = useApolloClient();
  return useCallback(
    async (returnerId, fresh) => {
      const sent = await sendKeptDays(logServer(client), returnerId, fresh);
      const others = [...sent.answers].filter(([id, { __typename }]) => id !== fresh && __typename === 'DayLogged');
      if (others.length > 0) void client.refetchQueries({ include: 'active' });
      return sent;
    },
    [client],
  );
}
