import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { deviceName, KeepSignedIn, otherDevice } from '../access/KeepSignedIn.tsx';
import { useNext, withNext } from '../access/next.ts';
import { PasswordInput } from '../access/PasswordInput.tsx';
import { openLink } from '../access/coming-in.ts';
import { useFreshCache } from '../apollo/useFreshCache.ts';
import { takeOverAnswers } from '../eligibility/hand-over.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';

/**
 * Where the link of an e-mail leads. Its token stands behind the "#", which no server sees, and is taken out of the
 * address at once. A press of the button uses it up: programs that look into e-mails press nothing.
 */
export function OpenLinkPage() {
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState(hash.slice(1));
  useEffect(() => {
    if (hash === '') return;
    setToken(hash.slice(1));
    void navigate(`${paths.openLink}${search}`, { replace: true });
  }, [hash, search, navigate]);
  return token === '' ? <LinkIsMissing /> : <OpenLinkForm token={token} />;
}

const LinkIsMissing = () => (
  <Page title="Open the link from your e-mail">
    <p>
      This page needs the whole link from your e-mail. If you have used it already, or it is old, ask for a new one.
    </p>
    <ButtonLink href={paths.sendLink}>Get a new link</ButtonLink>
  </Page>
);

function OpenLinkForm({ token }: { token: string }) {
  const [password, setPassword] = useState('');
  const [device, setDevice] = useState(otherDevice);
  const { submit, ...sending } = useSending();
  const freshCache = useFreshCache();
  const next = useNext(paths.myHome);
  const navigate = useNavigate();
  const linkError = sending.errors.find(({ field }) => field === 'token');
  if (linkError !== undefined) {
    return (
      <Page title="This link does not work any more">
        <p>A link works once, and for 15 minutes. Nothing is lost: a new one takes a moment.</p>
        <ButtonLink href={paths.sendLink}>Get a new link</ButtonLink>
      </Page>
    );
  }
  const send = () =>
    submit([], async () => {
      const sent = await openLink({
        token,
        password: password === '' ? null : password,
        deviceName: deviceName(device),
      });
      if ('done' in sent && sent.needsCode === true) await navigate(withNext(paths.signInCode, next));
      else if ('done' in sent) {
        takeOverAnswers();
        await freshCache();
        await navigate(next, { replace: true });
      }
      return sent;
    });
  return (
    <FormPage
      title="Welcome"
      sending={sending}
      send="Sign in"
      onSend={() => void send()}
      intro={<p>Press the button to sign in.</p>}
    >
      <PasswordInput
        id="password"
        label="Choose a password, if you want one"
        hint="At least 12 characters. Three or four words that do not belong together are good. Leave it empty to keep the one you have, or to sign in by links."
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={errorFor(sending.errors, 'password')}
      />
      <KeepSignedIn device={device} onChange={setDevice} />
    </FormPage>
  );
}
