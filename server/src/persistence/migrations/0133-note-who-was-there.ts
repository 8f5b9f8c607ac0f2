import { Migration } from '@mikro-orm/migrations';

/** What an organisation says of the days of a placement. Why somebody was not there is not asked: it can tell of health. */
export class NoteWhoWasThere extends Migration {
  override up(): void {
    this.addSql(`create table attendance (id uuid primary key default uuidv7(), version int not null default 1,
      placement_id uuid not null constraint attendance_placement_id_foreign references placement (id), on_date date not null,
      was_there boolean not null, minutes int, reported_on date not null,
      reported_by_id uuid not null constraint attendance_reported_by_id_foreign references person (id), is_by_program boolean not null,
      constraint one_report_per_placement_and_day unique (placement_id, on_date),
      constraint whoever_was_there_was_there_for_a_while check (was_there = (minutes is not null) and (minutes is null or minutes between 1 and 1440)))`);
    this.addSql('create index attendance_by_reporter on attendance (reported_by_id)');
  }
}
