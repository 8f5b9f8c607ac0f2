import { Migration } from '@mikro-orm/migrations';
import { APPLICATION_ROLE } from '../roles.ts';

/** Assessors look at how returners do in their placements. What is submitted is added to, and never changed. */
export class HoldAssessments extends Migration {
  override up(): void {
    this.addSql(`create table assessor (id uuid primary key default uuidv7(), version int not null default 1,
      host_id uuid not null constraint assessor_host_id_foreign references host (id),
      person_id uuid not null constraint assessor_person_id_foreign references person (id),
      display_name text not null,
      profession_id uuid not null constraint assessor_profession_id_foreign references profession (id),
      registered_from date not null, registered_until date null, has_proceedings boolean not null, checked_on date not null,
      checked_by_id uuid not null constraint assessor_checked_by_id_foreign references person (id), seen text not null,
      constraint one_assessor_per_person_and_host unique (host_id, person_id),
      constraint an_assessor_is_registered_before_they_leave check (registered_until is null or registered_from <= registered_until))`);
    this.addSql('create index assessor_by_person on assessor (person_id)');
    this.addSql('create index assessor_by_profession on assessor (profession_id)');
    this.addSql('create index assessor_by_checker on assessor (checked_by_id)');
    this.addSql('create index assessor_of_host_by_name on assessor (host_id, display_name, id)');

    this.addSql(`create table assessment (id uuid primary key default uuidv7(), version int not null default 1,
      placement_id uuid not null constraint assessment_placement_id_foreign references placement (id),
      host_id uuid not null constraint assessment_host_id_foreign references host (id),
      kind text not null, standards jsonb not null,
      assessor_id uuid not null constraint assessment_assessor_id_foreign references assessor (id),
      moderator_id uuid null constraint assessment_moderator_id_foreign references assessor (id),
      state text not null, assigned_on date not null,
      assigned_by_id uuid not null constraint assessment_assigned_by_id_foreign references person (id),
      due_on date not null, outcome text null, submitted_on date null, number int not null default 0,
      moderation text null, settlement text null, withdrawn_on date null, withdrawal_reason text null,
      constraint a_submitted_assessment_says_what_and_when check ((state = 'SUBMITTED') = (outcome is not null and submitted_on is not null and number > 0)),
      constraint a_withdrawn_assessment_says_why check ((state = 'WITHDRAWN') = (withdrawn_on is not null and withdrawal_reason is not null)),
      constraint a_second_look_is_another_assessor_s check ((moderation is null) = (moderator_id is null) and (moderator_id is null or moderator_id <> assessor_id)))`);
    this.addSql(`create unique index one_first_and_one_final_assessment_per_placement on assessment (placement_id, kind)
      where kind in ('INITIAL', 'FINAL') and state <> 'WITHDRAWN'`);
    this.addSql(`create unique index one_open_assessment_of_a_kind_per_placement on assessment (placement_id, kind)
      where state in ('ASSIGNED', 'DRAFTED')`);
    this.addSql('create index assessment_of_placement on assessment (placement_id, due_on, id)');
    this.addSql('create index assessment_of_assessor on assessment (assessor_id, due_on, id)');
    this.addSql('create index assessment_of_host on assessment (host_id, due_on, id)');
    this.addSql('create index assessment_by_due_day on assessment (due_on, id)');
    this.addSql('create index assessment_by_assignment on assessment (assigned_on, id)');
    this.addSql('create index assessment_by_moderator on assessment (moderator_id)');
    this.addSql('create index assessment_by_assigner on assessment (assigned_by_id)');

    this.addSql(`create table assessment_draft (id uuid primary key default uuidv7(),
      assessment_id uuid not null constraint assessment_draft_assessment_id_foreign references assessment (id),
      criteria jsonb not null, outcome text null, summary text not null, actions jsonb not null, reason text null, saved_on date not null,
      constraint one_draft_per_assessment unique (assessment_id))`);

    this.addSql(`create table assessment_version (id uuid primary key default uuidv7(),
      assessment_id uuid not null constraint assessment_version_assessment_id_foreign references assessment (id),
      number int not null, criteria jsonb not null, outcome text not null, summary text not null, reason text null,
      submitted_at timestamptz not null, submitted_by text not null, wording_version int not null, agreed_text text not null,
      constraint one_version_per_number unique (assessment_id, number),
      constraint a_correction_says_why check ((number = 1) = (reason is null)))`);
    this.addSql(`revoke update, delete, truncate on assessment_version from ${APPLICATION_ROLE}`);

    this.addSql(`create table assessment_action (id uuid primary key default uuidv7(),
      assessment_version_id uuid not null constraint assessment_action_assessment_version_id_foreign references assessment_version (id),
      place int not null, what text not null, by_on date not null, done_on date null, done_by text null,
      constraint one_action_per_place_in_a_plan unique (assessment_version_id, place),
      constraint what_is_done_says_by_whom check ((done_on is null) = (done_by is null)))`);
    this.addSql(`revoke update, delete, truncate on assessment_action from ${APPLICATION_ROLE}`);
    this.addSql(`grant update (done_on, done_by) on assessment_action to ${APPLICATION_ROLE}`);

    this.addSql(`create table assessment_moderation (id uuid primary key default uuidv7(),
      assessment_id uuid not null constraint assessment_moderation_assessment_id_foreign references assessment (id),
      moderator_id uuid not null constraint assessment_moderation_moderator_id_foreign references assessor (id),
      number int not null, state text not null, asked_on date not null,
      asked_by_id uuid not null constraint assessment_moderation_asked_by_id_foreign references person (id),
      asked_why text not null, due_on date not null, answered_on date null, outcome text null, reasons text null,
      settled_on date null, settled_by_id uuid null constraint assessment_moderation_settled_by_id_foreign references person (id),
      settlement text null, settled_why text null,
      constraint a_second_assessor_says_when_and_why check ((state = 'ASKED') = (answered_on is null) and (state = 'ASKED') = (reasons is null)),
      constraint two_views_are_settled_by_somebody check ((state = 'SETTLED') =
        (settled_on is not null and settled_by_id is not null and settlement is not null and settled_why is not null)))`);
    this.addSql(
      'create index assessment_moderation_of_assessment on assessment_moderation (assessment_id, asked_on, id)',
    );
    this.addSql('create index assessment_moderation_by_moderator on assessment_moderation (moderator_id)');
    this.addSql('create index assessment_moderation_by_asker on assessment_moderation (asked_by_id)');
    this.addSql('create index assessment_moderation_by_settler on assessment_moderation (settled_by_id)');
    this.addSql(`create unique index one_second_look_at_a_time on assessment_moderation (assessment_id)
      where state in ('ASKED', 'DIFFERS')`);

    this.addSql(`create table assessment_appeal (id uuid primary key default uuidv7(),
      assessment_id uuid not null constraint assessment_appeal_assessment_id_foreign references assessment (id),
      number int not null, note text not null, noted_on date not null, answer text null, answered_on date null,
      answered_by_id uuid null constraint assessment_appeal_answered_by_id_foreign references person (id),
      constraint an_answer_says_when_and_by_whom check ((answer is null) = (answered_on is null) and (answer is null) = (answered_by_id is null)))`);
    this.addSql('create index assessment_appeal_of_assessment on assessment_appeal (assessment_id, noted_on, id)');
    this.addSql('create index assessment_appeal_by_answerer on assessment_appeal (answered_by_id)');
    this.addSql(
      'create unique index one_open_appeal_per_assessment on assessment_appeal (assessment_id) where answered_on is null',
    );
  }
}
