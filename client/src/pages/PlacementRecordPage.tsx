import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { OnePlacementQuery } from '../generated/graphql.ts';
import {
  agreementPath,
  assignAssessmentPath,
  attendancePath,
  correctTravelPath,
  movePlacementPath,
  paths,
  placementRecordPath,
  returnerPath,
} from '../paths.ts';
import { LockPair } from '../placements/LockPair.tsx';
import { PlacementFacts, StartingChecks } from '../placements/PlacementFacts.tsx';
import { actions, isAction, useActions } from '../placements/useActions.ts';
import { PlacementSignatures } from '../sign-off/PlacementSignatures.tsx';
import { hasBegun, isUnanswered } from '../placements/states.ts';
import { placementStates, reasons, reasonsOfSite } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Notice } from '../ui/Callouts.tsx';
import { Radios } from '../ui/Choices.tsx';
import { errorFor, ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { ProblemMessage } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { worksForHost } from './StaffPage.tsx';

const OnePlacement = graphql(`
  query OnePlacement($id: ID!) {
    placement(id: $id) {
      ...PlacementFields
      describedAs
      ...PlacementSignatureFields
      isLocked
      learningAgreement {
        id
        state
      }
      proposedOn
      offeredOn
      returnerAcceptedOn
      hostAcceptedOn
      changedOn
      travel {
        minutes
        plusMinus
        origin
      }
      movedFrom {
        id
        viewerActions
        site {
          id
          name
        }
      }
      returner {
        id
      }
    }
  }
`);

type Placement = NonNullable<OnePlacementQuery['placement']>;

/** One placement: where it stands, its dates and people, and what can be done with it now. */
export function PlacementRecordPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const { data, instead, retry } = useAnswer(OnePlacement, { id }, 'this placement');
  if (data === undefined || viewer === undefined) return <Page title="A placement">{instead}</Page>;
  if (data.placement === null) return <NotFoundPage />;
  return <Record placement={data.placement} isSite={worksForHost(viewer.role)} readAgain={retry} />;
}

const history = ({ proposedOn, offeredOn, returnerAcceptedOn, hostAcceptedOn }: Placement): string =>
  [
    `Proposed on ${sayDate(proposedOn)}`,
    ...(offeredOn === null ? [] : [`offered on ${sayDate(offeredOn)}`]),
    ...(returnerAcceptedOn === null ? [] : [`the returner said yes on ${sayDate(returnerAcceptedOn)}`]),
    ...(hostAcceptedOn === null ? [] : [`the site said yes on ${sayDate(hostAcceptedOn)}`]),
  ].join(', ');

/** Whether assessments can be planned, or were. */
const isAssessable = (placement: Placement): boolean => placement.state === 'ACCEPTED' || hasBegun(placement);

interface RecordProps {
  placement: Placement;
  /** True for those who work for the organisation; a coordinator otherwise. */
  isSite: boolean;
  readAgain: () => void;
}

