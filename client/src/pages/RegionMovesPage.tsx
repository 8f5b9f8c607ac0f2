import { useState } from 'react';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { moveDeclines, moveReasons, moveStates } from '../cohort/words.ts';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { graphql } from '../generated/gql.ts';
import type { RegionMovesQuery } from '../generated/graphql.ts';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { paths, returnerPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';
import { Select } from '../ui/TextInput.tsx';
import { choicesOf, isOneOf } from '../ui/words.ts';

const RegionMoves = graphql(`
  query RegionMoves($first: Int, $after: String, $last: Int, $before: String) {
    regionMoves(first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        id
        version
        state
        reason
        fieldOfPractice
        askedBy
        askedOn
        answeredBy
        answeredOn
        declineReason
        viewerMayAnswer
        viewerMayTakeBack
        returner {
          id
          displayName
        }
        fromRegion {
          id
          name
        }
        toRegion {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

const AcceptRegionMove = graphql(`
  mutation AcceptRegionMove($input: RegionMoveInput!) {
    acceptRegionMove(input: $input) {
      ... on RegionMoveAccepted {
        regionMove {
          id
        }
      }
      ... on AcceptRegionMoveRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const DeclineRegionMove = graphql(`
  mutation DeclineRegionMove($input: DeclineRegionMoveInput!) {
    declineRegionMove(input: $input) {
      ... on RegionMoveDeclined {
        regionMove {
          id
        }
      }
      ... on DeclineRegionMoveRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const TakeBackRegionMove = graphql(`
  mutation TakeBackRegionMove($input: RegionMoveInput!) {
    takeBackRegionMove(input: $input) {
      ... on RegionMoveTakenBack {
        regionMove {
          id
        }
      }
      ... on TakeBackRegionMoveRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Move = RegionMovesQuery['regionMoves']['nodes'][number];

/** Moves between regions: asked for by one, answered by the other. */
export function RegionMovesPage() {
  const viewer = useViewer();
  const { page, neighbours } = useListAddress();
  const { data, instead, retry } = useAnswer(RegionMoves, page, 'the moves');
  const [outcome, setOutcome] = useState('');
  return (
    <CoordinatorPage title="Moves between regions" caption={viewer?.places.join(', ')} here={paths.regionMoves}>
      <p className="nhsuk-u-reading-width">
        A returner moves when both regions agree. Until then nothing changes, and the region that is asked does not
        learn who it is. To ask for a move, open the returner’s record.
      </p>
      {data === undefined ? (
        instead
      ) : (
        <>
          <p role="status">
            {outcome} {sayCount(data.regionMoves.countUpTo1000, 'move', 'moves')}
          </p>
          {data.regionMoves.nodes.length === 0 ? (
            <Empty>
              <p>
                Nobody moves from or to your region. <Link href={paths.returners}>Look at the returners</Link>.
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="Moves between regions"
              hideCaption
              columns={[
                {
                  heading: 'Who',
                  cell: ({ returner, fieldOfPractice }) => (
                    <>
                      {returner === null ? (
                        'Not shown yet'
                      ) : (
                        <Link href={returnerPath(returner.id)}>{returner.displayName}</Link>
                      )}
                      <Secondary>Field of practice: {fieldOfPractice}</Secondary>
                    </>
                  ),
                },
                {
                  heading: 'From and to',
                  cell: ({ fromRegion, toRegion, reason }) => (
                    <>
                      {fromRegion.name} to {toRegion.name}
                      <Secondary>{moveReasons[reason]}</Secondary>
                    </>
                  ),
                },
                {
                  heading: 'Asked',
                  cell: ({ askedOn, askedBy }) => (
                    <>
                      {sayDate(askedOn)}
                      <Secondary>{askedBy}</Secondary>
                    </>
                  ),
                },
                {
                  heading: 'Answer',
                  cell: ({ state, answeredOn, answeredBy, declineReason }) => (
                    <>
                      {moveStates[state]}
                      {answeredOn === null ? '' : ` on ${sayDate(answeredOn)} by ${answeredBy ?? ''}`}
                      {declineReason === null ? null : <Secondary>{moveDeclines[declineReason]}</Secondary>}
                    </>
                  ),
                },
                {
                  heading: 'Do',
                  cell: (move) => (
                    <Actions
                      move={move}
                      onDone={(said) => {
                        setOutcome(said);
                        retry();
                      }}
                    />
                  ),
                },
              ]}
              rows={data.regionMoves.nodes}
              rowKey={({ id }) => id}
            />
          )}
          <Pagination of="moves" {...neighbours(data.regionMoves.pageInfo)} />
        </>
      )}
    </CoordinatorPage>
  );
}

const sayRefusals = (refusals: readonly { message: string; help: string }[]): string =>
  refusals.map(({ message, help }) => `${message} ${help}`).join(' ');

function Actions({ move, onDone }: { move: Move; onDone: (said: string) => void }) {
  const accept = useCommand(AcceptRegionMove);
  const decline = useCommand(DeclineRegionMove);
  const takeBack = useCommand(TakeBackRegionMove);
  const [reason, setReason] = useState('TALK_FIRST');
  const [busy, setBusy] = useState(false);
  const one = { regionMoveId: move.id, expectedVersion: move.version };
  const which = `the move of a returner to ${move.fieldOfPractice} asked on ${sayDate(move.askedOn)}`;
  const during = async (work: () => Promise<string>) => {
    setBusy(true);
    const said = await work();
    setBusy(false);
    onDone(said);
  };
  const sayYes = () =>
    during(async () => {
      const outcome = await accept.run(one);
      if ('problem' in outcome) return outcome.problem.heading;
      const { acceptRegionMove: answer } = outcome.data;
      return answer.__typename === 'RegionMoveAccepted'
        ? 'The person belongs to your region now.'
        : sayRefusals(answer.refusals);
    });
  const sayNo = () =>
    during(async () => {
      if (!isOneOf(moveDeclines, reason)) return 'Choose why.';
      const outcome = await decline.run({ ...one, reason });
      if ('problem' in outcome) return outcome.problem.heading;
      const { declineRegionMove: answer } = outcome.data;
      return answer.__typename === 'RegionMoveDeclined' ? 'The move is declined.' : sayRefusals(answer.refusals);
    });
  const back = () =>
    during(async () => {
      const outcome = await takeBack.run(one);
      if ('problem' in outcome) return outcome.problem.heading;
      const { takeBackRegionMove: answer } = outcome.data;
      return answer.__typename === 'RegionMoveTakenBack' ? 'The move is taken back.' : sayRefusals(answer.refusals);
    });
  if (move.viewerMayAnswer) {
    return (
      <div className="rtp-cell-form">
        <Button type="button" small busy={busy} onClick={() => void sayYes()}>
          Accept <span className="nhsuk-u-visually-hidden">{which}</span>
        </Button>
        <Select
          id={`reason-${move.id}`}
          label="Or decline, because"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          options={choicesOf(moveDeclines)}
        />
        <Button type="button" look="secondary" small busy={busy} onClick={() => void sayNo()}>
          Decline <span className="nhsuk-u-visually-hidden">{which}</span>
        </Button>
      </div>
    );
  }
  return move.viewerMayTakeBack ? (
    <Button type="button" look="secondary" small busy={busy} onClick={() => void back()}>
      Take back <span className="nhsuk-u-visually-hidden">{which}</span>
    </Button>
  ) : (
    '–'
  );
}
