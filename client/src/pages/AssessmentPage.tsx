import { useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { LocalOnly } from '../assessments/LocalOnly.tsx';
import { PlanRead, Version } from '../assessments/Version.tsx';
import { kinds, moderationStates, outcomes, settlements, states, withdrawalReasons } from '../assessments/words.ts';
import { Rules } from '../cited/Cited.tsx';
import { EvidenceShown } from '../evidence/EvidenceShown.tsx';
import { graphql } from '../generated/gql.ts';
import type { AssessmentStep, OneAssessmentQuery } from '../generated/graphql.ts';
import {
  answerAppealPath,
  answerSecondLookPath,
  appealPath,
  askSecondLookPath,
  changeAssessmentPath,
  correctAssessmentPath,
  paths,
  placementRecordPath,
  settleSecondLookPath,
  withdrawAssessmentPath,
  writeAssessmentPath,
} from '../paths.ts';
import { CoordinatorsToAsk } from '../returners/CoordinatorsToAsk.tsx';
import { sayDate } from '../ui/approximate-date.ts';
import { Details, Notice, Tag } from '../ui/Callouts.tsx';
import { Checkboxes } from '../ui/Choices.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { ProblemMessage, type Problem } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { Turn } from '../ui/Turn.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const OneAssessment = graphql(`
  query OneAssessment($id: ID!) {
    assessment(id: $id) {
      ...AssessmentLine
      placement {
        id
      }
      evidence {
        ...ShownEvidenceFields
      }
      isBeingCorrected
      appealUntil
      nextStep
      withdrawnOn
      withdrawalReason
      viewerActions
      standards {
        number
        label
        isHeadingConfirmed
      }
      waiting {
        forWhom
        since
        usualTime
        whatReturnerCanDo
      }
      versions {
        ...VersionFields
      }
      moderations {
        state
        number
        moderatorName
        askedOn
        askedWhy
        dueOn
        answeredOn
        outcome
        reasons
        settledOn
        settlement
        settledWhy
      }
      appeals {
        number
        note
        notedOn
        answer
        answeredOn
      }
      rules {
        ...CitedRuleFields
      }
    }
  }
`);

const TickAction = graphql(`
  mutation TickAssessmentAction($input: TickAssessmentActionInput!) {
    answer: tickAssessmentAction(input: $input) {
      ... on AssessmentActionTicked {
        assessment {
          id
          nextStep
          viewerActions
          versions {
            ...VersionFields
          }
          waiting {
            forWhom
            since
            usualTime
            whatReturnerCanDo
          }
        }
      }
      ... on TickAssessmentActionRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Assessment = NonNullable<OneAssessmentQuery['assessment']>;

/** One assessment: where it stands, what it says, and what can be done with it now. */
export function AssessmentPage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(OneAssessment, { id }, 'the assessment');
  if (data === undefined) return <Page title="An assessment">{instead}</Page>;
  return data.assessment === null ? <NotFoundPage /> : <Read assessment={data.assessment} />;
}

const ways: Readonly<Record<AssessmentStep, { name: string; path: (id: string) => string } | null>> = {
  WRITE: { name: 'Write it', path: writeAssessmentPath },
  CORRECT: { name: 'Correct it', path: correctAssessmentPath },
  DROP_CORRECTION: null,
  MODERATE: { name: 'Say whether you agree', path: answerSecondLookPath },
  CHANGE: { name: 'Name another assessor or another day', path: changeAssessmentPath },
  WITHDRAW: { name: 'Withdraw it', path: withdrawAssessmentPath },
  ASK_MODERATION: { name: 'Ask for a second look', path: askSecondLookPath },
  SETTLE: { name: 'Settle the two views', path: settleSecondLookPath },
  APPEAL: { name: 'Say that you do not agree', path: appealPath },
  ANSWER_APPEAL: { name: 'Answer the note', path: answerAppealPath },
  DO_ACTION: null,
};

function Read({ assessment }: { assessment: Assessment }) {
  const said = readSaid(useLocation().state);
  const { versions, waiting, viewerActions } = assessment;
  // the sentences are written to the returner, so everybody else is told whose they are
  const isTheirs = useViewer()?.role === 'RETURNER';
  const [current, ...older] = versions ?? [];
  const possible = viewerActions.flatMap((step) => ways[step] ?? []);
  return (
    <Page
      title={kinds[assessment.kind]}
      caption={`${assessment.returnerName}, ${assessment.describedAs}`}
      backHref={paths.assessments}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      <LocalOnly />
      <SummaryList
        rows={[
          {
            key: 'State',
            value: (
              <>
                {states[assessment.state]} {assessment.isLate ? <Tag colour="red">Late</Tag> : null}
                {assessment.isBeingCorrected ? <Tag colour="yellow">Being corrected</Tag> : null}
              </>
            ),
          },
          { key: 'Assessor', value: assessment.assessorName },
          { key: 'Site', value: assessment.siteName },
          { key: 'Planned on', value: sayDate(assessment.assignedOn) },
          { key: 'Due by', value: sayDate(assessment.dueOn) },
          ...(assessment.withdrawnOn === null || assessment.withdrawalReason === null
            ? []
            : [
                {
                  key: 'Withdrawn',
                  value: `${sayDate(assessment.withdrawnOn)}: ${withdrawalReasons[assessment.withdrawalReason]}`,
                },
              ]),
        ]}
      />
      {assessment.nextStep === null ? null : (
        <>
          <h2>What comes next</h2>
          {isTheirs ? (
            <p>{assessment.nextStep}</p>
          ) : (
            <p>
              {assessment.returnerName} reads: “{assessment.nextStep}”
            </p>
          )}
          {waiting === null ? null : (
            <Turn
              turn={{
                ...waiting,
                who: !isTheirs && waiting.forWhom === 'You' ? assessment.returnerName : waiting.forWhom,
                whatICanDo: waiting.whatReturnerCanDo,
              }}
              whose="Waiting for"
              isOwn={isTheirs}
            />
          )}
        </>
      )}
      {isTheirs && assessment.isLate ? (
        <>
          <h2>It is late: whom to ask</h2>
          <p>{assessment.assessorName} writes this assessment. You can ask them or the site for a day.</p>
          <CoordinatorsToAsk />
        </>
      ) : null}
      {possible.length === 0 ? null : (
        <ul className="nhsuk-list">
          {possible.map(({ name, path }) => (
            <li key={name}>
              <Link href={path(assessment.id)}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
      {viewerActions.includes('APPEAL') && assessment.appealUntil !== null ? (
        <p>
          You can say that you do not agree until {sayDate(assessment.appealUntil)}. How long you have is a local rule
          (assumed); it is no appeal against a decision of HCPC.
        </p>
      ) : null}
      {current === undefined ? null : (
        <>
          <h2>The result</h2>
          <Version version={current} standards={assessment.standards} />
          {current.actions.length === 0 ? null : (
            <>
              <h2>{isTheirs ? 'Your plan' : `What ${assessment.returnerName} does next`}</h2>
              {viewerActions.includes('DO_ACTION') ||
              (isTheirs && current.actions.some(({ doneOn }) => doneOn !== null)) ? (
                <PlanToTick assessmentId={assessment.id} version={current} />
              ) : (
                <PlanRead version={current} />
              )}
            </>
          )}
        </>
      )}
      <EvidenceShown files={assessment.evidence} heading="Evidence filed under its standards" />
      <Disagreement assessment={assessment} />
      {older.length === 0 ? null : (
        <>
          <h2>Earlier versions</h2>
          {older.map((version) => (
            <Details key={version.number} summary={`Version ${version.number}`}>
              <Version version={version} standards={assessment.standards} />
              <PlanRead version={version} />
            </Details>
          ))}
        </>
      )}
      {assessment.placement === null ? null : (
        <p>
          <Link href={placementRecordPath(assessment.placement.id)}>The placement</Link>
        </p>
      )}
      <h2>The rules</h2>
      <Rules rules={assessment.rules} />
    </Page>
  );
}

/** Second looks, and what the returner does not agree with. */
const Disagreement = ({ assessment: { moderations, appeals } }: { assessment: Assessment }) => (
  <>
    {appeals === null || appeals.length === 0 ? null : (
      <>
        <h2>What the returner does not agree with</h2>
        {appeals.map(({ notedOn, note, answer, answeredOn }) => (
          <div key={notedOn + note}>
            <p className="rtp-typed">
              <strong>{sayDate(notedOn)}:</strong> {note}
            </p>
            <p className="rtp-typed">
              {answer === null || answeredOn === null ? (
                'It waits for an answer of the coordinators.'
              ) : (
                <>
                  <strong>Answer of {sayDate(answeredOn)}:</strong> {answer}
                </>
              )}
            </p>
          </div>
        ))}
      </>
    )}
    {moderations === null || moderations.length === 0 ? null : (
      <>
        <h2>A second look</h2>
        {moderations.map((look) => (
          <div key={`${look.askedOn} ${look.moderatorName}`}>
            <p className="rtp-typed">
              <strong>{moderationStates[look.state]}.</strong> {look.moderatorName} was asked on {sayDate(look.askedOn)}
              , to answer by {sayDate(look.dueOn)}. Why: {look.askedWhy}
            </p>
            {look.reasons === null ? null : (
              <p className="rtp-typed">
                {look.outcome === null ? 'They agree' : `They would say: ${outcomes[look.outcome]}`}. {look.reasons}
              </p>
            )}
            {look.settlement === null ? null : (
              <p className="rtp-typed">
                <strong>{settlements[look.settlement]}.</strong> {look.settledWhy}
              </p>
            )}
          </div>
        ))}
      </>
    )}
  </>
);

type Current = NonNullable<Assessment['versions']>[number];

/** The plan, with a box for each thing: it is kept as soon as it is ticked. */
function PlanToTick({ assessmentId, version }: { assessmentId: string; version: Current }) {
  const { run } = useCommand(TickAction);
  const [problem, setProblem] = useState<Problem>();
  const done = version.actions.flatMap(({ actionId, doneOn }) =>
    actionId !== null && doneOn !== null ? [actionId] : [],
  );
  const tick = async (ticked: readonly string[]) => {
    const changed = version.actions.find(
      ({ actionId }) => actionId !== null && ticked.includes(actionId) !== done.includes(actionId),
    );
    if (!changed || changed.actionId === null) return;
    const outcome = await run({
      assessmentId,
      assessmentActionId: changed.actionId,
      isDone: ticked.includes(changed.actionId),
    });
    setProblem('problem' in outcome ? outcome.problem : undefined);
  };
  return (
    <>
      {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
      <Checkboxes
        id="plan"
        name="plan"
        label="What is done"
        legendSize="s"
        hint="It is kept as soon as you tick it."
        choices={version.actions.flatMap(({ actionId, what, byOn, doneOn }) =>
          actionId === null
            ? []
            : [
                {
                  value: actionId,
                  label: what,
                  hint: doneOn === null ? `By ${sayDate(byOn)}` : `Done on ${sayDate(doneOn)}`,
                },
              ],
        )}
        values={done}
        onChange={(ticked) => void tick(ticked)}
      />
    </>
  );
}
