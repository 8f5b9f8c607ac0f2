import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { TextForm } from '../assessments/TextForm.tsx';
import { useAct } from '../assessments/useAct.ts';
import { kinds } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { AssessmentToCorrectQuery } from '../generated/graphql.ts';
import { assessmentPath, writeAssessmentPath } from '../paths.ts';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const AssessmentToCorrect = graphql(`
  query AssessmentToCorrect($id: ID!) {
    assessment(id: $id) {
      ...AssessmentLine
      viewerActions
    }
  }
`);

const CorrectAssessment = graphql(`
  mutation CorrectAssessment($input: CorrectAssessmentInput!) {
    answer: correctAssessment(input: $input) {
      ... on AssessmentCorrectionBegun {
        assessment {
          ...DraftFields
        }
      }
      ... on CorrectAssessmentRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Correct what you submitted';

/** An assessor says why a submitted assessment is corrected, and goes on to write the new version. */
export function CorrectAssessmentPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(AssessmentToCorrect, { id }, 'the assessment');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  if (data.assessment === null || !data.assessment.viewerActions.includes('CORRECT')) return <NotFoundPage />;
  return <CorrectForm assessment={data.assessment} readAgain={retry} />;
}

interface CorrectFormProps {
  assessment: NonNullable<AssessmentToCorrectQuery['assessment']>;
  readAgain: () => void;
}

function CorrectForm({ assessment, readAgain }: CorrectFormProps) {
  const { sending, act } = useAct(CorrectAssessment, readAgain);
  return (
    <TextForm
      title={title}
      caption={`${kinds[assessment.kind]}: ${assessment.returnerName}`}
      backHref={assessmentPath(assessment.id)}
      intro={<p>What you submitted stays as it is. The new version stands beside it, with your reason.</p>}
      field="reason"
      label="Why do you correct it?"
      hint="The returner reads it."
      missing="Enter why you correct it"
      send="Write the correction"
      sending={sending}
      onSend={(missing, reason) =>
        act(
          missing,
          { assessmentId: assessment.id, expectedVersion: assessment.version, reason },
          { to: writeAssessmentPath(assessment.id) },
        )
      }
    />
  );
}
