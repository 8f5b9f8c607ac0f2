import { defineEntity, p } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { SignInSchema } from '../access/sign-in.entity.ts';

/** Somebody's account at an identity provider, with which they said they want to sign in here. */
export const ProviderAccountSchema = defineEntity({
  name: 'ProviderAccount',
  tableName: 'provider_account',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    person: () => p.manyToOne(PersonSchema).name('person_id').index('provider_account_by_person').deleteRule('cascade'),
    issuer: p.text(),
    /** How the provider calls them. */
    subject: p.text(),
    linkedAt: p.datetime().columnType('timestamptz').name('linked_at'),
    usedAt: p.datetime().columnType('timestamptz').name('used_at').nullable(),
  },
  uniques: [
    { name: 'one_account_per_subject', properties: ['issuer', 'subject'] },
    { name: 'one_subject_per_person_and_provider', properties: ['person', 'issuer'] },
  ],
});

/** Somebody was sent to an identity provider, and may come back once, with the same browser. */
export const ProviderRequestSchema = defineEntity({
  name: 'ProviderRequest',
  tableName: 'provider_request',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** SHA-256 of the token in the browser's cookie, from which state, nonce and PKCE verifier are made. */
    tokenHash: p.blob().name('token_hash').unique('one_provider_request_per_token'),
    provider: p.text(),
    /** Who wants to sign in by it from now on; null where somebody is to sign in. */
    person: () =>
      p.manyToOne(PersonSchema).name('person_id').nullable().index('provider_request_by_person').deleteRule('cascade'),
    deviceName: p.text().name('device_name').nullable(),
    /** The page of ours where they go afterwards. */
    nextPath: p.text().name('next_path'),
    endsAt: p.datetime().columnType('timestamptz').name('ends_at').index('provider_request_by_end'),
  },
});

/** Somebody came from an identity provider who is not known by it here yet: they are asked whether it is to open their account. */
export const ProviderArrivalSchema = defineEntity({
  name: 'ProviderArrival',
  tableName: 'provider_arrival',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** SHA-256 of the token in the browser's cookie. */
    tokenHash: p.blob().name('token_hash').unique('one_provider_arrival_per_token'),
    provider: p.text(),
    issuer: p.text(),
    subject: p.text(),
    /** The address that the provider has confirmed. */
    email: p.text().nullable(),
    displayName: p.text().name('display_name').nullable(),
    /** Who began it from their account; null where somebody wanted to sign in. */
    person: () =>
      p.manyToOne(PersonSchema).name('person_id').nullable().index('provider_arrival_by_person').deleteRule('cascade'),
    endsAt: p.datetime().columnType('timestamptz').name('ends_at').index('provider_arrival_by_end'),
  },
  checks: [
    {
      name: 'who_is_not_signed_in_has_a_confirmed_address',
      expression: 'person_id is not null or email is not null',
    },
  ],
});

/** A sign-in that an identity provider vouched for, and by which it can be ended from there. */
export const ProviderSignInSchema = defineEntity({
  name: 'ProviderSignIn',
  tableName: 'provider_sign_in',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    person: () => p.manyToOne(PersonSchema).name('person_id').index('provider_sign_in_by_person').deleteRule('cascade'),
    /** Null while the sign-in waits for a code. */
    signIn: () =>
      p.oneToOne(SignInSchema).name('sign_in_id').nullable().unique('one_provider_per_sign_in').deleteRule('cascade'),
    /** SHA-256 of the token of a sign-in that waits for a code; null where it does not wait. */
    halfHash: p.blob().name('half_hash').nullable().unique('one_provider_per_half_sign_in'),
    provider: p.text(),
    issuer: p.text(),
    subject: p.text(),
    /** Their session there, where the provider names it. */
    session: p.text().nullable(),
    /** How many factors they showed there, where it says so. */
    factors: p.integer().nullable(),
    /** How well it knows who they are, in its own words. */
    proofing: p.text().nullable(),
    /** The token by which they can be signed out there, sealed with the person's key. */
    sealedToken: p.blob().name('sealed_token').nullable(),
  },
  indexes: [
    { name: 'provider_sign_in_by_session', properties: ['issuer', 'session'] },
    { name: 'provider_sign_in_by_subject', properties: ['issuer', 'subject'] },
  ],
});

/** An identity provider's word that somebody has left was heard: it counts once. */
export const ProviderLogoutSchema = defineEntity({
  name: 'ProviderLogout',
  tableName: 'provider_logout',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** SHA-256 of the issuer and the token's own id. */
    tokenHash: p.blob().name('token_hash').unique('one_provider_logout_per_token'),
    endsAt: p.datetime().columnType('timestamptz').name('ends_at').index('provider_logout_by_end'),
  },
});
