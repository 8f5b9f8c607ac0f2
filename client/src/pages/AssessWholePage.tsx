import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { noPatient } from '../assessments/LocalOnly.tsx';
import { useAct } from '../assessments/useAct.ts';
import { kinds, outcomes } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { DraftFieldsFragment } from '../generated/graphql.ts';
import { writeAssessmentPath } from '../paths.ts';
import { emptyDate, readWholeDate, typedFromDate, type TypedDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Radios } from '../ui/Choices.tsx';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const WholeToAssess = graphql(`
  query WholeToAssess($id: ID!) {
    assessment(id: $id) {
      ...DraftFields
    }
  }
`);

const SaveWhole = graphql(`
  mutation SaveWhole($input: SaveAssessmentDraftInput!) {
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

/** What an assessor says of the whole: the outcome, a summary and the plan. */
export function AssessWholePage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(WholeToAssess, { id }, 'the assessment', 'cache-first');
  if (data === undefined) return <Page title="Outcome, summary and plan">{instead}</Page>;
  if (data.assessment === null || !data.assessment.viewerActions.includes('WRITE')) return <NotFoundPage />;
  return <WholeForm assessment={data.assessment} readAgain={retry} />;
}

interface Planned {
  readonly actionId: string | null;
  readonly what: string;
  readonly byOn: TypedDate;
}
const nothing: Planned = { actionId: null, what: '', byOn: emptyDate };
const errorOf = (errors: readonly FieldError[], id: string) =>
  errors.find(({ field }) => field?.startsWith(`${id}-`))?.message;

/** The field of the form for a path such as `actions`, `0`, `byOn`. */
const fieldOf = (path: readonly string[]): string | undefined => {
  const [first, index, part] = path.slice(path.indexOf('actions') >= 0 ? path.indexOf('actions') : -1);
  if (first !== 'actions') return path.at(-1);
  return part === 'byOn' ? datePartId(`by-${index}`, 'day') : `what-${index ?? '0'}`;
};

function WholeForm({ assessment, readAgain }: { assessment: DraftFieldsFragment; readAgain: () => void }) {
  const { id, draft } = assessment;
  const [outcome, setOutcome] = useState<string>(draft?.outcome ?? '');
  const [summary, setSummary] = useState(draft?.summary ?? '');
  const [plan, setPlan] = useState<readonly Planned[]>(
    (draft?.actions ?? []).map(({ actionId, what, byOn }) => ({ actionId, what, byOn: typedFromDate(byOn) })),
  );
  const { sending, act } = useAct(SaveWhole, readAgain, fieldOf);
  const { errors } = sending;
  const back = writeAssessmentPath(id);
  const save = () => {
    const missing: FieldError[] = [];
    if (!isOneOf(outcomes, outcome)) missing.push({ field: 'outcome', message: 'Choose the outcome' });
    if (summary.trim() === '') missing.push({ field: 'summary', message: 'Enter a summary' });
    const actions = plan.map(({ actionId, what, byOn }, index) => {
      if (what.trim() === '') missing.push({ field: `what-${index}`, message: 'Enter what is to be done' });
      const read = readWholeDate(byOn, 'the day by which it is to be done');
      if ('date' in read) return { actionId, what, byOn: read.date };
      missing.push({ field: datePartId(`by-${index}`, read.part), message: read.message });
      return { actionId, what, byOn: '' };
    });
    act(
      missing,
      {
        assessmentId: id,
        expectedVersion: assessment.version,
        outcome: isOneOf(outcomes, outcome) ? outcome : null,
        summary,
        actions,
      },
      { to: back, said: 'Outcome, summary and plan are saved.' },
    );
  };
  return (
    <FormPage
      title="Outcome, summary and plan"
      caption={`${kinds[assessment.kind]}: ${assessment.returnerName}`}
      backHref={back}
      sending={sending}
      send="Save"
      onSend={save}
      beside={<Link href={back}>Back to all standards</Link>}
    >
      <Radios
        id="outcome"
        name="outcome"
        label="What do you say of the whole?"
        hint="None of it says that somebody is fit to practise: HCPC alone decides."
        choices={choicesOf(outcomes, assessment.outcomes)}
        value={outcome}
        onChange={setOutcome}
        error={errorFor(errors, 'outcome')}
      />
      <TextArea
        id="summary"
        label="Summary"
        hint={`How it went, in a few sentences. The returner reads it. ${noPatient}`}
        value={summary}
        maxLength={2000}
        onChange={(event) => setSummary(event.target.value)}
        error={errorFor(errors, 'summary')}
      />
      <h2 className="nhsuk-heading-m">The plan</h2>
      <p>What is to be done, and by when. It is needed where something was not shown.</p>
      {plan.map((each, index) => {
        const set = (changes: Partial<Planned>) =>
          setPlan(plan.map((other, at) => (at === index ? { ...other, ...changes } : other)));
        const which = ` (${index + 1} of ${plan.length})`;
        return (
          <div className="rtp-conditional" key={`planned-${index}`}>
            <TextInput
              id={`what-${index}`}
              label={`What is to be done?${which}`}
              value={each.what}
              maxLength={300}
              onChange={(event) => set({ what: event.target.value })}
              error={errorFor(errors, `what-${index}`)}
            />
            <DateInput
              id={`by-${index}`}
              label={`By when?${which}`}
              legendSize="s"
              value={each.byOn}
              onChange={(byOn) => set({ byOn })}
              error={errorOf(errors, `by-${index}`)}
            />
            <Button
              type="button"
              look="secondary"
              small
              onClick={() => setPlan(plan.filter((_each, at) => at !== index))}
            >
              Take it out <span className="nhsuk-u-visually-hidden">{which}</span>
            </Button>
          </div>
        );
      })}
      <Button type="button" look="secondary" small onClick={() => setPlan([...plan, nothing])}>
        Add something to do
      </Button>
    </FormPage>
  );
}
