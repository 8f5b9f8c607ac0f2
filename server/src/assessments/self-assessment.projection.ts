import { sources } from '../eligibility/sources.rules.ts';
import type { DerivedField, FieldProjection, Projection } from '../graphql/compile/projection.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import { answeringWithReturner } from '../returners/returner.projection.ts';
import { assessSelf, type StandardAnswer } from './self-assessment.rules.ts';

/** What must be read of a returner to work out the self-assessment. */
export const selfAssessmentFacts = (returnerId: Sql) => ({
  answers: sql`(select coalesce(json_agg(json_build_object('number', s.number, 'label', s.label, 'version', a.version, 'before', a.confidence_before, 'beforeOn', a.before_on,
      'after', a.confidence_after, 'afterOn', a.after_on, 'goal', a.goal, 'evidence', a.evidence) order by s.number), '[]'::json)
    from standard_of_proficiency s left join self_assessed_standard a on a.number = s.number and a.returner_id = ${returnerId})`,
  hasLogged: sql`exists (select from current_logged_day d where d.returner_id = ${returnerId})`,
});

/** The self-assessment, from `selfAssessmentFacts`. */
export const selfAssessmentFrom: DerivedField['compute'] = ({ answers, hasLogged }) => ({
  ...assessSelf(answers as readonly StandardAnswer[], hasLogged === true),
  source: sources.H35,
});

/** What this feature adds to a returner. */
export const selfAssessmentOfReturner = {
  selfAssessment: {
    kind: 'derived',
    facts: {
      answers: (returner) => selfAssessmentFacts(returner('id')).answers,
      hasLogged: (returner) => selfAssessmentFacts(returner('id')).hasLogged,
    },
    compute: selfAssessmentFrom,
  },
} satisfies Record<string, FieldProjection>;

/** Answers of the commands of self-assessment. */
export const selfAssessmentAnswers: readonly Projection[] = [answeringWithReturner('StandardAssessed')];
