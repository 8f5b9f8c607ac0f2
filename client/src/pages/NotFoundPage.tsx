import { paths } from '../paths.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';

/** No page has this address. */
export const NotFoundPage = () => (
  <Page title="Page not found">
    <p>If you typed the address, check that it is right. If you followed a link, the page may have moved.</p>
    <p>
      You can <Link href={paths.home}>go to the home page</Link> or{' '}
      <Link href={paths.eligibility}>check what you need to do</Link>.
    </p>
  </Page>
);
