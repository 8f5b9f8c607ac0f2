import { Inset } from '../ui/Callouts.tsx';

/** What every page of an assessment says first. */
export const LocalOnly = () => (
  <Inset>
    <p>
      <strong>Nobody certifies competence on HCPC’s behalf.</strong> HCPC asks for no assessment and sets no exam. This
      is a help between returner, site and programme; HCPC alone decides who goes back on the Register.
    </p>
  </Inset>
);

/** A reminder beside every box in which somebody writes about work. */
export const noPatient = 'Name no patient, and write nothing that shows who one is.';
