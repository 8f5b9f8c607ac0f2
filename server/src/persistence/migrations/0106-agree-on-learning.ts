import { Migration } from '@mikro-orm/migrations';

/** Learning agreements of placements, what organisations ask on top, and who agreed to what. */
export class AgreeOnLearning extends Migration {
  override up(): void {
    this.addSql(`create table local_policy (id uuid primary key default uuidv7(), version int not null default 1,
      host_id uuid not null constraint local_policy_host_id_foreign references host (id),
      supervised_percent_at_least int null, days_here_at_least int null, days_a_week_at_least int null,
      meet_every_weeks_at_most int null, standards jsonb not null, in_own_words text null, saved_on date not null,
      saved_by_id uuid not null constraint local_policy_saved_by_id_foreign references person (id),
      is_on_behalf boolean not null,
      constraint one_policy_per_host unique (host_id),
      constraint a_share_is_1_to_100_percent check (supervised_percent_at_least >= 1 and supervised_percent_at_least <= 100))`);
    this.addSql('create index local_policy_by_person on local_policy (saved_by_id)');

    this.addSql(`create table learning_agreement (id uuid primary key default uuidv7(), version int not null default 1,
      placement_id uuid not null constraint learning_agreement_placement_id_foreign references placement (id),
      state text not null, edition int not null default 1, is_shared boolean not null default false,
      started_on date not null, changed_on date not null, supervised_days int null, formal_days int null,
      private_days int null, meet_every_weeks int null,
      constraint one_agreement_per_placement unique (placement_id),
      constraint what_waits_or_is_agreed_is_shared check (state = 'DRAFT' or is_shared))`);

    this.addSql(`create table learning_goal (id uuid primary key default uuidv7(),
      agreement_id uuid not null constraint learning_goal_agreement_id_foreign references learning_agreement (id),
      number int not null, goal text null, how text null, evidence text null, by_on date null,
      constraint one_goal_per_standard unique (agreement_id, number),
      constraint a_goal_is_for_one_of_15_standards check (number >= 1 and number <= 15))`);

    this.addSql(`create table agreement_step (id uuid primary key default uuidv7(),
      agreement_id uuid not null constraint agreement_step_agreement_id_foreign references learning_agreement (id),
      kind text not null, edition int not null, at timestamptz not null, party text not null,
      by_id uuid not null constraint agreement_step_by_id_foreign references person (id),
      by_name text not null, comment text null, content jsonb null,
      constraint who_agrees_agrees_to_something check ((kind in ('SHARED', 'AGREED')) = (content is not null)),
      constraint what_comes_back_says_why check ((kind = 'SENT_BACK') = (comment is not null)))`);
    this.addSql('create index agreement_step_of_agreement on agreement_step (agreement_id, at, id)');
    this.addSql('create index agreement_step_by_person on agreement_step (by_id)');

    // a placement that has not begun gets the check that new ones begin with
    this.addSql(`insert into starting_check (returner_id, placement_id, kind, owner, state, begun_on)
      select returner_id, id, 'LEARNING_AGREEMENT', 'RETURNER', 'TO_DO', current_date from placement where state = 'ACCEPTED'
      on conflict do nothing`);
  }
}
