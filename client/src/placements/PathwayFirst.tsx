import { Navigate } from 'react-router';
import { paths } from '../paths.ts';

/** Leads who has no pathway yet to its start, and says why. */
export const PathwayFirst = () => (
  <Navigate
    to={paths.pathway}
    state={{ said: 'You came for a placement. Your answers come first: they say which profession and how many days.' }}
    replace
  />
);
