import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { noPatient } from '../assessments/LocalOnly.tsx';
import { useAct } from '../assessments/useAct.ts';
import { criterionOutcomes, kinds } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { DraftFieldsFragment } from '../generated/graphql.ts';
import { assessStandardPath, writeAssessmentPath } from '../paths.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const StandardToAssess = graphql(`
  query StandardToAssess($id: ID!) {
    assessment(id: $id) {
      ...DraftFields
    }
  }
`);

const SaveStandard = graphql(`
  mutation SaveStandard($input: SaveAssessmentDraftInput!) {
    answer: saveAssessmentDraft(input: $input) {
      ... on AssessmentDraftSaved {
        assessment {
          ...DraftFields
        }
      }
      ... on SaveAssessmentDraftRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** What an assessor says of one standard, on a page of its own. */
export function AssessStandardPage() {
  const { id = '', standard = '' } = useParams();
  const { data, instead, retry } = useAnswer(StandardToAssess, { id }, 'the standard', 'cache-first');
  if (data === undefined) return <Page title="A standard">{instead}</Page>;
  const number = Number(standard);
  const found = data.assessment?.standards.find((one) => one.number === number);
  if (data.assessment === null || found === undefined || !data.assessment.viewerActions.includes('WRITE'))
    return <NotFoundPage />;
  // each standard begins with an empty form of its own
  return <StandardForm key={number} assessment={data.assessment} standard={found} readAgain={retry} />;
}

interface StandardFormProps {
  assessment: DraftFieldsFragment;
  standard: DraftFieldsFragment['standards'][number];
  readAgain: () => void;
}

function StandardForm({ assessment, standard, readAgain }: StandardFormProps) {
  const { id, draft, standards } = assessment;
  const known = draft?.criteria.find((one) => one.standard === standard.number);
  const [outcome, setOutcome] = useState<string>(known?.outcome ?? '');
  const [evidence, setEvidence] = useState(known?.evidence ?? '');
  const [comment, setComment] = useState(known?.comment ?? '');
  const { sending, act } = useAct(SaveStandard, readAgain);
  const { errors } = sending;
  const next = standards.find(({ number }) => number > standard.number);
  const back = writeAssessmentPath(id);
  const save = () =>
    act(
      isOneOf(criterionOutcomes, outcome) ? [] : [{ field: 'outcome', message: 'Choose what you saw' }],
      {
        assessmentId: id,
        expectedVersion: assessment.version,
        criteria: isOneOf(criterionOutcomes, outcome)
          ? [{ standard: standard.number, outcome, evidence, comment }]
          : [],
      },
      next === undefined || assessment.kind === 'FORMATIVE'
        ? { to: back, said: `Standard ${standard.number} is saved.` }
        : { to: assessStandardPath(id, next.number) },
    );
  return (
    <FormPage
      title={`${standard.number}. ${standard.label}`}
      caption={`${kinds[assessment.kind]}: ${assessment.returnerName}`}
      backHref={back}
      sending={sending}
      send={next === undefined || assessment.kind === 'FORMATIVE' ? 'Save' : 'Save and go on'}
      onSend={save}
      intro={
        <p>
          The number is HCPC’s, the label our own{standard.isHeadingConfirmed ? '' : ' (assumed)'}.{' '}
          <a href="https://www.hcpc-uk.org/standards/standards-of-proficiency/">Read the standard on HCPC’s site</a>.
        </p>
      }
      beside={<Link href={back}>Back to all standards</Link>}
    >
      <Radios
        id="outcome"
        name="outcome"
        label="What did you see?"
        choices={choicesOf(criterionOutcomes)}
        value={outcome}
        onChange={setOutcome}
        error={errorFor(errors, 'outcome')}
      />
      <TextArea
        id="evidence"
        label="What showed it?"
        hint={`What you saw or read, and when. ${noPatient}`}
        value={evidence}
        maxLength={1000}
        onChange={(event) => setEvidence(event.target.value)}
        error={errorFor(errors, 'evidence')}
      />
      <TextArea
        id="comment"
        label="Comment"
        hint="If it was not shown in full: what is missing? The returner reads it."
        value={comment}
        maxLength={1000}
        onChange={(event) => setComment(event.target.value)}
        error={errorFor(errors, 'comment')}
      />
    </FormPage>
  );
}
