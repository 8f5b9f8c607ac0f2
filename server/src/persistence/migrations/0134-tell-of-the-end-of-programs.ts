import { Migration } from '@mikro-orm/migrations';

/** Whoever answers for a program is written to before its keys end, and once they have. */
export class TellOfTheEndOfPrograms extends Migration {
  override up(): void {
    this.addSql('alter table partner_client add column told_of_end text');
    this.addSql('create index partner_client_by_end on partner_client (ends_on)');
  }
}
