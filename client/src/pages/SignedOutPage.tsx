import { useEffect } from 'react';
import { useFreshCache } from '../apollo/useFreshCache.ts';
import { forgetAnswers } from '../eligibility/answers.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';

/** Confirms that nobody is signed in here any more, and forgets what somebody was told and what they answered. */
export function SignedOutPage() {
  const freshCache = useFreshCache();
  useEffect(() => {
    forgetAnswers();
    void freshCache();
  }, [freshCache]);
  return (
    <Page title="You are signed out">
      <p>Everything you have saved is kept. On a shared computer, close the browser too.</p>
      <ButtonLink href={paths.signIn} look="secondary">
        Sign in again
      </ButtonLink>
    </Page>
  );
}
