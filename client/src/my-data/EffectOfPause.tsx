import { useAnswer } from '../apollo/useAnswer.tsx';
import { sayDate } from '../ui/approximate-date.ts';
import { Assumed } from '../ui/Callouts.tsx';
import { sayDays } from '../ui/duration.ts';
import { SummaryList } from '../ui/SummaryList.tsx';
import { PauseEffect } from './my-data.ts';
import { placeFates } from './words.ts';

const sayMoved = (before: string | null, after: string | null): string => {
  if (before === null) return 'You have no plan that ends yet, so no date moves.';
  if (after === null)
    return `Without the pause ${sayDate(before)}. With it the plan never ends: change the plan afterwards.`;
  return before === after ? `${sayDate(before)}, as before` : `${sayDate(after)}, and not ${sayDate(before)}`;
};

/** What a pause would change, before it is saved. */
export function EffectOfPause({ from, until }: { from: string; until: string }) {
  const { data, instead } = useAnswer(PauseEffect, { from, until }, 'what it changes');
  const effect = data?.viewer.returner?.pauseEffect;
  return (
    <section aria-labelledby="effect" aria-live="polite">
      <h2 id="effect">What this pause changes</h2>
      {effect === undefined || effect === null ? (
        instead
      ) : (
        <SummaryList
          rows={[
            { key: 'Updating done by', value: sayMoved(effect.updatingDoneOnBefore, effect.updatingDoneOnAfter) },
            {
              key: 'Drops out',
              value:
                effect.minutesThatDropOut === 0
                  ? 'Nothing that counts today drops out of HCPC’s 12 months by then.'
                  : `${sayDays(effect.minutesThatDropOut)} that count today would not count any more after the pause: they fall out of HCPC’s 12 months.`,
            },
            {
              key: 'Your place',
              value: (
                <>
                  {placeFates[effect.placeFate]} <Assumed />
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
