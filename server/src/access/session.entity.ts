import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from './actor.ts';
import { PersonSchema } from './person.entity.ts';
import type { WayIn } from './session.rules.ts';
import { SignInSchema } from './sign-in.entity.ts';

/** Somebody is signed in, on one browser, with one hat. */
export const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    person: () => p.manyToOne(PersonSchema).name('person_id').index('session_by_person').deleteRule('cascade'),
    /** SHA-256 of the token in the cookie. */
    tokenHash: p.blob().name('token_hash').unique('one_session_per_token'),
    role: p.text().$type<Role>(),
    wayIn: p.text().$type<WayIn>().name('way_in'),
    deviceName: p.text().name('device_name').nullable(),
    /** When they last proved who they are. */
    signedInAt: p.datetime().columnType('timestamptz').name('signed_in_at'),
    /** When they showed a second factor, or a way in that counts as two; null where they came in by one alone. */
    secondFactorAt: p.datetime().columnType('timestamptz').name('second_factor_at').nullable(),
    /** When they last showed who they are: as they came in, or since, before something risky. */
    confirmedAt: p.datetime().columnType('timestamptz').name('confirmed_at'),
    /** When they last asked for something, to the minute. */
    seenAt: p.datetime().columnType('timestamptz').name('seen_at'),
    idleMinutes: p.integer().name('idle_minutes').nullable(),
    endsAt: p.datetime().columnType('timestamptz').name('ends_at').index('session_by_end'),
    /** By which sign-in it began, whatever hat was put on since; null where none was noted. */
    signIn: () =>
      p.manyToOne(SignInSchema).name('sign_in_id').nullable().index('session_by_sign_in').deleteRule('set null'),
  },
});

/** A link in a mail that signs its reader in, once. */
export const SignInLinkSchema = defineEntity({
  name: 'SignInLink',
  tableName: 'sign_in_link',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** SHA-256 of the token in the link. */
    tokenHash: p.blob().name('token_hash').unique('one_link_per_token'),
    email: p.text(),
    /** With a new account: what the person wants to be called. */
    displayName: p.text().name('display_name').nullable(),
    madeAt: p.datetime().columnType('timestamptz').name('made_at'),
    endsAt: p.datetime().columnType('timestamptz').name('ends_at').index('sign_in_link_by_end'),
    usedAt: p.datetime().columnType('timestamptz').name('used_at').nullable(),
  },
});

/** How often somebody has tried lately. Read and written by rate-limiter-flexible alone. */
export const SignInAttemptSchema = defineEntity({
  name: 'SignInAttempt',
  tableName: 'sign_in_attempt',
  properties: {
    key: p.string().length(255).primary(),
    points: p.integer().default(0),
    expire: p.bigint('number').nullable(),
  },
});
