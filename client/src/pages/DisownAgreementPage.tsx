import { errorsFrom } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { Disown } from '../sign-off/Disown.tsx';

const DisownLearning = graphql(`
  mutation DisownLearning($input: DisownLearningInput!) {
    disownLearning(input: $input) {
      ... on LearningDisowned {
        state
      }
      ... on DisownLearningRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Where somebody who was named as the supervisor who agreed says that it was not them. */
export function DisownAgreementPage() {
  const { run } = useCommand(DisownLearning);
  return (
    <Disown
      title="Was it not you who agreed?"
      heading="The answer does not count any more"
      done="The learning agreement waits for an answer again. The returner and the contact of your organisation are told."
      send={async (token) => {
        const outcome = await run({ token });
        if ('problem' in outcome) return outcome;
        const { disownLearning: answer } = outcome.data;
        return answer.__typename === 'DisownLearningRefused'
          ? { errors: errorsFrom(answer.refusals, () => undefined) }
          : { done: true };
      }}
    >
      A learning agreement was agreed to in your name. If you did not agree to it, press the button. If you did, close
      this page.
    </Disown>
  );
}
