import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useAct } from '../assessments/useAct.ts';
import { kinds } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { CorrectionToDropQuery } from '../generated/graphql.ts';
import { assessmentPath } from '../paths.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const CorrectionToDrop = graphql(`
  query CorrectionToDrop($id: ID!) {
    assessment(id: $id) {
      ...AssessmentLine
      viewerActions
    }
  }
`);

const DropCorrection = graphql(`
  mutation DropCorrection($input: ChangeAssessmentInput!) {
    answer: dropCorrection(input: $input) {
      ... on CorrectionDropped {
        assessment {
          ...AssessmentLine
          isBeingCorrected
          viewerActions
        }
      }
      ... on DropCorrectionRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Give the correction up';

/** A correction that is not submitted is given up; what stands goes on standing. */
export function DropCorrectionPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(CorrectionToDrop, { id }, 'the correction');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  if (data.assessment === null || !data.assessment.viewerActions.includes('DROP_CORRECTION')) return <NotFoundPage />;
  return <DropForm assessment={data.assessment} readAgain={retry} />;
}

interface DropFormProps {
  assessment: NonNullable<CorrectionToDropQuery['assessment']>;
  readAgain: () => void;
}

function DropForm({ assessment, readAgain }: DropFormProps) {
  const { sending, act } = useAct(DropCorrection, readAgain);
  const to = assessmentPath(assessment.id);
  return (
    <FormPage
      title={title}
      caption={`${kinds[assessment.kind]}: ${assessment.returnerName}`}
      backHref={to}
      sending={sending}
      send="Give it up"
      sendLook="warning"
      onSend={() =>
        act(
          [],
          { assessmentId: assessment.id, expectedVersion: assessment.version },
          { to, said: 'The correction is given up.' },
        )
      }
      intro={<p>What was written of the correction is lost. The version that was submitted stands.</p>}
      beside={<Link href={to}>Cancel</Link>}
    />
  );
}
