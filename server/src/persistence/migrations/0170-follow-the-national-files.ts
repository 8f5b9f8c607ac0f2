import { Migration } from '@mikro-orm/migrations';

/**
 * What a trust was before a national file changed it, the imports of national files, and every value that an import has
 * changed, so that it can be undone.
 */
export class FollowTheNationalFiles extends Migration {
  override up(): void {
    this.addSql(`alter table board_succession add column share int,
      add column is_followed boolean not null default false,
      add constraint a_share_is_1_to_100_percent check (share >= 1 and share <= 100)`);

    this.addSql(`create table trust_past (id uuid primary key default uuidv7(),
      trust_id uuid not null constraint trust_past_trust_id_foreign references trust (id),
      name text not null, postcode text not null,
      region_id uuid not null constraint trust_past_region_id_foreign references region (id),
      board_id uuid not null constraint trust_past_board_id_foreign references integrated_care_board (id),
      valid_from date, valid_until date not null, is_assumed boolean not null,
      constraint one_past_of_a_trust_per_day unique (trust_id, valid_until),
      constraint a_past_begins_before_it_ends check (valid_from <= valid_until))`);
    this.addSql('create index trust_past_by_region on trust_past (region_id)');
    this.addSql('create index trust_past_by_board on trust_past (board_id)');

    this.addSql(`create table national_import (id uuid primary key default uuidv7(), version int not null default 1,
      kind text not null, digest text not null, rows int not null, report jsonb not null,
      applied_at timestamptz not null,
      applied_by_id uuid not null constraint national_import_applied_by_id_foreign references person (id),
      undone_at timestamptz,
      undone_by_id uuid constraint national_import_undone_by_id_foreign references person (id),
      constraint what_is_undone_says_when_and_by_whom check ((undone_at is null) = (undone_by_id is null)))`);
    this.addSql('create index national_import_by_time on national_import (applied_at, id)');
    this.addSql('create index national_import_by_applier on national_import (applied_by_id)');
    this.addSql('create index national_import_by_undoer on national_import (undone_by_id)');

    this.addSql(`create table national_import_change (id uuid primary key default uuidv7(),
      import_id uuid not null constraint national_import_change_import_id_foreign references national_import (id) on delete cascade,
      step int not null, cause text not null, table_name text not null, row_id uuid not null,
      returner_id uuid constraint national_import_change_returner_id_foreign references returner (id) on delete cascade,
      values_before jsonb, values_after jsonb not null)`);
    this.addSql('create index national_import_change_in_order on national_import_change (import_id, step)');
    this.addSql('create index national_import_change_of_row on national_import_change (row_id)');
    this.addSql('create index national_import_change_of_returner on national_import_change (returner_id)');

    // the boards a trust may have been in on a day: one, unless boards merged before its own history begins
    this.addSql(`create function boards_of_trust(which uuid, on_day date) returns setof uuid language sql stable as $$
      with recursive held as (
        select coalesce(
            (select p.board_id from trust_past p where p.trust_id = t.id and p.valid_until >= on_day order by p.valid_until limit 1),
            t.board_id) as id
        from trust t where t.id = which and t.opened_on <= on_day and (t.closed_on is null or t.closed_on >= on_day)
      ), earlier as (
        select h.id from held h
        union
        select s.predecessor_id from earlier e
        join board_succession s on s.successor_id = e.id and s.effective_from > on_day and not s.is_followed
      )
      select b.id from earlier e join integrated_care_board b on b.id = e.id
      where (b.opened_on is null or b.opened_on <= on_day) and (b.closed_on is null or b.closed_on >= on_day)
    $$`);

    // rows that do not hold any more what an import has written: something has been built upon it
    this
      .addSql(`create function changed_since_import(which uuid) returns setof national_import_change language plpgsql as $$
      declare
        c national_import_change;
        stands boolean;
      begin
        for c in select * from national_import_change n where n.import_id = which loop
          execute format('select exists (select from %I x where x.id = $1 and not exists (
            select from jsonb_each($2) e where to_jsonb(x) -> e.key is distinct from e.value))', c.table_name)
            into stands using c.row_id, c.values_after;
          -- a view that its owner has deleted is nobody's loss
          if not stands and c.table_name = 'saved_view' then
            execute 'select not exists (select from saved_view v where v.id = $1)' into stands using c.row_id;
          end if;
          if not stands then return next c; end if;
        end loop;
      end
      $$`);

    // puts back what an import has changed, the last change first
    this.addSql(`create function put_back_import(which uuid) returns void language plpgsql as $$
      declare
        c national_import_change;
        assignments text;
      begin
        for c in select * from national_import_change n where n.import_id = which order by n.step desc loop
          if c.values_before is null then
            execute format('delete from %I where id = $1', c.table_name) using c.row_id;
          else
            select string_agg(format('%1$I = (jsonb_populate_record(null::%2$I, $2)).%1$I', k, c.table_name), ', ')
              into assignments from jsonb_object_keys(c.values_before) k;
            if exists (select from information_schema.columns i
                where i.table_schema = 'public' and i.table_name = c.table_name and i.column_name = 'version') then
              assignments := assignments || ', version = version + 1';
            end if;
            execute format('update %I set %s where id = $1', c.table_name, assignments) using c.row_id, c.values_before;
          end if;
        end loop;
      end
      $$`);
  }
}
