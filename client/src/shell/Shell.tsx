import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link as RouterLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { forgetOwner, readOwner } from '../offline/device-owner.ts';
import { LinkProvider, type LinkProps } from '../ui/Link.tsx';
import { ArrivalProvider } from '../ui/Page.tsx';
import { DemonstrationBanner } from './DemonstrationBanner.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';

const AppLink = ({ href, children, ...rest }: LinkProps) => (
  <RouterLink to={href} {...rest}>
    {children}
  </RouterLink>
);

// only those who are signed in need it
const LiveUpdates = lazy(async () => ({ default: (await import('../live/LiveUpdates.tsx')).LiveUpdates }));

// only those who have used their log on this device need it
const KeepInStep = lazy(async () => ({ default: (await import('../offline/KeepInStep.tsx')).KeepInStep }));

/** What stands around every page: skip link, header, the page itself, footer. */
export function Shell() {
  const location = useLocation();
  const first = useRef(location.key);
  const waiting = useNavigation().state === 'loading';
  return (
    <LinkProvider value={AppLink}>
      <ArrivalProvider value={location.key !== first.current}>
        <div className="rtp-page">
          <SkipLink />
          <Header />
          {waiting ? <div className="rtp-progress" role="progressbar" aria-label="Loading the next page" /> : null}
          <div className="rtp-page__main" aria-busy={waiting}>
            <Outlet />
          </div>
          <Footer />
          <DemonstrationBanner />
          <WhileSignedIn />
          <WhileLogging />
        </div>
        <ScrollRestoration />
      </ArrivalProvider>
    </LinkProvider>
  );
}

// only those who are known are asked
const AskWhoItIs = lazy(async () => ({ default: (await import('../access/AskWhoItIs.tsx')).AskWhoItIs }));

/**
 * Whoever is known is asked again who they are before something risky; changes are told to those who are signed in. Whoever comes in as
 * somebody else begins anew.
 */
function WhileSignedIn() {
  const viewer = useViewer();
  if (!viewer?.isSignedIn && !viewer?.mustShowSecondFactor) return null;
  return (
    <Suspense>
      <AskWhoItIs isUnproven={viewer.mustShowSecondFactor} />
      {viewer.isSignedIn && !viewer.isSuspended ? (
        <LiveUpdates key={`${viewer.displayName ?? ''} ${viewer.role ?? ''}`} />
      ) : null}
    </Suspense>
  );
}

/** Days that were logged without a network are sent; after signing out this device logs no more for whoever was here. */
function WhileLogging() {
  const viewer = useViewer();
  const isSomebodyElse = viewer !== undefined && (!viewer.isSignedIn || viewer.role !== 'RETURNER');
  useEffect(() => {
    if (isSomebodyElse) forgetOwner();
  }, [isSomebodyElse]);
  if (isSomebodyElse || readOwner() === undefined) return null;
  return (
    <Suspense>
      <KeepInStep isViewerKnown={viewer !== undefined} />
    </Suspense>
  );
}

/** The first thing a keyboard reaches: past the header, to the page's heading. */
const SkipLink = () => (
  <a
    className="nhsuk-skip-link"
    href="#main"
    onClick={(event) => {
      event.preventDefault();
      const heading = document.querySelector<HTMLElement>('h1');
      heading?.scrollIntoView({ block: 'start' });
      heading?.focus();
    }}
  >
    Skip to main content
  </a>
);
