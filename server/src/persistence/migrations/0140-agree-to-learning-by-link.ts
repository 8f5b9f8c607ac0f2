import { Migration } from '@mikro-orm/migrations';

/** Supervisors without an account answer learning agreements by a link, as they sign days. */
export class AgreeToLearningByLink extends Migration {
  override up(): void {
    this.addSql(`alter table learning_agreement add column token_hash bytea null, add column link_sent_on date null,
      add column link_ends_at timestamptz null, add column not_me_hash bytea null,
      add column link_supervisor_id uuid null constraint learning_agreement_link_supervisor_id_foreign references supervisor (id),
      add constraint a_link_answers_one_agreement unique (token_hash),
      add constraint a_link_disowns_one_agreement unique (not_me_hash),
      add constraint a_link_works_only_while_an_agreement_waits
        check (token_hash is null or (state = 'SHARED' and link_ends_at is not null and link_supervisor_id is not null))`);
    this.addSql('create index learning_agreement_by_link_supervisor on learning_agreement (link_supervisor_id)');
    this.addSql(`alter table agreement_step alter column by_id drop not null, add column signed_email text null`);
  }
}
