import { Migration } from '@mikro-orm/migrations';

/** Supervisors confirm days of the log, by a link or signed in; what they have confirmed is locked. */
export class SignSupervisedDays extends Migration {
  override up(): void {
    this
      .addSql(`create table signed_day (id uuid primary key default uuidv7(), day_id uuid not null, signed_at timestamptz not null,
      constraint a_day_is_signed_once unique (day_id))`);

    this.addSql(`create table supervisor_address (id uuid primary key default uuidv7(),
      supervisor_id uuid not null constraint supervisor_address_supervisor_id_foreign references supervisor (id),
      email text not null, confirmed_at timestamptz not null,
      confirmed_by_id uuid not null constraint supervisor_address_confirmed_by_id_foreign references person (id),
      ended_at timestamptz null,
      constraint addresses_of_supervisors_are_in_small_letters check (email = lower(email)))`);
    this.addSql(
      'create unique index one_address_per_supervisor on supervisor_address (supervisor_id) where ended_at is null',
    );
    this.addSql('create index supervisor_address_of_supervisor on supervisor_address (supervisor_id, email)');
    this.addSql('create index supervisor_address_by_confirmer on supervisor_address (confirmed_by_id)');

    this.addSql(`create table sign_off (id uuid primary key default uuidv7(), version int not null default 1,
      placement_id uuid not null constraint sign_off_placement_id_foreign references placement (id),
      host_id uuid not null constraint sign_off_host_id_foreign references host (id),
      supervisor_id uuid not null constraint sign_off_supervisor_id_foreign references supervisor (id),
      state text not null, from_on date not null, until_on date not null, asked_on date not null, last_told_on date not null,
      nudged_on date null, token_hash bytea null, link_sent_on date null, link_ends_at timestamptz null,
      signed_at timestamptz null, signed_by text null, signed_email text null, wording_version int null, agreed_text text null,
      not_me_hash bytea null, taken_back_on date null, taken_back_reason text null,
      constraint a_link_signs_one_sign_off unique (token_hash),
      constraint a_link_disowns_one_sign_off unique (not_me_hash),
      constraint a_sign_off_starts_before_it_ends check (from_on <= until_on),
      constraint a_link_works_only_while_asked check (token_hash is null or (state = 'ASKED' and link_ends_at is not null)),
      constraint a_signature_says_who_when_and_what check ((state <> 'SIGNED' and state <> 'PARTLY_SIGNED') or
        (signed_at is not null and signed_by is not null and wording_version is not null and agreed_text is not null)),
      constraint a_signature_taken_back_says_why check ((state = 'TAKEN_BACK') = (taken_back_on is not null and taken_back_reason is not null)))`);
    this.addSql('create index sign_off_of_placement on sign_off (placement_id, asked_on, id)');
    this.addSql('create index sign_off_of_supervisor on sign_off (supervisor_id, asked_on, id)');
    this.addSql('create index sign_off_of_host on sign_off (host_id, asked_on, id)');
    this.addSql('create index sign_off_by_time on sign_off (asked_on, id)');

    this.addSql(`create table sign_off_day (id uuid primary key default uuidv7(),
      sign_off_id uuid not null constraint sign_off_day_sign_off_id_foreign references sign_off (id),
      day_id uuid not null, state text not null, day_version int null, comment text null,
      constraint a_sign_off_asks_about_a_day_once unique (sign_off_id, day_id),
      constraint a_day_sent_back_says_why check (state <> 'SENT_BACK' or comment is not null),
      constraint a_signed_day_says_what_was_seen check (state <> 'SIGNED' or day_version is not null))`);
    this.addSql(
      `create unique index a_day_is_asked_about_once on sign_off_day (day_id) where state in ('WAITING', 'SIGNED')`,
    );
  }
}
