import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';

/** One thing of a list that is being dragged. */
interface Dragged {
  item: string;
  pointerId: number;
  /** Where on the page it was taken. */
  takenAt: number;
  /** How far it is from there, in pixels. */
  by: number;
  /** Which number it would have in the list, from nought. */
  to: number;
}

/** So near to the edge of the window, in pixels, the page scrolls along. */
const nearEdge = 40;
const scrollStep = 16;

/** How many of the things that lie still have their middle above a point. */
const placeAt = (y: number, resting: readonly Element[]): number =>
  resting.filter((element) => {
    const { top, height } = element.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;

function scrollAlong(y: number) {
  if (y < nearEdge) window.scrollBy(0, -scrollStep);
  else if (y > window.innerHeight - nearEdge) window.scrollBy(0, scrollStep);
}

/**
 * Dragging a thing of a list to another place with a mouse, a pen or a finger. The order changes when it is let go; Escape, or a
 * gesture that the browser takes over, leaves it as it was.
 */
export function useDragging(items: readonly string[], onDrop: (item: string, to: number) => void) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<Dragged>();
  useEffect(() => {
    if (dragged === undefined) return undefined;
    const { item, pointerId, takenAt, to } = dragged;
    const stop = () => setDragged(undefined);
    const move = (event: PointerEvent) => {
      if (event.pointerId !== pointerId) return;
      scrollAlong(event.clientY);
      const resting = [...(list.current?.children ?? [])].filter((_, index) => items[index] !== item);
      setDragged({ ...dragged, by: event.pageY - takenAt, to: placeAt(event.clientY, resting) });
    };
    const drop = (event: PointerEvent) => {
      if (event.pointerId !== pointerId) return;
      stop();
      if (to !== items.indexOf(item)) onDrop(item, to);
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key === 'Escape') stop();
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', drop, { signal });
    window.addEventListener('pointercancel', stop, { signal });
    window.addEventListener('keydown', giveUp, { signal });
    return () => listening.abort();
  }, [dragged, items, onDrop]);

  const take = (item: string) => (event: ReactPointerEvent) => {
    // Only the first finger and the main button take hold of something.
    if (!event.isPrimary || event.button !== 0) return;
    setDragged({ item, pointerId: event.pointerId, takenAt: event.pageY, by: 0, to: items.indexOf(item) });
  };
  return { list, dragged, take };
}
