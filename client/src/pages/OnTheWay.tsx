import { Navigate } from 'react-router';
import { Page } from '../ui/Page.tsx';
import { Loading } from '../ui/States.tsx';

/** Leads on to another page, and keeps the place of a page until that one is loaded, so that nothing jumps. */
export const OnTheWay = ({ to }: { to: string }) => (
  <Page title="Check what you need">
    <Loading what="the question" />
    <Navigate to={to} replace />
  </Page>
);
