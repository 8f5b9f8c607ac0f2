import { Migration } from '@mikro-orm/migrations';

/** A university follows the placements of those who let it. Each consent is a row; taking it back ends it, and nothing is seen any more. */
export class LetUniversitiesFollow extends Migration {
  override up(): void {
    this.addSql(`create table university_consent (id uuid primary key default uuidv7(),
      returner_id uuid not null constraint university_consent_returner_id_foreign references returner (id),
      host_id uuid not null constraint university_consent_host_id_foreign references host (id),
      wording_version int not null, given_at timestamptz not null, withdrawn_at timestamptz)`);
    this.addSql(
      'create unique index one_consent_per_returner_and_university on university_consent (returner_id, host_id) where withdrawn_at is null',
    );
    this.addSql('create index university_consent_of_returner on university_consent (returner_id, given_at)');
    this.addSql('create index university_consent_of_host on university_consent (host_id) where withdrawn_at is null');
    this.addSql(`create view followed_returner with (security_invoker = true) as
      select returner_id as id, host_id from university_consent where withdrawn_at is null`);
  }
}
