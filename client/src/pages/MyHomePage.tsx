import { Navigate } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import type { Role } from '../generated/graphql.ts';
import { paths } from '../paths.ts';

/** The page where each role finds what waits. */
const homes: Readonly<Record<Role, string>> = {
  RETURNER: paths.pathway,
  SUPERVISOR: paths.toSign,
  ASSESSOR: paths.assessments,
  COUNTER_SIGNATORY: paths.toCounterSign,
  COORDINATOR: paths.monday,
  ORGANISATION_MEMBER: paths.siteHome,
  ORGANISATION_ADMINISTRATOR: paths.siteHome,
  ADMINISTRATOR: paths.accounts,
  // a program has a key, and nobody signs in as one
  PARTNER: paths.developers,
};

/** Leads whoever is signed in to their home. */
export function MyHomePage() {
  const role = useViewer()?.role ?? null;
  return <Navigate to={role === null ? paths.home : homes[role]} replace />;
}
