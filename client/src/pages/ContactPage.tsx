import { useViewer } from '../access/viewer.ts';
import { paths } from '../paths.ts';
import { CoordinatorsToAsk } from '../returners/CoordinatorsToAsk.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';

/** Whom to ask about what. */
export function ContactPage() {
  const viewer = useViewer();
  return (
    <Page title="Contact">
      {viewer?.role === 'RETURNER' && !viewer.isSuspended ? (
        <>
          <h2>About your way back</h2>
          <CoordinatorsToAsk />
        </>
      ) : null}
      <h2>About this service</h2>
      <p>
        Ask the organisation that gave you the link to this service. It runs this copy, and it can see the reference
        that an error page shows you. Say what you wanted to do and what happened.
      </p>
      <p>Please do not send anything about patients.</p>
      <h2>About the rules, your application or your registration</h2>
      <p>
        Ask the Health and Care Professions Council (HCPC) on its own site:{' '}
        <a href="https://www.hcpc-uk.org/">www.hcpc-uk.org</a>. Only HCPC decides who goes back on the Register. HCPC
        cannot help you find a placement.
      </p>
      <h2>About an answer you got here</h2>
      <p>
        Each answer names the pages it rests on. <Link href={paths.sources}>Read about our sources</Link>, then compare.
        If a page has changed since we read it, the page is right and we are not.
      </p>
    </Page>
  );
}
