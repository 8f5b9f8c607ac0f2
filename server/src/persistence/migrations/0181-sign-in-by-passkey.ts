import { Migration } from '@mikro-orm/migrations';

/** Passkeys, and the questions that authenticators sign. */
export class SignInByPasskey extends Migration {
  override up(): void {
    this.addSql(`create table passkey (id uuid primary key default uuidv7(),
      person_id uuid not null constraint passkey_person_id_foreign references person (id) on delete cascade,
      credential_id text not null, public_key bytea not null, counter bigint not null, transports text[] not null,
      name text not null, made_at timestamptz not null, used_at timestamptz,
      constraint one_passkey_per_credential unique (credential_id))`);
    this.addSql('create index passkey_by_person on passkey (person_id)');
    this.addSql(`create table passkey_challenge (id uuid primary key default uuidv7(), challenge_hash bytea not null,
      person_id uuid constraint passkey_challenge_person_id_foreign references person (id) on delete cascade,
      ends_at timestamptz not null, constraint one_row_per_challenge unique (challenge_hash))`);
    this.addSql('create index passkey_challenge_by_person on passkey_challenge (person_id)');
    this.addSql('create index passkey_challenge_by_end on passkey_challenge (ends_at)');
  }
}
