import { Migration } from '@mikro-orm/migrations';

/** Which lists are being sent, counted for all servers together. A crash ends them all, so that it needs no write-ahead log. */
export class CountListsUnderWay extends Migration {
  override up(): void {
    this
      .addSql(`create unlogged table list_under_way (id uuid primary key default uuidv7(), caller text not null, slot int not null,
      taken_by uuid not null, until timestamptz not null, constraint one_list_under_way_per_slot unique (caller, slot))`);
  }
}
