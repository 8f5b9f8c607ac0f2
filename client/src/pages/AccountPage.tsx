import { sayHat } from '../access/hats.ts';
import { MyAccount } from '../access/my-account.ts';
import { useProviders } from '../access/providers.ts';
import { Reminders } from '../access/Reminders.tsx';
import { useSessionChange } from '../access/useSessionChange.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemMessage } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { useSending } from '../ui/useSending.ts';

/** The account: who it belongs to, its roles, its password, and the ways out. */
export function AccountPage() {
  const { data, instead, retry } = useAnswer(MyAccount, {}, 'your account');
  const { leave, wear } = useSessionChange();
  const { submit, busy, problem } = useSending();
  const providers = useProviders();
  if (data === undefined) return <Page title="Your account">{instead}</Page>;
  const { viewer } = data;
  const others = viewer.roles.filter((role) => role !== viewer.role);
  return (
    <Page
      title="Your account"
      backHref={paths.myHome}
      beforeHeading={problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
    >
      <SummaryList
        rows={[
          { key: 'Name', value: viewer.displayName, action: { href: paths.changeName, text: 'Change' } },
          {
            key: 'E-mail address',
            value: viewer.account?.email,
            action: { href: paths.changeEmail, text: 'Change' },
          },
          { key: 'You are here as', value: [sayHat(viewer.role ?? ''), ...viewer.places].join(', ') },
          {
            key: 'Passkeys',
            value: 'Sign in with your face, finger or PIN',
            action: { href: paths.passkeys, text: 'See', hidden: 'your passkeys' },
          },
          ...(providers.length === 0
            ? []
            : [
                {
                  key: 'Accounts elsewhere',
                  value: `Sign in with ${providers.map(({ name }) => name).join(' or ')}`,
                  action: {
                    href: paths.providers,
                    text: 'See',
                    hidden: 'the accounts elsewhere that you sign in with',
                  },
                },
              ]),
          {
            key: 'Second factor',
            value: 'A code of an app on your phone, beside your password or link',
            action: { href: paths.secondFactor, text: 'See', hidden: 'your second factor' },
          },
          {
            key: 'Password',
            value: viewer.hasPassword ? 'You have one' : 'None: you sign in by links',
            action: { href: paths.password, text: viewer.hasPassword ? 'Change' : 'Choose', hidden: 'your password' },
          },
        ]}
      />
      {others.length === 0 ? null : (
        <>
          <h2>Change your role</h2>
          <p>You have more than one role. Each shows you what belongs to it, and nothing else.</p>
          <div className="rtp-actions">
            {others.map((role) => (
              <Button
                key={role}
                type="button"
                look="secondary"
                busy={busy}
                onClick={() => void submit([], () => wear(role))}
              >
                Go on as {sayHat(role).toLowerCase()}
              </Button>
            ))}
          </div>
        </>
      )}
      <p>
        <Link href={paths.invitations}>Invitations to work with an organisation</Link>
      </p>
      <Reminders areWanted={viewer.wantsReminders} onChosen={retry} />
      <h2>Sign out</h2>
      <p>
        <Link href={paths.signIns}>See where you are signed in, and end it there</Link>
      </p>
      <p>If you lost a device, or used one that is not yours, sign out on every device.</p>
      <div className="rtp-actions">
        <Button type="button" busy={busy} onClick={() => void submit([], () => leave('here'))}>
          Sign out here
        </Button>
        <Button type="button" look="secondary" busy={busy} onClick={() => void submit([], () => leave('everywhere'))}>
          Sign out on every device
        </Button>
      </div>
      <h2>Your data</h2>
      <p>
        <Link href={paths.myData}>
          {viewer.role === 'RETURNER'
            ? 'Download what we hold about you, put it right, pause, withdraw or be erased'
            : 'Download what we hold about you, put it right or be erased'}
        </Link>
      </p>
    </Page>
  );
}
