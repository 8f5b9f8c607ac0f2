import { Migration } from '@mikro-orm/migrations';

/** Who was reminded when, and of what; and who wants no reminders. */
export class RemindPeopleOnceAWeek extends Migration {
  override up(): void {
    this.addSql('create table reminded_recipient (recipient_id uuid primary key, reminded_on date not null)');
    this.addSql(`create table reminded_thing (id uuid primary key default uuidv7(), recipient_id uuid not null,
      kind text not null, subject_id uuid not null, reminded_on date not null,
      constraint one_memory_per_thing_and_recipient unique (recipient_id, kind, subject_id))`);
    this.addSql('alter table person add column wants_reminders boolean not null default true');
  }
}
