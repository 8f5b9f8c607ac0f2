import { Navigate, useNavigate } from 'react-router';
import { errorsFrom, type RefusalTold } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { MyWishQuery, PlacementWishInput } from '../generated/graphql.ts';
import { askPlacementPath, paths } from '../paths.ts';
import { Odds, type OddsChange } from '../placements/Odds.tsx';
import { MyWish } from '../placements/request.ts';
import { useWish } from '../placements/useWish.ts';
import { firstOpenStep, stepOfField, wishFrom, type WishDraft } from '../placements/wish.ts';
import { Wish } from '../placements/Wish.tsx';
import { typedFromDate } from '../ui/approximate-date.ts';
import { Inset } from '../ui/Callouts.tsx';
import type { FieldError } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';

const PlacementOdds = graphql(`
  query PlacementOdds($wish: PlacementWishInput!) {
    viewer {
      returner {
        id
        placementOdds(wish: $wish) {
          offered
          fits
          explanation
          with {
            kind
            amount
            weekday
            fits
          }
        }
      }
    }
  }
`);

const SendPlacementRequest = graphql(`
  mutation SendPlacementRequest($input: SendPlacementRequestInput!) {
    sendPlacementRequest(input: $input) {
      ... on PlacementRequestSent {
        placementRequest {
          ...PlacementRequestFields
        }
      }
      ... on SendPlacementRequestRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const ChangePlacementRequest = graphql(`
  mutation ChangePlacementRequest($input: ChangePlacementRequestInput!) {
    changePlacementRequest(input: $input) {
      ... on PlacementRequestChanged {
        placementRequest {
          ...PlacementRequestFields
        }
      }
      ... on ChangePlacementRequestRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Returner = NonNullable<MyWishQuery['viewer']['returner']>;

/** Where something is put right that no step of the form asks. */
const pageOfRule = (rule: string | null): string | undefined =>
  rule === 'HOME_IS_KNOWN' ? paths.homePlace : rule === 'SHARED_WITH_COORDINATORS' ? paths.sharing : undefined;

/** What was refused, each linked to the page on which it is put right. */
const errorsWithPages = (refusals: readonly (RefusalTold & { rule: string | null })[]): FieldError[] =>
  refusals.flatMap((refusal) => {
    const step = refusal.path.map(stepOfField).find((each) => each !== undefined);
    const href = step === undefined ? pageOfRule(refusal.rule) : `${askPlacementPath(step)}?then=check`;
    return errorsFrom([refusal], () => undefined).map((error) => ({ ...error, href }));
  });

const title = 'Check what you ask for';

/** The last look before a request goes out: what is asked for, and how many places fit. */
export function CheckPlacementPage() {
  const { data, instead } = useAnswer(MyWish, {}, 'what you ask for', 'cache-first');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { returner } = data.viewer;
  return returner === null ? <Navigate to={paths.pathway} replace /> : <Check returner={returner} />;
}

function Check({ returner }: { returner: Returner }) {
  const { draft, change, forget, open } = useWish(returner);
  const wish = wishFrom(draft);
  if (wish === undefined) return <Navigate to={askPlacementPath(firstOpenStep(draft) ?? 'travel')} replace />;
  return <CheckAndSend returner={returner} wish={wish} draft={draft} change={change} forget={forget} open={open} />;
}

/** What a change that the odds suggest does to what was typed. */
function tried(draft: WishDraft, wish: PlacementWishInput, { kind, amount, weekday }: OddsChange): Partial<WishDraft> {
  if (kind === 'MORE_TRAVEL') return { travelMinutes: String(wish.travelMinutesAtMost + amount) };
  if (kind === 'ANOTHER_DAY' && weekday !== null) return { weekdays: [...draft.weekdays, String(weekday)] };
  if (kind !== 'LATER_START') return {};
  const latest = new Date(`${wish.latestStartOn}T00:00:00Z`);
  latest.setUTCDate(latest.getUTCDate() + amount * 7);
  return { latest: typedFromDate(latest.toISOString().slice(0, 10)) };
}

type CheckProps = { returner: Returner; wish: NonNullable<ReturnType<typeof wishFrom>> } & Pick<
  ReturnType<typeof useWish>,
  'draft' | 'change' | 'forget' | 'open'
>;

function CheckAndSend({ returner, wish, draft, change, forget, open }: CheckProps) {
  const { data, instead } = useAnswer(PlacementOdds, { wish }, 'your chances', 'cache-first');
  const { submit, ...sending } = useSending();
  const sendNew = useCommand(SendPlacementRequest);
  const sendChange = useCommand(ChangePlacementRequest);
  const navigate = useNavigate();
  const odds = data?.viewer.returner?.placementOdds ?? null;

  const refusalsOf = async () => {
    if (open === null) {
      const outcome = await sendNew.run({ returnerId: returner.id, ...wish });
      if ('problem' in outcome) return outcome;
      const { sendPlacementRequest: answer } = outcome.data;
      return answer.__typename === 'PlacementRequestSent' ? [] : answer.refusals;
    }
    const outcome = await sendChange.run({ placementRequestId: open.id, expectedVersion: open.version, ...wish });
    if ('problem' in outcome) return outcome;
    const { changePlacementRequest: answer } = outcome.data;
    return answer.__typename === 'PlacementRequestChanged' ? [] : answer.refusals;
  };
  const send = () =>
    submit([], async () => {
      const refusals = await refusalsOf();
      if ('problem' in refusals) return refusals;
      if (refusals.length > 0) return { errors: errorsWithPages(refusals) };
      forget();
      await navigate(paths.placement, {
        state: { said: open === null ? 'Your request is sent.' : 'Your request is changed.' },
      });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption="Ask for a placement"
      backHref={askPlacementPath('wishes')}
      sending={sending}
      send={open === null ? 'Send the request' : 'Send the change'}
      onSend={() => void send()}
    >
      <Wish wish={wish} changeAt={(step) => `${askPlacementPath(step)}?then=check`} />
      {data === undefined ? (
        instead
      ) : odds === null ? (
        <Inset>
          <p>
            We cannot say how many places fit. Check that the dates above leave time for the notice you need, and that{' '}
            <Link href={paths.profile}>your profile</Link> says where you live and what you practise.
          </p>
        </Inset>
      ) : (
        <Odds odds={odds} onTry={(suggested) => change(tried(draft, wish, suggested))} />
      )}
      <h2>What happens next</h2>
      <p>
        The coordinators of your region see what you ask for and look for a place. Sites see it only when a place is
        offered: your name, the days, and what you need at work. Sending this does not bind you.
      </p>
    </FormPage>
  );
}
