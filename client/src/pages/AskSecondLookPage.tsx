import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { AssessorChoice } from '../assessments/AssessorChoice.tsx';
import { TextForm } from '../assessments/TextForm.tsx';
import { useAct } from '../assessments/useAct.ts';
import { kinds } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { AssessmentToLookAtQuery } from '../generated/graphql.ts';
import { assessmentPath, hostAssessorsPath } from '../paths.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const AssessmentToLookAt = graphql(`
  query AssessmentToLookAt($id: ID!) {
    assessment(id: $id) {
      ...AssessmentLine
      viewerActions
      placement {
        id
        host {
          id
        }
        initial: assessorChoices(kind: INITIAL, isSecondLook: true) {
          ...AssessorChoiceFields
        }
        formative: assessorChoices(kind: FORMATIVE, isSecondLook: true) {
          ...AssessorChoiceFields
        }
        final: assessorChoices(kind: FINAL, isSecondLook: true) {
          ...AssessorChoiceFields
        }
      }
    }
  }
`);

const AskModeration = graphql(`
  mutation AskModeration($input: AskModerationInput!) {
    answer: askModeration(input: $input) {
      ... on ModerationAsked {
        assessment {
          ...AssessmentLine
          viewerActions
        }
      }
      ... on AskModerationRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Ask for a second look';

/** A coordinator asks another assessor to look at what was submitted. */
export function AskSecondLookPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(AssessmentToLookAt, { id }, 'the assessment');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  if (!data.assessment?.placement || !data.assessment.viewerActions.includes('ASK_MODERATION')) return <NotFoundPage />;
  return <AskForm assessment={data.assessment} placement={data.assessment.placement} readAgain={retry} />;
}

type Assessment = NonNullable<AssessmentToLookAtQuery['assessment']>;
interface AskFormProps {
  assessment: Assessment;
  placement: NonNullable<Assessment['placement']>;
  readAgain: () => void;
}

function AskForm({ assessment, placement, readAgain }: AskFormProps) {
  const [assessor, setAssessor] = useState('');
  const { sending, act } = useAct(AskModeration, readAgain, (path) =>
    path.at(-1) === 'reason' ? 'reason' : 'assessor',
  );
  const to = assessmentPath(assessment.id);
  const byKind = {
    INITIAL: placement.initial,
    FORMATIVE: placement.formative,
    FINAL: placement.final,
    REASSESSMENT: placement.final,
  };
  return (
    <TextForm
      title={title}
      caption={`${kinds[assessment.kind]}: ${assessment.returnerName}, by ${assessment.assessorName}`}
      backHref={to}
      intro={
        <p>
          The second assessor reads what was submitted, and agrees or differs with reasons. If they differ, you settle
          it. What was submitted is not changed.
        </p>
      }
      field="reason"
      label="Why do you ask?"
      hint="The assessors and the returner read it."
      missing="Enter why you ask"
      send="Ask"
      sending={sending}
      onSend={(missing, reason) =>
        act(
          [...(assessor === '' ? [{ field: 'assessor', message: 'Choose an assessor' }] : []), ...missing],
          { assessmentId: assessment.id, expectedVersion: assessment.version, assessorId: assessor, reason },
          { to, said: 'The second assessor is asked, and told.' },
        )
      }
    >
      <AssessorChoice
        choices={byKind[assessment.kind] ?? []}
        value={assessor}
        onChange={setAssessor}
        error={errorFor(sending.errors, 'assessor')}
        listHref={hostAssessorsPath(placement.host.id)}
      />
    </TextForm>
  );
}
