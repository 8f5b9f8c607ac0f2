import { Migration } from '@mikro-orm/migrations';
import { APPLICATION_ROLE } from '../roles.ts';

/** People with their keys and hats; what was done by whom; answers that are given again to a request that is sent again. */
export class HoldPeopleAuditAndAnswers extends Migration {
  override up(): void {
    this.addSql(`create table person (id uuid primary key default uuidv7(), version int not null default 1,
      display_name text not null, email text not null, email_confirmed_at timestamptz, password_hash text,
      suspended_at timestamptz, created_at timestamptz not null,
      constraint one_account_per_email unique (email),
      constraint emails_are_kept_in_small_letters check (email = lower(email)))`);
    this.addSql('create index person_by_name on person (display_name, id)');
    this.addSql('create index person_by_age on person (created_at, id)');
    this.addSql(`create table role_grant (id uuid primary key default uuidv7(),
      person_id uuid not null constraint role_grant_person_id_foreign references person (id),
      role text not null, region_id uuid, board_id uuid, trust_id uuid, granted_at timestamptz not null,
      constraint one_grant_per_role_and_place unique nulls not distinct (person_id, role, region_id, board_id, trust_id))`);
    // no foreign key: the row outlives the person, so that a destroyed key is never made anew
    this
      .addSql(`create table person_key (person_id uuid primary key, key bytea, made_at timestamptz not null default now(),
      destroyed_at timestamptz, constraint a_key_is_there_or_destroyed check ((key is null) = (destroyed_at is not null)))`);
    this.addSql(`create table audit_entry (id uuid primary key default uuidv7(), at timestamptz not null,
      actor_id uuid, actor_kind text not null, action text not null, subject_type text not null, subject_id uuid not null,
      person_id uuid, trace_id text not null, fields text[] not null, hashes jsonb not null, sealed_values bytea)`);
    this.addSql('create index audit_entry_by_time on audit_entry (at, id)');
    this.addSql('create index audit_entry_by_person on audit_entry (person_id, at, id)');
    this.addSql('create index audit_entry_by_actor on audit_entry (actor_id, at, id)');
    this.addSql('create index audit_entry_by_subject on audit_entry (subject_id, at, id)');
    // the first wall: the application has no right to change what it has written
    this.addSql(`revoke update, delete, truncate on audit_entry from ${APPLICATION_ROLE}`);
    // the second wall, for a database where one role owns the tables and works with them
    this.addSql(`create function refuse_to_change_the_audit() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit cannot be changed' using errcode = 'insufficient_privilege';
      end
      $$`);
    this.addSql(`create trigger audit_is_only_added_to before update or delete or truncate on audit_entry
      for each statement execute function refuse_to_change_the_audit()`);
    this
      .addSql(`create table idempotent_answer (id uuid primary key default uuidv7(), owner_id uuid not null, key uuid not null,
      request_hash bytea not null, sealed_answer bytea, at timestamptz not null default now(),
      constraint one_answer_per_idempotency_key unique (owner_id, key))`);
    this.addSql('create index idempotent_answer_by_time on idempotent_answer (at)');
    this
      .addSql(`create table outgoing_mail (id uuid primary key default uuidv7(), at timestamptz not null, person_id uuid,
      template text not null, sealed_content bytea not null, sent_at timestamptz, dropped_at timestamptz)`);
    this.addSql('create index outgoing_mail_by_time on outgoing_mail (at, id)');
    this.addSql('create index outgoing_mail_by_person on outgoing_mail (person_id)');
  }
}
