import { defineEntity, p } from '@mikro-orm/core';
import type { ActorKind } from '../access/actor.ts';

/** Who did what, to which record, about whom, when. Only added to: the application may not change or remove an entry. */
export const AuditEntrySchema = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    at: p.datetime().columnType('timestamptz'),
    /** The person or the program that did it; null for callers without an account and for the service itself. */
    actorId: p.uuid().name('actor_id').nullable(),
    /** The person who answered for the program that did it; null where a person did it, or the service. */
    ownerId: p.uuid().name('owner_id').nullable(),
    /** The hat they wore. */
    actorKind: p.text().$type<ActorKind | 'SERVICE'>().name('actor_kind'),
    action: p.text(),
    subjectType: p.text().name('subject_type'),
    subjectId: p.uuid().name('subject_id'),
    /** Whom it is about; null where it is about nobody. */
    personId: p.uuid().name('person_id').nullable(),
    traceId: p.text().name('trace_id'),
    /** Names of the fields that changed. They stay when the values can no longer be read. */
    fields: p.array(),
    /** Keyed hashes of the values before and after, by field, in hexadecimal. */
    hashes: p.json<Readonly<Record<string, { readonly before: string; readonly after: string }>>>(),
    /** The values themselves, sealed with the key of the person they are about; null if that key was destroyed before. */
    sealedValues: p.blob().name('sealed_values').nullable(),
  },
  indexes: [
    { name: 'audit_entry_by_time', properties: ['at', 'id'] },
    { name: 'audit_entry_by_person', properties: ['personId', 'at', 'id'] },
    { name: 'audit_entry_by_actor', properties: ['actorId', 'at', 'id'] },
    { name: 'audit_entry_by_subject', properties: ['subjectId', 'at', 'id'] },
    { name: 'audit_entry_by_action', properties: ['action', 'at', 'id'] },
    { name: 'audit_entry_by_role', properties: ['actorKind', 'at', 'id'] },
  ],
});
