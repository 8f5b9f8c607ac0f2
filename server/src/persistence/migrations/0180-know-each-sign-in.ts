import { Migration } from '@mikro-orm/migrations';

/** With which browser somebody came in and when, so that they can see whether it was them. */
export class KnowEachSignIn extends Migration {
  override up(): void {
    this.addSql(`create table sign_in (id uuid primary key default uuidv7(),
      person_id uuid not null constraint sign_in_person_id_foreign references person (id) on delete cascade,
      at timestamptz not null, way_in text not null, browser text, system text, device_hash bytea)`);
    this.addSql('create index sign_in_by_person on sign_in (person_id, at)');
    this.addSql('create index sign_in_by_age on sign_in (at)');
    this.addSql(`alter table session add column sign_in_id uuid
      constraint session_sign_in_id_foreign references sign_in (id) on delete set null`);
    this.addSql('create index session_by_sign_in on session (sign_in_id)');
  }
}
