import { useState } from 'react';
import { Navigate } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { SignaturesQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { hasBegun } from '../placements/states.ts';
import { AskedSignOff } from '../sign-off/AskedSignOff.tsx';
import { AskSignature, useAsking } from '../sign-off/AskSignature.tsx';
import { SigningMeter } from '../sign-off/SigningMeter.tsx';
import { Notice } from '../ui/Callouts.tsx';
import { FirstOf } from '../ui/FirstOf.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';

const Signatures = graphql(`
  query Signatures {
    viewer {
      returner {
        id
        signedPractice {
          ...SignedPracticeFields
        }
        placements(first: 50) {
          nodes {
            state
            ...PlacementToSignFields
          }
        }
        signOffs(first: 50) {
          countUpTo1000
          nodes {
            ...AskedSignOffFields
          }
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
  const placements = returner.placements.nodes.filter(hasBegun);
  const asking = useAsking(placements, today, returner.signedPractice.unsignedOn);
  const [said, setSaid] = useState<string>();
  const { submit, ...sending } = useSending();
  const send = () =>
    submit(asking.missing, async () => {
      setSaid(undefined);
      const answer = await asking.ask();
      if (!('said' in answer)) return answer;
      setSaid(answer.said);
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
      <SigningMeter practice={returner.signedPractice} />
    </>
  );
  const asked =
    returner.signOffs.nodes.length === 0 ? null : (
      <>
        <h2>What you asked</h2>
        {returner.signOffs.nodes.map((signOff) => (
          <AskedSignOff key={signOff.id} signOff={signOff} today={today} readAgain={readAgain} onSaid={setSaid} />
        ))}
        <FirstOf
          shown={returner.signOffs.nodes.length}
          count={returner.signOffs.countUpTo1000}
          of="questions, the newest first,"
        >
          The others are in your log.
        </FirstOf>
      </>
    );
  if (placements.length === 0)
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
      <AskSignature asking={asking} today={today} errors={sending.errors} />
    </FormPage>
  );
}
