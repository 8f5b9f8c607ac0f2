import { useState } from 'react';
import { errorsFrom } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { Button } from '../ui/Button.tsx';
import { Notice, Warning } from '../ui/Callouts.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { sayInstant } from '../ui/instant.ts';
import { ProblemMessage } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';

const RotateSigningKey = graphql(`
  mutation RotateSigningKey($input: RotateSigningKeyInput!) {
    rotateSigningKey(input: $input) {
      ... on SigningKeyRotated {
        keyId
        signsFrom
      }
      ... on RotateSigningKeyRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Has another key sign webhooks, and says how long both are published: no receiver is at a loss. */
export function ChangeSigningKey() {
  const { run } = useCommand(RotateSigningKey);
  const { submit, busy, errors, problem } = useSending();
  const [isSure, setSure] = useState(false);
  const [signsFrom, setSignsFrom] = useState<string>();
  const change = () =>
    submit([], async () => {
      const outcome = await run({});
      if ('problem' in outcome) return outcome;
      const { rotateSigningKey: answer } = outcome.data;
      if (answer.__typename === 'RotateSigningKeyRefused') return { errors: errorsFrom(answer.refusals) };
      setSignsFrom(answer.signsFrom);
      setSure(false);
      return { done: true };
    });
  return (
    <section aria-labelledby="signing-key">
      <h2 id="signing-key">The key that signs webhooks</h2>
      {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
      <ErrorSummary errors={errors} />
      {signsFrom === undefined ? null : (
        <Notice heading="Done" look="success">
          <p>The new key is published, and signs from {sayInstant(signsFrom)}.</p>
        </Notice>
      )}
      <p className="nhsuk-u-reading-width">
        It changes by itself before it grows old. Change it at once if somebody else may know it. The new key is
        published straight away and signs an hour later; the old one stays published for a week after that. So a program
        that reads the published keys notices nothing. A program that has written a key down refuses what is signed with
        the new one: tell its owner first.
      </p>
      {isSure ? (
        <Warning heading="Change the key for every webhook">
          <p>This cannot be undone. Webhooks go on meanwhile.</p>
          <div className="rtp-actions">
            <Button type="button" look="warning" busy={busy} onClick={() => void change()}>
              Yes, change the key
            </Button>
            <Button type="button" look="secondary" onClick={() => setSure(false)}>
              No, keep it
            </Button>
          </div>
        </Warning>
      ) : (
        <Button type="button" look="secondary" onClick={() => setSure(true)}>
          Change the signing key
        </Button>
      )}
    </section>
  );
}
