import { defineEntity, p } from '@mikro-orm/core';
import { PersonSchema } from './person.entity.ts';
import { SessionSchema } from './session.entity.ts';
import type { WayIn } from './session.rules.ts';

/** The app on somebody's phone that shows codes: the key both share, and one that waits to be confirmed by a first code. */
export const AuthenticatorAppSchema = defineEntity({
  name: 'AuthenticatorApp',
  tableName: 'authenticator_app',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    person: () => p.manyToOne(PersonSchema).name('person_id').unique('one_app_per_person').deleteRule('cascade'),
    /** Sealed with the person's key; null until a first code has shown that the app has it. */
    sealedKey: p.blob().name('sealed_key').nullable(),
    since: p.datetime().columnType('timestamptz').nullable(),
    /** The step of the last code that was taken: no code counts twice, and none that is older. */
    usedStep: p.bigint('number').name('used_step').nullable(),
    sealedNewKey: p.blob().name('sealed_new_key').nullable(),
    newKeyEndsAt: p.datetime().columnType('timestamptz').name('new_key_ends_at').nullable(),
  },
  checks: [
    { name: 'a_key_counts_since_some_day', expression: '(sealed_key is null) = (since is null)' },
    { name: 'a_new_key_has_an_end', expression: '(sealed_new_key is null) = (new_key_ends_at is null)' },
  ],
});

/** A code on paper, for when the phone is lost. It counts once. */
export const RecoveryCodeSchema = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_code',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    person: () => p.manyToOne(PersonSchema).name('person_id').deleteRule('cascade'),
    /** Which of the ten: its first letter says it, so that one hash is tried and not ten. */
    place: p.integer(),
    /** In PHC form, like a password. */
    codeHash: p.text().name('code_hash'),
    madeAt: p.datetime().columnType('timestamptz').name('made_at'),
    usedAt: p.datetime().columnType('timestamptz').name('used_at').nullable(),
  },
  uniques: [{ name: 'one_recovery_code_per_place', properties: ['person', 'place'] }],
});

/** Somebody has shown the first factor, and not yet the second: there is no session. */
export const HalfSignInSchema = defineEntity({
  name: 'HalfSignIn',
  tableName: 'half_sign_in',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** SHA-256 of the token in the cookie. */
    tokenHash: p.blob().name('token_hash').unique('one_half_sign_in_per_token'),
    person: () => p.manyToOne(PersonSchema).name('person_id').index('half_sign_in_by_person').deleteRule('cascade'),
    wayIn: p.text().$type<WayIn>().name('way_in'),
    deviceName: p.text().name('device_name').nullable(),
    endsAt: p.datetime().columnType('timestamptz').name('ends_at').index('half_sign_in_by_end'),
  },
});

/** A code that was mailed to whoever is signed in and has nothing else to confirm with. */
export const MailedCodeSchema = defineEntity({
  name: 'MailedCode',
  tableName: 'mailed_code',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    session: () =>
      p.oneToOne(SessionSchema).name('session_id').unique('one_mailed_code_per_session').deleteRule('cascade'),
    /** Keyed with the person's key. */
    codeHash: p.blob().name('code_hash'),
    endsAt: p.datetime().columnType('timestamptz').name('ends_at').index('mailed_code_by_end'),
  },
});
