import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { FieldSet } from '../ui/FormGroup.tsx';
import { useDragging } from './useDragging.ts';
import { movedTo } from './wish.ts';

interface RankingProps {
  label: string;
  hint: string;
  items: readonly string[];
  say: (item: string) => string;
  onChange: (items: string[]) => void;
}

/**
 * An order that is made by buttons or by dragging. Each move is said, and with the buttons the focus goes with the thing.
 * The handle is for pointers alone: whoever uses a keyboard or hears the page has the buttons.
 */
export function Ranking({ label, hint, items, say, onChange }: RankingProps) {
  const [said, setSaid] = useState('');
  const put = (item: string, to: number) => {
    const next = movedTo(items, item, to);
    setSaid(`${say(item)} is now number ${next.indexOf(item) + 1} of ${next.length}.`);
    onChange(next);
  };
  const { list, dragged, take } = useDragging(items, put);
  const move = (item: string, by: -1 | 1) => {
    const to = items.indexOf(item) + by;
    put(item, to);
    // At the ends the button that was pressed goes away: the other one of the same thing takes the focus.
    const other = by === -1 ? 'down' : 'up';
    if (to === 0 || to === items.length - 1) {
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLButtonElement>(`[data-move="${item}-${other}"] button`)?.focus(),
      );
    }
  };
  /** How a row looks while something is dragged: under the pointer, or as the place where it would land. */
  const lookOf = (item: string, index: number): string | undefined => {
    if (dragged === undefined) return undefined;
    if (dragged.item === item) return 'rtp-ranking__dragged';
    if (dragged.to !== index) return undefined;
    return index < items.indexOf(dragged.item) ? 'rtp-ranking__lands-above' : 'rtp-ranking__lands-below';
  };
  return (
    <FieldSet
      id="ranking"
      label={label}
      hint={`${hint} Drag each one by its handle, or use the buttons.`}
      legendSize="s"
    >
      <ol className="rtp-ranking" ref={list}>
        {items.map((item, index) => (
          <li
            key={item}
            className={lookOf(item, index)}
            style={dragged?.item === item ? { transform: `translateY(${dragged.by}px)` } : undefined}
          >
            <span className="rtp-ranking__handle" aria-hidden="true" onPointerDown={take(item)}>
              <svg viewBox="0 0 24 24" width="24" height="24" focusable="false">
                <path d="M4 7h16M4 12h16M4 17h16" />
              </svg>
            </span>
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
