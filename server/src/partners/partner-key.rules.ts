/** Why a key is not good. Each stands in `extensions.reason` of the answer. */
export const keyFaults = {
  KEY_UNKNOWN: 'This key is not one of ours. Check that all of it was copied.',
  KEY_REVOKED:
    'This key was revoked, or another has taken its place. Ask whoever looks after your organisation’s keys for a new one.',
  KEY_EXPIRED: 'This key has ended. Ask for a new access token, or whoever looks after your organisation’s keys.',
  KEY_IN_ADDRESS:
    'A key never belongs into an address: addresses are kept in logs. Send it in the header `Authorization: Bearer`, and have this key changed for a new one.',
  KEY_IN_WRONG_HEADER:
    'A key is read from the header `Authorization: Bearer` alone. Send it there, and neither as `x-api-key` nor as `Authorization: Basic`; that is for /oauth/token.',
  KEY_MALFORMED: 'Send the header `Authorization: Bearer` with your key, and nothing else.',
} as const;

/** One of the reasons. */
export type KeyFault = keyof typeof keyFaults;

/** What must be known of a key to tell whether it is good. */
export interface KeyFacts {
  readonly clientRevokedAt: Date | null;
  readonly keyEndsAt: Date | null;
  /** Of the token, where one was shown that was given for the key. */
  readonly tokenEndsAt: Date | null;
  /** The last day of the client, as year-month-day. */
  readonly clientEndsOn: string;
}

/** Why a key is not good at a moment; null where it is. */
export const faultOfKey = (
  { clientRevokedAt, keyEndsAt, tokenEndsAt, clientEndsOn }: KeyFacts,
  now: Date,
  today: string,
): KeyFault | null => {
  if (clientRevokedAt !== null) return 'KEY_REVOKED';
  if (keyEndsAt !== null && keyEndsAt <= now) return 'KEY_REVOKED';
  if (tokenEndsAt !== null && tokenEndsAt <= now) return 'KEY_EXPIRED';
  return clientEndsOn < today ? 'KEY_EXPIRED' : null;
};
