import { Notice } from '../ui/Callouts.tsx';
import type { FieldError } from '../ui/ErrorSummary.tsx';
import { ProblemMessage, type Problem } from '../ui/States.tsx';

interface WhatCameOfItProps {
  /** Why nothing could be read or sent. */
  problem: Problem | undefined;
  /** Why the server did not do what a button asked for. */
  errors: readonly FieldError[];
  /** What was done. */
  said: string | undefined;
  onRetry: () => void;
}

/** Above the heading of a page whose buttons change something at once: what came of the last press. */
export const WhatCameOfIt = ({ problem, errors, said, onRetry }: WhatCameOfItProps) => (
  <>
    {problem === undefined ? null : <ProblemMessage problem={problem} onRetry={onRetry} />}
    {errors.length === 0 ? null : (
      <Notice>
        <p>{errors[0]?.message}</p>
      </Notice>
    )}
    {said === undefined ? null : (
      <Notice heading="Done" look="success">
        <p>{said}</p>
      </Notice>
    )}
  </>
);
