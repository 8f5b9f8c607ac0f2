import { useState, type ReactNode } from 'react';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';
import { useLinkToken } from './useLinkToken.ts';

interface DisownProps {
  title: string;
  /** The heading once it is done; a signature that counts no more, if nothing else is said. */
  heading?: string;
  /** What was signed in somebody's name. */
  children: ReactNode;
  /** What is so once it does not count any more. */
  done: string;
  /** Sends the token of the link, and says what came of it. */
  send: (token: string) => Promise<Sent>;
}

/** Where somebody who was named as a signer says, by the link of their e-mail, that it was not them. */
export function Disown({
  title,
  heading = 'The signature does not count any more',
  children,
  done,
  send,
}: DisownProps) {
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);
  const { submit, ...sending } = useSending();
  if (isDone)
    return (
      <Page title={heading} takesFocus>
        <p>{done}</p>
      </Page>
    );
  const disown = () =>
    submit([], async () => {
      const outcome = await send(token);
      if ('done' in outcome) setDone(true);
      return outcome;
    });
  return (
    <FormPage
      title={title}
      sending={sending}
      send="It was not me"
      sendLook="warning"
      onSend={() => void disown()}
      intro={<p>{children}</p>}
    />
  );
}
