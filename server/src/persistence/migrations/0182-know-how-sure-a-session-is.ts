import { Migration } from '@mikro-orm/migrations';

/** When somebody who is signed in has shown a second factor, and when they last showed who they are at all. */
export class KnowHowSureASessionIs extends Migration {
  override up(): void {
    this.addSql('alter table session add column second_factor_at timestamptz, add column confirmed_at timestamptz');
    // a passkey is opened by its owner alone; the demonstration counts as shown
    this.addSql(`update session set confirmed_at = signed_in_at,
      second_factor_at = case when way_in in ('PASSKEY', 'DEMONSTRATION') then signed_in_at end`);
    this.addSql('alter table session alter column confirmed_at set not null');
  }
}
