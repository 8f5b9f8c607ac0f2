import { Migration } from '@mikro-orm/migrations';

/** Every filter of the lists of accounts and of the audit has its index, so that none reads the whole table. */
export class FindAccountsAndEntriesByIndex extends Migration {
  override up(): void {
    this.addSql('create index person_by_part_of_name on person using gin (display_name gin_trgm_ops)');
    this.addSql('create index role_grant_by_role on role_grant (role, person_id)');
    this.addSql('create index audit_entry_by_action on audit_entry (action, at, id)');
    this.addSql('create index audit_entry_by_role on audit_entry (actor_kind, at, id)');
  }
}
