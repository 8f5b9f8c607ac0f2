import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { Forecast } from '../forecast/forecast.ts';
import { inputOf, readPlan, withChange, writePlan, type Plan } from '../forecast/plan.ts';
import { ImpossiblePlan, PossiblePlan } from '../forecast/PlanAnswer.tsx';
import { PlanForm } from '../forecast/PlanForm.tsx';
import { graphql } from '../generated/gql.ts';
import type { MyPlanQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemMessage } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';

const MyPlan = graphql(`
  query MyPlan {
    viewer {
      returner {
        id
        answers {
          lastPractised {
            year
            month
            day
          }
        }
        pathway {
          requirement {
            days
          }
        }
        updating {
          entries {
            key
            on
            kind
            minutes
          }
        }
        plan {
          version
          startOn
          daysAWeek
          savedOn
          mix {
            supervised
            formal
            private
          }
          weeksOff {
            from
            to
          }
        }
      }
    }
  }
`);

const SavePlan = graphql(`
  mutation SavePlan($input: SavePlanInput!) {
    savePlan(input: $input) {
      ... on PlanSaved {
        returner {
          id
          plan {
            version
            startOn
            daysAWeek
            savedOn
          }
        }
      }
      ... on SavePlanRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Returner = NonNullable<MyPlanQuery['viewer']['returner']>;

/** The returner's own plan: tried out here, with what is in the log already, and kept. */
export function PlanPage() {
  const viewer = useViewer();
  const { data, instead, retry } = useAnswer(MyPlan, {}, 'your plan');
  if (data === undefined || viewer === undefined) return <Page title="Your plan">{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  const days = returner.pathway.requirement?.days ?? 0;
  if (days !== 30 && days !== 60) {
    return (
      <Page title="Your plan" backHref={paths.pathway}>
        <p>There is no updating to plan: the rules ask for none.</p>
        <ButtonLink href={paths.pathway}>Back to your pathway</ButtonLink>
      </Page>
    );
  }
  return <Planner returner={returner} requiredDays={days} today={viewer.today} readAgain={retry} />;
}

/** The plan in the address while it is being changed, or else the one that was saved. */
function planFrom(search: URLSearchParams, { plan }: Returner, requiredDays: 30 | 60, today: string): Plan {
  if (search.size > 0 || plan === null) return { ...readPlan(search), requiredDays };
  return {
    requiredDays,
    daysAWeek: plan.daysAWeek,
    mix: { supervised: plan.mix.supervised, formal: plan.mix.formal, private: plan.mix.private },
    startOn: plan.startOn > today ? plan.startOn : '',
    weeksOff: plan.weeksOff.map(({ from }) => from),
  };
}

const twoDigits = (part: number) => String(part).padStart(2, '0');

function lastPractisedOn({ answers: { lastPractised } }: Returner): string | null {
  if (lastPractised === null) return null;
  const { year, month, day } = lastPractised;
  return month === null || day === null ? null : `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

interface PlannerProps {
  returner: Returner;
  requiredDays: 30 | 60;
  today: string;
  readAgain: () => void;
}

function Planner({ returner, requiredDays, today, readAgain }: PlannerProps) {
  const [search, setSearch] = useSearchParams();
  const plan = planFrom(search, returner, requiredDays, today);
  const done = (returner.updating?.entries ?? []).map(({ key, on, kind, minutes }) => ({ key, on, kind, minutes }));
  const { data, waiting, instead } = useAnswer(
    Forecast,
    { input: { ...inputOf(plan, lastPractisedOn(returner)), done } },
    'your date',
    'cache-first',
  );
  const { submit, busy, errors, problem } = useSending();
  const { run } = useCommand(SavePlan);
  const navigate = useNavigate();
  const show = (next: Plan) => setSearch(writePlan(next), { replace: true, preventScrollReset: true });
  const save = () =>
    submit([], async () => {
      const { startOn, weeksOff } = inputOf(plan, null);
      const outcome = await run({
        returnerId: returner.id,
        expectedVersion: returner.plan?.version ?? null,
        startOn: startOn ?? today,
        daysAWeek: plan.daysAWeek,
        mix: plan.mix,
        weeksOff: weeksOff ?? [],
      });
      if ('problem' in outcome) return outcome;
      const { savePlan } = outcome.data;
      if (savePlan.__typename === 'SavePlanRefused') {
        if (isConflict(savePlan.refusals)) readAgain();
        return { errors: errorsFrom(savePlan.refusals, () => undefined) };
      }
      await navigate(paths.pathway);
      return { done: true };
    });
  return (
    <Page
      title="Your plan"
      caption="Your pathway"
      backHref={paths.pathway}
      width="wide"
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
        </>
      }
    >
      <p className="nhsuk-u-reading-width">
        Change the plan and watch the date move. What is in your log already counts.{' '}
        {returner.plan === null
          ? 'Nothing is saved yet.'
          : `Your plan was saved on ${sayDate(returner.plan.savedOn)}: ${returner.plan.daysAWeek} days a week.`}
      </p>
      <div className="rtp-forecast">
        <section className="rtp-forecast__plan" aria-label="Your plan">
          <PlanForm plan={plan} onChange={show} asksDays={false} />
          <div className="rtp-actions">
            <Button type="button" busy={busy} onClick={() => void save()}>
              Save this plan
            </Button>
          </div>
        </section>
        <section className="rtp-forecast__answer" aria-label="Your date" aria-busy={waiting}>
          {data === undefined ? (
            instead
          ) : data.forecast.__typename === 'Forecast' ? (
            <PossiblePlan answer={data.forecast} onTry={(change) => show(withChange(plan, change))} />
          ) : data.forecast.__typename === 'ForecastImpossible' ? (
            <ImpossiblePlan answer={data.forecast} onTry={(change) => show(withChange(plan, change))} />
          ) : (
            data.forecast.refusals.map(({ path, message, help }) => (
              <ProblemMessage key={path.join('.')} problem={{ heading: message, advice: help, mayRetry: false }} />
            ))
          )}
        </section>
      </div>
    </Page>
  );
}
