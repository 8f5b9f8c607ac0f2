import { useEffect, useState, type ReactNode } from 'react';
import { Navigate, Outlet } from 'react-router';
import { problemFrom } from '../apollo/problems.ts';
import { Unreachable } from '../apollo/registered-documents.ts';
import type { Role } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Loading, ProblemMessage } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';
import { sayHat } from './hats.ts';
import { useHere, withNext } from './next.ts';
import { useSessionChange } from './useSessionChange.ts';
import { useViewerOrProblem, type ViewerKnown } from './viewer.ts';

/**
 * Stands around pages for people who are signed in, under one of the hats named; without hats, under any. Whoever is
 * not signed in does so first and comes back. The server checks again: this only spares people a page of errors.
 * Pages that work offline are shown where the server cannot be reached, too; they know themselves what to show then.
 */
export function SignedIn({ hats, worksOffline = false }: { hats?: readonly Role[]; worksOffline?: boolean }) {
  const { viewer, error, again } = useViewerOrProblem();
  const here = useHere();
  const [isOutOfReach, setOutOfReach] = useState(false);
  useEffect(() => {
    if (viewer !== undefined) setOutOfReach(false);
    else if (error instanceof Unreachable) setOutOfReach(true);
  }, [viewer, error]);
  if (viewer === undefined) {
    // It stays while the server is asked again, so that nothing typed is lost.
    if (worksOffline && (isOutOfReach || error instanceof Unreachable)) return <Outlet />;
    return (
      <Waiting>
        {error === undefined ? <Loading /> : <ProblemMessage problem={problemFrom(error)} onRetry={again} />}
      </Waiting>
    );
  }
  if (viewer.isSuspended) return <Suspended />;
  // whatever page it is, they are led to where they show it
  if (viewer.mustShowSecondFactor) return <Outlet />;
  if (!viewer.isSignedIn || viewer.role === null) return <Navigate to={withNext(paths.signIn, here)} replace />;
  if (hats !== undefined && !hats.includes(viewer.role)) return <OtherHat viewer={viewer} hats={hats} here={here} />;
  return <Outlet />;
}

const Waiting = ({ children }: { children: ReactNode }) => (
  <div className="nhsuk-width-container">
    <main className="nhsuk-main-wrapper" id="main">
      {children}
    </main>
  </div>
);

function Suspended() {
  const { leave } = useSessionChange();
  return (
    <Page title="Your account is suspended">
      <p>You can sign in, but you cannot see or change anything. Nothing you saved is lost.</p>
      <p>An administrator has suspended the account. If you think this is a mistake, contact us.</p>
      <div className="rtp-actions">
        <ButtonLink href={paths.contact}>Contact us</ButtonLink>
        <Button type="button" look="secondary" onClick={() => void leave('here')}>
          Sign out
        </Button>
      </div>
    </Page>
  );
}

function OtherHat({ viewer, hats, here }: { viewer: ViewerKnown; hats: readonly Role[]; here: string }) {
  const { wear } = useSessionChange();
  const { submit, busy, problem } = useSending();
  const own = viewer.roles.filter((role) => hats.includes(role));
  return (
    <Page title="This page is for another role">
      {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
      <p>
        You are here as {sayHat(viewer.role ?? '').toLowerCase()}. This page is for:{' '}
        {hats.map((hat) => sayHat(hat).toLowerCase()).join(', ')}.
      </p>
      <div className="rtp-actions">
        {own.map((hat) => (
          <Button key={hat} type="button" busy={busy} onClick={() => void submit([], () => wear(hat, here))}>
            Go on as {sayHat(hat).toLowerCase()}
          </Button>
        ))}
        <ButtonLink href={paths.myHome} look="secondary">
          Go to your home page
        </ButtonLink>
      </div>
    </Page>
  );
}
