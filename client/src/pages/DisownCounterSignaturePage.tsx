import { errorsFrom } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { Disown } from '../sign-off/Disown.tsx';

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
  const { run } = useCommand(DisownCounterSignature);
  return (
    <Disown
      title="Was this counter-signature not yours?"
      done="The cover sheet is unsigned again, and the returner is told."
      send={async (token) => {
        const outcome = await run({ token });
        if ('problem' in outcome) return outcome;
        const { disownCounterSignature: answer } = outcome.data;
        return answer.__typename === 'DisownCounterSignatureRefused'
          ? { errors: errorsFrom(answer.refusals, () => undefined) }
          : { done: true };
      }}
    >
      A cover sheet was signed in your name. If you did not sign it, press the button. If you did, close this page.
    </Disown>
  );
}
