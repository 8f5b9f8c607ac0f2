import { useEffect, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';

/** The wait before "Loading" is said, in milliseconds: shorter waits are not worth words. */
const patience = 300;

/** Says that something is on its way, once the wait can be felt. */
export function Loading({ what = 'this page' }: { what?: string }) {
  const [felt, setFelt] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setFelt(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="rtp-loading" role="status">
      {felt ? <p>Loading {what}…</p> : null}
    </div>
  );
}

/** Nothing to show, why, and what to do about it. */
export const Empty = ({ children }: { children: ReactNode }) => <div className="rtp-empty">{children}</div>;

/** What went wrong, in words a person can act on. */
export interface Problem {
  /** One sentence: what happened. */
  heading: string;
  /** What the person can do now. */
  advice: string;
  /** The reference under which the event was recorded, to quote when asking for help. */
  reference?: string | undefined;
  /** True where doing the same again may work. */
  mayRetry: boolean;
}

/** A problem that is not about what the person typed. */
export const ProblemMessage = ({ problem, onRetry }: { problem: Problem; onRetry?: (() => void) | undefined }) => (
  <div className="nhsuk-error-summary" role="alert">
    <h2 className="nhsuk-error-summary__heading">{problem.heading}</h2>
    <div className="nhsuk-error-summary__body">
      <p>{problem.advice}</p>
      {problem.reference === undefined ? null : (
        <p>
          Reference to quote: <code>{problem.reference}</code>
        </p>
      )}
      {problem.mayRetry && onRetry !== undefined ? (
        <Button type="button" look="secondary" small onClick={onRetry}>
          Try again
        </Button>
      ) : null}
    </div>
  </div>
);
