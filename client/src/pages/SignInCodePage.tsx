import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useNext, withNext } from '../access/next.ts';
import { sendSignInCode } from '../access/second-factor.ts';
import { useFreshCache } from '../apollo/useFreshCache.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

/** The second half of a sign-in, for those who have set up an authenticator app: a code of it, or a recovery code. */
export function SignInCodePage() {
  const [code, setCode] = useState('');
  const [isLate, setLate] = useState(false);
  const { submit, ...sending } = useSending();
  const freshCache = useFreshCache();
  const navigate = useNavigate();
  const next = useNext(paths.myHome);
  const signInAgain = withNext(paths.signIn, next);
  if (isLate)
    return (
      <Page title="Sign in again" takesFocus>
        <p>There are 10 minutes for the code, and they are over. Begin again.</p>
        <ButtonLink href={signInAgain}>Sign in</ButtonLink>
      </Page>
    );
  const send = () =>
    submit(code.trim() === '' ? [{ field: 'code', message: 'Enter the code' }] : [], async () => {
      const sent = await sendSignInCode(code);
      if ('mustBegin' in sent) setLate(true);
      if ('done' in sent) {
        await freshCache();
        await navigate(next, { replace: true });
      }
      return sent;
    });
  return (
    <FormPage
      title="Enter your code"
      backHref={signInAgain}
      sending={sending}
      send="Sign in"
      onSend={() => void send()}
      intro={
        <p>
          Open the authenticator app on your phone, and type or paste the six digits it shows for Return to Practice.
        </p>
      }
      below={
        <>
          <h2>If you do not have your phone</h2>
          <p>Type one of your recovery codes in the same field. Each counts once.</p>
          <p>
            If you have added a passkey, <Link href={signInAgain}>sign in with it</Link> instead. If you have neither,
            write to us: <Link href={paths.contact}>how to reach us</Link>.
          </p>
        </>
      }
    >
      <TextInput
        id="code"
        label="Code"
        hint="Six digits, or a recovery code such as A7K2M-9XQTR"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        characters={20}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={errorFor(sending.errors, 'code')}
      />
    </FormPage>
  );
}
