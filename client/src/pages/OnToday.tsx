import type { ReactNode } from 'react';
import { useViewerOrProblem } from '../access/viewer.ts';
import { problemFrom } from '../apollo/problems.ts';
import { Loading, ProblemMessage } from '../ui/States.tsx';

/** Shows what depends on the day it is. The server says which: its clock may be another than the browser's. */
export function OnToday({ what, children }: { what: string; children: (today: string) => ReactNode }) {
  const { viewer, error, again } = useViewerOrProblem();
  if (viewer !== undefined) return children(viewer.today);
  return error === undefined ? (
    <Loading what={what} />
  ) : (
    <ProblemMessage problem={problemFrom(error)} onRetry={again} />
  );
}
