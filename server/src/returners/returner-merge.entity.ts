import { defineEntity, p } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { ReturnerSchema } from './returner.entity.ts';

/** What went from one record to the other, by UUID: an undo takes back these, and nothing that came later. */
export interface MovedRows {
  readonly days: readonly string[];
  readonly requests: readonly string[];
  readonly placements: readonly string[];
  /** Plans that changed places: the newer one went along, and an older one went the other way. */
  readonly plans: readonly string[];
  /** Standing questions to HCPC that changed places, likewise. */
  readonly questions: readonly string[];
  readonly decisions: readonly string[];
  /** Absent from merges that were made before there were any. */
  readonly applications?: readonly string[];
  readonly consents: readonly string[];
  /** Missing in merges of before there was any. */
  readonly evidence?: readonly string[];
  readonly selfAssessed?: readonly string[];
  /** Certified copies, counter-signatures and packs that were sent; missing in merges of before they went along. */
  readonly copies?: readonly string[];
  readonly counterSignatures?: readonly string[];
  readonly packs?: readonly string[];
  /** Whether the kept record accepted e-mail before. */
  readonly acceptedEmail: boolean;
}

/** Two records that were made one: the id of the one goes on working, and leads to the other. */
export const ReturnerMergeSchema = defineEntity({
  name: 'ReturnerMerge',
  tableName: 'returner_merge',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    kept: () => p.manyToOne(ReturnerSchema).name('kept_id'),
    merged: () => p.manyToOne(ReturnerSchema).name('merged_id'),
    mergedAt: p.datetime().columnType('timestamptz').name('merged_at'),
    mergedBy: () => p.manyToOne(PersonSchema).name('merged_by_id').index('returner_merge_by_person'),
    /** How the coordinator knew, where the records were alike in nothing. */
    reason: p.text().nullable(),
    undoUntil: p.datetime().columnType('timestamptz').name('undo_until'),
    undoneAt: p.datetime().columnType('timestamptz').name('undone_at').nullable(),
    moved: p.json<MovedRows>(),
    /** Since when coordinators saw the merged record; it comes back with an undo. */
    seenSince: p.date().name('seen_since').nullable(),
  },
  indexes: [
    {
      name: 'one_standing_merge_per_record',
      expression:
        'create unique index one_standing_merge_per_record on returner_merge (merged_id) where undone_at is null',
    },
    { name: 'returner_merge_of_kept', properties: ['kept', 'mergedAt', 'id'] },
    { name: 'returner_merge_of_merged', properties: ['merged'] },
  ],
});
