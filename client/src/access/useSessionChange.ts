import { useNavigate } from 'react-router';
import { useFreshCache } from '../apollo/useFreshCache.ts';
import { paths } from '../paths.ts';
import { forgetDrafts } from '../ui/useDraft.ts';
import type { Sent } from '../ui/useSending.ts';
import { changeHat, signOut } from './requests.ts';

/** How a session changes while somebody is signed in. Nothing stays behind that belongs to the one before. */
export function useSessionChange() {
  const freshCache = useFreshCache();
  const navigate = useNavigate();
  return {
    leave: async (from: 'here' | 'everywhere'): Promise<Sent> => {
      const sent = await signOut(from);
      if ('done' in sent) {
        forgetDrafts();
        // That page forgets what the server answered: once it stands there, no page for those signed in is in sight.
        await navigate(paths.signedOut);
      }
      return sent;
    },
    wear: async (hat: string, next: string = paths.myHome): Promise<Sent> => {
      const sent = await changeHat(hat);
      if ('done' in sent) {
        await freshCache();
        await navigate(next);
      }
      return sent;
    },
  };
}
