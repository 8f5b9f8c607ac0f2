import { Navigate } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import type { Role } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { Inset } from '../ui/Callouts.tsx';
import { Cards, LinkCard } from '../ui/Card.tsx';
import { Page } from '../ui/Page.tsx';

/** The roles whose home is a page of its own. */
const homes: Partial<Record<Role, string>> = {
  RETURNER: paths.pathway,
  SUPERVISOR: paths.toSign,
  ASSESSOR: paths.assessments,
  COUNTER_SIGNATORY: paths.toCounterSign,
  COORDINATOR: paths.monday,
  ORGANISATION_MEMBER: paths.siteHome,
  ORGANISATION_ADMINISTRATOR: paths.siteHome,
  ADMINISTRATOR: paths.accounts,
};

/** What a role will do here, and what to do until then. */
const words: Partial<Record<Role, { title: string; later: string; now: string }>> = {
  PARTNER: {
    title: 'Partners',
    later: 'Here you will find keys, webhooks and the record of what your programs asked for.',
    now: 'The public part of the API answers without a key.',
  },
};

/** The home of whoever is signed in: a page of its own, or an honest word about what is still to come. */
export function MyHomePage() {
  const viewer = useViewer();
  const role = viewer?.role ?? null;
  if (viewer === undefined || role === null) return <Navigate to={paths.home} replace />;
  const home = homes[role];
  if (home !== undefined) return <Navigate to={home} replace />;
  const word = words[role];
  return (
    <Page title={`Welcome, ${viewer.displayName ?? ''}`} caption={[word?.title ?? '', ...viewer.places].join(', ')}>
      <Inset>
        <p>
          <strong>This part is still being built.</strong> {word?.later}
        </p>
        <p>{word?.now}</p>
      </Inset>
      <h2>What you can do now</h2>
      <Cards>
        <li>
          <LinkCard href={paths.professions} heading="Professions">
            <p>The 15 professions on the HCPC Register, and when each one renews.</p>
          </LinkCard>
        </li>
        <li>
          <LinkCard href={paths.trusts} heading="NHS organisations">
            <p>Regions, integrated care boards, trusts and hospital sites in England.</p>
          </LinkCard>
        </li>
        <li>
          <LinkCard href={paths.eligibility} heading="What a returner needs">
            <p>Answer the questions as a returner would, and see the rules with their sources.</p>
          </LinkCard>
        </li>
        <li>
          <LinkCard href={paths.forecast} heading="When could they be back?">
            <p>Try days a week, study and holidays, and see the date move.</p>
          </LinkCard>
        </li>
      </Cards>
    </Page>
  );
}
