import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';

/** Forgets every answer of the server, and asks again for what is in sight: somebody else is signed in now, or nobody. */
export function useFreshCache(): () => Promise<void> {
  const client = useApolloClient();
  return useCallback(async () => {
    // What cannot be asked again says so in its own place.
    await client.resetStore().catch(() => undefined);
  }, [client]);
}
