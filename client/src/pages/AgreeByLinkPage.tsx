import { Goals, PlanNumbers } from '../agreement/AgreementParts.tsx';
import { AnswerFields, missingFromAnswer, useAnswerDraft } from '../agreement/AnswerFields.tsx';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { AgreementToAnswerQuery, LearningAgreementState } from '../generated/graphql.ts';
import { AnsweredByLink } from '../sign-off/AnsweredByLink.tsx';
import { SpentLink } from '../sign-off/SpentLink.tsx';
import { sayDate } from '../ui/approximate-date.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';

const AgreementToAnswer = graphql(`
  query AgreementToAnswer($token: String!) {
    learningAgreementSheet(token: $token) {
      returnerName
      describedAs
      supervisorName
      siteName
      hostName
      startsOn
      endsOn
      placementDays
      plan {
        supervisedDays
        formalDays
        privateDays
        meetEveryWeeks
      }
      goals {
        number
        label
        goal
        how
        evidence
        by
      }
      statement {
        version
        sentences
      }
    }
  }
`);

const AnswerLearningByLink = graphql(`
  mutation AnswerLearningByLink($input: AnswerLearningByLinkInput!) {
    answerLearningByLink(input: $input) {
      ... on LearningAnsweredByLink {
        state
      }
      ... on AnswerLearningByLinkRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'A learning agreement';

/** Where the link of a supervisor leads who is to agree on what is learned. */
export const AgreeByLinkPage = () => (
  <AnsweredByLink<LearningAgreementState>
    answered={(state) => <Answered state={state} />}
    spent={<LinkIsSpent token="" />}
  >
    {(token, onAnswered) => <Sheet token={token} onAnswered={onAnswered} />}
  </AnsweredByLink>
);

interface SheetProps {
  token: string;
  onAnswered: (state: LearningAgreementState) => void;
}

function Sheet({ token, onAnswered }: SheetProps) {
  const { data, instead, retry } = useAnswer(AgreementToAnswer, { token }, 'the learning agreement');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { learningAgreementSheet: sheet } = data;
  return sheet === null ? (
    <LinkIsSpent token={token} />
  ) : (
    <AnswerForm sheet={sheet} token={token} onAnswered={onAnswered} readAgain={retry} />
  );
}

const RenewLearningLink = graphql(`
  mutation RenewLearningLink($input: RenewLearningLinkInput!) {
    renewLearningLink(input: $input) {
      ... on LearningLinkRenewed {
        linkSentOn
      }
      ... on RenewLearningLinkRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** A link that has ended is made anew by whoever holds it: the new one goes to the supervisor’s confirmed address alone. */
function LinkIsSpent({ token }: { token: string }) {
  const { run } = useCommand(RenewLearningLink);
  const renew = async (): Promise<Sent> => {
    const outcome = await run({ token });
    if ('problem' in outcome) return outcome;
    const { renewLearningLink: answer } = outcome.data;
    return answer.__typename === 'RenewLearningLinkRefused'
      ? { errors: errorsFrom(answer.refusals, () => undefined) }
      : { done: true };
  };
  return (
    <SpentLink
      token={token}
      explained={
        <>
          <p>
            A link works once, and for 7 days. It stops when the returner takes the agreement back or shares it again,
            and when somebody else at your organisation has answered.
          </p>
          <p>Nothing was answered just now.</p>
        </>
      }
      elsewhere="Open the whole link from the newest e-mail, or ask the returner to share it again."
      renew={renew}
    />
  );
}

const Answered = ({ state }: { state: LearningAgreementState }) => (
  <Page title={state === 'AGREED' ? 'Thank you. You both agree' : 'The agreement is sent back'} takesFocus>
    <p>
      {state === 'AGREED'
        ? 'The returner is told, and you get an e-mail that says what was agreed to in your name. Either side may ask to change it at any time.'
        : 'The returner sees your comment, and shares the agreement with you again once it is changed.'}
    </p>
    <p>You can close this page.</p>
  </Page>
);

interface AnswerFormProps extends SheetProps {
  sheet: NonNullable<AgreementToAnswerQuery['learningAgreementSheet']>;
  readAgain: () => void;
}

function AnswerForm({ sheet, token, onAnswered, readAgain }: AnswerFormProps) {
  const [draft, setDraft] = useAnswerDraft(true);
  const { submit, ...sending } = useSending();
  const { run } = useCommand(AnswerLearningByLink);
  const send = () =>
    submit(missingFromAnswer(draft), async () => {
      const isAgreed = draft.answer === 'AGREE';
      const comment = isAgreed ? null : draft.comment;
      const outcome = await run({ token, isAgreed, comment, wordingVersion: sheet.statement.version });
      if ('problem' in outcome) return outcome;
      const { answerLearningByLink: answer } = outcome.data;
      if (answer.__typename === 'AnswerLearningByLinkRefused') {
        readAgain();
        return { errors: errorsFrom(answer.refusals, (path) => (path.at(-1) === 'comment' ? 'comment' : undefined)) };
      }
      onAnswered(answer.state);
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={`${sheet.siteName}, ${sayDate(sheet.startsOn)} to ${sayDate(sheet.endsOn)}`}
      sending={sending}
      send="Send your answer"
      onSend={() => void send()}
      intro={
        <>
          <p>
            {sheet.returnerName}, {sheet.describedAs}, has written down what they mean to learn with you at{' '}
            {sheet.hostName}, and asks you, {sheet.supervisorName}, to agree. If you are not {sheet.supervisorName},
            close this page.
          </p>
          <h2>Goals</h2>
          <Goals goals={sheet.goals} />
          <h2>Plan</h2>
          <PlanNumbers agreement={{ ...sheet, requiredDays: null }} />
          <h2>Your answer</h2>
        </>
      }
    >
      <AnswerFields
        sentences={sheet.statement.sentences}
        mayAgree
        draft={draft}
        onChange={setDraft}
        errors={sending.errors}
      />
    </FormPage>
  );
}
