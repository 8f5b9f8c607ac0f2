import { Migration } from '@mikro-orm/migrations';
import { APPLICATION_ROLE } from '../roles.ts';

/**
 * The application's role may use what the owner makes, and owns nothing itself. Rights on tables that come later are
 * given here by default; a migration that wants fewer (the audit) takes them away again.
 */
export class GiveTheApplicationItsOwnRole extends Migration {
  override up(): void {
    this.addSql(`
      do $$
      begin
        if not exists (select from pg_roles where rolname = '${APPLICATION_ROLE}') then
          create role ${APPLICATION_ROLE} nologin;
        end if;
      exception when duplicate_object or unique_violation then
        null; -- another database of this server made the role in the same moment
      end
      $$`);
    this.addSql('revoke all on schema public from public');
    this.addSql(`grant usage on schema public to ${APPLICATION_ROLE}`);
    this.addSql(
      `alter default privileges in schema public grant select, insert, update, delete on tables to ${APPLICATION_ROLE}`,
    );
    this.addSql(`alter default privileges in schema public grant usage, select on sequences to ${APPLICATION_ROLE}`);
  }
}
