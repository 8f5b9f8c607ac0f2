import { useRouteError } from 'react-router';
import { readOwner } from '../offline/device-owner.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';

/** A page that failed to load says so; one that broke while it was shown says something else. */
const failedToLoad = (error: unknown) => error instanceof TypeError && /import|module|fetch/i.test(error.message);

/** Shown in place of a page that could not be shown. */
export function ErrorPage() {
  const loading = failedToLoad(useRouteError());
  return (
    <Page title={loading ? 'This page did not load' : 'Sorry, there is a problem with this page'}>
      <p>
        {loading
          ? 'Your connection may have dropped, or the service may have been updated while you had it open.'
          : 'It is our fault, not yours.'}{' '}
        Load the page again. If that does not help, <Link href={paths.contact}>tell us</Link>.
      </p>
      {loading && readOwner() !== undefined ? (
        <p>
          Without a network you can <Link href={paths.logDay}>log a day</Link> all the same.
        </p>
      ) : null}
      <div className="rtp-actions">
        <Button type="button" onClick={() => location.reload()}>
          Load the page again
        </Button>
        <Link href={paths.home}>Go to the home page</Link>
      </div>
    </Page>
  );
}
