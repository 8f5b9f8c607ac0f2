import { useLocation } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { MyPlacementQuery, PlacementRequestFieldsFragment } from '../generated/graphql.ts';
import { answerOfferPath, askPlacementPath, leavePlacePath, paths } from '../paths.ts';
import { leavingOf } from '../placements/leaving.ts';
import { PathwayFirst } from '../placements/PathwayFirst.tsx';
import { OwnStartingChecks, PlacementFacts } from '../placements/PlacementFacts.tsx';
import { Wish } from '../placements/Wish.tsx';
import { isOver } from '../placements/states.ts';
import { placementStates, reasons } from '../placements/words.ts';
import { Waiting } from '../returners/PathwayTasks.tsx';
import { sayDate } from '../ui/approximate-date.ts';
import { capitalised } from '../ui/capitalised.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Details, Inset, Notice } from '../ui/Callouts.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';

const MyPlacement = graphql(`
  query MyPlacement {
    viewer {
      returner {
        id
        describedAs
        application {
          sentOn
        }
        pathway {
          ...PathwayFields
        }
        placementRequest {
          ...PlacementRequestFields
        }
        placements(first: 20, orderBy: LAST_CHANGED) {
          nodes {
            ...PlacementFields
          }
        }
      }
    }
  }
`);

type Returner = NonNullable<MyPlacementQuery['viewer']['returner']>;
type Placement = Returner['placements']['nodes'][number];

const title = 'Your placement';

/** Everything about a returner's placement: what they asked for, what is offered, and how it stands. */
export function PlacementPage() {
  const said = readSaid(useLocation().state);
  const { data, instead } = useAnswer(MyPlacement, {}, 'your placement');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <PathwayFirst />;
  const { placements, placementRequest: request } = returner;
  const [current, ...earlier] = sortedByLife(placements.nodes);
  const isAsking = request?.state === 'OPEN';
  const task = returner.pathway.tasks.find(({ key }) => key === 'PLACEMENT');
  return (
    <Page
      title={title}
      caption={capitalised(returner.describedAs)}
      backHref={paths.pathway}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      {task === undefined ? null : <p className="nhsuk-lede-text">{task.explanation}</p>}
      {current === undefined ? null : <OnePlacement placement={current} />}
      {task?.waiting === null || task?.waiting === undefined ? null : <Waiting waiting={task.waiting} />}
      {isAsking ? (
        current === undefined || isOver(current) ? (
          <Asked request={request} />
        ) : (
          // An offer comes first; what was asked for steps back.
          <Details summary="What you asked for">
            <Wish wish={request} />
          </Details>
        )
      ) : returner.application.sentOn === null && (current === undefined || isOver(current)) ? (
        <Ask task={task} />
      ) : null}
      {earlier.length === 0 ? null : (
        <Details summary="Earlier offers and placements">
          <ul className="nhsuk-list nhsuk-list--bullet">
            {earlier.map(({ id, site, host, state, startsOn, reason }) => (
              <li key={id}>
                {site.name}, {host.name}, from {sayDate(startsOn)}: {placementStates[state].toLowerCase()}
                {reason === null ? '' : ` (${reasons[reason].toLowerCase()})`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Page>
  );
}

/** What was asked for, by when the person will know, and the ways to change it. */
const Asked = ({ request }: { request: PlacementRequestFieldsFragment }) => (
  <>
    <h2>What you asked for</h2>
    <p>
      Sent on {sayDate(request.sentOn)}. You will know by <strong>{sayDate(request.knownBy)}</strong> at the latest.{' '}
      {request.isOverdue
        ? 'You have waited for too long: your coordinators have been told.'
        : `If you hear nothing by ${sayDate(request.escalatesOn)}, your coordinators are told that the wait is too long.`}
    </p>
    <p>
      The last day to know, {sayDate(request.knownBy)}, is your latest start, {sayDate(request.latestStartOn)}, less the
      notice you need, {request.noticeDays === 1 ? '1 day' : `${request.noticeDays} days`}.
    </p>
    <p>
      The usual time, 10 working days, is how long an answer normally takes (assumed): a longer wait is chased, and does
      not yet mean that you start late.
    </p>
    <Wish wish={request} />
    <p>
      <Link href={paths.askSites}>Ask sites near you that do not offer places yet</Link>
    </p>
    <div className="rtp-actions">
      <ButtonLink href={askPlacementPath('travel')} look="secondary">
        Change what you ask for
      </ButtonLink>
      <Link href={paths.withdrawPlacementRequest}>Take your request back</Link>
    </div>
  </>
);

/** What holds comes before what is over. */
const sortedByLife = (placements: readonly Placement[]): Placement[] => [
  ...placements.filter((each) => !isOver(each)),
  ...placements.filter(isOver),
];

function Ask({ task }: { task: Returner['pathway']['tasks'][number] | undefined }) {
  if (task?.state === 'CANNOT_START_YET') {
    return (
      <p>
        <Link href={task.firstDo === 'SHARING' ? paths.sharing : paths.profile}>
          {task.firstDo === 'SHARING' ? 'Decide who may see your record' : 'Add your home to your profile'}
        </Link>
      </p>
    );
  }
  return (
    <>
      <p>
        Say how far you can travel, which days suit you and when you can start. Before you send it, you see how many
        places fit. It takes about 3 minutes.
      </p>
      <ButtonLink href={askPlacementPath('travel')}>Ask for a placement</ButtonLink>
    </>
  );
}

/** How a placement stands, as it is said to the person it is for. */
const sayOwnState = (state: Placement['state']): string =>
  state === 'ACCEPTED_BY_RETURNER' ? 'You said yes' : placementStates[state];

/** A placement with what can be done about it now. */
const OnePlacement = ({ placement }: { placement: Placement }) => {
  const mayAnswer = placement.viewerActions.includes('ACCEPT');
  return (
    <section aria-labelledby="placement">
      <h2 id="placement">{mayAnswer ? 'You have an offer' : sayOwnState(placement.state)}</h2>
      {placement.reason === null ? null : <p>Reason: {reasons[placement.reason].toLowerCase()}.</p>}
      {placement.nextBestBy === null ? null : (
        <p>Your coordinators look for the next best place by {sayDate(placement.nextBestBy)}.</p>
      )}
      <PlacementFacts placement={placement} />
      {mayAnswer ? (
        <Inset>
          <p>
            <strong>
              Your answer is needed{placement.expiresOn === null ? '' : ` by ${sayDate(placement.expiresOn)}`}.
            </strong>{' '}
            If you say no, we look for the next best place.
          </p>
          <ButtonLink href={answerOfferPath(placement.id)}>Answer the offer</ButtonLink>
        </Inset>
      ) : null}
      <OwnStartingChecks checks={placement.checks} siteName={placement.site.name} />
      {placement.state === 'ACCEPTED' || placement.state === 'STARTED' ? (
        <p className="rtp-no-print">
          <Link href={paths.learningAgreement}>Your learning agreement</Link>
        </p>
      ) : null}
      {placement.state === 'ACCEPTED' || placement.state === 'STARTED' ? (
        <p className="rtp-no-print">
          <Link href={paths.assessments}>Your assessments</Link>
        </p>
      ) : null}
      {leavingOf(placement.viewerActions) === undefined ? null : (
        <p className="rtp-no-print">
          <Link href={leavePlacePath(placement.id)}>Leave this place</Link>
        </p>
      )}
    </section>
  );
};
