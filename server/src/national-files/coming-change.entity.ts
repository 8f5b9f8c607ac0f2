import { defineEntity, p } from '@mikro-orm/core';
import type { ComingState, ToldOfComing } from './coming.rules.ts';
import type { NationalFileKind } from './national-words.rules.ts';
import { NationalImportSchema } from './national-import.entity.ts';

/** What a national file says of a day to come: it waits for its day, and is done then. */
export const ComingChangeSchema = defineEntity({
  name: 'ComingChange',
  tableName: 'coming_change',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    kind: p.text().$type<NationalFileKind>(),
    /** ODS code of the board that is taken over, or of the trust. */
    code: p.text(),
    name: p.text(),
    /** What will change, and whom it would affect today. */
    told: p.json<ToldOfComing>(),
    dueOn: p.date().name('due_on'),
    /** The lines of the file as they were read; the headings first, where the file has any. */
    lines: p.json<readonly (readonly string[])[]>(),
    /** Where the parts of a board that is split go, as it was chosen. */
    chosen: p.json<readonly (readonly [part: string, board: string])[]>(),
    state: p.text().$type<ComingState>().default('WAITS'),
    /** Why it could not be done on its day; null where nothing is in the way. */
    inTheWay: p.text().name('in_the_way').nullable(),
    nationalImport: () =>
      p.manyToOne(NationalImportSchema).name('import_id').index('coming_change_by_import').deleteRule('cascade'),
    doneBy: () =>
      p
        .manyToOne(NationalImportSchema)
        .name('done_by_id')
        .index('coming_change_by_doer')
        .nullable()
        .deleteRule('no action'),
  },
  checks: [
    {
      name: 'state_of_a_coming_change_is_known',
      expression: "state in ('WAITS', 'DONE', 'REPLACED', 'TAKEN_BACK')",
    },
    {
      name: 'what_was_done_says_by_which_import',
      expression: "done_by_id is null or state in ('DONE', 'TAKEN_BACK')",
    },
  ],
  indexes: [
    {
      name: 'one_coming_change_of_an_organisation_waits',
      expression:
        "create unique index one_coming_change_of_an_organisation_waits on coming_change (kind, code) where state = 'WAITS'",
    },
    { name: 'coming_change_by_day', properties: ['dueOn', 'id'] },
  ],
});
