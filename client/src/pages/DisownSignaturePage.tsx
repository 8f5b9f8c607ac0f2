import { useState } from 'react';
import { errorsFrom } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { useLinkToken } from '../sign-off/useLinkToken.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';

const DisownSignature = graphql(`
  mutation DisownSignature($input: DisownSignatureInput!) {
    disownSignature(input: $input) {
      ... on SignatureDisowned {
        state
      }
      ... on DisownSignatureRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Where somebody who was named as the signer says that it was not them. */
export function DisownSignaturePage() {
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);
  const { submit, ...sending } = useSending();
  const { run } = useCommand(DisownSignature);
  if (isDone)
    return (
      <Page title="The signature does not count any more" takesFocus>
        <p>The days are unsigned again. The returner and the contact of your organisation are told.</p>
      </Page>
    );
  const send = () =>
    submit([], async () => {
      const outcome = await run({ token });
      if ('problem' in outcome) return outcome;
      const { disownSignature: answer } = outcome.data;
      if (answer.__typename === 'DisownSignatureRefused')
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      setDone(true);
      return { done: true };
    });
  return (
    <FormPage
      title="Was this signature not yours?"
      sending={sending}
      send="It was not me"
      sendLook="warning"
      onSend={() => void send()}
      intro={
        <p>
          Days of supervised practice were signed in your name. If you did not sign them, press the button. If you did,
          close this page.
        </p>
      }
    />
  );
}
