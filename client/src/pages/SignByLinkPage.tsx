import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { EvidenceBehindLink } from '../evidence/EvidenceBehindLink.tsx';
import { graphql } from '../generated/gql.ts';
import type { SheetToSignQuery, SignOffState } from '../generated/graphql.ts';
import { AnsweredByLink } from '../sign-off/AnsweredByLink.tsx';
import { answersOf, missingComments, sayAnswer, SignDays, useSigningDraft } from '../sign-off/SignDays.tsx';
import { SpentLink } from '../sign-off/SpentLink.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';

const SheetToSign = graphql(`
  query SheetToSign($token: String!) {
    signOffSheet(token: $token) {
      returnerName
      describedAs
      supervisorName
      siteName
      activities
      linkEndsAt
      days {
        ...SignOffDayFields
      }
      statement {
        ...SignOffStatementFields
      }
    }
    signOffSheetEvidence(token: $token) {
      ...BehindLinkFields
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

/** Where the link of a supervisor leads. */
export const SignByLinkPage = () => (
  <AnsweredByLink<SignOffState> answered={(state) => <Answered state={state} />} spent={<LinkIsSpent token="" />}>
    {(token, onAnswered) => <Sheet token={token} onAnswered={onAnswered} />}
  </AnsweredByLink>
);

function Sheet({ token, onAnswered }: { token: string; onAnswered: (state: SignOffState) => void }) {
  const { data, instead, retry } = useAnswer(SheetToSign, { token }, 'the days');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { signOffSheet: sheet, signOffSheetEvidence: files } = data;
  return sheet === null ? (
    <LinkIsSpent token={token} />
  ) : (
    <SignForm sheet={sheet} files={files} token={token} onAnswered={onAnswered} readAgain={retry} />
  );
}

const RenewSignOffLink = graphql(`
  mutation RenewSignOffLink($input: RenewSignOffLinkInput!) {
    renewSignOffLink(input: $input) {
      ... on SignOffLinkRenewed {
        linkSentOn
      }
      ... on RenewSignOffLinkRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** A link that has ended is made anew by whoever holds it: the new one goes to the supervisor’s confirmed address alone. */
function LinkIsSpent({ token }: { token: string }) {
  const { run } = useCommand(RenewSignOffLink);
  const renew = async (): Promise<Sent> => {
    const outcome = await run({ token });
    if ('problem' in outcome) return outcome;
    const { renewSignOffLink: answer } = outcome.data;
    return answer.__typename === 'RenewSignOffLinkRefused'
      ? { errors: errorsFrom(answer.refusals, () => undefined) }
      : { done: true };
  };
  return (
    <SpentLink
      token={token}
      explained={
        <>
          <p>
            A link works once, and for 7 days. It stops when the returner sends a newer one or takes the question back.
          </p>
          <p>Nothing was signed just now.</p>
        </>
      }
      elsewhere="Open the whole link from the e-mail, or ask the returner to remind you: you then get a new one."
      renew={renew}
    />
  );
}

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
  files: SheetToSignQuery['signOffSheetEvidence'];
  token: string;
  onAnswered: (state: SignOffState) => void;
  readAgain: () => void;
}

function SignForm({ sheet, files, token, onAnswered, readAgain }: SignFormProps) {
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
        <>
          <p>
            {sheet.returnerName}, {sheet.describedAs}, asks you, {sheet.supervisorName}, to confirm these days. If you
            are not {sheet.supervisorName}, close this page.
          </p>
          <EvidenceBehindLink files={files} token={token} />
        </>
      }
    >
      <SignDays
        days={days}
        activities={sheet.activities}
        statement={statement}
        draft={draft}
        onChange={setDraft}
        errors={sending.errors}
      />
    </FormPage>
  );
}
