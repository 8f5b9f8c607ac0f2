import { Navigate, useLocation, useNavigate } from 'react-router';
import { AgreementHistory, Goals, PlanNumbers } from '../agreement/AgreementParts.tsx';
import { Requirements } from '../agreement/Requirements.tsx';
import { agreementStates } from '../agreement/words.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { AgreementFieldsFragment, MyLearningAgreementQuery } from '../generated/graphql.ts';
import { learningGoalPath, paths } from '../paths.ts';
import { Waiting } from '../returners/PathwayTasks.tsx';
import { sayDate } from '../ui/approximate-date.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Details, Inset, Notice, Tag } from '../ui/Callouts.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { ProblemMessage } from '../ui/States.tsx';
import { TaskList } from '../ui/TaskList.tsx';
import { useSending } from '../ui/useSending.ts';

const MyLearningAgreement = graphql(`
  query MyLearningAgreement {
    viewer {
      returner {
        id
        placement {
          id
          state
          startsOn
          endsOn
          viewerMayStartAgreement
          site {
            id
            name
          }
          host {
            id
            name
          }
          checks {
            id
            kind
            owner
            state
            begunOn
            dueOn
            usualTime
            whatReturnerCanDo
          }
          learningAgreement {
            ...AgreementFields
            confidence {
              standards {
                number
                label
                gap {
                  reason
                }
              }
            }
          }
        }
      }
    }
  }
`);

