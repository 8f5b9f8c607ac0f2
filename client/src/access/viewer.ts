import { useQuery } from '@apollo/client/react';
import { graphql } from '../generated/gql.ts';
import type { ViewerQuery } from '../generated/graphql.ts';

const Viewer = graphql(`
  query Viewer {
    viewer {
      displayName
      isSignedIn
      isSuspended
      isDemonstration
      mustShowSecondFactor
      role
      roles
      places
      today
    }
  }
`);

/** Whoever is looking, as the server knows them. */
export type ViewerKnown = ViewerQuery['viewer'];

/** Who is looking, and what day it is for them; undefined while that is not known. */
export const useViewer = (): ViewerKnown | undefined => useQuery(Viewer).data?.viewer;

/** The same, with why it is not known and the way to ask again. */
export function useViewerOrProblem(): { viewer: ViewerKnown | undefined; error: Error | undefined; again: () => void } {
  const { data, error, refetch } = useQuery(Viewer);
  return { viewer: data?.viewer, error, again: () => void refetch().catch(() => undefined) };
}
