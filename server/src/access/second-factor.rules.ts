import { Secret, TOTP } from 'otpauth';
import type { Role } from './actor.ts';
import type { WayIn } from './session.rules.ts';

const minute = 60_000;

/** Whoever sees the records of many people, or runs the service: a password alone does not let them in. */
export const needsSecondFactor = (role: Role): boolean => role === 'COORDINATOR' || role === 'ADMINISTRATOR';

/** For so long nobody is asked again who they are before something risky. */
export const CONFIRMED_MINUTES = 10;

/** Whether somebody has to show again who they are before something risky. */
export const mustConfirm = (confirmedAt: Date, now: Date): boolean =>
  now.getTime() - confirmedAt.getTime() >= CONFIRMED_MINUTES * minute;

/** Until when the second half of a sign-in may follow the first, and a mailed code or a new key is taken. */
export const halfEndsAt = (now: Date): Date => new Date(now.getTime() + 10 * minute);

/** A code of an app holds for half a minute. */
const STEP_SECONDS = 30;
/** The clock of a phone may be one step off, and typing takes time. */
const STEPS_OFF = 1;
/** As RFC 4226 asks: as long as what SHA-1 gives. */
export const KEY_BYTES = 20;

const totp = (key: string, account = '') =>
  new TOTP({
    issuer: 'Return to Practice',
    label: account,
    // what every app reads
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(key),
  });

/** The key as apps are given it, from random bytes. */
export const appKey = (bytes: Uint8Array<ArrayBuffer>): string => new Secret({ buffer: bytes.buffer }).base32;

/** What a QR code tells an app: the key, and whose it is. */
export const appAddress = (key: string, account: string): string => totp(key, account).toString();

/** What somebody typed or pasted, without the gaps that apps and people put in. */
export const bareCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();

/**
 * The step that a code belongs to, or null where it is none of now. The step of a code that was taken before, and every older one,
 * is none any more: who looked over the shoulder has nothing of it.
 */
export const stepOfCode = (key: string, code: string, now: Date, usedStep: number | null): number | null => {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = now.getTime();
  const off = totp(key).validate({ token: code, timestamp, window: STEPS_OFF });
  if (off === null) return null;
  const step = Math.floor(timestamp / 1000 / STEP_SECONDS) + off;
  return usedStep !== null && step <= usedStep ? null : step;
};

/** Without signs that look like another: no I, L, O, U and no 0 or 1 at the start of a word. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The first sign of a code says which of the ten it is. */
const places = 'ABCDEFGHJK';
/** How many codes somebody gets. */
export const RECOVERY_CODES = places.length;
/** Random signs of a code: 45 bits, against a hash that is slow on purpose and a few tries. */
const RANDOM_SIGNS = 9;
/** How many random bytes ten codes take. */
export const RECOVERY_BYTES = RECOVERY_CODES * RANDOM_SIGNS;

/** Ten codes from random bytes, as they are shown: `A7K2M-9XQTR`. */
export const recoveryCodes = (bytes: Uint8Array): string[] =>
  Array.from(places, (place, at) => {
    const random = bytes.slice(at * RANDOM_SIGNS, (at + 1) * RANDOM_SIGNS);
    const code = `${place}${Array.from(random, (byte) => letters[byte % 32]).join('')}`;
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });

/** A recovery code that was typed: which of the ten it would be, and its signs. Null where it is no such code. */
export const readRecoveryCode = (typed: string): { readonly place: number; readonly code: string } | null => {
  const code = bareCode(typed).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const place = places.indexOf(code.slice(0, 1));
  return place >= 0 && /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code) ? { place, code } : null;
};

/** How somebody may confirm who they are. */
export type WayToConfirm = 'PASSWORD' | 'PASSKEY' | 'CODE' | 'MAIL' | 'DEMONSTRATION';

/** What somebody has to show who they are with. */
export interface Shows {
  readonly wayIn: WayIn;
  readonly hasPassword: boolean;
  readonly hasPasskey: boolean;
  readonly hasApp: boolean;
  /** How many recovery codes were not used. */
  readonly codesLeft: number;
}

/**
 * The ways in which somebody may confirm who they are: by the passkey or the app where they have one, or a recovery code in its place;
 * else by their password; by a code in a mail alone where they have nothing else.
 */
export const waysToConfirm = ({
  wayIn,
  hasPassword,
  hasPasskey,
  hasApp,
  codesLeft,
}: Shows): readonly WayToConfirm[] => {
  if (wayIn === 'DEMONSTRATION') return ['DEMONSTRATION'];
  const factors = [
    ...(hasPasskey ? (['PASSKEY'] as const) : []),
    ...(hasApp || (hasPasskey && codesLeft > 0) ? (['CODE'] as const) : []),
  ];
  if (factors.length > 0) return factors;
  return hasPassword ? ['PASSWORD'] : ['MAIL'];
};

/** Those of them that count as a second factor; in the demonstration nobody has an invented person's phone. */
export const showsSecondFactor = (way: WayToConfirm): boolean =>
  way === 'PASSKEY' || way === 'CODE' || way === 'DEMONSTRATION';
