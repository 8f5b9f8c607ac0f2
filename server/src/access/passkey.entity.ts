import { defineEntity, p } from '@mikro-orm/core';
import { PersonSchema } from './person.entity.ts';

/** A passkey that signs a person in. What is kept of it opens nothing: the secret stays on the person's device. */
export const PasskeySchema = defineEntity({
  name: 'Passkey',
  tableName: 'passkey',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    person: () => p.manyToOne(PersonSchema).name('person_id').index('passkey_by_person').deleteRule('cascade'),
    /** As the authenticator calls it, in base64url. */
    credentialId: p.text().name('credential_id').unique('one_passkey_per_credential'),
    publicKey: p.blob().name('public_key'),
    /** How often it was used, as its authenticator counts; those that are copied between devices say 0. */
    counter: p.bigint('number'),
    /** How it is reached, such as `internal` or `usb`, for the browser to show the right picture. */
    transports: p.array(),
    /** What the person calls it. */
    name: p.text(),
    madeAt: p.datetime().columnType('timestamptz').name('made_at'),
    usedAt: p.datetime().columnType('timestamptz').name('used_at').nullable(),
  },
});

/** A question that an authenticator is to sign, once and within minutes. */
export const PasskeyChallengeSchema = defineEntity({
  name: 'PasskeyChallenge',
  tableName: 'passkey_challenge',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** SHA-256 of the challenge. */
    challengeHash: p.blob().name('challenge_hash').unique('one_row_per_challenge'),
    /** Who may add a passkey by it; null where somebody is to sign in. */
    person: () =>
      p.manyToOne(PersonSchema).name('person_id').nullable().index('passkey_challenge_by_person').deleteRule('cascade'),
    endsAt: p.datetime().columnType('timestamptz').name('ends_at').index('passkey_challenge_by_end'),
  },
});
