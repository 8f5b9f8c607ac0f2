import { Warning } from '../ui/Callouts.tsx';

/** What must never be sent, wherever a file is sent or filed. */
export const ReminderOfPatients = () => (
  <Warning heading="Nothing about a patient">
    <p>
      Never send anything that could tell who a patient is: no name, no NHS or hospital number, no date of birth, no
      address, no picture of a person, no rota or letter with names.
    </p>
    <p>If a paper shows such things, black them out before you take the photo.</p>
  </Warning>
);
