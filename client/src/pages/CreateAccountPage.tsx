import { useState } from 'react';
import { useNavigate } from 'react-router';
import { checkEmail } from '../access/email.ts';
import { register } from '../access/coming-in.ts';
import { handOverAnswers } from '../eligibility/hand-over.ts';
import { paths } from '../paths.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

/** Asks for an account; the link in the e-mail makes it. */
export function CreateAccountPage() {
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const { submit, ...sending } = useSending();
  const navigate = useNavigate();
  const send = () =>
    submit(
      [
        ...(displayName.trim() === '' ? [{ field: 'displayName', message: 'Enter your name' }] : []),
        ...checkEmail(email),
      ],
      async () => {
        const sent = await register({ displayName: displayName.trim(), email: email.trim() });
        if ('done' in sent) {
          handOverAnswers();
          await navigate(paths.checkEmail, { state: { email: email.trim() } });
        }
        return sent;
      },
    );
  return (
    <FormPage
      title="Create an account"
      sending={sending}
      send="Send me a link"
      onSend={() => void send()}
      intro={
        <p>
          An account keeps your plan and your log of days safe, on every device. We send you a link to check that the
          e-mail address is yours. What you have answered so far comes with you: it waits in this browser for a day at
          most.
        </p>
      }
      below={
        <>
          <p>
            Have an account? <Link href={paths.signIn}>Sign in</Link>.
          </p>
          <p>
            Read <Link href={paths.privacy}>what we keep about you and why</Link>.
          </p>
        </>
      }
    >
      <TextInput
        id="displayName"
        label="What should we call you?"
        autoComplete="name"
        maxLength={80}
        value={displayName}
        onChange={(event) => setDisplayName(event.target.value)}
        error={errorFor(sending.errors, 'displayName')}
      />
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
