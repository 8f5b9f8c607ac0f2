import { Migration } from '@mikro-orm/migrations';

/**
 * What has changed, for those who have it before their eyes. A row is written with the change, and gets its position afterwards:
 * a transaction that began earlier may end later, and a reader who has gone past its position would never see it.
 */
export class NoteWhatChanges extends Migration {
  override up(): void {
    this.addSql(`create table recorded_change (id uuid primary key default uuidv7(), position bigint,
      type text not null, record_id uuid not null, person_id uuid, at timestamptz not null,
      constraint one_change_per_position unique (position))`);
    this.addSql('create index recorded_change_without_position on recorded_change (id) where position is null');
    this.addSql('create index recorded_change_by_time on recorded_change (at, position)');
    this.addSql('create sequence recorded_change_position');
    // The lock lasts until the positions are there for everybody, so no position appears after a higher one. Whoever does not get it
    // reads what is there, and the rest at the next look.
    this.addSql(`create function changes_after(known bigint, most int)
      returns table (at_position bigint, record_type text, record uuid, returner uuid) language plpgsql as $$
      begin
        if exists (select from recorded_change c where c.position is null) and pg_try_advisory_xact_lock(7258130065) then
          update recorded_change c set position = numbered.next
          from (select waiting.id, nextval('recorded_change_position') as next
                from (select w.id from recorded_change w where w.position is null order by w.id limit 20000) waiting) numbered
          where c.id = numbered.id;
        end if;
        return query
          select c.position, c.type, c.record_id, r.id
          from recorded_change c left join returner r on r.person_id = c.person_id
          where c.position > known order by c.position limit most;
      end
      $$`);
  }
}
