import { useLocation } from 'react-router';
import { Mailbox } from '../demonstration/Mailbox.tsx';
import { paths } from '../paths.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';

/** The e-mail address that was typed on the page before. It is never part of the address of this page. */
const emailIn = (state: unknown): string | undefined => {
  const email: unknown = Reflect.get(Object(state), 'email');
  return typeof email === 'string' ? email : undefined;
};

/** Says where the link was sent, and what to do if it does not come. */
export function CheckEmailPage() {
  const email = emailIn(useLocation().state);
  return (
    <Page title="Check your e-mail">
      <p>
        We have sent a link to <strong>{email ?? 'the address you gave'}</strong>. Open it to sign in. It works once,
        and for 15 minutes.
      </p>
      <p>You can open it on another device. To bring your answers with you, open it in this browser.</p>
      <Mailbox />
      <h2>If it does not come</h2>
      <ul>
        <li>Look in your junk or spam folder.</li>
        <li>Check the address. For your safety we do not say which addresses have an account.</li>
        <li>
          <Link href={paths.createAccount}>Create an account</Link> if you have none yet, or{' '}
          <Link href={paths.sendLink}>ask for another link</Link>.
        </li>
      </ul>
    </Page>
  );
}
