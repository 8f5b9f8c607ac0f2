import { errorsFrom } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { AskedSignOffFieldsFragment } from '../generated/graphql.ts';
import { editDayPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { sayHours } from '../ui/duration.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Link } from '../ui/Link.tsx';
import { ProblemMessage } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';
import { signOffStates } from './words.ts';

/** What a supervisor was asked, as the returner sees it. @fragment */
export const AskedSignOffFields = graphql(`
  fragment AskedSignOffFields on SignOff {
    id
    version
    state
    from
    until
    askedOn
    activities
    supervisorName
    siteName
    linkSentOn
    linkEndsAt
    isProvisional
    viewerActions
    days {
      ...SignOffDayFields
    }
  }
`);

const NudgeSignOff = graphql(`
  mutation NudgeSignOff($input: ChangeSignOffInput!) {
    nudgeSignOff(input: $input) {
      ... on SignOffNudged {
        signOff {
          id
          version
        }
      }
      ... on NudgeSignOffRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
const WithdrawSignOff = graphql(`
  mutation WithdrawSignOff($input: ChangeSignOffInput!) {
    withdrawSignOff(input: $input) {
      ... on SignOffWithdrawn {
        signOff {
          id
          version
        }
      }
      ... on WithdrawSignOffRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Where the link to an open question stands, and what that means. */
const sayLink = ({ linkSentOn, linkEndsAt }: AskedSignOffFieldsFragment, today: string): string => {
  if (linkSentOn === null || linkEndsAt === null)
    return 'No link was sent, because no address of theirs is confirmed. Ask the site to confirm it; they can also sign in.';
  const lastDay = linkEndsAt.slice(0, 10);
  return lastDay < today
    ? `Their link ended on ${sayDate(lastDay)}. Send a new one.`
    : `A link was sent on ${sayDate(linkSentOn)} and works until ${sayDate(lastDay)}.`;
};
const hasEnded = ({ linkEndsAt }: AskedSignOffFieldsFragment, today: string): boolean =>
  linkEndsAt !== null && linkEndsAt.slice(0, 10) < today;

interface AskedSignOffProps {
  signOff: AskedSignOffFieldsFragment;
  today: string;
  readAgain: () => void;
  onSaid: (words: string) => void;
}

/** One question to a supervisor: how it stands, each day, and what the returner can do. */
export function AskedSignOff({ signOff, today, readAgain, onSaid }: AskedSignOffProps) {
  const { submit, busy, errors, problem } = useSending();
  const nudge = useCommand(NudgeSignOff);
  const withdraw = useCommand(WithdrawSignOff);
  const which = { signOffId: signOff.id, expectedVersion: signOff.version };
  const isAsked = signOff.state === 'ASKED';
  const remind = () =>
    submit([], async () => {
      const outcome = await nudge.run(which);
      if ('problem' in outcome) return outcome;
      readAgain();
      const { nudgeSignOff: answer } = outcome.data;
      if (answer.__typename !== 'SignOffNudged') return { errors: errorsFrom(answer.refusals, () => undefined) };
      onSaid(`${signOff.supervisorName} is reminded. An older link works no more.`);
      return { done: true };
    });
  const takeBack = () =>
    submit([], async () => {
      const outcome = await withdraw.run(which);
      if ('problem' in outcome) return outcome;
      readAgain();
      const { withdrawSignOff: answer } = outcome.data;
      if (answer.__typename !== 'SignOffWithdrawn') return { errors: errorsFrom(answer.refusals, () => undefined) };
      onSaid('The question is taken back. Its link works no more.');
      return { done: true };
    });
  const span = `${sayDate(signOff.from)} to ${sayDate(signOff.until)}`;
  return (
    <section aria-label={span}>
      <h3>{span}</h3>
      {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
      <ErrorSummary errors={errors} />
      <p>
        {signOff.supervisorName}, {signOff.siteName}. <strong>{signOffStates[signOff.state]}</strong>
        {signOff.isProvisional ? ' The signature is provisional until the site confirms their address.' : ''}
      </p>
      {isAsked ? (
        <p>
          Asked on {sayDate(signOff.askedOn)}. {sayLink(signOff, today)}
        </p>
      ) : null}
      {signOff.activities.length === 0 ? null : <p>What was done: {signOff.activities.join('; ')}.</p>}
      <ul>
        {signOff.days.map(({ loggedDayId, onDate, minutes, state, comment }) => (
          <li key={loggedDayId}>
            {sayDate(onDate)}, {sayHours(minutes)}
            {comment === null ? '' : `. Sent back: ${comment}`}
            {state === 'SENT_BACK' ? (
              <>
                {' '}
                <Link href={editDayPath(loggedDayId)}>
                  Change this day<span className="nhsuk-u-visually-hidden">: {sayDate(onDate)}</span>
                </Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {signOff.viewerActions.length === 0 ? null : (
        <div className="rtp-actions">
          {signOff.viewerActions.includes('NUDGE') ? (
            <Button type="button" look="secondary" busy={busy} onClick={() => void remind()}>
              {hasEnded(signOff, today) ? 'Send a new link' : 'Remind them'}
              <span className="nhsuk-u-visually-hidden"> about {span}</span>
            </Button>
          ) : null}
          {signOff.viewerActions.includes('WITHDRAW') ? (
            <Button type="button" look="secondary" busy={busy} onClick={() => void takeBack()}>
              Take it back<span className="nhsuk-u-visually-hidden">: {span}</span>
            </Button>
          ) : null}
        </div>
      )}
    </section>
  );
}
