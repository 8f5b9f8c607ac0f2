import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { LocalOnly, noPatient } from '../assessments/LocalOnly.tsx';
import { TextForm } from '../assessments/TextForm.tsx';
import { useAct } from '../assessments/useAct.ts';
import { Version } from '../assessments/Version.tsx';
import { kinds, outcomes } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { AssessmentToModerateQuery } from '../generated/graphql.ts';
import { assessmentPath, paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const AssessmentToModerate = graphql(`
  query AssessmentToModerate($id: ID!) {
    assessment(id: $id) {
      ...AssessmentLine
      viewerActions
      outcomes
      standards {
        number
        label
        isHeadingConfirmed
      }
      versions {
        ...VersionFields
      }
      moderations {
        state
        askedWhy
        dueOn
      }
    }
  }
`);

const AnswerModeration = graphql(`
  mutation AnswerModeration($input: AnswerModerationInput!) {
    answer: answerModeration(input: $input) {
      ... on ModerationAnswered {
        assessment {
          ...AssessmentLine
          viewerActions
        }
      }
      ... on AnswerModerationRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'A second look at an assessment';

/** The second assessor reads what was submitted, and agrees or differs with reasons. */
export function AnswerSecondLookPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(AssessmentToModerate, { id }, 'the assessment');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  if (data.assessment === null) return <NotFoundPage />;
  return data.assessment.viewerActions.includes('MODERATE') ? (
    <AnswerForm assessment={data.assessment} readAgain={retry} />
  ) : (
    <Page title="There is nothing to answer" backHref={paths.assessments}>
      <p>
        It was answered, or is not yours. <Link href={assessmentPath(id)}>See how it stands</Link>.
      </p>
    </Page>
  );
}

interface AnswerFormProps {
  assessment: NonNullable<AssessmentToModerateQuery['assessment']>;
  readAgain: () => void;
}

function AnswerForm({ assessment, readAgain }: AnswerFormProps) {
  const [answer, setAnswer] = useState('');
  const [outcome, setOutcome] = useState<string>('');
  const { sending, act } = useAct(AnswerModeration, readAgain);
  const { errors } = sending;
  const [version] = assessment.versions ?? [];
  const asked = assessment.moderations?.find(({ state }) => state === 'ASKED');
  const differs = answer === 'DIFFER';
  return (
    <TextForm
      title={title}
      caption={`${kinds[assessment.kind]}: ${assessment.returnerName}, by ${assessment.assessorName}`}
      backHref={paths.assessments}
      intro={
        <>
          <LocalOnly />
          {asked === undefined ? null : (
            <p className="rtp-typed">
              Why you are asked: {asked.askedWhy} Please answer by {sayDate(asked.dueOn)}.
            </p>
          )}
          <h2>What was submitted</h2>
          {version === undefined ? null : <Version version={version} standards={assessment.standards} />}
        </>
      }
      field="reasons"
      label="Your reasons"
      hint={`The first assessor, the coordinators and the returner read them. ${noPatient}`}
      missing="Enter your reasons"
      send="Send your answer"
      sending={sending}
      onSend={(missing, reasons) =>
        act(
          [
            ...(answer === '' ? [{ field: 'agrees', message: 'Choose whether you agree' }] : []),
            ...(differs && !isOneOf(outcomes, outcome)
              ? [{ field: 'outcome', message: 'Choose the outcome that you would give' }]
              : []),
            ...missing,
          ],
          {
            assessmentId: assessment.id,
            expectedVersion: assessment.version,
            agrees: !differs,
            outcome: differs && isOneOf(outcomes, outcome) ? outcome : null,
            reasons,
          },
          { to: paths.assessments, said: 'Your answer is noted. If you differ, a coordinator settles it.' },
        )
      }
    >
      <Radios
        id="agrees"
        name="agrees"
        label="Do you agree?"
        choices={[
          { value: 'AGREE', label: 'I agree' },
          { value: 'DIFFER', label: 'I see it in another way' },
        ]}
        value={answer}
        onChange={setAnswer}
        error={errorFor(errors, 'agrees')}
      />
      {differs ? (
        <div className="rtp-conditional">
          <Radios
            id="outcome"
            name="outcome"
            label="What would you say of the whole?"
            legendSize="s"
            hint="It may be the same, where it is the reasons that differ."
            choices={choicesOf(outcomes, assessment.outcomes)}
            value={outcome}
            onChange={setOutcome}
            error={errorFor(errors, 'outcome')}
          />
        </div>
      ) : null}
    </TextForm>
  );
}
