import { useCallback, useEffect, useState } from 'react';

/** Somebody invented whom a visitor of the demonstration can sign in as. */
export interface Persona {
  key: string;
  name: string;
  role: string;
  region: string | null;
}

/** The invented people, and what day it is for them. */
export interface Demonstration {
  personas: readonly Persona[];
  /** A calendar date, for example "2026-11-21". */
  today: string;
}

/** The demonstration; `off` where the server runs none, undefined while that is not known. */
export function useDemonstration(): { state: Demonstration | 'off' | undefined; again: () => Promise<void> } {
  const [state, setState] = useState<Demonstration | 'off'>();
  const again = useCallback(async (signal?: AbortSignal) => {
    const answer = await readDemonstration(signal);
    if (signal?.aborted !== true) setState(answer);
  }, []);
  useEffect(() => {
    const abort = new AbortController();
    void again(abort.signal);
    return () => abort.abort();
  }, [again]);
  return { state, again };
}

async function readDemonstration(signal: AbortSignal | undefined): Promise<Demonstration | 'off'> {
  try {
    const answer = await fetch(new URL('/demo/personas', location.origin), signal === undefined ? {} : { signal });
    const told: unknown = await answer.json();
    if (!answer.ok) return 'off';
    const personas: unknown = Reflect.get(Object(told), 'personas');
    const today = textOf(Reflect.get(Object(told), 'clock'), 'today');
    return Array.isArray(personas) && today !== undefined ? { personas: personas.flatMap(personaFrom), today } : 'off';
  } catch {
    return 'off';
  }
}

function personaFrom(one: unknown): Persona[] {
  const [key, name, role] = [textOf(one, 'key'), textOf(one, 'name'), textOf(one, 'role')];
  return key === undefined || name === undefined || role === undefined
    ? []
    : [{ key, name, role, region: textOf(one, 'region') ?? null }];
}

const textOf = (from: unknown, field: string): string | undefined => {
  const value: unknown = Reflect.get(Object(from), field);
  return typeof value === 'string' ? value : undefined;
};
