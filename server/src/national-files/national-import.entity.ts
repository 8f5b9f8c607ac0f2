import { defineEntity, p } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import type { NationalFileKind, NationalReport } from './national-words.rules.ts';

/** A national file that was taken in, with what it changed. */
export const NationalImportSchema = defineEntity({
  name: 'NationalImport',
  tableName: 'national_import',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    kind: p.text().$type<NationalFileKind>(),
    /** SHA-256 of the file, which itself is not kept. */
    digest: p.text(),
    rows: p.integer(),
    report: p.json<NationalReport>(),
    appliedAt: p.datetime().columnType('timestamptz').name('applied_at'),
    appliedBy: () => p.manyToOne(PersonSchema).name('applied_by_id').index('national_import_by_applier'),
    undoneAt: p.datetime().columnType('timestamptz').name('undone_at').nullable(),
    undoneBy: () =>
      p
        .manyToOne(PersonSchema)
        .name('undone_by_id')
        .index('national_import_by_undoer')
        .nullable()
        .deleteRule('no action'),
  },
  checks: [
    {
      name: 'what_is_undone_says_when_and_by_whom',
      expression: '(undone_at is null) = (undone_by_id is null)',
    },
  ],
  indexes: [{ name: 'national_import_by_time', properties: ['appliedAt', 'id'] }],
});

/** A row that an import changed or added: the values that it touched, before and after. */
export const NationalImportChangeSchema = defineEntity({
  name: 'NationalImportChange',
  tableName: 'national_import_change',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    nationalImport: () => p.manyToOne(NationalImportSchema).name('import_id').deleteRule('cascade'),
    /** Changes of a later step stand upon those of an earlier one. */
    step: p.integer(),
    /** The code of the organisation because of which the row changed. */
    cause: p.text(),
    tableName: p.text().name('table_name'),
    rowId: p.uuid().name('row_id'),
    /** Whose record it is, where it is somebody's. */
    returner: () =>
      p
        .manyToOne(ReturnerSchema)
        .name('returner_id')
        .index('national_import_change_of_returner')
        .nullable()
        .deleteRule('cascade'),
    /** Null for a row that was added. */
    valuesBefore: p.json<Readonly<Record<string, unknown>>>().name('values_before').nullable(),
    valuesAfter: p.json<Readonly<Record<string, unknown>>>().name('values_after'),
  },
  indexes: [
    { name: 'national_import_change_in_order', properties: ['nationalImport', 'step'] },
    { name: 'national_import_change_of_row', properties: ['rowId'] },
  ],
});
