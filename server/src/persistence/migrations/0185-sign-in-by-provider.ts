import { Migration } from '@mikro-orm/migrations';

/** Accounts at identity providers, the way there and back, and what is needed to end a sign-in from there. */
export class SignInByProvider extends Migration {
  override up(): void {
    this.addSql(`create table provider_account (id uuid primary key default uuidv7(),
      person_id uuid not null constraint provider_account_person_id_foreign references person (id) on delete cascade,
      issuer text not null, subject text not null, linked_at timestamptz not null, used_at timestamptz,
      constraint one_account_per_subject unique (issuer, subject),
      constraint one_subject_per_person_and_provider unique (person_id, issuer))`);
    this.addSql('create index provider_account_by_person on provider_account (person_id)');
    this.addSql(`create table provider_request (id uuid primary key default uuidv7(), token_hash bytea not null,
      provider text not null,
      person_id uuid constraint provider_request_person_id_foreign references person (id) on delete cascade,
      device_name text, next_path text not null, ends_at timestamptz not null,
      constraint one_provider_request_per_token unique (token_hash))`);
    this.addSql('create index provider_request_by_person on provider_request (person_id)');
    this.addSql('create index provider_request_by_end on provider_request (ends_at)');
    this.addSql(`create table provider_arrival (id uuid primary key default uuidv7(), token_hash bytea not null,
      provider text not null, issuer text not null, subject text not null, email text, display_name text,
      person_id uuid constraint provider_arrival_person_id_foreign references person (id) on delete cascade,
      ends_at timestamptz not null, constraint one_provider_arrival_per_token unique (token_hash),
      constraint who_is_not_signed_in_has_a_confirmed_address check (person_id is not null or email is not null))`);
    this.addSql('create index provider_arrival_by_person on provider_arrival (person_id)');
    this.addSql('create index provider_arrival_by_end on provider_arrival (ends_at)');
    this.addSql(`create table provider_sign_in (id uuid primary key default uuidv7(),
      sign_in_id uuid not null constraint provider_sign_in_sign_in_id_foreign references sign_in (id) on delete cascade,
      provider text not null, issuer text not null, subject text not null, session text, factors int, proofing text,
      sealed_token bytea, constraint one_provider_per_sign_in unique (sign_in_id))`);
    this.addSql('create index provider_sign_in_by_session on provider_sign_in (issuer, session)');
    this.addSql('create index provider_sign_in_by_subject on provider_sign_in (issuer, subject)');
    this.addSql(`create table provider_logout (id uuid primary key default uuidv7(), token_hash bytea not null,
      ends_at timestamptz not null, constraint one_provider_logout_per_token unique (token_hash))`);
    this.addSql('create index provider_logout_by_end on provider_logout (ends_at)');
  }
}
