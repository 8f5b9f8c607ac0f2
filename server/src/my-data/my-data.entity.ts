import { defineEntity, p } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import type { AsideKind, AsideReason } from './standing-aside.rules.ts';

/** Somebody pauses for a time, or has withdrawn until they come back. One that has ended stays. */
export const StandingAsideSchema = defineEntity({
  name: 'StandingAside',
  tableName: 'standing_aside',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    kind: p.text().$type<AsideKind>(),
    fromOn: p.date().name('from_on'),
    untilOn: p.date().name('until_on').nullable(),
    reason: p.text().$type<AsideReason>(),
    notedOn: p.date().name('noted_on'),
    endedOn: p.date().name('ended_on').nullable(),
  },
  checks: [
    { name: 'a_pause_has_an_end', expression: "(kind = 'PAUSED') = (until_on is not null)" },
    { name: 'a_pause_starts_before_it_ends', expression: 'until_on is null or from_on <= until_on' },
  ],
  indexes: [
    {
      name: 'one_standing_aside_at_a_time',
      expression:
        'create unique index one_standing_aside_at_a_time on standing_aside (returner_id) where ended_on is null',
    },
    { name: 'standing_aside_of_returner', properties: ['returner', 'fromOn', 'id'] },
  ],
});
/** Somebody asks to be erased, and may think again until the day. */
export const ErasureSchema = defineEntity({
  name: 'Erasure',
  tableName: 'erasure',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    person: () => p.manyToOne(PersonSchema).name('person_id'),
    askedAt: p.datetime().columnType('timestamptz').name('asked_at'),
    dueOn: p.date().name('due_on'),
    takenBackAt: p.datetime().columnType('timestamptz').name('taken_back_at').nullable(),
    doneAt: p.datetime().columnType('timestamptz').name('done_at').nullable(),
  },
  checks: [{ name: 'an_erasure_is_taken_back_or_done', expression: 'taken_back_at is null or done_at is null' }],
  indexes: [
    {
      name: 'one_erasure_at_a_time',
      expression:
        'create unique index one_erasure_at_a_time on erasure (person_id) where taken_back_at is null and done_at is null',
    },
    { name: 'erasure_of_person', properties: ['person'] },
    { name: 'erasure_by_day', properties: ['dueOn', 'id'] },
  ],
});

/** Somebody wants another address: it holds once a link that went there was opened. */
export const EmailChangeSchema = defineEntity({
  name: 'EmailChange',
  tableName: 'email_change',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    person: () => p.manyToOne(PersonSchema).name('person_id').deleteRule('cascade'),
    oldEmail: p.text().name('old_email'),
    newEmail: p.text().name('new_email'),
    tokenHash: p.blob().name('token_hash'),
    askedAt: p.datetime().columnType('timestamptz').name('asked_at'),
    endsAt: p.datetime().columnType('timestamptz').name('ends_at'),
    usedAt: p.datetime().columnType('timestamptz').name('used_at').nullable(),
  },
  uniques: [{ name: 'an_email_change_has_its_own_link', properties: ['tokenHash'] }],
  checks: [{ name: 'new_emails_are_in_small_letters', expression: 'new_email = lower(new_email)' }],
  indexes: [{ name: 'email_change_of_person', properties: ['person', 'askedAt'] }],
});
