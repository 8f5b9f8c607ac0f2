import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../persistence/database.ts';

/** How often what may be tried, counted in the database for all servers together. */
const limits = {
  /** Wrong passwords for one account, by one caller or one known browser, per 15 minutes. */
  signInToAccount: { points: 8, duration: 15 * 60 },
  /** Wrong passwords for one account, by all callers whose browser is not known there, per 15 minutes. */
  signInToAccountInAll: { points: 40, duration: 15 * 60 },
  /** Wrong passwords from one address, per 15 minutes. */
  signInFromAddress: { points: 40, duration: 15 * 60 },
  /** Codes for one account, per 15 minutes, of whoever has shown the first factor or is signed in. */
  codeOfAccount: { points: 8, duration: 15 * 60 },
  /** Questions for passkeys from one address, per 15 minutes. */
  passkeyFromAddress: { points: 120, duration: 15 * 60 },
  /** Ways to an identity provider and back from one address, per 15 minutes: a ward shares one. */
  providerFromAddress: { points: 240, duration: 15 * 60 },
  /** Links mailed to one address, asked for by one caller or one known browser, per hour. */
  linkToAccount: { points: 6, duration: 60 * 60 },
  /** Links mailed to one address, asked for by all callers whose browser is not known there, per hour. */
  linkToAccountInAll: { points: 24, duration: 60 * 60 },
  /** Links asked for from one address, per hour: a ward shares one. */
  linkFromAddress: { points: 60, duration: 60 * 60 },
} as const;

/** What is counted. */
export type Counted = keyof typeof limits;

/** As what, and of whom, one try counts. */
export type Tries = readonly (readonly [Counted, string])[];

/** Counts tries. */
export interface Throttle {
  /** Counts one try; answers the seconds to wait where there were too many, else 0. */
  attempt(counted: Counted, of: string): Promise<number>;
  /** Forgets the tries, after one that was right. */
  forget(counted: Counted, of: string): Promise<void>;
  /** Uncounts one try: whoever shares an address with others must not clear what the others tried. */
  giveBack(counted: Counted, of: string): Promise<void>;
}

/**
 * Counts tries in the database.
 * @param secret the same on every server. Who tries is counted under a hash that is keyed with it: the table holds no addresses, and
 * whoever reads it cannot try out which ones they are.
 */
export const createThrottle = (database: Database, secret: string): Throttle => {
  const keyOf = (of: string): string => createHmac('sha256', secret).update(of).digest('base64url');
  const limiters = new Map(
    (Object.keys(limits) as Counted[]).map((counted) => [
      counted,
      new RateLimiterPostgres({
        storeClient: database.pool,
        storeType: 'pool',
        tableName: 'sign_in_attempt',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: counted,
        ...limits[counted],
      }),
    ]),
  );
  return {
    async attempt(counted, of) {
      try {
        await limiters.get(counted)?.consume(keyOf(of));
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        throw refused;
      }
    },
    async forget(counted, of) {
      await limiters.get(counted)?.delete(keyOf(of));
    },
    async giveBack(counted, of) {
      await limiters.get(counted)?.reward(keyOf(of));
    },
  };
};
