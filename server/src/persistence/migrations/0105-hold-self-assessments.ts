import { Migration } from '@mikro-orm/migrations';

/** How confident returners feel in each standard of proficiency, at the start and later, with their goals. */
export class HoldSelfAssessments extends Migration {
  override up(): void {
    this
      .addSql(`create table self_assessed_standard (id uuid primary key default uuidv7(), version int not null default 1,
      returner_id uuid not null constraint self_assessed_standard_returner_id_foreign references returner (id),
      number int not null, confidence_before text null, before_on date null, confidence_after text null, after_on date null,
      goal text null, evidence text null,
      constraint one_answer_per_standard unique (returner_id, number),
      constraint there_are_15_standards check (number >= 1 and number <= 15),
      constraint a_confidence_says_when check ((confidence_before is null) = (before_on is null) and (confidence_after is null) = (after_on is null)),
      constraint the_start_comes_first check (confidence_after is null or confidence_before is not null))`);
  }
}
