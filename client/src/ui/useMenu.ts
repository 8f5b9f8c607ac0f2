import { useEffect, useId, useRef, useState } from 'react';

/** A list behind a button, for where there is little room: Escape closes it and gives the focus back. */
export function useMenu() {
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  const listId = useId();
  useEffect(() => {
    if (!isOpen) return undefined;
    const closeByEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      ref.current?.focus();
    };
    document.addEventListener('keydown', closeByEscape);
    return () => document.removeEventListener('keydown', closeByEscape);
  }, [isOpen]);
  return {
    isOpen,
    close: () => setOpen(false),
    listId,
    /** What the button needs to be one. */
    button: {
      ref,
      type: 'button',
      'aria-expanded': isOpen,
      'aria-controls': listId,
      onClick: () => setOpen(!isOpen),
    } as const,
  };
}
