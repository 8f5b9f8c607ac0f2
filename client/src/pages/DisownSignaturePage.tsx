import { errorsFrom } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { Disown } from '../sign-off/Disown.tsx';

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
  const { run } = useCommand(DisownSignature);
  return (
    <Disown
      title="Was this signature not yours?"
      done="The days are unsigned again. The returner and the contact of your organisation are told."
      send={async (token) => {
        const outcome = await run({ token });
        if ('problem' in outcome) return outcome;
        const { disownSignature: answer } = outcome.data;
        return answer.__typename === 'DisownSignatureRefused'
          ? { errors: errorsFrom(answer.refusals, () => undefined) }
          : { done: true };
      }}
    >
      Days of supervised practice were signed in your name. If you did not sign them, press the button. If you did,
      close this page.
    </Disown>
  );
}
