import { useState, type ReactNode } from 'react';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';

interface Props {
  /** The secret of the link; empty where none is known. */
  token: string;
  /** When such a link stops working, and that nothing was done. */
  explained: ReactNode;
  /** What to do where there is no secret to have a new link for. */
  elsewhere: string;
  renew: () => Promise<Sent>;
}

/** Instead of what a link led to: why it does not work, and one press that has a new one sent to the confirmed address. */
export function SpentLink({ token, explained, elsewhere, renew }: Props) {
  const [isSent, setSent] = useState(false);
  const { submit, ...sending } = useSending();
  if (isSent)
    return (
      <Page title="A new link is on its way" takesFocus>
        <p>It goes to the address that your organisation has confirmed for you. It works once, and for 7 days.</p>
      </Page>
    );
  if (token === '')
    return (
      <Page title="This link does not work">
        {explained}
        <p>{elsewhere}</p>
      </Page>
    );
  const send = () =>
    submit([], async () => {
      const sent = await renew();
      if ('done' in sent) setSent(true);
      return sent;
    });
  return (
    <FormPage
      title="This link does not work"
      sending={sending}
      send="Send me a new link"
      onSend={() => void send()}
      intro={
        <>
          {explained}
          <p>If it has ended, you can have a new one sent to your confirmed address. Otherwise ask the returner.</p>
        </>
      }
    />
  );
}
