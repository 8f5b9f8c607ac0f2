import { useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { OwnApplication } from '../application/application.ts';
import { BackOnTheRegister } from '../application/BackOnTheRegister.tsx';
import { entryKinds, slugOf, ways } from '../application/words.ts';
import { WhatHappened } from '../application/WhatHappened.tsx';
import { Sources } from '../cited/Cited.tsx';
import { graphql } from '../generated/gql.ts';
import type { ApplicationFieldsFragment } from '../generated/graphql.ts';
import { PackFindings } from '../pack/PackFindings.tsx';
import { paths, recordApplicationPath } from '../paths.ts';
import { taskPath } from '../returners/PathwayTasks.tsx';
import { sayDate } from '../ui/approximate-date.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Assumed, Inset, Notice, Tag } from '../ui/Callouts.tsx';
import { sayDays } from '../ui/duration.ts';
import { Link } from '../ui/Link.tsx';
import { sayMoney } from '../ui/money.ts';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { Turn } from '../ui/Turn.tsx';

const PrepareApplicationStep = graphql(`
  mutation PrepareApplicationStep($input: PrepareApplicationStepInput!) {
    prepareApplicationStep(input: $input) {
      ... on ApplicationStepPrepared {
        returner {
          id
          application {
            ...ApplicationFields
          }
        }
      }
      ... on PrepareApplicationStepRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const ApplyAgain = graphql(`
  mutation ApplyAgain($input: ApplyAgainInput!) {
    applyAgain(input: $input) {
      ... on AppliedAgain {
        returner {
          id
          application {
            ...ApplicationFields
          }
        }
      }
      ... on ApplyAgainRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** A returner's application: how it stands, what to get ready and send, what happened, and what to record next. */
export function ApplicationPage() {
  const said = readSaid(useLocation().state);
  const { data, instead } = useAnswer(OwnApplication, {}, 'your application');
  if (data === undefined)
    return (
      <Page title="Your application" caption="Your pathway" backHref={paths.pathway}>
        {instead}
      </Page>
    );
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  const { application } = returner;
  return (
    <Page title="Your application to HCPC" caption="Your pathway" backHref={paths.pathway}>
      {said === undefined ? null : (
        <Notice heading="Done" look="success">
          <p>{said}</p>
        </Notice>
      )}
      {application.onTheRegister === null ? null : <BackOnTheRegister standing={application.onTheRegister} />}
      <h2 className="nhsuk-heading-m">How it stands</h2>
      <Turn turn={application.standing} />
      <Clocks application={application} />
      {application.isFollowedHere ? null : (
        <p>
          Another process holds for you, or it is not settled yet which way back is yours.{' '}
          <Link href={paths.pathway}>See your pathway</Link>.
        </p>
      )}
      <RecordNext application={application} />
      {application.mayApplyAgain ? <Again returnerId={returner.id} /> : null}
      {application.entries.length === 0 ? null : (
        <>
          <h2 className="nhsuk-heading-m">What happened</h2>
          <WhatHappened entries={application.entries} mayCorrect />
          {application.packDigest === null ? null : (
            <p className="rtp-source">
              Your pack is kept as it was sent. Its fingerprint (SHA-256) is{' '}
              <span className="rtp-fingerprint">{application.packDigest}</span>
            </p>
          )}
        </>
      )}
      {application.state === 'PREPARING' || application.state === 'RENEWED' ? (
        <Preparing returnerId={returner.id} application={application} />
      ) : null}
      <p className="rtp-source">
        HCPC alone decides. Nobody here certifies competence for it. What stands here is what you have recorded.
      </p>
    </Page>
  );
}

type Application = ApplicationFieldsFragment;

function Clocks({ application: { clocks } }: { application: Application }) {
  return clocks.length === 0 ? null : (
    <>
      {clocks.map(({ kind, title, endsOn, isOver, whatICanDo, rule }) => (
        <Inset key={`${kind} ${endsOn}`}>
          <p>
            <strong>
              {title}: {sayDate(endsOn)}
            </strong>{' '}
            {isOver ? <Tag colour="red">Passed</Tag> : null} {rule.assumed ? <Assumed /> : null}
          </p>
          <p>{whatICanDo}</p>
          <Sources sources={rule.sources} />
        </Inset>
      ))}
      {clocks.every(({ kind }) => kind === 'SHORT_FORM') ? null : (
        <p>
          <a href="/downloads/application.ics" download>
            Put these days into your calendar
          </a>
        </p>
      )}
    </>
  );
}

function RecordNext({ application: { mayRecord } }: { application: Application }) {
  const [first, ...others] = mayRecord;
  if (first === undefined) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">Record what happened</h2>
      <p>
        <ButtonLink href={recordApplicationPath(slugOf(first))} small>
          {entryKinds[first].offered}
        </ButtonLink>
      </p>
      {others.length === 0 ? null : (
        <ul>
          {others.map((kind) => (
            <li key={kind}>
              <Link href={recordApplicationPath(slugOf(kind))}>{entryKinds[kind].offered}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Again({ returnerId }: { returnerId: string }) {
  const { run } = useCommand(ApplyAgain);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const again = async () => {
    setBusy(true);
    const outcome = await run({ returnerId });
    setBusy(false);
    if ('problem' in outcome) setSaid(outcome.problem.heading);
    else if (outcome.data.applyAgain.__typename === 'ApplyAgainRefused')
      setSaid(outcome.data.applyAgain.refusals.map(({ message, help }) => `${message} ${help}`).join(' '));
    else setSaid('A new application has begun.');
  };
  return (
    <>
      <p>
        <Button type="button" look="secondary" small busy={busy} onClick={() => void again()}>
          Begin a new application
        </Button>
      </p>
      <p role="status">{said}</p>
    </>
  );
}

function Preparing({ returnerId, application }: { returnerId: string; application: Application }) {
  const { planned, steps, fees, feeRule, wayExplanation, wayLink } = application;
  return (
    <>
      <h2 className="nhsuk-heading-m">When you plan to send it</h2>
      {planned === null ? (
        <p>
          You have named no day. <Link href={paths.planApplication}>Name the day on which you plan to send it</Link>,
          and see which days of updating still count then.
        </p>
      ) : (
        <>
          <p>
            <strong>{sayDate(planned.on)}</strong> <Link href={paths.planApplication}>Change the day</Link>
          </p>
          <p>
            {planned.isEnough ? null : <Tag colour="red">Not enough</Tag>} {planned.explanation}
          </p>
          {planned.requiredMinutes === 0 ? null : (
            <p>
              Of today’s log {sayDays(planned.countedMinutes)} count on that day; you need{' '}
              {sayDays(planned.requiredMinutes)}.
            </p>
          )}
          {planned.dropsOutBefore.length === 0 ? null : (
            <ul>
              {planned.dropsOutBefore.slice(0, 5).map(({ dropsOutOn, minutes }) => (
                <li key={dropsOutOn}>
                  {sayDays(minutes)} on {sayDate(dropsOutOn)}
                </li>
              ))}
              {planned.dropsOutBefore.length > 5 ? <li>and more later</li> : null}
            </ul>
          )}
        </>
      )}
      <h2 className="nhsuk-heading-m">What to get ready</h2>
      <ul className="rtp-rules">
        {steps.map((step) => (
          <Step key={step.key} returnerId={returnerId} step={step} />
        ))}
      </ul>
      {wayExplanation === null ? null : (
        <>
          <h2 className="nhsuk-heading-m">How to send it</h2>
          <p>{wayExplanation}</p>
          {application.ways.length === 1 && application.ways[0] ? <p>{ways[application.ways[0]]}.</p> : null}
          {wayLink === null ? null : (
            <p>
              <a href={wayLink.url}>{wayLink.title}</a>, read on {sayDate(wayLink.readOn)}
            </p>
          )}
        </>
      )}
      {fees === null ? null : (
        <>
          <h2 className="nhsuk-heading-m">What it costs</h2>
          <ul>
            {fees.lines.map(({ label, pence }) => (
              <li key={label}>
                {label}: {sayMoney(pence)}
              </li>
            ))}
            <li>
              <strong>In all: {sayMoney(fees.totalPence)}</strong>, since {sayDate(fees.inForceFrom)}
            </li>
          </ul>
          <p>{feeRule.explanation}</p>
          <Sources sources={feeRule.sources} />
        </>
      )}
    </>
  );
}

function Step({ returnerId, step }: { returnerId: string; step: Application['steps'][number] }) {
  const { run } = useCommand(PrepareApplicationStep);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const { key, title, explanation, isForSome, isReady, followsPack, isTicked, missing, rule } = step;
  const change = async () => {
    setBusy(true);
    const outcome = await run({ returnerId, step: key, isReady: !isReady });
    setBusy(false);
    if ('problem' in outcome) setProblem(outcome.problem.heading);
    else if (outcome.data.prepareApplicationStep.__typename === 'PrepareApplicationStepRefused')
      setProblem(outcome.data.prepareApplicationStep.refusals.map(({ message }) => message).join(' '));
    else setProblem('');
  };
  return (
    <li>
      <h3 className="nhsuk-heading-s">
        {title} {isReady ? <Tag colour="green">Ready</Tag> : null}{' '}
        {isForSome ? <Tag colour="grey">For some</Tag> : null} {rule.assumed ? <Assumed /> : null}
      </h3>
      <p>{explanation}</p>
      <Sources sources={rule.sources} />
      {followsPack ? (
        <>
          {missing.length === 0 ? null : (
            <>
              <p>
                {isTicked ? 'You said that you have this ready. Your pack still misses:' : 'Your pack still misses:'}
              </p>
              <PackFindings findings={missing} />
            </>
          )}
          <p>
            <Link href={taskPath('FORMS')}>
              Look at your pack<span className="nhsuk-u-visually-hidden">: {title}</span>
            </Link>
          </p>
        </>
      ) : (
        <>
          <Button type="button" look="secondary" small busy={busy} onClick={() => void change()}>
            {isReady ? 'Not ready after all' : 'I have this ready'}
            <span className="nhsuk-u-visually-hidden">: {title}</span>
          </Button>
          <p role="status">{problem}</p>
        </>
      )}
    </li>
  );
}
