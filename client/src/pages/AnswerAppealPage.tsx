import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { TextForm } from '../assessments/TextForm.tsx';
import { useAct } from '../assessments/useAct.ts';
import { kinds } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { AppealToAnswerQuery } from '../generated/graphql.ts';
import { askSecondLookPath, assessmentPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Inset } from '../ui/Callouts.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const AppealToAnswer = graphql(`
  query AppealToAnswer($id: ID!) {
    assessment(id: $id) {
      ...AssessmentLine
      viewerActions
      appeals {
        note
        notedOn
        answeredOn
      }
    }
  }
`);

const AnswerAppeal = graphql(`
  mutation AnswerAppeal($input: AnswerAppealInput!) {
    answer: answerAppeal(input: $input) {
      ... on AppealAnswered {
        assessment {
          ...AssessmentLine
          viewerActions
        }
      }
      ... on AnswerAppealRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Answer a note about an assessment';

/** A coordinator answers what a returner does not agree with. */
export function AnswerAppealPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(AppealToAnswer, { id }, 'the note');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  if (data.assessment === null || !data.assessment.viewerActions.includes('ANSWER_APPEAL')) return <NotFoundPage />;
  return <AnswerForm assessment={data.assessment} readAgain={retry} />;
}

interface AnswerFormProps {
  assessment: NonNullable<AppealToAnswerQuery['assessment']>;
  readAgain: () => void;
}

function AnswerForm({ assessment, readAgain }: AnswerFormProps) {
  const { sending, act } = useAct(AnswerAppeal, readAgain);
  const to = assessmentPath(assessment.id);
  const open = assessment.appeals?.find(({ answeredOn }) => answeredOn === null);
  return (
    <TextForm
      title={title}
      caption={`${kinds[assessment.kind]}: ${assessment.returnerName}`}
      backHref={to}
      intro={
        <>
          {open === undefined ? null : (
            <Inset>
              <p className="rtp-typed">
                <strong>The returner, on {sayDate(open.notedOn)}:</strong> {open.note}
              </p>
            </Inset>
          )}
          <p>
            You can <Link href={askSecondLookPath(assessment.id)}>ask for a second look</Link> before you answer.
          </p>
        </>
      }
      field="answer"
      label="Your answer"
      hint="The returner and the assessors read it. Say what happens next."
      missing="Enter your answer"
      send="Answer"
      sending={sending}
      onSend={(missing, answer) =>
        act(
          missing,
          { assessmentId: assessment.id, expectedVersion: assessment.version, answer },
          { to, said: 'Your answer stands there, and the returner is told.' },
        )
      }
    />
  );
}
