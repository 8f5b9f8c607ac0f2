import { defineEntity, p } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';

/** A list of returners that somebody keeps by name: what its address holds. */
export const SavedViewSchema = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    person: () => p.manyToOne(PersonSchema).name('person_id'),
    name: p.text(),
    query: p.text(),
  },
  uniques: [{ name: 'one_saved_view_per_name', properties: ['person', 'name'] }],
});
