import { Migration } from '@mikro-orm/migrations';

/** What a program does stands in the audit under its own name, with the person who answered for it then. */
export class NameWhoAnswersForPrograms extends Migration {
  override up(): void {
    this.addSql('alter table audit_entry add column owner_id uuid');
  }
}
