import { useEffect, useState, type ReactNode } from 'react';
import { Loading, ProblemMessage, type Problem } from '../ui/States.tsx';

interface Read<Data> {
  readonly data: Data | undefined;
  /** What to show instead. */
  readonly instead: ReactNode;
  readonly isMissing: boolean;
}

const problem: Problem = {
  heading: 'This page cannot be shown for the moment.',
  advice: 'Try again in a minute.',
  mayRetry: true,
};

/** Reads a part of the reference, which the server writes from the schema and the lists that it goes by. */
export function useReference<Data>(path: string, isOne: (value: unknown) => value is Data): Read<Data> {
  const [state, setState] = useState<{ path: string; data?: Data; status: number }>({ path: '', status: 0 });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const load = async () => {
      const response = await fetch(path, { signal: leaving.signal, cache: tries === 0 ? 'default' : 'reload' });
      const value: unknown = response.ok ? await response.json() : undefined;
      setState(isOne(value) ? { path, data: value, status: 200 } : { path, status: response.status });
    };
    load().catch(() => {
      if (!leaving.signal.aborted) setState({ path, status: 503 });
    });
    return () => leaving.abort();
  }, [path, tries, isOne]);
  const isHere = state.path === path;
  return {
    data: isHere ? state.data : undefined,
    isMissing: isHere && state.status === 404,
    instead:
      isHere && state.status !== 0 ? (
        <ProblemMessage problem={problem} onRetry={() => setTries(tries + 1)} />
      ) : (
        <Loading />
      ),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A list of words with their meanings. */
interface Words {
  readonly title: string;
  readonly where: string;
  readonly entries: readonly { readonly name: string; readonly meaning: string }[];
}

/** The list of types, codes, limits and scopes. */
export interface ReferenceIndex {
  readonly types: readonly { readonly name: string; readonly kind: string; readonly description: string }[];
  readonly codes: readonly Words[];
  readonly limits: readonly { readonly name: string; readonly meaning: string; readonly value: number }[];
  readonly scopes: readonly { readonly name: string; readonly meaning: string }[];
}
export const isReferenceIndex = (value: unknown): value is ReferenceIndex => isObject(value) && 'codes' in value;

interface ArgumentTold {
  readonly name: string;
  readonly type: string;
  readonly typeName: string;
  readonly description: string;
  readonly defaultValue: string | null;
  readonly deprecation: string | null;
}

/** A type with its fields. */
export interface ReferenceType {
  readonly name: string;
  readonly kind: string;
  readonly description: string;
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly typeName: string;
    readonly description: string;
    readonly arguments: readonly ArgumentTold[];
    readonly price: string | null;
    readonly openTo: string;
    readonly deprecation: string | null;
  }[];
  readonly inputs: readonly ArgumentTold[];
  readonly values: readonly {
    readonly name: string;
    readonly description: string;
    readonly deprecation: string | null;
  }[];
  readonly members: readonly string[];
  readonly usedBy: readonly string[];
}
export const isReferenceType = (value: unknown): value is ReferenceType => isObject(value) && 'usedBy' in value;

/** The feed of changes. */
export interface ChangesFeed {
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly _groups: readonly { readonly title: string; readonly changes: readonly string[] }[];
  }[];
}
export const isChangesFeed = (value: unknown): value is ChangesFeed => isObject(value) && 'items' in value;

/** The keys of the demonstration. */
export interface DemonstrationKeys {
  readonly keys: readonly {
    readonly key: string;
    readonly name: string;
    readonly secret: string;
    readonly scopes: readonly string[];
  }[];
}
export const isDemonstrationKeys = (value: unknown): value is DemonstrationKeys => isObject(value) && 'keys' in value;
