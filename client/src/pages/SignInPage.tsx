import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { checkEmail } from '../access/email.ts';
import { deviceName, KeepSignedIn, otherDevice } from '../access/KeepSignedIn.tsx';
import { useNext, withNext } from '../access/next.ts';
import { PasswordInput } from '../access/PasswordInput.tsx';
import { signInByPasskey } from '../access/passkeys.ts';
import { signInWith } from '../access/providers.ts';
import { signIn } from '../access/coming-in.ts';
import { SignInWith } from '../access/SignInWith.tsx';
import { useFreshCache } from '../apollo/useFreshCache.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Inset } from '../ui/Callouts.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

/** Signs in by password, and goes on to the page that asked for it. */
export function SignInPage() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [device, setDevice] = useState(otherDevice);
  const { submit, ...sending } = useSending();
  const freshCache = useFreshCache();
  const navigate = useNavigate();
  const next = useNext(paths.myHome);
  const { search } = useLocation();
  const goOn = async () => {
    await freshCache();
    await navigate(next, { replace: true });
  };
  const sendPasskey = () =>
    submit([], async () => {
      const sent = await signInByPasskey(deviceName(device));
      if ('done' in sent) await goOn();
      return sent;
    });
  const send = () =>
    submit(
      [...checkEmail(email), ...(password === '' ? [{ field: 'password', message: 'Enter your password' }] : [])],
      async () => {
        const sent = await signIn({ email: email.trim(), password, deviceName: deviceName(device) });
        if ('done' in sent && sent.needsCode === true) await navigate(withNext(paths.signInCode, next));
        else if ('done' in sent) await goOn();
        return sent;
      },
    );
  return (
    <FormPage
      title="Sign in"
      sending={sending}
      send="Sign in"
      onSend={() => void send()}
      intro={
        search === '' ? null : (
          <Inset>
            <p>Sign in to see this page. You then go straight back to it.</p>
          </Inset>
        )
      }
      beside={<Link href={paths.sendLink}>Sign in by a link, without a password</Link>}
      below={
        <>
          <h2>Or with a passkey</h2>
          <p>If you have added one under your account, there is nothing to type or to remember.</p>
          <Button type="button" look="secondary" busy={sending.busy} onClick={() => void sendPasskey()}>
            Sign in with a passkey
          </Button>
          <SignInWith
            busy={sending.busy}
            onChoose={(provider) => void submit([], () => signInWith(provider, next, deviceName(device)))}
          />
          <p>
            No account yet? <Link href={paths.createAccount}>Create an account</Link>.
          </p>
        </>
      }
    >
      <TextInput
        id="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={errorFor(sending.errors, 'email')}
      />
      <PasswordInput
        id="password"
        label="Password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={errorFor(sending.errors, 'password')}
      />
      <KeepSignedIn device={device} onChange={setDevice} />
    </FormPage>
  );
}
