import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { AgreementFieldsFragment } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const LearningPlanToChange = graphql(`
  query LearningPlanToChange {
    viewer {
      returner {
        id
        placement {
          id
          learningAgreement {
            ...AgreementFields
          }
        }
      }
    }
  }
`);

const SaveLearningPlan = graphql(`
  mutation SaveLearningPlan($input: SaveLearningPlanInput!) {
    saveLearningPlan(input: $input) {
      ... on LearningPlanSaved {
        learningAgreement {
          ...AgreementFields
        }
      }
      ... on SaveLearningPlanRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'How many days of each kind?';

/** The numbers of the plan: the days of each kind, and how often the two meet. */
export function LearningPlanPage() {
  const { data, instead, retry } = useAnswer(LearningPlanToChange, {}, 'your plan');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const agreement = data.viewer.returner?.placement?.learningAgreement;
  if (agreement?.viewerActions.includes('EDIT') !== true) return <Navigate to={paths.learningAgreement} replace />;
  return <PlanForm agreement={agreement} readAgain={retry} />;
}

const fields = [
  ['supervisedDays', 'Days of supervised practice', 'Here and elsewhere, all in all.'],
  ['formalDays', 'Days of formal study', 'A course, or other study that somebody else gives.'],
  ['privateDays', 'Days of private study', 'What you read and work through by yourself.'],
  [
    'meetEveryWeeks',
    'Weeks from one meeting with your supervisor to the next',
    'For example 2, to meet every two weeks.',
  ],
] as const;
type Field = (typeof fields)[number][0];

function PlanForm({ agreement, readAgain }: { agreement: AgreementFieldsFragment; readAgain: () => void }) {
  const { plan, requiredDays, placementDays } = agreement;
  const typed = (value: number | null) => (value === null ? '' : String(value));
  const [draft, setDraft] = useState<Record<Field, string>>({
    supervisedDays: typed(plan.supervisedDays),
    formalDays: typed(plan.formalDays),
    privateDays: typed(plan.privateDays),
    meetEveryWeeks: typed(plan.meetEveryWeeks),
  });
  const { submit, ...sending } = useSending();
  const { run } = useCommand(SaveLearningPlan);
  const navigate = useNavigate();
  const numberOf = (field: Field) => (draft[field].trim() === '' ? null : Number(draft[field]));
  const save = () =>
    submit(
      fields.flatMap(([field]) =>
        /^\s*\d{0,3}\s*$/.test(draft[field]) ? [] : [{ field, message: 'Enter a whole number, or leave it empty' }],
      ),
      async () => {
        const outcome = await run({
          learningAgreementId: agreement.id,
          expectedVersion: agreement.version,
          supervisedDays: numberOf('supervisedDays'),
          formalDays: numberOf('formalDays'),
          privateDays: numberOf('privateDays'),
          meetEveryWeeks: numberOf('meetEveryWeeks'),
        });
        if ('problem' in outcome) return outcome;
        const { saveLearningPlan: answer } = outcome.data;
        if (answer.__typename === 'SaveLearningPlanRefused') {
          if (isConflict(answer.refusals)) readAgain();
          return { errors: errorsFrom(answer.refusals) };
        }
        await navigate(paths.learningAgreement, { state: { said: 'Your plan is saved.' } });
        return { done: true };
      },
    );
  return (
    <FormPage
      title={title}
      caption="Learning agreement"
      backHref={paths.learningAgreement}
      sending={sending}
      send="Save"
      onSend={() => void save()}
      intro={
        <p>
          A day is 7 hours.{' '}
          {requiredDays === null || requiredDays === 0 ? '' : `HCPC needs ${requiredDays} days of you. `}
          This placement has {placementDays === 1 ? '1 day' : `${placementDays} days`}. Private study counts for at most
          half.
        </p>
      }
      beside={<Link href={paths.learningAgreement}>Not now</Link>}
    >
      {fields.map(([field, label, hint]) => (
        <TextInput
          key={field}
          id={field}
          label={label}
          hint={hint}
          inputMode="numeric"
          autoComplete="off"
          characters={3}
          value={draft[field]}
          onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
          error={errorFor(sending.errors, field)}
        />
      ))}
    </FormPage>
  );
}
