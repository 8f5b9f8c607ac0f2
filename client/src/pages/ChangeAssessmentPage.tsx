import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { AssessorChoice } from '../assessments/AssessorChoice.tsx';
import { useAct } from '../assessments/useAct.ts';
import { kinds } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { AssessmentToChangeQuery } from '../generated/graphql.ts';
import { assessmentPath, hostAssessorsPath } from '../paths.ts';
import { readWholeDate, typedFromDate } from '../ui/approximate-date.ts';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const AssessmentToChange = graphql(`
  query AssessmentToChange($id: ID!) {
    assessment(id: $id) {
      ...AssessmentLine
      viewerActions
      placement {
        id
        host {
          id
        }
        initial: assessorChoices(kind: INITIAL) {
          ...AssessorChoiceFields
        }
        final: assessorChoices(kind: FINAL) {
          ...AssessorChoiceFields
        }
      }
    }
  }
`);

const ReassignAssessment = graphql(`
  mutation ReassignAssessment($input: ReassignAssessmentInput!) {
    answer: reassignAssessment(input: $input) {
      ... on AssessmentReassigned {
        assessment {
          ...AssessmentLine
          viewerActions
        }
      }
      ... on ReassignAssessmentRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Name another assessor or another day';

/** Another assessor, or another day, for an assessment that is not submitted. */
export function ChangeAssessmentPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(AssessmentToChange, { id }, 'the assessment');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  if (!data.assessment?.placement || !data.assessment.viewerActions.includes('CHANGE')) return <NotFoundPage />;
  return <ChangeForm assessment={data.assessment} placement={data.assessment.placement} readAgain={retry} />;
}

type Assessment = NonNullable<AssessmentToChangeQuery['assessment']>;
interface ChangeFormProps {
  assessment: Assessment;
  placement: NonNullable<Assessment['placement']>;
  readAgain: () => void;
}

function ChangeForm({ assessment, placement, readAgain }: ChangeFormProps) {
  const looksBack = assessment.kind === 'FINAL' || assessment.kind === 'REASSESSMENT';
  const choices = (looksBack ? placement.final : placement.initial) ?? [];
  const [assessor, setAssessor] = useState(
    choices.find(({ displayName }) => displayName === assessment.assessorName)?.assessorId ?? '',
  );
  const [dueOn, setDueOn] = useState(typedFromDate(assessment.dueOn));
  const { sending, act } = useAct(ReassignAssessment, readAgain, (path) =>
    path.at(-1) === 'dueOn' ? datePartId('dueOn', 'day') : 'assessor',
  );
  const { errors } = sending;
  const to = assessmentPath(assessment.id);
  const save = () => {
    const missing: FieldError[] = assessor === '' ? [{ field: 'assessor', message: 'Choose an assessor' }] : [];
    const due = readWholeDate(dueOn, 'the day by which it is due');
    if (!('date' in due)) missing.push({ field: datePartId('dueOn', due.part), message: due.message });
    act(
      missing,
      {
        assessmentId: assessment.id,
        expectedVersion: assessment.version,
        assessorId: assessor,
        dueOn: 'date' in due ? due.date : '',
      },
      { to, said: 'It is changed, and whoever it concerns is told.' },
    );
  };
  return (
    <FormPage
      title={title}
      caption={`${kinds[assessment.kind]}: ${assessment.returnerName}`}
      backHref={to}
      sending={sending}
      send="Change it"
      onSend={save}
      intro={<p>Another assessor begins anew: what the first one was writing is let go of.</p>}
      beside={<Link href={to}>Cancel</Link>}
    >
      <AssessorChoice
        choices={choices}
        value={assessor}
        onChange={setAssessor}
        error={errorFor(errors, 'assessor')}
        listHref={hostAssessorsPath(placement.host.id)}
      />
      <DateInput
        id="dueOn"
        label="By when is it due?"
        legendSize="m"
        value={dueOn}
        onChange={setDueOn}
        error={errors.find(({ field }) => field?.startsWith('dueOn-'))?.message}
      />
    </FormPage>
  );
}
