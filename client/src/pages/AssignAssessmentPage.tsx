import { useState } from 'react';
import { useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { AssessorChoice } from '../assessments/AssessorChoice.tsx';
import { LocalOnly } from '../assessments/LocalOnly.tsx';
import { useAct } from '../assessments/useAct.ts';
import { kindHints, kinds, states } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { AssessmentKind, PlacementToAssessQuery } from '../generated/graphql.ts';
import { assessmentPath, hostAssessorsPath, placementRecordPath } from '../paths.ts';
import { Inset } from '../ui/Callouts.tsx';
import { emptyDate, readWholeDate, sayDate } from '../ui/approximate-date.ts';
import { Radios } from '../ui/Choices.tsx';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const PlacementToAssess = graphql(`
  query PlacementToAssess($id: ID!) {
    placement(id: $id) {
      id
      returnerName
      describedAs
      endsOn
      host {
        id
      }
      site {
        id
        name
      }
      assessmentsToPlan
      assessments {
        ...AssessmentLine
      }
      assessmentsBeforeMove {
        ...AssessmentLine
      }
      initial: assessorChoices(kind: INITIAL) {
        ...AssessorChoiceFields
      }
      final: assessorChoices(kind: FINAL) {
        ...AssessorChoiceFields
      }
    }
  }
`);

const AssignAssessment = graphql(`
  mutation AssignAssessment($input: AssignAssessmentInput!) {
    answer: assignAssessment(input: $input) {
      ... on AssessmentAssigned {
        assessment {
          ...AssessmentLine
        }
      }
      ... on AssignAssessmentRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Placement = NonNullable<PlacementToAssessQuery['placement']>;
const title = 'Plan an assessment';

/** A coordinator or the organisation asks an assessor to look at how a returner does. */
export function AssignAssessmentPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const { data, instead, retry } = useAnswer(PlacementToAssess, { id }, 'the placement');
  if (data === undefined || viewer === undefined) return <Page title={title}>{instead}</Page>;
  const { placement } = data;
  if (placement === null || placement.assessmentsToPlan === null) return <NotFoundPage />;
  return placement.assessmentsToPlan.length === 0 ? (
    <Page title="Nothing to plan now" backHref={placementRecordPath(id)}>
      <Planned assessments={placement.assessments} />
      <p>
        What can be planned is planned already, or the placement is not agreed yet. After two reassessments there is no
        third: that is a local rule (assumed).
      </p>
    </Page>
  ) : (
    <AssignForm placement={placement} toPlan={placement.assessmentsToPlan} readAgain={retry} />
  );
}

/** What is planned or done in this placement. */
const Planned = ({ assessments }: Pick<Placement, 'assessments'>) =>
  assessments.length === 0 ? null : (
    <>
      <h2 className="nhsuk-heading-m">Planned and done here</h2>
      <ul>
        {assessments.map(({ id, kind, state, dueOn, submittedOn }) => (
          <li key={id}>
            <Link href={assessmentPath(id)}>{kinds[kind]}</Link>: {states[state].toLowerCase()},{' '}
            {submittedOn === null ? `due by ${sayDate(dueOn)}` : sayDate(submittedOn)}
          </li>
        ))}
      </ul>
    </>
  );

/** What was planned where the returner was before, and was not submitted there: it is offered to be planned here. */
const BeforeMove = ({ assessmentsBeforeMove }: Pick<Placement, 'assessmentsBeforeMove'>) =>
  assessmentsBeforeMove.length === 0 ? null : (
    <Inset>
      <p>Planned where the returner was before the move, and not submitted there:</p>
      <ul>
        {assessmentsBeforeMove.map(({ id, kind, dueOn }) => (
          <li key={id}>
            <Link href={assessmentPath(id)}>{kinds[kind]}</Link>, due by {sayDate(dueOn)}
          </li>
        ))}
      </ul>
      <p>If you plan it here, the one there is withdrawn, and its assessor is told.</p>
    </Inset>
  );

interface AssignFormProps {
  placement: Placement;
  toPlan: readonly AssessmentKind[];
  readAgain: () => void;
}

function AssignForm({ placement, toPlan, readAgain }: AssignFormProps) {
  const [kind, setKind] = useState<string>('');
  const [assessor, setAssessor] = useState('');
  const [dueOn, setDueOn] = useState(emptyDate);
  const { sending, act } = useAct(AssignAssessment, readAgain, (path) =>
    path.at(-1) === 'dueOn' ? datePartId('dueOn', 'day') : path.at(-1) === 'assessorId' ? 'assessor' : path.at(-1),
  );
  const { errors } = sending;
  const back = placementRecordPath(placement.id);
  const choices = (kind === 'FINAL' || kind === 'REASSESSMENT' ? placement.final : placement.initial) ?? [];
  const save = () => {
    const missing: FieldError[] = [];
    if (!isOneOf(kinds, kind)) missing.push({ field: 'kind', message: 'Choose what is to be assessed' });
    if (assessor === '') missing.push({ field: 'assessor', message: 'Choose an assessor' });
    const due = readWholeDate(dueOn, 'the day by which it is due');
    if (!('date' in due)) missing.push({ field: datePartId('dueOn', due.part), message: due.message });
    act(
      missing,
      {
        placementId: placement.id,
        kind: isOneOf(kinds, kind) ? kind : 'FORMATIVE',
        assessorId: assessor,
        dueOn: 'date' in due ? due.date : '',
      },
      { to: back, said: 'The assessment is planned, and the assessor is told.' },
    );
  };
  return (
    <FormPage
      title={title}
      caption={`${placement.returnerName}, ${placement.describedAs}, ${placement.site.name}`}
      backHref={back}
      sending={sending}
      send="Plan it"
      onSend={save}
      intro={
        <>
          <LocalOnly />
          <Planned assessments={placement.assessments} />
          <BeforeMove assessmentsBeforeMove={placement.assessmentsBeforeMove} />
        </>
      }
      beside={<Link href={back}>Cancel</Link>}
    >
      <Radios
        id="kind"
        name="kind"
        label="What is to be assessed?"
        choices={choicesOf(kinds, toPlan).map((choice) => ({ ...choice, hint: kindHints[choice.value] }))}
        value={kind}
        onChange={setKind}
        error={errorFor(errors, 'kind')}
      />
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
