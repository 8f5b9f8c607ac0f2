import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { confidences } from '../agreement/words.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { GoalToWriteQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { emptyDate, readWholeDate, sayDate, typedFromDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Details } from '../ui/Callouts.tsx';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const GoalToWrite = graphql(`
  query GoalToWrite {
    viewer {
      returner {
        id
        placement {
          id
          startsOn
          endsOn
          learningAgreement {
            ...AgreementFields
            templates {
              number
              goal
              how
              evidence
            }
            confidence {
              standards {
                number
                label
                before
                after
                goal
                evidence
              }
            }
          }
        }
      }
    }
  }
`);

const SaveLearningGoal = graphql(`
  mutation SaveLearningGoal($input: SaveLearningGoalInput!) {
    saveLearningGoal(input: $input) {
      ... on LearningGoalSaved {
        learningAgreement {
          ...AgreementFields
        }
      }
      ... on SaveLearningGoalRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const RemoveLearningGoal = graphql(`
  mutation RemoveLearningGoal($input: RemoveLearningGoalInput!) {
    removeLearningGoal(input: $input) {
      ... on LearningGoalRemoved {
        learningAgreement {
          ...AgreementFields
        }
      }
      ... on RemoveLearningGoalRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Placement = NonNullable<NonNullable<GoalToWriteQuery['viewer']['returner']>['placement']>;
type Agreement = NonNullable<Placement['learningAgreement']>;

/** One goal on one page: what, how, what would show it, and by when. Half of it can be saved. */
export function LearningGoalPage() {
  const number = Number(useParams()['number']);
  const { data, instead, retry } = useAnswer(GoalToWrite, {}, 'this goal');
  if (data === undefined) return <Page title="One goal">{instead}</Page>;
  const placement = data.viewer.returner?.placement;
  const agreement = placement?.learningAgreement;
  if (placement === null || placement === undefined || agreement === null || agreement === undefined)
    return <Navigate to={paths.learningAgreement} replace />;
  if (!agreement.viewerActions.includes('EDIT')) return <Navigate to={paths.learningAgreement} replace />;
  const standard = agreement.confidence?.standards.find((each) => each.number === number);
  if (standard === undefined) return <NotFoundPage />;
  return <GoalForm key={number} placement={placement} agreement={agreement} standard={standard} readAgain={retry} />;
}

interface GoalFormProps {
  placement: Placement;
  agreement: Agreement;
  standard: NonNullable<Agreement['confidence']>['standards'][number];
  readAgain: () => void;
}

const isEmpty = (value: typeof emptyDate): boolean => Object.values(value).every((part) => part.trim() === '');

function GoalForm({ placement, agreement, standard, readAgain }: GoalFormProps) {
  const known = agreement.goals.find((each) => each.number === standard.number);
  const template = agreement.templates.find((each) => each.number === standard.number);
  const [draft, setDraft] = useState({
    goal: known?.goal ?? standard.goal ?? '',
    how: known?.how ?? '',
    evidence: known?.evidence ?? standard.evidence ?? '',
    by: known?.by === null || known?.by === undefined ? emptyDate : typedFromDate(known.by),
  });
  const change = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const { submit, ...sending } = useSending();
  const save = useCommand(SaveLearningGoal);
  const remove = useCommand(RemoveLearningGoal);
  const navigate = useNavigate();
  const now = standard.after ?? standard.before;
  const goal = { learningAgreementId: agreement.id, expectedVersion: agreement.version, number: standard.number };
  const refused = (refusals: Parameters<typeof errorsFrom>[0] & Parameters<typeof isConflict>[0]) => {
    if (isConflict(refusals)) readAgain();
    return { errors: errorsFrom(refusals, (path) => (path.at(-1) === 'by' ? datePartId('by', 'day') : path.at(-1))) };
  };
  const send = () => {
    const missing: FieldError[] = [];
    let by: string | null = null;
    if (!isEmpty(draft.by)) {
      const read = readWholeDate(draft.by, 'the day');
      if ('date' in read) by = read.date;
      else missing.push({ field: datePartId('by', read.part), message: read.message });
    }
    return submit(missing, async () => {
      const outcome = await save.run({ ...goal, goal: draft.goal, how: draft.how, evidence: draft.evidence, by });
      if ('problem' in outcome) return outcome;
      const { saveLearningGoal: answer } = outcome.data;
      if (answer.__typename === 'SaveLearningGoalRefused') return refused(answer.refusals);
      await navigate(paths.learningAgreement, {
        state: { said: `The goal for standard ${standard.number} is saved.` },
      });
      return { done: true };
    });
  };
  const takeOut = () =>
    submit([], async () => {
      const outcome = await remove.run(goal);
      if ('problem' in outcome) return outcome;
      const { removeLearningGoal: answer } = outcome.data;
      if (answer.__typename === 'RemoveLearningGoalRefused') return refused(answer.refusals);
      await navigate(paths.learningAgreement, {
        state: { said: `The goal for standard ${standard.number} is taken out.` },
      });
      return { done: true };
    });
  return (
    <FormPage
      title={standard.label}
      caption={`Learning agreement, standard ${standard.number} of 15`}
      backHref={paths.learningAgreement}
      sending={sending}
      send="Save"
      onSend={() => void send()}
      intro={
        <>
          {now === null ? null : (
            <p>
              You said: <strong>{confidences[now].toLowerCase()}</strong>.
            </p>
          )}
          <p>You can save half of it and come back.</p>
          {template === undefined ? null : (
            <Details summary="Words to begin with">
              <SummaryList
                rows={[
                  { key: 'Goal', value: template.goal },
                  { key: 'How', value: template.how },
                  { key: 'What would show it', value: template.evidence },
                ]}
              />
              <Button
                look="secondary"
                small
                type="button"
                onClick={() => change({ goal: template.goal, how: template.how, evidence: template.evidence })}
              >
                Use these words
              </Button>
              <p>They take the place of what stands below. Make them your own: they are ours, and no text of HCPC’s.</p>
            </Details>
          )}
        </>
      }
      beside={
        known === undefined ? (
          <Link href={paths.learningAgreement}>Not now</Link>
        ) : (
          <Button look="secondary" type="button" busy={sending.busy} onClick={() => void takeOut()}>
            Take this goal out
          </Button>
        )
      }
    >
      <TextArea
        id="goal"
        label="What do you want to reach?"
        hint="Never write anything that could tell who a patient is."
        maxLength={500}
        value={draft.goal}
        onChange={(event) => change({ goal: event.target.value })}
        error={errorFor(sending.errors, 'goal')}
      />
      <TextArea
        id="how"
        label="How will you get there?"
        hint="What you do, and with whom."
        maxLength={500}
        value={draft.how}
        onChange={(event) => change({ how: event.target.value })}
        error={errorFor(sending.errors, 'how')}
      />
      <TextArea
        id="evidence"
        label="What would show it? (if you know)"
        maxLength={500}
        value={draft.evidence}
        onChange={(event) => change({ evidence: event.target.value })}
        error={errorFor(sending.errors, 'evidence')}
      />
      <DateInput
        id="by"
        label="By when?"
        hint={`A day within your placement, ${sayDate(placement.startsOn)} to ${sayDate(placement.endsOn)}.`}
        legendSize="s"
        value={draft.by}
        onChange={(by) => change({ by })}
        error={sending.errors.find(({ field }) => field?.startsWith('by-'))?.message}
      />
    </FormPage>
  );
}
