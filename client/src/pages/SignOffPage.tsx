import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { EvidenceShown } from '../evidence/EvidenceShown.tsx';
import { graphql } from '../generated/gql.ts';
import type { SignOffToSettleQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { answersOf, missingComments, sayAnswer, SignDays, useSigningDraft } from '../sign-off/SignDays.tsx';
import { signOffStates } from '../sign-off/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Details } from '../ui/Callouts.tsx';
import { Radios } from '../ui/Choices.tsx';
import { sayHours } from '../ui/duration.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const SignOffToSettle = graphql(`
  query SignOffToSettle($id: ID!) {
    signOff(id: $id) {
      id
      version
      state
      from
      until
      returnerName
      siteName
      activities
      signedAt
      signedBy
      agreedText
      isProvisional
      takenBackOn
      viewerActions
      days {
        ...SignOffDayFields
      }
      evidence {
        ...ShownEvidenceFields
      }
      statement {
        ...SignOffStatementFields
      }
    }
  }
`);

const SettleSignOff = graphql(`
  mutation SettleSignOff($input: SettleSignOffInput!) {
    settleSignOff(input: $input) {
      ... on SignOffSettled {
        signOff {
          id
          version
          state
          viewerActions
        }
      }
      ... on SettleSignOffRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Confirm days of supervised practice';

/** A supervisor who is signed in confirms days, or sends some back. */
export function SignOffPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(SignOffToSettle, { id }, 'the days');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { signOff } = data;
  if (signOff === null) return <NotFoundPage />;
  return signOff.viewerActions.includes('SETTLE') ? (
    <SettleForm signOff={signOff} readAgain={retry} />
  ) : (
    <Answered signOff={signOff} readAgain={retry} />
  );
}

interface SettleFormProps {
  signOff: NonNullable<SignOffToSettleQuery['signOff']>;
  readAgain: () => void;
}

const TakeBackSignature = graphql(`
  mutation TakeBackSignature($input: TakeBackSignatureInput!) {
    takeBackSignature(input: $input) {
      ... on SignatureTakenBack {
        signOff {
          id
          version
          state
          takenBackOn
          viewerActions
        }
      }
      ... on TakeBackSignatureRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const reasons = [
  { value: 'MISTAKE', label: 'I signed by mistake, or the hours are wrong' },
  { value: 'NOT_ME', label: 'It was not me who signed' },
] as const;

/** What was answered, with the words that were agreed to; a signature that stands can be taken back. */
function Answered({ signOff, readAgain }: SettleFormProps) {
  const [reason, setReason] = useState<string>();
  const { submit, ...sending } = useSending();
  const { run } = useCommand(TakeBackSignature);
  const navigate = useNavigate();
  const span = `${sayDate(signOff.from)} to ${sayDate(signOff.until)}`;
  const facts = (
    <>
      <p>
        <strong>{signOffStates[signOff.state]}</strong>
        {signOff.signedAt === null ? '' : ` ${signOff.signedBy ?? ''} signed on ${sayInstant(signOff.signedAt)}.`}
        {signOff.isProvisional ? ' The signature is provisional until your organisation confirms your address.' : ''}
        {signOff.takenBackOn === null ? '' : ` It was taken back on ${sayDate(signOff.takenBackOn)}.`}
      </p>
      <ul>
        {signOff.days.map(({ loggedDayId, onDate, minutes, comment, state }) => (
          <li key={loggedDayId}>
            {sayDate(onDate)}, {sayHours(minutes)}
            {state === 'SENT_BACK' ? `. Sent back: ${comment ?? ''}` : ''}
          </li>
        ))}
      </ul>
      <EvidenceShown files={signOff.evidence} />
      {signOff.agreedText === null ? null : (
        <Details summary="What was agreed to by signing">
          {signOff.agreedText.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Details>
      )}
    </>
  );
  const caption = `${signOff.returnerName}, ${signOff.siteName}`;
  if (!signOff.viewerActions.includes('TAKE_BACK'))
    return (
      <Page title={span} caption={caption} backHref={paths.toSign}>
        {facts}
        <p>There is nothing to sign here now.</p>
      </Page>
    );
  const send = () =>
    submit(reason === undefined ? [{ field: 'reason', message: 'Say why' }] : [], async () => {
      const outcome = await run({
        signOffId: signOff.id,
        expectedVersion: signOff.version,
        reason: reason === 'NOT_ME' ? 'NOT_ME' : 'MISTAKE',
      });
      if ('problem' in outcome) return outcome;
      const { takeBackSignature: answer } = outcome.data;
      if (answer.__typename === 'TakeBackSignatureRefused') {
        if (isConflict(answer.refusals)) readAgain();
        return { errors: errorsFrom(answer.refusals, () => 'reason') };
      }
      await navigate(paths.toSign, {
        state: { said: 'The signature is taken back. The days are unsigned again, and the returner is told.' },
      });
      return { done: true };
    });
  return (
    <FormPage
      title={span}
      caption={caption}
      backHref={paths.toSign}
      sending={sending}
      send="Take the signature back"
      sendLook="warning"
      onSend={() => void send()}
      intro={
        <>
          {facts}
          <h2>Take the signature back</h2>
          <p>The days are unlocked and count as unsigned. The returner and your organisation are told.</p>
        </>
      }
      beside={<Link href={paths.toSign}>Leave it as it is</Link>}
    >
      <Radios
        id="reason"
        name="reason"
        label="Why?"
        legendSize="s"
        choices={reasons}
        value={reason}
        onChange={setReason}
        error={errorFor(sending.errors, 'reason')}
      />
    </FormPage>
  );
}

function SettleForm({ signOff, readAgain }: SettleFormProps) {
  const { statement } = signOff;
  const days = signOff.days.filter(({ state }) => state === 'WAITING');
  const [draft, setDraft] = useSigningDraft();
  const { submit, ...sending } = useSending();
  const { run } = useCommand(SettleSignOff);
  const navigate = useNavigate();
  const send = () =>
    submit(missingComments(days, draft), async () => {
      const outcome = await run({
        signOffId: signOff.id,
        expectedVersion: signOff.version,
        days: answersOf(days, draft),
        wordingVersion: statement.version,
      });
      if ('problem' in outcome) return outcome;
      const { settleSignOff: answer } = outcome.data;
      if (answer.__typename === 'SettleSignOffRefused') {
        if (isConflict(answer.refusals) || answer.refusals.some(({ rule }) => rule === 'DAYS_ARE_AS_SEEN')) readAgain();
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      }
      await navigate(paths.toSign, { state: { said: `You have answered ${signOff.returnerName}.` } });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={`${signOff.returnerName}, ${signOff.siteName}`}
      backHref={paths.toSign}
      sending={sending}
      send={sayAnswer(days, draft)}
      onSend={() => void send()}
      intro={<EvidenceShown files={signOff.evidence} />}
      beside={<Link href={paths.toSign}>Not now</Link>}
    >
      <SignDays
        days={days}
        activities={signOff.activities}
        statement={statement}
        draft={draft}
        onChange={setDraft}
        errors={sending.errors}
      />
    </FormPage>
  );
}
