import { errorsFrom } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { ProblemMessage } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';
import { ChooseReminders } from './my-account.ts';

/** Whether mail about what waits is wanted, and the other choice. */
export function Reminders({ areWanted, onChosen }: { areWanted: boolean; onChosen: () => void }) {
  const { submit, busy, errors, problem } = useSending();
  const { run } = useCommand(ChooseReminders);
  const choose = () =>
    submit([], async () => {
      const outcome = await run({ wantsReminders: !areWanted });
      if ('problem' in outcome) return outcome;
      const { chooseReminders: answer } = outcome.data;
      if (answer.__typename === 'ChooseRemindersRefused') {
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      }
      onChosen();
      return { done: true };
    });
  return (
    <>
      <h2>Reminders by mail</h2>
      {errors.length === 0 ? null : <ErrorSummary errors={errors} />}
      {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
      <p role="status">
        {areWanted
          ? 'You get one mail a week at most about things that wait for you.'
          : 'You get no reminders. What you must know, such as an offer of a placement, still comes by mail.'}
      </p>
      <Button type="button" look="secondary" busy={busy} onClick={() => void choose()}>
        {areWanted ? 'Send me no reminders' : 'Send me reminders'}
      </Button>
    </>
  );
}
