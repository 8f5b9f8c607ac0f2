import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';

/** Confirms that nobody is signed in here any more. */
export const SignedOutPage = () => (
  <Page title="You are signed out">
    <p>Everything you have saved is kept. On a shared computer, close the browser too.</p>
    <ButtonLink href={paths.signIn} look="secondary">
      Sign in again
    </ButtonLink>
  </Page>
);
