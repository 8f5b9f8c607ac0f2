import { useEffect } from 'react';
import { noteOwner } from './device-owner.ts';

/** Makes this device ready to log days without a network, for the returner who is looking. */
export function useThisDevice(returnerId: string | undefined, today: string | undefined): void {
  useEffect(() => {
    if (returnerId === undefined || today === undefined) return;
    noteOwner(returnerId, today);
    // The page itself opens without a network too. A browser that does not do that still keeps what is typed while it is open.
    if (import.meta.env.PROD && 'serviceWorker' in navigator)
      void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  }, [returnerId, today]);
}