function Record({ placement, isSite, readAgain }: RecordProps) {
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const { submit, busy, errors, problem } = useSending();
  const act = useActions(placement);
  const navigate = useNavigate();
  const said = readSaid(useLocation().state);
  const possible = placement.viewerActions.filter(isAction);
  const action = possible.find((each) => each === chosen);
  const needsReason = action === 'END_EARLY' || action === 'DECLINE';
  const home = isSite ? paths.siteHome : paths.placements;
  const send = () =>
    submit(
      [
        ...(action === undefined ? [{ field: 'action', message: 'Choose what to do' }] : []),
        ...(needsReason && !isOneOf(reasons, reason) ? [{ field: 'reason', message: 'Choose a reason' }] : []),
      ],
      async () => {
        if (action === undefined) return { errors: [] };
        const answer = await act(action, isOneOf(reasons, reason) ? reason : 'PREFER_NOT_TO_SAY');
        if ('problem' in answer) return answer;
        if (answer.refusals.length > 0) {
          if (isConflict(answer.refusals)) readAgain();
          return { errors: errorsFrom(answer.refusals, (path) => (path.at(-1) === 'reason' ? 'reason' : undefined)) };
        }
        await navigate(home, { state: { said: actions[action].said } });
        return { done: true };
      },
    );
  return (
    <Page
      title={placement.returnerName}
      caption={`Placement, ${placement.describedAs}`}
      backHref={home}
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
          {said === undefined ? null : (
            <Notice heading="Done" look="success">
              <p>{said}</p>
            </Notice>
          )}
        </>
      }
    >
      <p>
        <strong>{placementStates[placement.state]}.</strong> {history(placement)}.
        {placement.expiresOn === null || !isUnanswered(placement)
          ? ''
          : ` Both must answer by ${sayDate(placement.expiresOn)}.`}
        {placement.reason === null ? '' : ` Reason: ${reasons[placement.reason].toLowerCase()}.`}
        {placement.nextBestBy === null ? '' : ` The next best place is due by ${sayDate(placement.nextBestBy)}.`}
      </p>
      {placement.movedFrom === null ? null : (
        <p>
          Moved here from {placement.movedFrom.site.name}.{' '}
          {placement.movedFrom.viewerActions.includes('UNDO_MOVE') ? (
            <Link href={placementRecordPath(placement.movedFrom.id)}>Take the move back</Link>
          ) : null}
        </p>
      )}
      <PlacementFacts placement={placement} travel={placement.travel} />
      <StartingChecks checks={placement.checks} placementId={placement.id} />
      {isSite && hasBegun(placement) ? (
        <p>
          <Link href={attendancePath(placement.id)}>Note who was there</Link>
        </p>
      ) : null}
      {isAssessable(placement) ? (
        <p>
          <Link href={assignAssessmentPath(placement.id)}>Assessments</Link>
        </p>
      ) : null}
      {placement.learningAgreement === null ? null : (
        <p>
          <Link href={agreementPath(placement.id)}>The learning agreement</Link>
        </p>
      )}
      <PlacementSignatures placement={placement} isUnderWay={placement.state === 'STARTED'} />
      {isSite ? null : (
        <ul className="nhsuk-list">
          {placement.returner === null ? null : (
            <li>
              <Link href={returnerPath(placement.returner.id)}>The record of {placement.returnerName}</Link>
            </li>
          )}
          {placement.travel === null ? null : (
            <li>
              <Link href={correctTravelPath(placement.id)}>Put the travel time right</Link>
            </li>
          )}
          {placement.viewerActions.includes('MOVE') ? (
            <li>
              <Link href={movePlacementPath(placement.id)}>Move to another site</Link>
            </li>
          ) : null}
        </ul>
      )}
      {placement.state === 'PROPOSED' && placement.isLocked !== null ? (
        <LockPair placement={placement} isLocked={placement.isLocked} />
      ) : null}
      {possible.length === 0 ? (
        <p>There is nothing to decide here now.</p>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void send();
          }}
        >
          <Radios
            id="action"
            name="action"
            label="What do you want to do?"
            choices={possible.map((value) => ({ value, label: actions[value].label, hint: actions[value].hint }))}
            value={chosen}
            onChange={setChosen}
            error={errorFor(errors, 'action')}
          />
          {needsReason ? (
            <div className="rtp-conditional">
              <Radios
                id="reason"
                name="reason"
                label="Why?"
                legendSize="s"
                choices={isSite ? reasonsOfSite.map((value) => ({ value, label: reasons[value] })) : choicesOf(reasons)}
                value={reason}
                onChange={setReason}
                error={errorFor(errors, 'reason')}
              />
            </div>
          ) : null}
          <div className="rtp-actions">
            <Button busy={busy} look={action === 'WITHDRAW' || needsReason ? 'warning' : 'primary'}>
              Do it
            </Button>
            <Link href={home}>Not now</Link>
          </div>
        </form>
      )}
    </Page>
  );
}
