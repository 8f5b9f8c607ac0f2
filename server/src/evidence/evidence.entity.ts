import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { StandardOfProficiencySchema } from '../organisations/profession.entity.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import type { EvidenceWarning, FileKind, FormLine, VirusCheck } from './evidence.rules.ts';

/** A file that proves something. What the sender called it is not kept. */
export const EvidenceSchema = defineEntity({
  name: 'Evidence',
  tableName: 'evidence',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    /** In the person's words; null until the file is filed. */
    title: p.text().nullable(),
    kind: p.text().$type<FileKind>(),
    bytes: p.integer(),
    /** SHA-256 of what is kept. */
    sha256: p.blob(),
    warnings: p.json<readonly EvidenceWarning[]>().defaultRaw("'[]'::jsonb"),
    virusCheck: p.text().$type<VirusCheck>().name('virus_check'),
    addedAt: p.datetime().columnType('timestamptz').name('added_at'),
    filedAt: p.datetime().columnType('timestamptz').name('filed_at').nullable(),
  },
  checks: [
    { name: 'evidence_is_of_a_known_kind', expression: "kind in ('PDF', 'JPEG', 'PNG')" },
    { name: 'evidence_has_at_most_10_megabytes', expression: 'bytes >= 1 and bytes <= 10485760' },
    { name: 'filed_evidence_has_a_title', expression: '(title is null) = (filed_at is null)' },
  ],
  indexes: [
    { name: 'evidence_of_returner', properties: ['returner', 'addedAt', 'id'] },
    { name: 'evidence_by_age', properties: ['addedAt', 'id'] },
    {
      name: 'evidence_to_check',
      expression: "create index evidence_to_check on evidence (id) where virus_check in ('WAITING', 'NOT_CHECKED')",
    },
  ],
});
/** A file that proves something. */
export type Evidence = InferEntity<typeof EvidenceSchema>;

/** What is in a file. In a table of its own, so that no list ever reads it. */
export const EvidenceContentSchema = defineEntity({
  name: 'EvidenceContent',
  tableName: 'evidence_content',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    evidence: () => p.manyToOne(EvidenceSchema).name('evidence_id').deleteRule('cascade'),
    content: p.blob(),
  },
  uniques: [{ name: 'evidence_has_one_content', properties: ['evidence'] }],
});

/** What a file is tied to: a day of the log, a standard, or a part of the papers for HCPC. */
export const EvidenceTieSchema = defineEntity({
  name: 'EvidenceTie',
  tableName: 'evidence_tie',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    evidence: () => p.manyToOne(EvidenceSchema).name('evidence_id').deleteRule('cascade'),
    /** The day of the log, the same for all its versions. */
    dayId: p.uuid().name('day_id').nullable(),
    standard: () =>
      p
        .manyToOne(StandardOfProficiencySchema)
        .name('standard_id')
        .nullable()
        .index('evidence_tie_of_standard')
        .deleteRule('no action'),
    formLine: p.text().$type<FormLine>().name('form_line').nullable(),
  },
  checks: [{ name: 'a_tie_leads_to_one_thing', expression: 'num_nonnulls(day_id, standard_id, form_line) = 1' }],
  indexes: [
    {
      name: 'evidence_is_tied_to_a_thing_once',
      expression:
        'create unique index evidence_is_tied_to_a_thing_once on evidence_tie (evidence_id, day_id, standard_id, form_line) nulls not distinct',
    },
    { name: 'evidence_tie_of_day', properties: ['dayId'] },
  ],
});
