import { Inset } from '../ui/Callouts.tsx';
import { useDemonstration } from './useDemonstration.ts';

/** In the demonstration no e-mail leaves the service: it lies in a mailbox that everybody can open. */
export function Mailbox() {
  const { state } = useDemonstration();
  return state === undefined || state === 'off' ? null : (
    <Inset>
      <p>
        This is the demonstration: no e-mail is sent. <a href="/demo/mailbox">Open the mailbox</a> to find it.
      </p>
    </Inset>
  );
}
