import { Migration } from '@mikro-orm/migrations';

/** What the demonstration was filled with, how far its clock was moved, and as whom one may sign in. */
export class HoldTheDemonstration extends Migration {
  override up(): void {
    this.addSql(`create table demonstration (id int primary key default 1, clock_advance_ms bigint not null default 0,
      seed_version int, filled_at timestamptz, constraint there_is_one_demonstration check (id = 1))`);
    this.addSql('insert into demonstration default values');
    this.addSql(`create table persona (key text primary key, position int not null, role text not null, place text,
      person_id uuid not null constraint persona_person_id_foreign references person (id))`);
    this.addSql('create index persona_by_person on persona (person_id)');
  }
}
