/** For so many days events are kept. */
export const eventsKeptDays = 90;

/** From when on events are kept. */
export const eventsKeptSince = (now: Date): Date => new Date(now.getTime() - eventsKeptDays * 86_400_000);

/** When a UUID of version 7 was made, from its first 48 bits. */
const madeAt = (uuid: string): number => Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16);

/**
 * Whether somebody who stands behind this event has missed some that are kept no longer. They would not notice: the feed would simply
 * go on with the oldest that is left.
 */
export const hasMissedEvents = (lastEventId: string, now: Date): boolean =>
  madeAt(lastEventId) < eventsKeptSince(now).getTime();
