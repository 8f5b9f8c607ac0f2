import { useState } from 'react';
import { MyAccount } from '../access/my-account.ts';
import { PasswordInput } from '../access/PasswordInput.tsx';
import { changePassword } from '../access/coming-in.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useFreshCache } from '../apollo/useFreshCache.ts';
import { paths } from '../paths.ts';
import { Notice } from '../ui/Callouts.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';

/** Sets a password, or another one. Every other device is signed out by it. */
export function PasswordPage() {
  const { data, instead } = useAnswer(MyAccount, {}, 'your account');
  const [currentPassword, setCurrentPassword] = useState('');
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const { submit, ...sending } = useSending();
  const freshCache = useFreshCache();
  if (isDone) {
    return (
      <Page title="Your password is changed" backHref={paths.account}>
        <Notice heading="Done" look="success">
          <p>Use the new password from now on. Every other device is signed out.</p>
        </Notice>
      </Page>
    );
  }
  if (data === undefined)
    return (
      <Page title="Change your password" backHref={paths.account}>
        {instead}
      </Page>
    );
  const { viewer } = data;
  const send = () =>
    submit(password === '' ? [{ field: 'password', message: 'Enter a new password' }] : [], async () => {
      const sent = await changePassword({
        password,
        currentPassword: currentPassword === '' ? null : currentPassword,
      });
      if ('done' in sent) {
        setDone(true);
        await freshCache();
      }
      return sent;
    });
  return (
    <FormPage
      title={viewer.hasPassword ? 'Change your password' : 'Choose a password'}
      backHref={paths.account}
      sending={sending}
      send="Save password"
      onSend={() => void send()}
      beside={<Link href={paths.account}>Cancel</Link>}
    >
      <input
        className="nhsuk-u-visually-hidden"
        type="text"
        autoComplete="username"
        tabIndex={-1}
        aria-hidden="true"
        value={viewer.account?.email ?? ''}
        readOnly
      />
      {viewer.hasPassword ? (
        <PasswordInput
          id="currentPassword"
          label="Password you have now"
          shows="password you have now"
          hint="You can leave it empty if you have just come in by a link."
          autoComplete="current-password"
          value={currentPassword}
          onChange={setCurrentPassword}
          error={errorFor(sending.errors, 'currentPassword')}
        />
      ) : null}
      <PasswordInput
        id="password"
        label="New password"
        shows="new password"
        hint="At least 12 characters. Three or four words that do not belong together are good."
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={errorFor(sending.errors, 'password')}
      />
    </FormPage>
  );
}
