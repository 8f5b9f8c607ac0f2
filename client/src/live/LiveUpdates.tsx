import { useLiveUpdates } from './useLiveUpdates.ts';

/** Keeps the page up to date, and says politely that it has changed. */
export const LiveUpdates = () => (
  <p className="nhsuk-u-visually-hidden" aria-live="polite" aria-atomic="true" data-live="updates">
    {useLiveUpdates()}
  </p>
);
