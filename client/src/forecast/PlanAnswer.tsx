import { Rules } from '../cited/Cited.tsx';
import { graphql } from '../generated/gql.ts';
import type { ForecastQuery } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Details, Inset, Warning } from '../ui/Callouts.tsx';
import { Figures } from '../ui/Card.tsx';
import { sayDays } from '../ui/duration.ts';
import { PlanPicture, PlanTable } from './PlanPicture.tsx';

/** A change that makes a plan sooner, or possible at all. @fragment */
export const PlanChangeFields = graphql(`
  fragment PlanChangeFields on PlanChange {
    key
    change
    daysAWeek
    privatePercent
    keepsWeeksOff
    updatingDoneOn
  }
`);

type Result = ForecastQuery['forecast'];
type Possible = Extract<Result, { __typename: 'Forecast' }>;
type Impossible = Extract<Result, { __typename: 'ForecastImpossible' }>;
type Change = Possible['changes'][number];

interface AnswerProps<Of> {
  answer: Of;
  onTry: (change: Change) => void;
}

/** When the person could be back, what holds the date back, and what would bring it forward. */
export const PossiblePlan = ({ answer, onTry }: AnswerProps<Possible>) => (
  <>
    <h2>
      <span role="status">
        Back between {sayDate(answer.backEarliestOn)} and {sayDate(answer.backLatestOn)}
      </span>
    </h2>
    <Figures
      figures={[
        { value: sayDate(answer.updatingDoneOn), label: 'your updating is done and you can apply' },
        { value: sayDays(answer.requirement.minutes), label: 'of updating needed' },
      ]}
    />
    <Inset>
      <p>
        <strong>What holds you back most.</strong> {answer.binding.explanation}
      </p>
    </Inset>
    <Warnings warnings={answer.warnings} />
    <PlanPicture
      weeks={answer.weeks}
      requiredMinutes={answer.requirement.minutes}
      summary={`You reach ${sayDays(answer.requirement.minutes)} on ${sayDate(answer.updatingDoneOn)}, after ${answer.weeks.length === 1 ? '1 week' : `${answer.weeks.length} weeks`}.`}
    />
    <PlanTable weeks={answer.weeks} />
    {answer.changes.length === 0 ? null : (
      <>
        <h3>What would make it sooner</h3>
        <Changes changes={answer.changes} onTry={onTry} />
      </>
    )}
    <Details summary="The rules behind this date">
      <Rules rules={answer.rules} />
    </Details>
  </>
);

/** Why a plan can never end, and the least change that mends it. */
export const ImpossiblePlan = ({ answer, onTry }: AnswerProps<Impossible>) => (
  <>
    <h2>
      <span role="status">This plan cannot work</span>
    </h2>
    <Warning heading="Change the plan before you start">
      <p>{answer.explanation}</p>
      <p>
        <strong>The least change that makes it work:</strong> {answer.leastChange.change} Your updating would be done on{' '}
        {sayDate(answer.leastChange.updatingDoneOn)}.
      </p>
      <Button type="button" onClick={() => onTry(answer.leastChange)}>
        Try this change
      </Button>
    </Warning>
    <Warnings warnings={answer.warnings} />
    <PlanPicture
      weeks={answer.weeks}
      requiredMinutes={answer.requirement.minutes}
      summary={`At best ${sayDays(answer.bestCountedMinutes)} count at one time. You need ${sayDays(answer.requirement.minutes)}.`}
    />
    <PlanTable weeks={answer.weeks} />
    {answer.changes.length < 2 ? null : (
      <>
        <h3>Every change that makes it work</h3>
        <Changes changes={answer.changes} onTry={onTry} />
      </>
    )}
    <Details summary="The rules behind this answer">
      <Rules rules={answer.rules} />
    </Details>
  </>
);

const Warnings = ({ warnings }: { warnings: readonly string[] }) =>
  warnings.length === 0 ? null : (
    <Inset>
      {warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
    </Inset>
  );

const Changes = ({ changes, onTry }: { changes: readonly Change[]; onTry: (change: Change) => void }) => (
  <ul className="rtp-rules">
    {changes.map((change) => (
      <li key={`${change.key} ${change.change}`}>
        <p>
          {change.change} Updating done on {sayDate(change.updatingDoneOn)}.
        </p>
        <Button type="button" look="secondary" small onClick={() => onTry(change)}>
          Try this <span className="nhsuk-u-visually-hidden">change: {change.change}</span>
        </Button>
      </li>
    ))}
  </ul>
);
