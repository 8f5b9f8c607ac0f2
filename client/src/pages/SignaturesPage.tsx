import { useState } from 'react';
import { Navigate } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { SignaturesQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { signOffStates } from '../sign-off/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Callouts.tsx';
import { sayHours } from '../ui/duration.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { ErrorSummary, errorFor } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemMessage } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const Signatures = graphql(`
  query Signatures {
    viewer {
      returner {
        id
        signedPractice {
          signedMinutes
          provisionalMinutes
          waitingMinutes
          unsignedMinutes
        }
        placements(first: 10) {
          nodes {
            id
            startsOn
            endsOn
            supervisorName
            site {
              id
              name
            }
          }
        }
        signOffs(first: 20) {
          nodes {
            id
            version
            state
            from
            until
            supervisorName
            siteName
            linkSentOn
            isProvisional
            viewerActions
            days {
              ...SignOffDayFields
            }
          }
        }
      }
    }
  }
`);
const AskSignOff = graphql(`
  mutation AskSignOff($input: AskSignOffInput!) {
    askSignOff(input: $input) {
      ... on SignOffAsked {
        signOff {
          id
          linkSentOn
        }
      }
      ... on AskSignOffRefused {
        refusals {
          ...RefusalFields
        }
      }
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

type Returner = NonNullable<SignaturesQuery['viewer']['returner']>;
const title = 'Signatures';

/** What is signed, what waits, and asking for the next days. */
export function SignaturesPage() {
  const { data, instead, retry } = useAnswer(Signatures, {}, 'your signatures');
  const today = useViewer()?.today ?? '';
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  return <Ask returner={returner} today={today} readAgain={retry} />;
}

interface AskProps {
  returner: Returner;
  today: string;
  readAgain: () => void;
}

function Ask({ returner, today, readAgain }: AskProps) {
  const { signedPractice: meter, placements } = returner;
  const [placementId, setPlacementId] = useState(placements.nodes[0]?.id ?? '');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState(today);
  const [said, setSaid] = useState<string>();
  const { submit, ...sending } = useSending();
  const { run } = useCommand(AskSignOff);
  const missing = [
    ...(from === '' ? [{ field: 'from', message: 'Give the first day' }] : []),
    ...(until === '' ? [{ field: 'until', message: 'Give the last day' }] : []),
  ];
  const send = () =>
    submit(missing, async () => {
      setSaid(undefined);
      const outcome = await run({ placementId, from, until });
      if ('problem' in outcome) return outcome;
      const { askSignOff: answer } = outcome.data;
      if (answer.__typename === 'AskSignOffRefused')
        return { errors: errorsFrom(answer.refusals, (path) => (path.at(-1) === 'until' ? 'until' : 'from')) };
      setSaid(
        answer.signOff.linkSentOn === null
          ? 'Your supervisor is asked. No address of theirs is confirmed yet, so no link was sent: ask the site to confirm it.'
          : 'Your supervisor is asked, by a link that works for 7 days.',
      );
      readAgain();
      return { done: true };
    });
  const facts = (
    <>
      {said === undefined ? null : (
        <Notice heading="Done" look="success">
          <p>{said}</p>
        </Notice>
      )}
      <h2>Your supervised practice</h2>
      <SummaryList
        rows={[
          { key: 'Signed', value: sayHours(meter.signedMinutes) },
          { key: 'Provisional', value: sayHours(meter.provisionalMinutes) },
          { key: 'Waiting', value: sayHours(meter.waitingMinutes) },
          { key: 'Unsigned', value: sayHours(meter.unsignedMinutes) },
        ]}
      />
      <p>
        Provisional means: signed, but the site has not confirmed the supervisor’s address yet. Signed days are locked.
      </p>
    </>
  );
  const asked = returner.signOffs.nodes.map((signOff) => (
    <Asked key={signOff.id} signOff={signOff} readAgain={readAgain} />
  ));
  if (placements.nodes.length === 0)
    return (
      <Page title={title} backHref={paths.log}>
        {facts}
        <p>You can ask for a signature once a placement is under way.</p>
        {asked}
      </Page>
    );
  return (
    <FormPage
      title={title}
      backHref={paths.log}
      sending={sending}
      send="Ask for a signature"
      onSend={() => void send()}
      intro={
        <>
          {facts}
          <h2>Ask your supervisor to sign</h2>
        </>
      }
      below={asked}
    >
      <Select
        id="placement"
        label="Placement"
        value={placementId}
        onChange={(event) => setPlacementId(event.target.value)}
        options={placements.nodes.map(({ id, site, supervisorName }) => ({
          value: id,
          label: supervisorName === null ? site.name : `${site.name}, ${supervisorName}`,
        }))}
      />
      <TextInput
        id="from"
        label="First day"
        type="date"
        max={today}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
        error={errorFor(sending.errors, 'from')}
      />
      <TextInput
        id="until"
        label="Last day"
        type="date"
        max={today}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
        error={errorFor(sending.errors, 'until')}
      />
    </FormPage>
  );
}

function Asked({ signOff, readAgain }: { signOff: Returner['signOffs']['nodes'][number]; readAgain: () => void }) {
  const { submit, busy, errors, problem } = useSending();
  const nudge = useCommand(NudgeSignOff);
  const withdraw = useCommand(WithdrawSignOff);
  const which = { signOffId: signOff.id, expectedVersion: signOff.version };
  const remind = () =>
    submit([], async () => {
      const outcome = await nudge.run(which);
      if ('problem' in outcome) return outcome;
      readAgain();
      const { nudgeSignOff: answer } = outcome.data;
      return answer.__typename === 'SignOffNudged'
        ? { done: true }
        : { errors: errorsFrom(answer.refusals, () => undefined) };
    });
  const takeBack = () =>
    submit([], async () => {
      const outcome = await withdraw.run(which);
      if ('problem' in outcome) return outcome;
      readAgain();
      const { withdrawSignOff: answer } = outcome.data;
      return answer.__typename === 'SignOffWithdrawn'
        ? { done: true }
        : { errors: errorsFrom(answer.refusals, () => undefined) };
    });
  const span = `${sayDate(signOff.from)} to ${sayDate(signOff.until)}`;
  return (
    <section aria-label={span}>
      <h2>{span}</h2>
      {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
      <ErrorSummary errors={errors} />
      <p>
        {signOff.supervisorName}, {signOff.siteName}. {signOffStates[signOff.state]}
        {signOff.isProvisional ? ' The signature is provisional.' : ''}
        {signOff.state === 'ASKED' && signOff.linkSentOn !== null
          ? ` A link was sent on ${sayDate(signOff.linkSentOn)}.`
          : ''}
      </p>
      <ul>
        {signOff.days.map(({ loggedDayId, onDate, minutes, comment }) => (
          <li key={loggedDayId}>
            {sayDate(onDate)}, {sayHours(minutes)}
            {comment === null ? '' : `. Sent back: ${comment}`}
          </li>
        ))}
      </ul>
      <div className="rtp-actions">
        {signOff.viewerActions.includes('NUDGE') ? (
          <Button type="button" look="secondary" busy={busy} onClick={() => void remind()}>
            Remind them
          </Button>
        ) : null}
        {signOff.viewerActions.includes('WITHDRAW') ? (
          <Button type="button" look="secondary" busy={busy} onClick={() => void takeBack()}>
            Take it back
          </Button>
        ) : null}
      </div>
    </section>
  );
}
