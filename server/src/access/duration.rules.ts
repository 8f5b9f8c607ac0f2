import { Temporal } from 'temporal-polyfill';

/** Further than this no rule of the service looks ahead. */
const LONGEST_MS = 20 * 366 * 24 * 60 * 60_000;
/** A clock that went on for ever would leave the dates that the service knows. */
const END_MS = Date.UTC(2100, 0, 1);

/**
 * How long a duration such as `P30D`, `P1Y6M` or `PT2H` is from an instant on, in milliseconds, counted on London's calendar;
 * undefined where it is none, goes back, is longer than twenty years, or leads past the year 2099.
 */
export const durationFrom = (instant: Date, text: string): number | undefined => {
  try {
    const start = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Europe/London');
    const length = start.add(Temporal.Duration.from(text)).epochMilliseconds - start.epochMilliseconds;
    return length > 0 && length <= LONGEST_MS && instant.getTime() + length < END_MS ? length : undefined;
  } catch {
    return undefined;
  }
};
