import { Migration } from '@mikro-orm/migrations';
import { APPLICATION_ROLE } from '../roles.ts';

/** People on the way back, their consents, questions, plan, and the ledger of their updating. */
export class HoldReturnersAndTheirLog extends Migration {
  override up(): void {
    this.addSql(`create table returner (id uuid primary key default uuidv7(), version int not null default 1,
      person_id uuid not null constraint returner_person_id_foreign references person (id),
      preferred_name text, profession_id uuid constraint returner_profession_id_foreign references profession (id),
      answers jsonb not null, practice_history jsonb not null default '[]'::jsonb, hcpc_number text, home_postcode text,
      home_district_id uuid constraint returner_home_district_id_foreign references postcode_district (id),
      region_id uuid constraint returner_region_id_foreign references region (id),
      board_id uuid constraint returner_board_id_foreign references integrated_care_board (id),
      is_region_chosen boolean not null default false,
      shares_with_coordinators boolean not null default false, accepts_email boolean not null default false,
      coordinators_see_since date, started_on date not null,
      constraint one_pathway_per_person unique (person_id),
      constraint coordinators_see_only_what_is_shared check (coordinators_see_since is null or (shares_with_coordinators and region_id is not null)))`);
    this.addSql('create index returner_by_profession on returner (profession_id)');
    this.addSql('create index returner_by_district on returner (home_district_id)');
    this.addSql('create index returner_by_start on returner (started_on, id)');
    this.addSql('create index returner_of_region_by_start on returner (region_id, started_on, id)');
    this.addSql('create index returner_of_board_by_start on returner (board_id, started_on, id)');

    this.addSql(`create table consent (id uuid primary key default uuidv7(),
      returner_id uuid not null constraint consent_returner_id_foreign references returner (id),
      kind text not null, is_given boolean not null, wording_version int not null, decided_at timestamptz not null)`);
    this.addSql('create index consent_of_returner_by_time on consent (returner_id, decided_at, id)');
    this.addSql(`revoke update, delete, truncate on consent from ${APPLICATION_ROLE}`);

    this.addSql(`create table question_to_hcpc (id uuid primary key default uuidv7(),
      returner_id uuid not null constraint question_to_hcpc_returner_id_foreign references returner (id),
      asked_on date not null, answered_on date, answered_days int, answered_route text, is_superseded boolean not null default false,
      constraint an_answer_from_hcpc_is_whole check ((answered_on is null) = (answered_days is null) and (answered_on is null) = (answered_route is null)))`);
    this.addSql(
      'create unique index one_standing_question_to_hcpc on question_to_hcpc (returner_id) where not is_superseded',
    );
    this.addSql('create index question_to_hcpc_of_returner on question_to_hcpc (returner_id, id)');
    this.addSql(`revoke delete, truncate on question_to_hcpc from ${APPLICATION_ROLE}`);

    this
      .addSql(`create table logged_day (id uuid primary key default uuidv7(), day_id uuid not null, version int not null,
      returner_id uuid not null constraint logged_day_returner_id_foreign references returner (id),
      on_date date not null, kind text not null, minutes int not null, starts_at text, is_paid_post boolean not null default false,
      note text, is_removed boolean not null default false, recorded_at timestamptz not null, superseded_at timestamptz,
      constraint one_row_per_version_of_a_logged_day unique (day_id, version),
      constraint a_logged_day_has_1_to_1440_minutes check (minutes >= 1 and minutes <= 1440),
      constraint a_logged_day_is_of_a_known_kind check (kind in ('SUPERVISED', 'FORMAL', 'PRIVATE')),
      constraint only_supervised_practice_is_paid check (not is_paid_post or kind = 'SUPERVISED'))`);
    this.addSql(
      'create unique index one_current_row_per_logged_day on logged_day (day_id) where superseded_at is null',
    );
    this.addSql(
      'create index logged_day_of_returner_by_date on logged_day (returner_id, on_date, day_id) where superseded_at is null and not is_removed',
    );
    this.addSql('create index logged_day_of_returner_by_time on logged_day (returner_id, recorded_at, id)');
    // a row of the ledger can be superseded, and nothing else
    this.addSql(`revoke update, delete, truncate on logged_day from ${APPLICATION_ROLE}`);
    this.addSql(`grant update (superseded_at) on logged_day to ${APPLICATION_ROLE}`);
    this.addSql(`create view current_logged_day with (security_invoker = true) as
      select day_id as id, version, returner_id, on_date, kind, minutes, starts_at, is_paid_post, note, recorded_at
      from logged_day where superseded_at is null and not is_removed`);

    this.addSql(`create table updating_total (id uuid primary key default uuidv7(),
      returner_id uuid not null constraint updating_total_returner_id_foreign references returner (id),
      kind text not null, minutes int not null, entries int not null,
      constraint one_total_per_returner_and_kind unique (returner_id, kind),
      constraint a_total_is_never_below_nothing check (minutes >= 0 and entries >= 0))`);
    this.addSql('create index updating_total_by_kind_and_minutes on updating_total (kind, minutes)');

    this.addSql(`create table plan (id uuid primary key default uuidv7(), version int not null default 1,
      returner_id uuid not null constraint plan_returner_id_foreign references returner (id),
      start_on date not null, half_days_a_week int not null,
      supervised_percent int not null, formal_percent int not null, private_percent int not null,
      weeks_off jsonb not null, saved_on date not null,
      constraint one_plan_per_returner unique (returner_id),
      constraint the_mix_of_a_plan_makes_the_whole check (supervised_percent + formal_percent + private_percent = 100))`);

    this.addSql(`create table programme_decision (id uuid primary key default uuidv7(),
      returner_id uuid not null constraint programme_decision_returner_id_foreign references returner (id),
      decision text not null, reason text not null,
      decided_by_id uuid not null constraint programme_decision_decided_by_id_foreign references person (id),
      decided_at timestamptz not null, answers_digest text not null,
      constraint one_programme_decision_per_answers unique (returner_id, answers_digest))`);
    this.addSql('create index programme_decision_by_person on programme_decision (decided_by_id)');
    this.addSql(`revoke update, delete, truncate on programme_decision from ${APPLICATION_ROLE}`);
  }
}
