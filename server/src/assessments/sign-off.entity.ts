import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { HostSchema, SupervisorSchema } from '../placements/host.entity.ts';
import { PlacementSchema } from '../placements/placement.entity.ts';
import type { SignOffDayState, SignOffState, TakeBackReason } from './sign-off.rules.ts';

/** An address of a supervisor that the organisation or a coordinator has confirmed. One that is replaced stays, with its end. */
export const SupervisorAddressSchema = defineEntity({
  name: 'SupervisorAddress',
  tableName: 'supervisor_address',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    supervisor: () => p.manyToOne(SupervisorSchema).name('supervisor_id'),
    /** In small letters. */
    email: p.text(),
    confirmedAt: p.datetime().columnType('timestamptz').name('confirmed_at'),
    confirmedBy: () => p.manyToOne(PersonSchema).name('confirmed_by_id').index('supervisor_address_by_confirmer'),
    endedAt: p.datetime().columnType('timestamptz').name('ended_at').nullable(),
  },
  checks: [{ name: 'addresses_of_supervisors_are_in_small_letters', expression: 'email = lower(email)' }],
  indexes: [
    {
      name: 'one_address_per_supervisor',
      expression:
        'create unique index one_address_per_supervisor on supervisor_address (supervisor_id) where ended_at is null',
    },
    { name: 'supervisor_address_of_supervisor', properties: ['supervisor', 'email'] },
  ],
});

/** A supervisor is asked to confirm days of one placement. */
export const SignOffSchema = defineEntity({
  name: 'SignOff',
  tableName: 'sign_off',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    placement: () => p.manyToOne(PlacementSchema).name('placement_id'),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    /** Who is asked: the one of the placement, or another whom the organisation has named for these days. */
    supervisor: () => p.manyToOne(SupervisorSchema).name('supervisor_id'),
    state: p.text().$type<SignOffState>(),
    fromOn: p.date().name('from_on'),
    untilOn: p.date().name('until_on'),
    /** What the returner says was done on these days, in the words of the supervisor’s scope. */
    activities: p.json<readonly string[]>().defaultRaw("'[]'::jsonb"),
    askedOn: p.date().name('asked_on'),
    /** When the supervisor was last told, by the question or a reminder. */
    lastToldOn: p.date().name('last_told_on'),
    nudgedOn: p.date().name('nudged_on').nullable(),
    /** SHA-256 of the token in the link; null where no link works. */
    tokenHash: p.blob().name('token_hash').nullable(),
    linkSentOn: p.date().name('link_sent_on').nullable(),
    linkEndsAt: p.datetime().columnType('timestamptz').name('link_ends_at').nullable(),
    signedAt: p.datetime().columnType('timestamptz').name('signed_at').nullable(),
    signedBy: p.text().name('signed_by').nullable(),
    /** The address that the link went to, or of the account. */
    signedEmail: p.text().name('signed_email').nullable(),
    wordingVersion: p.integer().name('wording_version').nullable(),
    /** The whole wording as it was agreed to. */
    agreedText: p.text().name('agreed_text').nullable(),
    /** SHA-256 of the token in the mail by which somebody named says that it was not them. */
    notMeHash: p.blob().name('not_me_hash').nullable(),
    takenBackOn: p.date().name('taken_back_on').nullable(),
    takenBackReason: p.text().$type<TakeBackReason>().name('taken_back_reason').nullable(),
  },
  uniques: [
    { name: 'a_link_signs_one_sign_off', properties: ['tokenHash'] },
    { name: 'a_link_disowns_one_sign_off', properties: ['notMeHash'] },
  ],
  checks: [
    { name: 'a_sign_off_starts_before_it_ends', expression: 'from_on <= until_on' },
    {
      name: 'a_link_works_only_while_asked',
      expression: "token_hash is null or (state = 'ASKED' and link_ends_at is not null)",
    },
    {
      name: 'a_signature_says_who_when_and_what',
      expression:
        "(state <> 'SIGNED' and state <> 'PARTLY_SIGNED') or (signed_at is not null and signed_by is not null and wording_version is not null and agreed_text is not null)",
    },
    {
      name: 'a_signature_taken_back_says_why',
      expression: "(state = 'TAKEN_BACK') = (taken_back_on is not null and taken_back_reason is not null)",
    },
  ],
  indexes: [
    { name: 'sign_off_of_placement', properties: ['placement', 'askedOn', 'id'] },
    { name: 'sign_off_of_supervisor', properties: ['supervisor', 'askedOn', 'id'] },
    { name: 'sign_off_of_host', properties: ['host', 'askedOn', 'id'] },
    { name: 'sign_off_by_time', properties: ['askedOn', 'id'] },
  ],
});
/** A supervisor is asked to confirm days. */
export type SignOff = InferEntity<typeof SignOffSchema>;

/** One day of a sign-off. */
export const SignOffDaySchema = defineEntity({
  name: 'SignOffDay',
  tableName: 'sign_off_day',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    signOff: () => p.manyToOne(SignOffSchema).name('sign_off_id'),
    /** The day of the log, the same for all its versions. */
    dayId: p.uuid().name('day_id'),
    state: p.text().$type<SignOffDayState>(),
    /** The version that the supervisor saw. */
    dayVersion: p.integer().name('day_version').nullable(),
    comment: p.text().nullable(),
  },
  uniques: [{ name: 'a_sign_off_asks_about_a_day_once', properties: ['signOff', 'dayId'] }],
  checks: [
    { name: 'a_day_sent_back_says_why', expression: "state <> 'SENT_BACK' or comment is not null" },
    { name: 'a_signed_day_says_what_was_seen', expression: "state <> 'SIGNED' or day_version is not null" },
  ],
  indexes: [
    {
      name: 'a_day_is_asked_about_once',
      expression:
        "create unique index a_day_is_asked_about_once on sign_off_day (day_id) where state in ('WAITING', 'SIGNED')",
    },
  ],
});

/** Another supervisor of the organisation, who stands in from a day on, until the next one does. */
export const SupervisorStandInSchema = defineEntity({
  name: 'SupervisorStandIn',
  tableName: 'supervisor_stand_in',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    placement: () => p.manyToOne(PlacementSchema).name('placement_id'),
    supervisor: () => p.manyToOne(SupervisorSchema).name('supervisor_id').index('supervisor_stand_in_by_supervisor'),
    fromOn: p.date().name('from_on'),
    namedOn: p.date().name('named_on'),
    namedBy: () => p.manyToOne(PersonSchema).name('named_by_id').index('supervisor_stand_in_by_namer'),
  },
  uniques: [{ name: 'one_stand_in_per_placement_and_day', properties: ['placement', 'fromOn'] }],
});

/** That it was told that a supervisor may not go on at a placement. */
export const ToldFreezeSchema = defineEntity({
  name: 'ToldFreeze',
  tableName: 'told_freeze',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    placement: () => p.manyToOne(PlacementSchema).name('placement_id'),
    supervisor: () => p.manyToOne(SupervisorSchema).name('supervisor_id').index('told_freeze_by_supervisor'),
    frozenFrom: p.date().name('frozen_from'),
    toldOn: p.date().name('told_on'),
  },
  uniques: [{ name: 'a_freeze_is_told_once', properties: ['placement', 'supervisor', 'frozenFrom'] }],
});
