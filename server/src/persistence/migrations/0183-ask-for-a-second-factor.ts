import { Migration } from '@mikro-orm/migrations';

/** Authenticator apps, recovery codes, sign-ins that wait for a code, and codes that are mailed to confirm who somebody is. */
export class AskForASecondFactor extends Migration {
  override up(): void {
    this.addSql(`create table authenticator_app (id uuid primary key default uuidv7(),
      person_id uuid not null constraint authenticator_app_person_id_foreign references person (id) on delete cascade,
      sealed_key bytea, since timestamptz, used_step bigint, sealed_new_key bytea, new_key_ends_at timestamptz,
      constraint one_app_per_person unique (person_id),
      constraint a_key_counts_since_some_day check ((sealed_key is null) = (since is null)),
      constraint a_new_key_has_an_end check ((sealed_new_key is null) = (new_key_ends_at is null)))`);
    this.addSql(`create table recovery_code (id uuid primary key default uuidv7(),
      person_id uuid not null constraint recovery_code_person_id_foreign references person (id) on delete cascade,
      place int not null, code_hash text not null, made_at timestamptz not null, used_at timestamptz,
      constraint one_recovery_code_per_place unique (person_id, place))`);
    this.addSql(`create table half_sign_in (id uuid primary key default uuidv7(), token_hash bytea not null,
      person_id uuid not null constraint half_sign_in_person_id_foreign references person (id) on delete cascade,
      way_in text not null, device_name text, ends_at timestamptz not null,
      constraint one_half_sign_in_per_token unique (token_hash))`);
    this.addSql('create index half_sign_in_by_person on half_sign_in (person_id)');
    this.addSql('create index half_sign_in_by_end on half_sign_in (ends_at)');
    this.addSql(`create table mailed_code (id uuid primary key default uuidv7(),
      session_id uuid not null constraint mailed_code_session_id_foreign references session (id) on delete cascade,
      code_hash bytea not null, ends_at timestamptz not null, constraint one_mailed_code_per_session unique (session_id))`);
    this.addSql('create index mailed_code_by_end on mailed_code (ends_at)');
  }
}
