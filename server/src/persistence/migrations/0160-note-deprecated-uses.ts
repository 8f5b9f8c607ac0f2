import { Migration } from '@mikro-orm/migrations';

/** Which program still uses what will go away. */
export class NoteDeprecatedUses extends Migration {
  override up(): void {
    this.addSql(`create table deprecated_use (id uuid primary key default uuidv7(),
      client_id uuid not null constraint deprecated_use_client_id_foreign references partner_client (id) on delete cascade,
      coordinate text not null, reason text not null, first_seen_at timestamptz not null, last_seen_at timestamptz not null,
      constraint one_row_per_deprecated_use unique (client_id, coordinate))`);
    this.addSql('create index deprecated_use_by_last on deprecated_use (last_seen_at, id)');
  }
}
