import { useSearchParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { readAnswers } from '../eligibility/answers.ts';
import { Forecast } from '../forecast/forecast.ts';
import { inputOf, readPlan, withChange, writePlan, type Plan } from '../forecast/plan.ts';
import { ImpossiblePlan, PossiblePlan } from '../forecast/PlanAnswer.tsx';
import { PlanForm } from '../forecast/PlanForm.tsx';
import { paths } from '../paths.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemMessage } from '../ui/States.tsx';

const twoDigits = (part: number) => String(part).padStart(2, '0');

/** The day the person last practised, if the check in this tab was told it to the day. It is not part of the address. */
function lastPractisedOn(): string | null {
  const date = readAnswers().lastPractised;
  if (date === null || date === undefined) return null;
  const { year, month, day } = date;
  return typeof month === 'number' && typeof day === 'number' ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : null;
}

/** When a plan of updating could end; the plan stands in the address, so that it can be kept and compared. */
export function ForecastPage() {
  const [search, setSearch] = useSearchParams();
  const plan = readPlan(search);
  const { data, waiting, instead } = useAnswer(
    Forecast,
    { input: inputOf(plan, lastPractisedOn()) },
    'your plan',
    'cache-first',
  );
  const show = (next: Plan) => setSearch(writePlan(next), { replace: true, preventScrollReset: true });
  return (
    <Page title="When could I be back?" width="wide">
      <p className="nhsuk-lede-text nhsuk-u-reading-width">
        Change the plan and watch the date move. If you do not know how many days you need,{' '}
        <Link href={paths.eligibility}>check that first</Link>.
      </p>
      <div className="rtp-forecast">
        <section className="rtp-forecast__plan" aria-label="Your plan">
          <PlanForm plan={plan} onChange={show} />
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
