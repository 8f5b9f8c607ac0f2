import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Role } from './actor.ts';

/** Somebody with an account. What they do in the service is kept by the features; here stands only how they come in. */
export const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().version().default(1),
    displayName: p.text().name('display_name'),
    /** In small letters. */
    email: p.text(),
    emailConfirmedAt: p.datetime().columnType('timestamptz').name('email_confirmed_at').nullable(),
    /** In PHC form, with its parameters; null for somebody who signs in by links alone. */
    passwordHash: p.text().name('password_hash').nullable().lazy(),
    suspendedAt: p.datetime().columnType('timestamptz').name('suspended_at').nullable(),
    createdAt: p.datetime().columnType('timestamptz').name('created_at'),
    /** False for somebody who wants no mail about things that wait; what they must know is sent all the same. */
    wantsReminders: p.boolean().name('wants_reminders').default(true),
  },
  uniques: [{ name: 'one_account_per_email', properties: ['email'] }],
  checks: [{ name: 'emails_are_kept_in_small_letters', expression: 'email = lower(email)' }],
  indexes: [
    { name: 'person_by_name', properties: ['displayName', 'id'] },
    { name: 'person_by_age', properties: ['createdAt', 'id'] },
  ],
});
export type Person = InferEntity<typeof PersonSchema>;

/** A hat that a person may put on, and the one place it is for, where it is for one. */
export const RoleGrantSchema = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    person: () => p.manyToOne(PersonSchema).name('person_id'),
    role: p.text().$type<Role>(),
    regionId: p.uuid().name('region_id').nullable(),
    boardId: p.uuid().name('board_id').nullable(),
    trustId: p.uuid().name('trust_id').nullable(),
    hostId: p.uuid().name('host_id').nullable(),
    grantedAt: p.datetime().columnType('timestamptz').name('granted_at'),
  },
  uniques: [
    {
      name: 'one_grant_per_role_and_place',
      properties: ['person', 'role', 'regionId', 'boardId', 'trustId', 'hostId'],
    },
  ],
  indexes: [{ name: 'role_grant_by_role', properties: ['role', 'person'] }],
});
