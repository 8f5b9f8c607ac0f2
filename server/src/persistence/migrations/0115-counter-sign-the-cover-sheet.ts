import { Migration } from '@mikro-orm/migrations';

/** Somebody of the same profession signs the cover sheet, by a link or signed in. */
export class CounterSignTheCoverSheet extends Migration {
  override up(): void {
    this.addSql(`create table counter_signature (id uuid primary key default uuidv7(), version int not null default 1,
      returner_id uuid not null constraint counter_signature_returner_id_foreign references returner (id),
      state text not null, display_name text not null, email text not null, hcpc_number text not null,
      profession_id uuid not null constraint counter_signature_profession_id_foreign references profession (id),
      is_on_register boolean not null, looked_up_on date not null,
      person_id uuid null constraint counter_signature_person_id_foreign references person (id),
      named_on date not null, asked_on date null, last_told_on date null,
      token_hash bytea null, link_sent_on date null, link_ends_at timestamptz null, comment text null,
      signed_at timestamptz null, signed_email text null, signed_digest text null, wording_version int null, agreed_text text null,
      not_me_hash bytea null, taken_back_on date null, taken_back_reason text null,
      constraint a_link_signs_one_cover_sheet unique (token_hash),
      constraint a_link_disowns_one_cover_sheet unique (not_me_hash),
      constraint addresses_of_counter_signatories_are_in_small_letters check (email = lower(email)),
      constraint a_link_to_a_cover_sheet_works_only_while_asked check (token_hash is null or (state = 'ASKED' and link_ends_at is not null)),
      constraint a_counter_signature_says_when_and_what check (state <> 'SIGNED' or
        (signed_at is not null and signed_digest is not null and wording_version is not null and agreed_text is not null)),
      constraint a_cover_sheet_sent_back_says_why check (state <> 'SENT_BACK' or comment is not null),
      constraint a_counter_signature_taken_back_says_why check (state <> 'TAKEN_BACK' or (taken_back_on is not null and taken_back_reason is not null)))`);
    this.addSql(
      `create unique index one_counter_signatory_per_returner on counter_signature (returner_id) where state <> 'REPLACED'`,
    );
    this.addSql('create index counter_signature_of_returner on counter_signature (returner_id, id)');
    this.addSql('create index counter_signature_of_person on counter_signature (person_id, asked_on, id)');
    this.addSql('create index counter_signature_by_profession on counter_signature (profession_id)');
  }
}
