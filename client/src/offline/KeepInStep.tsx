import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { readOwner } from './device-owner.ts';
import { useSendKeptDays } from './useKeptDays.ts';

/** How often it is tried again while something waits, in milliseconds. */
const againMs = 30_000;

/**
 * Sends what was logged without a network as soon as there is one: when the service is opened, when the network or the person
 * comes back to the page, and now and then. Where nobody knows yet who is looking, it asks that again too.
 */
export function KeepInStep({ isViewerKnown }: { isViewerKnown: boolean }) {
  const client = useApolloClient();
  const send = useSendKeptDays();
  useEffect(() => {
    const sendAll = (): void => {
      const owner = readOwner();
      // Where the device keeps nothing, there is nothing to send.
      if (owner !== undefined) void send(owner.returnerId).catch(() => undefined);
    };
    const goOn = (): void => {
      if (document.visibilityState === 'hidden' || !navigator.onLine) return;
      if (!isViewerKnown) void client.refetchQueries({ include: ['Viewer'] }).catch(() => undefined);
      sendAll();
    };
    sendAll();
    const timer = setInterval(goOn, againMs);
    window.addEventListener('online', goOn);
    document.addEventListener('visibilitychange', goOn);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', goOn);
      document.removeEventListener('visibilitychange', goOn);
    };
  }, [client, send, isViewerKnown]);
  return null;
}
