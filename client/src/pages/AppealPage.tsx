import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { noPatient } from '../assessments/LocalOnly.tsx';
import { TextForm } from '../assessments/TextForm.tsx';
import { useAct } from '../assessments/useAct.ts';
import { kinds } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { AssessmentToAppealQuery } from '../generated/graphql.ts';
import { assessmentPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const AssessmentToAppeal = graphql(`
  query AssessmentToAppeal($id: ID!) {
    assessment(id: $id) {
      ...AssessmentLine
      appealUntil
      viewerActions
    }
  }
`);

const NoteAppeal = graphql(`
  mutation NoteAppeal($input: NoteAppealInput!) {
    answer: noteAppeal(input: $input) {
      ... on AppealNoted {
        assessment {
          ...AssessmentLine
          viewerActions
        }
      }
      ... on NoteAppealRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Say that you do not agree';

/** The returner notes what they do not agree with; the coordinators answer. */
export function AppealPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(AssessmentToAppeal, { id }, 'the assessment');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  if (data.assessment === null || !data.assessment.viewerActions.includes('APPEAL')) return <NotFoundPage />;
  return <AppealForm assessment={data.assessment} readAgain={retry} />;
}

interface AppealFormProps {
  assessment: NonNullable<AssessmentToAppealQuery['assessment']>;
  readAgain: () => void;
}

function AppealForm({ assessment, readAgain }: AppealFormProps) {
  const { sending, act } = useAct(NoteAppeal, readAgain);
  const to = assessmentPath(assessment.id);
  return (
    <TextForm
      title={title}
      caption={kinds[assessment.kind]}
      backHref={to}
      intro={
        <p>
          Your note stands beside the assessment. The coordinators of your region read it and answer; they can ask a
          second assessor.{' '}
          {assessment.appealUntil === null ? '' : `You have until ${sayDate(assessment.appealUntil)} (assumed).`} This
          is no appeal against a decision of HCPC, and it does not stop your way back.
        </p>
      }
      field="note"
      label="What do you not agree with?"
      hint={`Say which standard, and what the assessor did not see. ${noPatient}`}
      missing="Enter what you do not agree with"
      send="Send your note"
      sending={sending}
      onSend={(missing, note) =>
        act(
          missing,
          { assessmentId: assessment.id, expectedVersion: assessment.version, note },
          { to, said: 'Your note is with the coordinators of your region.' },
        )
      }
    />
  );
}
