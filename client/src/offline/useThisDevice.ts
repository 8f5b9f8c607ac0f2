import { useEffect } from 'react';
import { noteOwner, readOwner } from './device-owner.ts';
import { useSendKeptDays } from './useKeptDays.ts';

/** Makes this device ready to log days without a network, for the returner who is looking. */
export function useThisDevice(returnerId: string | undefined, today: string | undefined): void {
  const send = useSendKeptDays();
  useEffect(() => {
    if (returnerId === undefined || today === undefined) return;
    const before = readOwner()?.returnerId;
    noteOwner(returnerId, today);
    // Whoever comes back to this device may have left something here.
    if (before !== returnerId) void send(returnerId).catch(() => undefined);
    // The page itself opens without a network too. A browser that does not do that still keeps what is typed while it is open.
    if (import.meta.env.PROD && 'serviceWorker' in navigator)
      void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  }, [returnerId, today, send]);
}
