import { Migration } from '@mikro-orm/migrations';

/**
 * Events for the programs of organisations. An event is written with the change, and gets its position afterwards: a transaction that
 * began earlier may end later, and a reader who has gone past its position would never see it.
 */
export class TellWhatHappens extends Migration {
  override up(): void {
    this.addSql('create sequence event_line');
    this.addSql('create sequence event_position');
    this.addSql(
      `create function next_in_line_of_events() returns bigint language sql as $$ select nextval('event_line') $$`,
    );
    this
      .addSql(`create table event (id uuid primary key default uuidv7(), line bigint not null default next_in_line_of_events(),
      position bigint, type text not null, subject_type text not null, subject_id uuid not null, host_id uuid not null,
      at timestamptz not null, facts jsonb not null, constraint one_event_per_position unique (position))`);
    this.addSql('create index event_without_position on event (line) where position is null');
    this.addSql('create index event_in_order on event (position, id)');
    this.addSql('create index event_of_host on event (host_id, position, id)');
    this.addSql('create index event_of_subject on event (subject_id, position)');
    this.addSql('create index event_by_time on event (at)');
    // The lock lasts until the positions are there for everybody, so no position appears after a higher one. Whoever does not get it
    // finds the positions at the next look. Of one record, the later change is written once the earlier is there: it comes later in line.
    this.addSql(`create function number_events() returns int language plpgsql as $$
      declare numbered int := 0;
      begin
        if exists (select from event e where e.position is null) and pg_try_advisory_xact_lock(7258130130) then
          update event e set position = given.next
          from (select waiting.id, nextval('event_position') as next
                from (select w.id from event w where w.position is null order by w.line limit 20000) waiting) given
          where e.id = given.id;
          get diagnostics numbered = row_count;
        end if;
        return numbered;
      end
      $$`);
    this.addSql(`create view event_in_feed with (security_invoker = true) as
      select id, position, type, subject_type, subject_id, host_id, at, facts from event where position is not null`);
  }
}