const StartLearningAgreement = graphql(`
  mutation StartLearningAgreement($input: StartLearningAgreementInput!) {
    startLearningAgreement(input: $input) {
      ... on LearningAgreementStarted {
        learningAgreement {
          id
          version
        }
      }
      ... on StartLearningAgreementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const TakeBackLearningAgreement = graphql(`
  mutation TakeBackLearningAgreement($input: LearningAgreementStepInput!) {
    takeBackLearningAgreement(input: $input) {
      ... on LearningAgreementTakenBack {
        learningAgreement {
          ...AgreementFields
        }
      }
      ... on TakeBackLearningAgreementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const ReopenLearningAgreement = graphql(`
  mutation ReopenLearningAgreement($input: LearningAgreementStepInput!) {
    reopenLearningAgreement(input: $input) {
      ... on LearningAgreementReopened {
        learningAgreement {
          ...AgreementFields
        }
      }
      ... on ReopenLearningAgreementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Placement = NonNullable<NonNullable<MyLearningAgreementQuery['viewer']['returner']>['placement']>;
type Agreement = NonNullable<Placement['learningAgreement']>;

const title = 'Your learning agreement';

/** The returner's own learning agreement: what it says, what is asked of it, and how it stands. */
export function LearningAgreementPage() {
  const { data, instead, retry } = useAnswer(MyLearningAgreement, {}, 'your learning agreement');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  const { placement } = returner;
  if (placement === null || (placement.learningAgreement === null && !placement.viewerMayStartAgreement))
    return (
      <Page title={title} backHref={paths.placement}>
        <p>
          You write a learning agreement for a placement once both you and the site have said yes. It says what you want
          to learn there, how and by when.
        </p>
        <p>Until then you can say how confident you feel in HCPC’s standards: your agreement begins with that.</p>
        <ButtonLink href={paths.selfAssessment}>Go to your self-assessment</ButtonLink>
      </Page>
    );
  return placement.learningAgreement === null ? (
    <Begin placement={placement} onBegun={retry} />
  ) : (
    <Written placement={placement} agreement={placement.learningAgreement} readAgain={retry} />
  );
}

const captionOf = ({ site, startsOn, endsOn }: Placement): string =>
  `${site.name}, ${sayDate(startsOn)} to ${sayDate(endsOn)}`;

function Begin({ placement, onBegun }: { placement: Placement; onBegun: () => void }) {
  const { submit, busy, errors, problem } = useSending();
  const { run } = useCommand(StartLearningAgreement);
  const begin = () =>
    submit([], async () => {
      const outcome = await run({ placementId: placement.id });
      if ('problem' in outcome) return outcome;
      const { startLearningAgreement: answer } = outcome.data;
      if (answer.__typename === 'StartLearningAgreementRefused')
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      onBegun();
      return { done: true };
    });
  return (
    <Page
      title={title}
      caption={captionOf(placement)}
      backHref={paths.placement}
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
        </>
      }
    >
      <p className="nhsuk-lede-text">
        Say what you want to learn in this placement, how and by when. Then share it with your supervisor, before your
        first day.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>It begins with the goals of your self-assessment and the days of your plan.</li>
        <li>There are words to begin with for every standard.</li>
        <li>Nobody else sees it before you share it.</li>
        <li>You see what HCPC needs, and what this site asks on top.</li>
      </ul>
      <p>We found no rule of HCPC’s that asks for a learning agreement. It is good practice, and helps both sides.</p>
      <div className="rtp-actions">
        <Button busy={busy} type="button" onClick={() => void begin()}>
          Start
        </Button>
        <Link href={paths.selfAssessment}>First say how confident you feel</Link>
      </div>
    </Page>
  );
}

interface WrittenProps {
  placement: Placement;
  agreement: Agreement;
  readAgain: () => void;
}

function Written({ placement, agreement, readAgain }: WrittenProps) {
  const said = readSaid(useLocation().state);
  const mayEdit = agreement.viewerActions.includes('EDIT');
  const check = placement.checks.find(({ kind }) => kind === 'LEARNING_AGREEMENT');
  const [last] = agreement.history;
  return (
    <Page
      title={title}
      caption={captionOf(placement)}
      backHref={paths.placement}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      <p>
        <Tag colour={agreement.state === 'AGREED' ? 'green' : agreement.state === 'SHARED' ? 'yellow' : 'blue'}>
          {agreementStates[agreement.state]}
        </Tag>
        {agreement.edition > 1 ? ` Version ${agreement.edition}` : ''}
      </p>
      {last?.kind === 'SENT_BACK' ? (
        <Inset>
          <p>
            <strong>{last.byName} asks for a change:</strong> “{last.comment}”
          </p>
        </Inset>
      ) : null}
      {agreement.state === 'SHARED' && agreement.linkSentOn !== null ? (
        <p>
          On {sayDate(agreement.linkSentOn)} your supervisor got a link by e-mail to answer without an account. It works
          once, and for 7 days. Once it has ended, the page that it opens sends them a new one at a press; you can also
          take the agreement back and share it again.
        </p>
      ) : null}
      {agreement.state === 'AGREED' && agreement.agreed?.isProvisional === true ? (
        <p>
          It counts as provisional: {agreement.agreed.agreedBy} agreed with an account, and the organisation has not
          confirmed their e-mail address yet.
        </p>
      ) : null}
      {agreement.state === 'DRAFT' && agreement.agreed !== null ? (
        <p>
          What you both agreed to on {sayInstant(agreement.agreed.agreedAt)} stands until you both agree to the change.
        </p>
      ) : null}
      {check === undefined || agreement.state === 'AGREED' ? null : (
        <Waiting
          waiting={{
            __typename: 'Waiting',
            forWhom: check.owner === 'SITE' ? `Your supervisor or ${placement.host.name}` : 'You',
            since: check.begunOn,
            usualTime: check.usualTime,
            whatICanDo: check.whatReturnerCanDo,
          }}
        />
      )}
      <h2>Your goals</h2>
      {mayEdit ? <GoalsToWrite agreement={agreement} /> : <Goals goals={agreement.goals} />}
      <h2>Your plan</h2>
      <PlanNumbers agreement={agreement} changeHref={mayEdit ? paths.learningPlan : undefined} />
      <h2>What is asked of your plan</h2>
      <Requirements requirements={agreement.requirements} hostName={placement.host.name} />
      {agreement.viewerActions.includes('SHARE') ? (
        <ButtonLink href={paths.shareAgreement}>Check it and share it</ButtonLink>
      ) : null}
      <StepBack agreement={agreement} readAgain={readAgain} />
      <AgreementHistory history={agreement.history} />
    </Page>
  );
}

const sayGoal = ({ goal, how, by }: AgreementFieldsFragment['goals'][number]) =>
  goal !== null && how !== null && by !== null ? 'Finished' : <Tag colour="blue">Not finished</Tag>;

/** The goals that there are, and the other standards to write one for: those that want attention first. */
function GoalsToWrite({ agreement: { goals, confidence } }: { agreement: Agreement }) {
  const others = (confidence?.standards ?? []).filter(({ number }) => !goals.some((goal) => goal.number === number));
  const link = ({ number, label }: { number: number; label: string }) => (
    <li key={number}>
      <Link href={learningGoalPath(number)}>
        {number}. {label}
      </Link>
    </li>
  );
  const wanting = others.filter(({ gap }) => gap !== null && gap.reason !== 'NOT_ANSWERED');
  return (
    <>
      {goals.length === 0 ? (
        <p>There is no goal yet. Choose a standard that you want to work on.</p>
      ) : (
        <TaskList
          tasks={goals.map((goal) => ({
            name: `${goal.number}. ${goal.label}`,
            href: learningGoalPath(goal.number),
            hint: goal.goal ?? 'No words yet',
            status: sayGoal(goal),
          }))}
        />
      )}
      {wanting.length === 0 ? null : (
        <>
          <p>These want attention by your self-assessment, and have no goal yet:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">{wanting.map(link)}</ul>
        </>
      )}
      <Details summary="Add a goal for another standard">
        <ul className="nhsuk-list">{others.filter((each) => !wanting.includes(each)).map(link)}</ul>
      </Details>
    </>
  );
}

/** Takes it back while it waits, or opens it again once it was agreed. */
function StepBack({ agreement, readAgain }: { agreement: Agreement; readAgain: () => void }) {
  const { submit, busy, errors, problem } = useSending();
  const takeBack = useCommand(TakeBackLearningAgreement);
  const reopen = useCommand(ReopenLearningAgreement);
  const navigate = useNavigate();
  const { viewerActions, id: learningAgreementId, version: expectedVersion } = agreement;
  const isReopening = viewerActions.includes('REOPEN');
  if (!isReopening && !viewerActions.includes('TAKE_BACK')) return null;
  const act = () =>
    submit([], async () => {
      const input = { learningAgreementId, expectedVersion };
      const outcome = isReopening ? await reopen.run(input) : await takeBack.run(input);
      if ('problem' in outcome) return outcome;
      const answer =
        'reopenLearningAgreement' in outcome.data
          ? outcome.data.reopenLearningAgreement
          : outcome.data.takeBackLearningAgreement;
      if ('refusals' in answer) {
        if (isConflict(answer.refusals)) readAgain();
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      }
      readAgain();
      await navigate(paths.learningAgreement, {
        state: { said: 'You can change it now. Share it again when it is ready.' },
      });
      return { done: true };
    });
  return (
    <>
      {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
      <ErrorSummary errors={errors} />
      {isReopening ? (
        <p>Plans change. If you change it, you both agree anew; what you agreed to stands until then.</p>
      ) : null}
      <Button look="secondary" type="button" busy={busy} onClick={() => void act()}>
        {isReopening ? 'Change what we agreed' : 'Take it back to change it'}
      </Button>
    </>
  );
}
