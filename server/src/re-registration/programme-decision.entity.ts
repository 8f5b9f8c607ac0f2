import { defineEntity, p } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import type { ProgrammeDecisionAnswer } from './programme-decision.rules.ts';

/** A coordinator's decision on whether the national programme takes somebody, where the published rules do not settle it. */
export const ProgrammeDecisionSchema = defineEntity({
  name: 'ProgrammeDecision',
  tableName: 'programme_decision',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    decision: p.text().$type<ProgrammeDecisionAnswer>(),
    /** Told to the returner as it stands. */
    reason: p.text(),
    decidedBy: () => p.manyToOne(PersonSchema).name('decided_by_id').index('programme_decision_by_person'),
    decidedAt: p.datetime().columnType('timestamptz').name('decided_at'),
    /** MD5 of the answers that were decided on: for other answers the decision says nothing. */
    answersDigest: p.text().name('answers_digest'),
  },
  uniques: [{ name: 'one_programme_decision_per_answers', properties: ['returner', 'answersDigest'] }],
});
