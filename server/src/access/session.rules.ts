import type { Role } from './actor.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How somebody came in. */
export type WayIn = 'PASSWORD' | 'LINK' | 'PASSKEY' | 'PROVIDER' | 'DEMONSTRATION';

/** How long a session lives. */
export interface SessionTerms {
  /** When it ends, whatever happens. */
  readonly endsAt: Date;
  /** After so many minutes without a request it ends too; null where it does not. */
  readonly idleMinutes: number | null;
}

/**
 * 30 minutes idle and 12 hours in all; a returner on a device that they gave a name stays signed in for 30 days, since a day in
 * practice is logged on a phone between two tasks. Counted from the moment they proved who they are, so that changing the hat
 * makes no session longer.
 */
export const sessionTerms = (role: Role, deviceName: string | null, signedInAt: Date): SessionTerms =>
  role === 'RETURNER' && deviceName !== null
    ? { endsAt: new Date(signedInAt.getTime() + 30 * day), idleMinutes: null }
    : { endsAt: new Date(signedInAt.getTime() + 12 * hour), idleMinutes: 30 };

/**
 * Whether somebody must show again who they are before they change anything but their log. Only returners stay signed in for so
 * long that it happens: a phone can be lost in thirty days.
 */
export const mustSignInAgain = (signedInAt: Date, now: Date): boolean =>
  now.getTime() - signedInAt.getTime() >= 12 * hour;

/** How long a link from a mail works: once, within 15 minutes. */
export const linkEndsAt = (madeAt: Date): Date => new Date(madeAt.getTime() + 15 * minute);

/** Whoever came in by a link in the last 15 minutes has just shown that the mailbox is theirs, and may set a new password. */
export const maySetPasswordWithoutOldOne = (wayIn: WayIn, signedInAt: Date, now: Date): boolean =>
  wayIn === 'LINK' && now.getTime() - signedInAt.getTime() <= 15 * minute;
