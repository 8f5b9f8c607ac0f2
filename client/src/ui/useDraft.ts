import { useState } from 'react';

const place = (name: string) => `draft:${name}`;

/**
 * What is being typed into a form, kept in this browser tab until it is sent: a session that ends, or a page that is
 * loaded again, loses nothing. `name` says whose form it is and which.
 */
export function useDraft<Draft extends object>(name: string, initial: Draft) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...initial, ...readDraft(name, initial) }));
  return {
    draft,
    isKept: sessionStorage.getItem(place(name)) !== null,
    change: (changes: Partial<Draft>) => {
      const next = { ...draft, ...changes };
      setDraft(next);
      try {
        sessionStorage.setItem(place(name), JSON.stringify(next));
      } catch {
        // A full browser keeps nothing; what is typed stands in the form all the same.
      }
    },
    forget: () => sessionStorage.removeItem(place(name)),
  };
}

/** Forgets every form that was begun in this tab. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(place(''))) sessionStorage.removeItem(key);
}

/** Only what has the shape of the form is taken back: an older version of the page may have left another. */
function readDraft<Draft extends object>(name: string, initial: Draft): Partial<Draft> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(name)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return {};
    const fitting = Object.entries(kept).filter(([key, value]) => typeof Reflect.get(initial, key) === typeof value);
    return Object.fromEntries(fitting) as Partial<Draft>;
  } catch {
    return {};
  }
}
