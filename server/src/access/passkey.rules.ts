/** How many passkeys a person may have: more than anybody owns devices. */
export const mostPasskeys = 20;

/** How passkeys may sign (COSE numbers): Ed25519, ES256 and RS256, which every browser offers. */
export const passkeyAlgorithms: readonly number[] = [-8, -7, -257];

/** Until when an authenticator may answer a question. */
export const challengeEndsAt = (madeAt: Date): Date => new Date(madeAt.getTime() + 5 * 60_000);

/**
 * Whether a counter shows that a passkey was copied, or that an answer is sent again: it stands still or goes back. Authenticators that
 * do not count always say 0.
 */
export const isCounterGoingBack = (stored: number, told: number): boolean => (stored > 0 || told > 0) && told <= stored;
