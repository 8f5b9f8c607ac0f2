import { useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { FieldSet } from '../ui/FormGroup.tsx';
import { moved } from './wish.ts';

interface RankingProps {
  label: string;
  hint: string;
  items: readonly string[];
  say: (item: string) => string;
  onChange: (items: string[]) => void;
}

/** An order that is made by buttons, so that it needs no dragging. Each move is said, and the focus goes with the thing. */
export function Ranking({ label, hint, items, say, onChange }: RankingProps) {
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const move = (item: string, by: -1 | 1) => {
    const next = moved(items, item, by);
    const place = next.indexOf(item) + 1;
    setSaid(`${say(item)} is now number ${place} of ${next.length}.`);
    onChange(next);
    // At the ends the button that was pressed goes away: the other one of the same thing takes the focus.
    const other = by === -1 ? 'down' : 'up';
    if (place === 1 || place === next.length) {
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLButtonElement>(`[data-move="${item}-${other}"] button`)?.focus(),
      );
    }
  };
  return (
    <FieldSet id="ranking" label={label} hint={hint} legendSize="s">
      <ol className="rtp-ranking" ref={list}>
        {items.map((item, index) => (
          <li key={item}>
            <span className="rtp-ranking__name">
              <span className="rtp-ranking__place" aria-hidden="true">
                {index + 1}
              </span>{' '}
              {say(item)}
            </span>
            <span className="rtp-ranking__moves">
              {index === 0 ? null : (
                <span data-move={`${item}-up`}>
                  <Button type="button" look="secondary" small onClick={() => move(item, -1)}>
                    Up <span className="nhsuk-u-visually-hidden">{say(item)}</span>
                  </Button>
                </span>
              )}
              {index === items.length - 1 ? null : (
                <span data-move={`${item}-down`}>
                  <Button type="button" look="secondary" small onClick={() => move(item, 1)}>
                    Down <span className="nhsuk-u-visually-hidden">{say(item)}</span>
                  </Button>
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p className="nhsuk-u-visually-hidden" role="status">
        {said}
      </p>
    </FieldSet>
  );
}
