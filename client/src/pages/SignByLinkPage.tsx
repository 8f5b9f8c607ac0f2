import { useState } from 'react';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { SheetToSignQuery, SignOffState } from '../generated/graphql.ts';
import { answersOf, missingComments, sayAnswer, SignDays, useSigningDraft } from '../sign-off/SignDays.tsx';
import { useLinkToken } from '../sign-off/useLinkToken.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';

const SheetToSign = graphql(`
  query SheetToSign($token: String!) {
    signOffSheet(token: $token) {
      returnerName
      fieldOfPractice
      supervisorName
      siteName
      linkEndsAt
      days {
        ...SignOffDayFields
      }
      statement {
        ...SignOffStatementFields
      }
    }
  }
`);

const SignByLink = graphql(`
  mutation SignByLink($input: SettleSignOffByLinkInput!) {
    settleSignOffByLink(input: $input) {
      ... on SignOffSettledByLink {
        state
      }
      ... on SettleSignOffByLinkRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Confirm days of supervised practice';

/** Where the link of a supervisor leads. Opening it signs nothing, so programs that look into e-mails do no harm. */
export function SignByLinkPage() {
  const token = useLinkToken();
  const [answered, setAnswered] = useState<SignOffState>();
  if (answered !== undefined) return <Answered state={answered} />;
  return token === '' ? <LinkIsSpent /> : <Sheet token={token} onAnswered={setAnswered} />;
}

function Sheet({ token, onAnswered }: { token: string; onAnswered: (state: SignOffState) => void }) {
  const { data, instead, retry } = useAnswer(SheetToSign, { token }, 'the days');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { signOffSheet: sheet } = data;
  return sheet === null ? (
    <LinkIsSpent />
  ) : (
    <SignForm sheet={sheet} token={token} onAnswered={onAnswered} readAgain={retry} />
  );
}

const LinkIsSpent = () => (
  <Page title="This link does not work">
    <p>A link works once, and for 7 days. It stops when the returner sends a newer one or takes the question back.</p>
    <p>Nothing was signed. Ask the returner to remind you: you then get a new link.</p>
  </Page>
);

const Answered = ({ state }: { state: SignOffState }) => (
  <Page title={state === 'SENT_BACK' ? 'The days are sent back' : 'Thank you. The days are signed'} takesFocus>
    <p>
      {state === 'SENT_BACK'
        ? 'The returner sees your comments and can put the days right.'
        : 'The days that you confirmed are locked. The returner is told, and you get an e-mail that says what was signed in your name.'}
    </p>
    <p>You can close this page.</p>
  </Page>
);

interface SignFormProps {
  sheet: NonNullable<SheetToSignQuery['signOffSheet']>;
  token: string;
  onAnswered: (state: SignOffState) => void;
  readAgain: () => void;
}

function SignForm({ sheet, token, onAnswered, readAgain }: SignFormProps) {
  const { days, statement } = sheet;
  const [draft, setDraft] = useSigningDraft();
  const { submit, ...sending } = useSending();
  const { run } = useCommand(SignByLink);
  const send = () =>
    submit(missingComments(days, draft), async () => {
      const outcome = await run({ token, days: answersOf(days, draft), wordingVersion: statement.version });
      if ('problem' in outcome) return outcome;
      const { settleSignOffByLink: answer } = outcome.data;
      if (answer.__typename === 'SettleSignOffByLinkRefused') {
        readAgain();
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      }
      onAnswered(answer.state);
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={sheet.siteName}
      sending={sending}
      send={sayAnswer(days, draft)}
      onSend={() => void send()}
      intro={
        <p>
          {sheet.returnerName}
          {sheet.fieldOfPractice === null ? '' : `, returning to ${sheet.fieldOfPractice},`} asks you,{' '}
          {sheet.supervisorName}, to confirm these days. If you are not {sheet.supervisorName}, close this page.
        </p>
      }
    >
      <SignDays days={days} statement={statement} draft={draft} onChange={setDraft} errors={sending.errors} />
    </FormPage>
  );
}
