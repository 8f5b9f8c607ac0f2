import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from './actor.ts';
import { PersonSchema } from './person.entity.ts';

/** The one row that says what the demonstration was filled with, and how far its clock was moved. */
export const DemonstrationSchema = defineEntity({
  name: 'Demonstration',
  tableName: 'demonstration',
  properties: {
    id: p.integer().primary().autoincrement(false).default(1),
    clockAdvanceMs: p.bigint('number').name('clock_advance_ms').defaultRaw('0'),
    /** Empty until it is filled. A demonstration of an older version is filled again. */
    seedVersion: p.integer().name('seed_version').nullable(),
    filledAt: p.datetime().columnType('timestamptz').name('filled_at').nullable(),
  },
  checks: [{ name: 'there_is_one_demonstration', expression: 'id = 1' }],
});

/** A fixed invented person, as whom anybody may sign in to the demonstration. */
export const PersonaSchema = defineEntity({
  name: 'Persona',
  tableName: 'persona',
  properties: {
    key: p.text().primary(),
    position: p.integer(),
    role: p.text().$type<Role>(),
    /** The name of the region or organisation the role is for. */
    place: p.text().nullable(),
    person: () => p.manyToOne(PersonSchema).name('person_id').index('persona_by_person'),
  },
});
