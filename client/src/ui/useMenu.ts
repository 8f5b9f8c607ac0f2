import { useEffect, useId, useRef, useState } from 'react';

/**
 * A list behind a button, for where there is little room: Escape closes it and gives the focus back.
 * @param here where one is: the list closes when that changes
 */
export function useMenu(here = '') {
  const [openedAt, setOpenedAt] = useState<string>();
  const isOpen = openedAt === here;
  const ref = useRef<HTMLButtonElement>(null);
  const listId = useId();
  useEffect(() => {
    if (!isOpen) return undefined;
    const closeByEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpenedAt(undefined);
      ref.current?.focus();
    };
    document.addEventListener('keydown', closeByEscape);
    return () => document.removeEventListener('keydown', closeByEscape);
  }, [isOpen]);
  return {
    isOpen,
    listId,
    /** What the button needs to be one. */
    button: {
      ref,
      type: 'button',
      'aria-expanded': isOpen,
      'aria-controls': listId,
      onClick: () => setOpenedAt(isOpen ? undefined : here),
    } as const,
  };
}
