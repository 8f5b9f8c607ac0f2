import { useLiveUpdates } from './useLiveUpdates.ts';
import { justNow } from './words.ts';

/** Keeps the page up to date, and says politely that it has changed: to those who listen, and to those who look. */
export function LiveUpdates() {
  const said = useLiveUpdates();
  return (
    <>
      <p className="nhsuk-u-visually-hidden" aria-live="polite" aria-atomic="true" data-live="updates">
        {said}
      </p>
      {said === '' ? null : (
        // said once already to those who listen
        <p className="rtp-updated" aria-hidden="true">
          {justNow(said)}
        </p>
      )}
    </>
  );
}
