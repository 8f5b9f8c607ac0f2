import { Navigate, useNavigate } from 'react-router';
import { Goals, PlanNumbers } from '../agreement/AgreementParts.tsx';
import { Requirements } from '../agreement/Requirements.tsx';
import { isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { AgreementToShareQuery } from '../generated/graphql.ts';
import { learningGoalPath, paths } from '../paths.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';

const AgreementToShare = graphql(`
  query AgreementToShare {
    viewer {
      returner {
        id
        placement {
          id
          supervisorName
          host {
            id
            name
          }
          learningAgreement {
            ...AgreementFields
          }
        }
      }
    }
  }
`);

const ShareLearningAgreement = graphql(`
  mutation ShareLearningAgreement($input: AgreeToLearningInput!) {
    shareLearningAgreement(input: $input) {
      ... on LearningAgreementShared {
        learningAgreement {
          ...AgreementFields
        }
      }
      ... on ShareLearningAgreementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Placement = NonNullable<NonNullable<AgreementToShareQuery['viewer']['returner']>['placement']>;

const title = 'Check it, agree and share it';

/** The whole agreement once more, with the words that the returner agrees to. */
export function ShareAgreementPage() {
  const { data, instead, retry } = useAnswer(AgreementToShare, {}, 'your learning agreement');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const placement = data.viewer.returner?.placement;
  const agreement = placement?.learningAgreement;
  if (!placement || agreement?.viewerActions.includes('SHARE') !== true)
    return <Navigate to={paths.learningAgreement} replace />;
  return <ShareForm placement={placement} agreement={agreement} readAgain={retry} />;
}

const whereToMend = (field: string): string | undefined => {
  if (field === 'plan') return paths.learningPlan;
  if (field === 'goals') return paths.learningAgreement;
  const [, number] = /^goals\.(\d+)$/.exec(field) ?? [];
  return number === undefined ? undefined : learningGoalPath(Number(number));
};

interface ShareFormProps {
  placement: Placement;
  agreement: NonNullable<Placement['learningAgreement']>;
  readAgain: () => void;
}

function ShareForm({ placement, agreement, readAgain }: ShareFormProps) {
  const { submit, ...sending } = useSending();
  const { run } = useCommand(ShareLearningAgreement);
  const navigate = useNavigate();
  const share = () =>
    submit([], async () => {
      const outcome = await run({
        learningAgreementId: agreement.id,
        expectedVersion: agreement.version,
        wordingVersion: agreement.statement.version,
      });
      if ('problem' in outcome) return outcome;
      const { shareLearningAgreement: answer } = outcome.data;
      if (answer.__typename === 'ShareLearningAgreementRefused') {
        if (isConflict(answer.refusals) || answer.refusals.some(({ rule }) => rule === 'WORDING_IS_AS_READ'))
          readAgain();
        // each is put right on the page of its goal, or of the plan
        return {
          errors: answer.refusals.map(({ path, message, help }) => ({
            message: `${message} ${help}`,
            href: whereToMend(path.at(-1) ?? ''),
          })),
        };
      }
      await navigate(paths.learningAgreement, {
        state: { said: 'It is shared. We have told your supervisor and the site.' },
      });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption="Learning agreement"
      backHref={paths.learningAgreement}
      sending={sending}
      send="I agree, share it"
      onSend={() => void share()}
      intro={
        <>
          <h2>Goals</h2>
          <Goals goals={agreement.goals} />
          <h2>Plan</h2>
          <PlanNumbers agreement={agreement} changeHref={paths.learningPlan} />
          <Requirements requirements={agreement.requirements} hostName={placement.host.name} />
          <h2>What you agree to</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {agreement.statement.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <h2>Who sees it</h2>
          <p>
            {placement.supervisorName === null ? 'Your supervisor' : placement.supervisorName}, {placement.host.name}{' '}
            and your coordinators see the goals and the plan. Your supervisor and your coordinators also see your
            self-assessment; the rest of the organisation does not.
          </p>
        </>
      }
      beside={<Link href={paths.learningAgreement}>Not now</Link>}
    />
  );
}
