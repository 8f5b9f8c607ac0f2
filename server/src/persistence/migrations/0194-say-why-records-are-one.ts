import { Migration } from '@mikro-orm/migrations';

/** Why two records are one that were alike in nothing. */
export class SayWhyRecordsAreOne extends Migration {
  override up(): void {
    this.addSql('alter table returner_merge add column reason text');
  }
}
