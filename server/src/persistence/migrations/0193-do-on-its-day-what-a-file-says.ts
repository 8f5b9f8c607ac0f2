import { Migration } from '@mikro-orm/migrations';

/** What national files say of days to come: it waits for its day, and is done then. */
export class DoOnItsDayWhatAFileSays extends Migration {
  override up(): void {
    this.addSql(`create table coming_change (id uuid primary key default uuidv7(), version int not null default 1,
      kind text not null, code text not null, name text not null, told jsonb not null, due_on date not null, lines jsonb not null, chosen jsonb not null,
      state text not null default 'WAITS', in_the_way text,
      import_id uuid not null constraint coming_change_import_id_foreign references national_import (id) on delete cascade,
      done_by_id uuid constraint coming_change_done_by_id_foreign references national_import (id),
      constraint state_of_a_coming_change_is_known check (state in ('WAITS', 'DONE', 'REPLACED', 'TAKEN_BACK')),
      constraint what_was_done_says_by_which_import check (done_by_id is null or state in ('DONE', 'TAKEN_BACK')))`);
    this.addSql(
      `create unique index one_coming_change_of_an_organisation_waits on coming_change (kind, code) where state = 'WAITS'`,
    );
    this.addSql('create index coming_change_by_day on coming_change (due_on, id)');
    this.addSql('create index coming_change_by_import on coming_change (import_id)');
    this.addSql('create index coming_change_by_doer on coming_change (done_by_id)');
  }
}
