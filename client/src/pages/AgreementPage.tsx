import { useNavigate, useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { AgreementHistory, Goals, PlanNumbers } from '../agreement/AgreementParts.tsx';
import { AnswerFields, missingFromAnswer, useAnswerDraft } from '../agreement/AnswerFields.tsx';
import { ConfidenceTable, HowFar, NoMark } from '../agreement/Progress.tsx';
import { Requirements } from '../agreement/Requirements.tsx';
import { agreementStates } from '../agreement/words.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { AgreementToReadQuery } from '../generated/graphql.ts';
import { paths, placementRecordPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Details, Tag } from '../ui/Callouts.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const AgreementToRead = graphql(`
  query AgreementToRead($id: ID!) {
    placement(id: $id) {
      id
      returnerName
      describedAs
      startsOn
      endsOn
      site {
        id
        name
      }
      host {
        id
        name
      }
      learningAgreement {
        ...AgreementFields
        confidence {
          ...SelfAssessmentFields
        }
      }
    }
  }
`);

const AgreeToLearning = graphql(`
  mutation AgreeToLearning($input: AgreeToLearningInput!) {
    agreeToLearning(input: $input) {
      ... on LearningAgreedTo {
        learningAgreement {
          ...AgreementFields
        }
      }
      ... on AgreeToLearningRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const SendBackLearningAgreement = graphql(`
  mutation SendBackLearningAgreement($input: SendBackLearningAgreementInput!) {
    sendBackLearningAgreement(input: $input) {
      ... on LearningAgreementSentBack {
        learningAgreement {
          ...AgreementFields
        }
      }
      ... on SendBackLearningAgreementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Placement = NonNullable<AgreementToReadQuery['placement']>;
type Agreement = NonNullable<Placement['learningAgreement']>;

const title = 'Learning agreement';

/** A learning agreement as the supervisor, the organisation and coordinators read it, with what they may answer. */
export function AgreementPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const { data, instead, retry } = useAnswer(AgreementToRead, { id }, 'the learning agreement');
  if (data === undefined || viewer === undefined) return <Page title={title}>{instead}</Page>;
  const { placement } = data;
  if (placement?.learningAgreement === null || placement === null) return <NotFoundPage />;
  const backHref = viewer.role === 'COORDINATOR' ? placementRecordPath(placement.id) : paths.agreements;
  const shown = { placement, agreement: placement.learningAgreement, backHref };
  return placement.learningAgreement.viewerActions.includes('SEND_BACK') ? (
    <AnswerForm {...shown} readAgain={retry} />
  ) : (
    <Page title={title} caption={captionOf(placement)} backHref={backHref}>
      <Written {...shown} />
    </Page>
  );
}

const captionOf = ({ returnerName, site, startsOn, endsOn }: Placement): string =>
  `${returnerName}, ${site.name}, ${sayDate(startsOn)} to ${sayDate(endsOn)}`;

interface ShownProps {
  placement: Placement;
  agreement: Agreement;
  backHref: string;
}

const Written = ({ placement, agreement }: ShownProps) => (
  <>
    <p>
      <Tag colour={agreement.state === 'AGREED' ? 'green' : agreement.state === 'SHARED' ? 'yellow' : 'blue'}>
        {agreementStates[agreement.state]}
      </Tag>{' '}
      {placement.returnerName}, {placement.describedAs}.
    </p>
    {agreement.state === 'DRAFT' ? (
      <p>The returner is changing it. Here is what they shared last; you are told when they share it again.</p>
    ) : null}
    {agreement.agreed === null ? null : (
      <p>
        Last agreed on {sayInstant(agreement.agreed.agreedAt)} by {agreement.agreed.agreedBy}
        {agreement.agreed.isProvisional ? ' (provisional: the organisation has not confirmed their address)' : ''}
        {agreement.state === 'AGREED' ? '.' : '; that stands until both sides agree to a change.'}
      </p>
    )}
    <h2>Goals</h2>
    <Goals goals={agreement.goals} />
    <h2>Plan</h2>
    <PlanNumbers agreement={agreement} />
    <h2>What is asked of the plan</h2>
    <Requirements requirements={agreement.requirements} hostName={placement.host.name} />
    {agreement.confidence === null ? null : (
      <>
        <h2>How confident {placement.returnerName} feels</h2>
        <NoMark />
        <HowFar assessment={agreement.confidence} />
        <Details summary="All 15 standards">
          <ConfidenceTable assessment={agreement.confidence} />
        </Details>
      </>
    )}
    <AgreementHistory history={agreement.history} />
  </>
);

function AnswerForm({ readAgain, ...shown }: ShownProps & { readAgain: () => void }) {
  const { placement, agreement, backHref } = shown;
  const mayAgree = agreement.viewerActions.includes('AGREE');
  const [draft, setDraft] = useAnswerDraft(mayAgree);
  const { submit, ...sending } = useSending();
  const agree = useCommand(AgreeToLearning);
  const sendBack = useCommand(SendBackLearningAgreement);
  const navigate = useNavigate();
  const goesBack = draft.answer === 'SEND_BACK';
  const send = () =>
    submit(missingFromAnswer(draft), async () => {
      const which = { learningAgreementId: agreement.id, expectedVersion: agreement.version };
      const outcome = goesBack
        ? await sendBack.run({ ...which, comment: draft.comment })
        : await agree.run({ ...which, wordingVersion: agreement.statement.version });
      if ('problem' in outcome) return outcome;
      const done =
        'agreeToLearning' in outcome.data ? outcome.data.agreeToLearning : outcome.data.sendBackLearningAgreement;
      if ('refusals' in done) {
        if (isConflict(done.refusals) || done.refusals.some(({ rule }) => rule === 'WORDING_IS_AS_READ')) readAgain();
        return { errors: errorsFrom(done.refusals, (path) => (path.at(-1) === 'comment' ? 'comment' : undefined)) };
      }
      await navigate(backHref, {
        state: {
          said: goesBack
            ? `It is back with ${placement.returnerName}, with your comment.`
            : `You and ${placement.returnerName} agree on what is learned.`,
        },
      });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={captionOf(placement)}
      backHref={backHref}
      sending={sending}
      send={mayAgree ? 'Send your answer' : 'Ask for a change'}
      onSend={() => void send()}
      intro={
        <>
          <Written {...shown} />
          <h2>{mayAgree ? 'Your answer' : 'Ask for a change'}</h2>
        </>
      }
      beside={<Link href={backHref}>Not now</Link>}
    >
      <AnswerFields
        sentences={agreement.statement.sentences}
        mayAgree={mayAgree}
        draft={draft}
        onChange={setDraft}
        errors={sending.errors}
      />
    </FormPage>
  );
}
