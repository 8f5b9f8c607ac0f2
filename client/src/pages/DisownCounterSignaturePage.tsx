import { useState } from 'react';
import { errorsFrom } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { useLinkToken } from '../sign-off/useLinkToken.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';

const DisownCounterSignature = graphql(`
  mutation DisownCounterSignature($input: DisownCounterSignatureInput!) {
    disownCounterSignature(input: $input) {
      ... on CounterSignatureDisowned {
        state
      }
      ... on DisownCounterSignatureRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Where somebody who was named as the counter-signatory says that it was not them. */
export function DisownCounterSignaturePage() {
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);
  const { submit, ...sending } = useSending();
  const { run } = useCommand(DisownCounterSignature);
  if (isDone)
    return (
      <Page title="The signature does not count any more" takesFocus>
        <p>The cover sheet is unsigned again, and the returner is told.</p>
      </Page>
    );
  const send = () =>
    submit([], async () => {
      const outcome = await run({ token });
      if ('problem' in outcome) return outcome;
      const { disownCounterSignature: answer } = outcome.data;
      if (answer.__typename === 'DisownCounterSignatureRefused')
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      setDone(true);
      return { done: true };
    });
  return (
    <FormPage
      title="Was this counter-signature not yours?"
      sending={sending}
      send="It was not me"
      sendLook="warning"
      onSend={() => void send()}
      intro={
        <p>
          A cover sheet was signed in your name. If you did not sign it, press the button. If you did, close this page.
        </p>
      }
    />
  );
}
