import { useState } from 'react';
import { useLocation } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { forgetAnswers, readAnswers } from '../eligibility/answers.ts';
import { takeOverAnswers } from '../eligibility/hand-over.ts';
import { BackOnTheRegister } from '../application/BackOnTheRegister.tsx';
import { graphql } from '../generated/gql.ts';
import type { PathwayQuery } from '../generated/graphql.ts';
import { useThisDevice } from '../offline/useThisDevice.ts';
import { paths } from '../paths.ts';
import { PathwayTasks, taskPath } from '../returners/PathwayTasks.tsx';
import { NoPathwayYet, StartWithAnswers } from '../returners/StartPathway.tsx';
import { sayDropOut } from '../updating/Meter.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Assumed, Details, Inset } from '../ui/Callouts.tsx';
import { Figures } from '../ui/Card.tsx';
import { sayDays } from '../ui/duration.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { Turn } from '../ui/Turn.tsx';

const Pathway = graphql(`
  query Pathway {
    viewer {
      returner {
        id
        displayName
        describedAs
        eligibility {
          ... on EligibilityOutcome {
            headline
          }
        }
        updating {
          countedMinutes
          expiries {
            dropsOutOn
            minutes
          }
        }
        plan {
          forecast {
            ... on Forecast {
              backEarliestOn
              backLatestOn
            }
            ... on ForecastImpossible {
              explanation
            }
          }
        }
        pathway {
          ...PathwayFields
        }
        application {
          sentOn
          onTheRegister {
            ...OnTheRegisterFields
          }
        }
      }
    }
  }
`);

type Returner = NonNullable<PathwayQuery['viewer']['returner']>;

/** A returner's home: what comes next, how far it is, and every step. */
export function PathwayPage() {
  const { data, instead, retry } = useAnswer(Pathway, {}, 'your pathway');
  useThisDevice(data?.viewer.returner?.id, useViewer()?.today);
  if (data === undefined) return <Page title="Your pathway">{instead}</Page>;
  const { returner } = data.viewer;
  if (returner !== null)
    return returner.application.sentOn === null ? <Steps returner={returner} /> : <AfterSending returner={returner} />;
  return <Begin onStarted={retry} />;
}

/** The pathway begins with the answers of this tab, or of the tab that asked for the account; without any, they come first. */
function Begin({ onStarted }: { onStarted: () => void }) {
  const why = readSaid(useLocation().state);
  const [answers] = useState(() => {
    takeOverAnswers();
    return readAnswers();
  });
  return Object.keys(answers).length === 0 ? (
    <NoPathwayYet why={why} />
  ) : (
    <StartWithAnswers
      answers={answers}
      onStarted={() => {
        forgetAnswers();
        onStarted();
      }}
    />
  );
}

function Steps({ returner }: { returner: Returner }) {
  const { pathway, describedAs, eligibility } = returner;
  const next = pathway.tasks.find(({ key }) => key === pathway.nextTask);
  const figures = figuresOf(returner);
  return (
    <Page title="Your pathway" caption={`${returner.displayName}, ${describedAs}`}>
      {eligibility.__typename === 'EligibilityOutcome' ? (
        <p className="nhsuk-lede-text">{eligibility.headline}</p>
      ) : null}
      {pathway.isSettled ? null : (
        <p>
          <Assumed /> Your route or your days are not settled yet. We plan on the larger number until they are.
        </p>
      )}
      {next === undefined ? null : (
        <Inset>
          <p>
            <strong>Next:</strong> {next.title}
          </p>
          <ButtonLink href={taskPath(next.key)} small>
            {next.key === 'UPDATING' ? 'Open your log' : 'Go to this step'}
          </ButtonLink>
        </Inset>
      )}
      {figures.length === 0 ? null : <Figures figures={figures} />}
      <PlanNote returner={returner} />
      <p>
        You have done {pathway.doneCount} of {pathway.tasks.length} steps.
      </p>
      <PathwayTasks tasks={pathway.tasks} />
      <p>
        <Link href={paths.profile}>Your profile and consents</Link>
      </p>
      <p>
        <Link href={paths.selfAssessment}>How confident do you feel? Your self-assessment</Link>
      </p>
    </Page>
  );
}

/** What matters once the application is sent: how it stands, and what was sent. What came before is behind. */
function AfterSending({ returner: { displayName, describedAs, pathway, application } }: { returner: Returner }) {
  const isOpen = ({ state }: (typeof pathway.tasks)[number]): boolean => state !== 'DONE';
  const { onTheRegister } = application;
  const sent = pathway.tasks.find(({ key }) => key === 'APPLICATION');
  const others = pathway.tasks.filter(({ key }) => key !== 'APPLICATION' && key !== 'BACK');
  const done = others.filter((task) => !isOpen(task));
  return (
    <Page title="Your pathway" caption={`${displayName}, ${describedAs}`}>
      {onTheRegister === null ? null : <BackOnTheRegister standing={onTheRegister} />}
      {sent === undefined || onTheRegister !== null ? null : (
        <>
          <p className="nhsuk-lede-text">{sent.explanation}</p>
          <Turn turn={sent.standing} whose={sent.state === 'WAITING' ? 'Waiting for' : 'Whose turn'} />
        </>
      )}
      <ul className="nhsuk-list">
        <li>
          <Link href={paths.application}>Your application, and what HCPC has done</Link>
        </li>
        <li>
          <Link href={paths.pack}>What you sent</Link>
        </li>
        <li>
          <Link href={paths.profile}>Your profile and consents</Link>
        </li>
      </ul>
      <PathwayTasks tasks={others.filter(isOpen)} />
      <Details summary={done.length === 1 ? 'The step you have done' : `The ${done.length} steps you have done`}>
        <PathwayTasks tasks={done} />
      </Details>
    </Page>
  );
}

function figuresOf({ updating, plan, pathway }: Returner) {
  const figures: { value: string; label: string }[] = [];
  if (updating !== null && pathway.requirement !== null) {
    figures.push({
      value: sayDays(updating.countedMinutes),
      label: `counted of the ${sayDays(pathway.requirement.minutes)} you need`,
    });
  }
  if (plan?.forecast.__typename === 'Forecast') {
    figures.push({
      value: sayDate(plan.forecast.backEarliestOn),
      label: `earliest date back by your plan, ${sayDate(plan.forecast.backLatestOn)} at the latest`,
    });
  }
  return figures;
}

function PlanNote({ returner: { plan, updating } }: { returner: Returner }) {
  const soonest = updating?.expiries[0];
  return (
    <>
      {plan?.forecast.__typename === 'ForecastImpossible' ? (
        <Inset>
          <p>
            Your plan cannot work yet. {plan.forecast.explanation} <Link href={paths.plan}>Change your plan</Link>.
          </p>
        </Inset>
      ) : null}
      {soonest === undefined ? null : (
        <p>
          {sayDropOut(soonest)} <Link href={paths.log}>See your log</Link>.
        </p>
      )}
    </>
  );
}
