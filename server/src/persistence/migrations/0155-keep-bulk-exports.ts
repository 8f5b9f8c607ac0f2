import { Migration } from '@mikro-orm/migrations';

/** Lists that are taken out of the service as files, and the files in pieces. */
export class KeepBulkExports extends Migration {
  override up(): void {
    this.addSql(`create table bulk_export (id uuid primary key default uuidv7(), version int not null default 1,
      client_id uuid null constraint bulk_export_client_id_foreign references partner_client (id) on delete cascade,
      key_id uuid null constraint bulk_export_key_id_foreign references partner_key (id) on delete cascade,
      scopes text[] not null,
      person_id uuid null constraint bulk_export_person_id_foreign references person (id) on delete cascade,
      role text null,
      host_id uuid null constraint bulk_export_host_id_foreign references host (id),
      list text null, query text not null, variables jsonb not null, format text not null,
      state text not null default 'WAITING', stop_reason text null,
      asked_at timestamptz not null, started_at timestamptz null, finished_at timestamptz null, kept_until timestamptz not null,
      row_count int not null default 0, byte_count int not null default 0, chunk_count int not null default 0,
      cursor text null, is_read_out boolean not null default false, sha256 text null, read_with uuid[] not null default '{}',
      is_told boolean not null default false, due_at timestamptz not null, ran_at timestamptz null, failures int not null default 0,
      leased_by uuid null, leased_until timestamptz null,
      constraint a_bulk_export_is_of_somebody check (num_nonnulls(client_id, person_id) >= 1),
      constraint a_stopped_bulk_export_says_why check ((state = 'STOPPED') = (stop_reason is not null)))`);
    this.addSql('create index bulk_export_of_client on bulk_export (client_id, asked_at, id)');
    this.addSql('create index bulk_export_of_person on bulk_export (person_id, asked_at, id)');
    this.addSql('create index bulk_export_by_key on bulk_export (key_id)');
    this.addSql('create index bulk_export_of_host on bulk_export (host_id)');
    this.addSql('create index bulk_export_by_age on bulk_export (asked_at, id)');
    this.addSql('create index bulk_export_by_end on bulk_export (kept_until)');
    this.addSql("create index bulk_export_to_do on bulk_export (due_at) where state in ('WAITING', 'RUNNING')");

    this.addSql(`create table bulk_export_chunk (id uuid primary key default uuidv7(),
      export_id uuid not null constraint bulk_export_chunk_export_id_foreign references bulk_export (id) on delete cascade,
      number int not null, starts_at int not null, content bytea not null,
      constraint one_bulk_export_chunk_per_number unique (export_id, number))`);
  }
}
