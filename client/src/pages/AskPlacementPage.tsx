import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { askPlacementPath, paths } from '../paths.ts';
import { MyWish } from '../placements/request.ts';
import { useWish } from '../placements/useWish.ts';
import { isWishStep, missingOn, wishSteps, type WishStep } from '../placements/wish.ts';
import { WishFields } from '../placements/WishFields.tsx';
import type { MyWishQuery } from '../generated/graphql.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const titles = {
  travel: 'How far can you travel?',
  days: 'Which days and hours suit you?',
  dates: 'When can you start?',
  support: 'What do you need at work?',
  wishes: 'What would you rather have?',
} as const satisfies Record<WishStep, string>;

/** One step of asking for a placement. What is typed stays in this tab until it is sent. */
export function AskPlacementPage() {
  const { step } = useParams();
  const { data, instead } = useAnswer(MyWish, {}, 'the form', 'cache-first');
  if (!isWishStep(step)) return <NotFoundPage />;
  if (data === undefined) return <Page title={titles[step]}>{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  return <Step key={step} step={step} returner={returner} />;
}

function Step({ step, returner }: { step: WishStep; returner: NonNullable<MyWishQuery['viewer']['returner']> }) {
  const { draft, change } = useWish(returner);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { submit, ...sending } = useSending();
  const index = wishSteps.indexOf(step);
  const before = wishSteps[index - 1];
  const after = wishSteps[index + 1];
  const isChange = search.get('then') === 'check';
  return (
    <FormPage
      title={titles[step]}
      caption={`Ask for a placement: step ${index + 1} of ${wishSteps.length}`}
      backHref={isChange ? paths.checkPlacement : before === undefined ? paths.placement : askPlacementPath(before)}
      sending={sending}
      send="Continue"
      onSend={() =>
        void submit(missingOn(step, draft), async () => {
          await navigate(isChange || after === undefined ? paths.checkPlacement : askPlacementPath(after));
          return { done: true };
        })
      }
    >
      <WishFields step={step} draft={draft} onChange={change} errors={sending.errors} />
    </FormPage>
  );
}
