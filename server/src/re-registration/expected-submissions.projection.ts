import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { rowOf, type DerivedField, type FieldProjection, type Run } from '../graphql/compile/projection.ts';
import { visibilityForKind } from '../graphql/compile/visibility-sql.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import { returnersVisibleTo } from '../returners/returner.policy.ts';
import { standingFacts, standingFrom } from '../returners/returner.projection.ts';
import { answersToday } from '../returners/standing.rules.ts';
import { planFact, updatingFacts } from '../updating/log.projection.ts';
import { planEndsOn, type SavedPlan } from '../updating/saved-plan.rules.ts';
import { countUpdating, type UpdatingEntry } from '../updating/updating-count.rules.ts';
import { expectedSubmissions, submissionsAtMost, type SubmissionFacts } from './expected-submissions.rules.ts';

const returner = rowOf('r');
const noArguments = { now: {}, parameter: () => sql`null` };

/** What is read of everybody the asking coordinator sees who has not sent an application. */
export const submissionRows = (): Sql =>
  sql`(select coalesce(json_agg(row_to_json(f) order by f.id), '[]'::json) from (
    select r.id, coalesce(r.preferred_name, (select display_name from person where id = r.person_id)) "name",
      coalesce((select field_of_practice from profession where id = r.profession_id), 'osteopathy') "fieldOfPractice", r.answers,
      ${standingFacts['question']?.(returner, noArguments) ?? sql`null`} "question",
      ${updatingFacts['entries']?.(returner, noArguments) ?? sql`null`} "entries",
      (select ${planFact(rowOf('q'))} from plan q where q.returner_id = r.id) "plan"
    from returner r where ${visibilityForKind('COORDINATOR', returnersVisibleTo, returner)}
      and not exists (select from application a where a.returner_id = r.id and a.is_current and a.state not in ('PREPARING', 'RENEWED'))) f)`;

/** A row of `submissionRows`. */
export interface SubmissionRow {
  readonly id: string;
  readonly name: string;
  readonly fieldOfPractice: string;
  readonly answers: EligibilityAnswers;
  readonly question: unknown;
  readonly entries: readonly UpdatingEntry[];
  readonly plan: SavedPlan | null;
}

/** The expected submissions, from the rows. */
export const submissionsFrom = (rows: readonly SubmissionRow[], run: Run) => {
  const today = run.clock.today();
  const people = rows.map(({ id, name, fieldOfPractice, answers, question, entries, plan }): SubmissionFacts => {
    const standing = standingFrom({ answers, question }, run);
    const { requirement } = standing;
    const needed = requirement && requirement.days > 0 ? requirement : null;
    return {
      id,
      name,
      fieldOfPractice,
      standing,
      namedOn: answersToday(answers, today).applicationOn ?? null,
      shortfallMinutes: needed ? countUpdating(needed, entries, standing.applicationOn, today).shortfallMinutes : 0,
      planEndsOn: () => (plan && needed ? planEndsOn(plan, needed.days, answers, entries, today) : null),
    };
  });
  return expectedSubmissions(people, today);
};

const expectedField: DerivedField = {
  kind: 'derived',
  facts: { people: submissionRows },
  compute: ({ people }, run) =>
    submissionsFrom(people as readonly SubmissionRow[], run)
      .slice(0, submissionsAtMost)
      .map(({ id, ...one }) => ({ ...one, returnerId: toGlobalId('Returner', id) })),
};

/** Expected submissions, at the root of the API. */
export const expectedSubmissionQueries: Record<string, FieldProjection> = { expectedSubmissions: expectedField };
