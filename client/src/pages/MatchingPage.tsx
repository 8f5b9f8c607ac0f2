import { useNavigate, useSearchParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { graphql } from '../generated/gql.ts';
import { sayCount } from '../organisations/list-address.ts';
import { paths } from '../paths.ts';
import { Match, type Pair, type Plan, type Unmatched } from '../placements/match.ts';
import { PairsTable, UnmatchedTable } from '../placements/PlanTables.tsx';
import { inputOf, isAmong, readWhatIf, toggled, writeWhatIf, type WhatIf } from '../placements/what-if.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Inset } from '../ui/Callouts.tsx';
import { Figures } from '../ui/Card.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Link } from '../ui/Link.tsx';
import { Empty, ProblemMessage } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';

const ReadyToMatch = graphql(`
  query ReadyToMatch {
    placementRequests(first: 1, filter: { state: OPEN }) {
      countUpTo1000
    }
    capacityOffers(first: 1, filter: { answer: YES }) {
      countUpTo1000
    }
  }
`);

const KeepMatch = graphql(`
  mutation KeepMatch($input: KeepMatchInput!) {
    keepMatch(input: $input) {
      ... on MatchKept {
        kept
      }
      ... on KeepMatchRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const intro =
  'One press works out the best plan: most people placed first, then those who have waited longest, then the fewest changes, then the shortest ways. No limit of a person, a site or a supervisor is ever broken.';

/** The matching room: one press, and every pair and every gap comes with its reasons. */
export function MatchingPage() {
  const [search] = useSearchParams();
  const viewer = useViewer();
  if (search.get('run') === 'yes') return <Room tried={readWhatIf(search)} />;
  return (
    <CoordinatorPage title="Matching room" caption={viewer?.places.join(', ')} here={paths.matching}>
      <p className="nhsuk-u-reading-width">{intro}</p>
      <Ready />
      <ButtonLink href={`${paths.matching}?run=yes`}>Run the match</ButtonLink>
      <p className="rtp-source">Nothing is stored or sent before you keep the plan.</p>
    </CoordinatorPage>
  );
}

function Ready() {
  const { data, instead } = useAnswer(ReadyToMatch, {}, 'who waits');
  if (data === undefined) return <>{instead}</>;
  return (
    <p>
      {sayCount(data.placementRequests.countUpTo1000, 'returner waits', 'returners wait')} for a place.{' '}
      {sayCount(data.capacityOffers.countUpTo1000, 'offer says', 'offers say')} yes.
    </p>
  );
}

/** Where a cheapest fix can be tried out: those that are said for everybody, in the what-if room. */
const tryAt = ({ kind, amount }: NonNullable<Unmatched['cheapestFix']>): string | undefined => {
  if (kind === 'MORE_TRAVEL') return `${paths.whatIf}?travel=${amount}`;
  return kind === 'LATER_START' ? `${paths.whatIf}?later=${amount * 7}` : undefined;
};

function Room({ tried }: { tried: WhatIf }) {
  const [, setSearch] = useSearchParams();
  const { data, waiting, instead } = useAnswer(Match, { whatIf: inputOf(tried) }, 'the best plan', 'cache-first');
  const viewer = useViewer();
  const { submit, busy, errors, problem } = useSending();
  const { run } = useCommand(KeepMatch);
  const navigate = useNavigate();
  const show = (next: WhatIf) => {
    const address = writeWhatIf(next);
    address.set('run', 'yes');
    setSearch(address, { preventScrollReset: true });
  };
  const named = ({ returner, place }: Pair) => ({
    placementRequestId: returner.placementRequestId,
    capacityOfferId: place.capacityOfferId ?? '',
  });
  const hold = (pair: Pair) => show({ ...tried, held: toggled(tried.held, named(pair)) });
  const apart = (pair: Pair) =>
    show({
      ...tried,
      apart: [...tried.apart, named(pair)],
      held: tried.held.filter((each) => !isAmong([named(pair)], each)),
    });
  const edits = tried.held.length + tried.apart.length;
  const keep = (plan: Plan) =>
    submit([], async () => {
      const outcome = await run({
        pairs: plan.pairs
          .filter(({ place }) => place.capacityOfferId !== null)
          .map((pair) => ({ ...named(pair), isLocked: pair.isLocked })),
      });
      if ('problem' in outcome) return outcome;
      const { keepMatch } = outcome.data;
      if (keepMatch.__typename === 'KeepMatchRefused')
        return { errors: errorsFrom(keepMatch.refusals, () => undefined) };
      await navigate(`${paths.placements}?state=PROPOSED`, {
        state: { said: `${sayCount(keepMatch.kept, 'pair is', 'pairs are')} kept as proposals. Nobody has been told.` },
      });
      return { done: true };
    });
  const plan = data?.match;
  return (
    <CoordinatorPage
      title="Matching room"
      caption={viewer?.places.join(', ')}
      here={paths.matching}
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
        </>
      }
    >
      {plan === undefined ? (
        instead
      ) : (
        <div aria-busy={waiting}>
          <p role="status" className="nhsuk-lede-text">
            {sayPlan(plan)}
          </p>
          <Figures
            figures={[
              { value: String(plan.totals.placed), label: 'have a place' },
              { value: String(plan.unmatched.length), label: 'have none yet' },
              { value: String(plan.feasiblePairs), label: 'pairs that no limit forbids' },
              { value: String(plan.wouldRather), label: 'pairs that would both rather have each other' },
            ]}
          />
          {plan.isRoutingComplete ? null : (
            <Inset>
              <p>The route planner did not answer. Ways that it has not told before are estimates.</p>
            </Inset>
          )}
          {plan.locksNotKept.length === 0 ? null : (
            <Inset>
              <p>
                <strong>Some pairs could not be held:</strong>
              </p>
              <ul>
                {plan.locksNotKept.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </Inset>
          )}
          {edits === 0 ? null : (
            <>
              <CostOfEdits edited={plan} />
              <p>
                <Link href={`${paths.matching}?run=yes`}>Undo all changes by hand</Link>
              </p>
            </>
          )}
          {plan.pairs.length === 0 ? (
            <Empty>
              <p>Nobody can be placed today. Below stands why, and what would help.</p>
            </Empty>
          ) : (
            <>
              <div className="rtp-actions">
                <Button type="button" busy={busy || waiting} onClick={() => void keep(plan)}>
                  Keep this plan as proposals
                </Button>
                <Link href={`${paths.whatIf}?${writeWhatIf(tried)}`}>Try changes in “What if?”</Link>
              </div>
              <PairsTable pairs={plan.pairs} onHold={hold} onApart={apart} busy={waiting} />
            </>
          )}
          <WouldRather plan={plan} />
          {plan.unmatched.length === 0 ? null : <UnmatchedTable unmatched={plan.unmatched} tryAt={tryAt} />}
        </div>
      )}
    </CoordinatorPage>
  );
}

/** Pairs that both sides would like better than what they have, and why they are not in the plan. */
function WouldRather({ plan: { wouldRather, wouldRatherPairs } }: { plan: Plan }) {
  if (wouldRatherPairs.length === 0) return null;
  return (
    <details className="rtp-why">
      <summary>
        {sayCount(wouldRather, 'pair would both', 'pairs would both')} rather have each other
        {wouldRather > wouldRatherPairs.length ? `: the first ${wouldRatherPairs.length}` : ''}
      </summary>
      <p>
        The returner ranks the place above their own, and it is free or held by somebody who has waited for less time.
        They are not in the plan because the plan as a whole would be worse: fewer people placed, or longer waits.
      </p>
      <ul>
        {wouldRatherPairs.map(({ returner, place }) => (
          <li key={`${returner.placementRequestId}.${place.capacityOfferId ?? ''}`}>
            {returner.name} and {place.siteName}, {place.hostName}
          </li>
        ))}
      </ul>
    </details>
  );
}

const sayPlan = ({ totals, unmatched }: Plan): string =>
  `${sayCount(totals.placed, 'returner has', 'returners have')} a place and ${sayCount(unmatched.length, 'has', 'have')} none.`;

const sayMore = (amount: number, more: string, less: string, same: string): string => {
  if (amount === 0) return same;
  return amount > 0 ? `${amount} ${more}` : `${-amount} ${less}`;
};

/** What the changes by hand cost, beside the best plan without them. */
function CostOfEdits({ edited }: { edited: Plan }) {
  const { data, instead } = useAnswer(Match, { whatIf: null }, 'the plan without your changes', 'cache-first');
  if (data === undefined) return <>{instead}</>;
  const { totals } = data.match;
  return (
    <Inset>
      <p>
        <strong>Your changes by hand:</strong>{' '}
        {sayMore(edited.totals.placed - totals.placed, 'more placed', 'fewer placed', 'as many placed')},{' '}
        {sayMore(
          edited.totals.waitedDays - totals.waitedDays,
          'waited days more met',
          'waited days fewer met',
          'the same waits met',
        )}
        , {sayMore(edited.totals.costPoints - totals.costPoints, 'points dearer', 'points cheaper', 'the same cost')}.
      </p>
    </Inset>
  );
}
