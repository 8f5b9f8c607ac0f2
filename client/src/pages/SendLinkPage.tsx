import { useState } from 'react';
import { useNavigate } from 'react-router';
import { checkEmail } from '../access/email.ts';
import { sendLink } from '../access/coming-in.ts';
import { paths } from '../paths.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

/** Asks for a link that signs in once: for those who have no password, or forgot it. */
export function SendLinkPage() {
  const [email, setEmail] = useState('');
  const { submit, ...sending } = useSending();
  const navigate = useNavigate();
  const send = () =>
    submit(checkEmail(email), async () => {
      const sent = await sendLink(email.trim());
      if ('done' in sent) await navigate(paths.checkEmail, { state: { email: email.trim() } });
      return sent;
    });
  return (
    <FormPage
      title="Get a link to sign in"
      backHref={paths.signIn}
      sending={sending}
      send="Send me a link"
      onSend={() => void send()}
      intro={<p>You need no password. The link works once, and for 15 minutes.</p>}
      below={
        <p>
          No account yet? <Link href={paths.createAccount}>Create an account</Link>.
        </p>
      }
    >
      <TextInput
        id="email"
        label="E-mail address"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={errorFor(sending.errors, 'email')}
      />
    </FormPage>
  );
}
