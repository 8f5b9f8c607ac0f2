import { useState } from 'react';
import { useNavigate } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { paths } from '../paths.ts';
import { useLinkToken } from '../sign-off/useLinkToken.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const ChangeName = graphql(`
  mutation ChangeName($input: ChangeNameInput!) {
    changeName(input: $input) {
      ... on NameChanged {
        viewer {
          displayName
        }
      }
      ... on ChangeNameRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
const AskEmailChange = graphql(`
  mutation AskEmailChange($input: AskEmailChangeInput!) {
    askEmailChange(input: $input) {
      ... on EmailChangeAsked {
        viewer {
          isSignedIn
        }
      }
      ... on AskEmailChangeRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
const ConfirmEmailChange = graphql(`
  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {
    confirmEmailChange(input: $input) {
      ... on EmailChanged {
        email
      }
      ... on ConfirmEmailChangeRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Changes the name of the account. */
export function ChangeNamePage() {
  const [name, setName] = useState('');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(ChangeName);
  const navigate = useNavigate();
  const send = () =>
    submit(name.trim() === '' ? [{ field: 'name', message: 'Give your name' }] : [], async () => {
      const outcome = await run({ name });
      if ('problem' in outcome) return outcome;
      const { changeName } = outcome.data;
      if (changeName.__typename === 'ChangeNameRefused')
        return { errors: errorsFrom(changeName.refusals, () => 'name') };
      await navigate(paths.myData, { state: { said: 'Your name is changed.' } });
      return { done: true };
    });
  return (
    <FormPage
      title="Change the name of your account"
      caption="Your data"
      backHref={paths.myData}
      sending={sending}
      send="Save"
      onSend={() => void send()}
      intro={<p>We tell your e-mail address that it was changed.</p>}
      beside={<Link href={paths.myData}>Cancel</Link>}
    >
      <TextInput
        id="name"
        label="Name"
        autoComplete="name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorFor(sending.errors, 'name')}
      />
    </FormPage>
  );
}

/** Asks for another address: it holds once the link that goes there is opened. */
export function ChangeEmailPage() {
  const [email, setEmail] = useState('');
  const [isSent, setSent] = useState(false);
  const { submit, ...sending } = useSending();
  const { run } = useCommand(AskEmailChange);
  if (isSent)
    return (
      <Page title="Look into the mailbox of your new address" takesFocus>
        <p>
          We have sent a link there, unless somebody else has an account with that address. The change holds once you
          open the link. It works once, and for 24 hours. We then tell your old address.
        </p>
        <p>
          <Link href={paths.myData}>Back to your data</Link>
        </p>
      </Page>
    );
  const send = () =>
    submit(email.trim() === '' ? [{ field: 'email', message: 'Give the new address' }] : [], async () => {
      const outcome = await run({ email });
      if ('problem' in outcome) return outcome;
      const { askEmailChange } = outcome.data;
      if (askEmailChange.__typename === 'AskEmailChangeRefused')
        return { errors: errorsFrom(askEmailChange.refusals, () => 'email') };
      setSent(true);
      return { done: true };
    });
  return (
    <FormPage
      title="Change your e-mail address"
      caption="Your data"
      backHref={paths.myData}
      sending={sending}
      send="Send a link to it"
      onSend={() => void send()}
      beside={<Link href={paths.myData}>Cancel</Link>}
    >
      <TextInput
        id="email"
        type="email"
        autoComplete="email"
        label="New e-mail address"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={errorFor(sending.errors, 'email')}
      />
    </FormPage>
  );
}

/** Where the link to a new address leads. */
export function NewAddressPage() {
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);
  const { submit, ...sending } = useSending();
  const { run } = useCommand(ConfirmEmailChange);
  if (isDone)
    return (
      <Page title="Your new address holds" takesFocus>
        <p>Sign in with it from now on. We have told the old one.</p>
        <p>
          <Link href={paths.signIn}>Sign in</Link>
        </p>
      </Page>
    );
  const send = () =>
    submit([], async () => {
      const outcome = await run({ token });
      if ('problem' in outcome) return outcome;
      const { confirmEmailChange } = outcome.data;
      if (confirmEmailChange.__typename === 'ConfirmEmailChangeRefused')
        return { errors: errorsFrom(confirmEmailChange.refusals, () => undefined) };
      setDone(true);
      return { done: true };
    });
  return (
    <FormPage
      title="Is this your new address?"
      sending={sending}
      send="Yes, use it from now on"
      onSend={() => void send()}
      intro={<p>Your account with Return to Practice is then reached at the address to which the link came.</p>}
    />
  );
}
