import { defineEntity, p } from '@mikro-orm/core';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import type { Confidence } from './self-assessment.rules.ts';

/** What somebody says of one standard of proficiency, at the start and again later. */
export const SelfAssessedStandardSchema = defineEntity({
  name: 'SelfAssessedStandard',
  tableName: 'self_assessed_standard',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    /** HCPC's number of the standard. */
    number: p.integer(),
    before: p.text().$type<Confidence>().name('confidence_before').nullable(),
    beforeOn: p.date().name('before_on').nullable(),
    after: p.text().$type<Confidence>().name('confidence_after').nullable(),
    afterOn: p.date().name('after_on').nullable(),
    goal: p.text().nullable(),
    /** What would show that the goal is reached. */
    evidence: p.text().nullable(),
  },
  uniques: [{ name: 'one_answer_per_standard', properties: ['returner', 'number'] }],
  checks: [
    { name: 'there_are_15_standards', expression: 'number >= 1 and number <= 15' },
    {
      name: 'a_confidence_says_when',
      expression:
        '(confidence_before is null) = (before_on is null) and (confidence_after is null) = (after_on is null)',
    },
    { name: 'the_start_comes_first', expression: 'confidence_after is null or confidence_before is not null' },
  ],
});
