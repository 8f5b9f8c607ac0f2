import { Navigate, useLocation } from 'react-router';
import { ConfirmItIsYou } from './ConfirmItIsYou.tsx';
import { useHere, withNext } from './next.ts';
import { paths } from '../paths.ts';

/** Where somebody whose role takes a second factor may be before they have shown it. */
const openBefore: readonly string[] = [paths.secondFactor, paths.passkeys, paths.signedOut, paths.contact];

/**
 * Asks who somebody is before something risky. Whoever lacks the second factor that their role takes is answered nothing, and so they
 * are led to where they show it.
 */
export function AskWhoItIs({ isUnproven }: { isUnproven: boolean }) {
  const here = useHere();
  const { pathname } = useLocation();
  return (
    <>
      <ConfirmItIsYou />
      {isUnproven && !openBefore.includes(pathname) ? (
        <Navigate to={withNext(paths.secondFactor, here)} replace />
      ) : null}
    </>
  );
}
