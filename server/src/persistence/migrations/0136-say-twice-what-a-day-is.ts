import { Migration } from '@mikro-orm/migrations';

/** Two conditions in two constraints, each under its own name. */
export class SayTwiceWhatADayIs extends Migration {
  override up(): void {
    this.addSql('alter table attendance drop constraint whoever_was_there_was_there_for_a_while');
    this.addSql(
      'alter table attendance add constraint whoever_was_there_was_there_for_a_while check (was_there = (minutes is not null))',
    );
    this.addSql(
      'alter table attendance add constraint nobody_is_there_for_more_than_a_day check (minutes > 0 and minutes <= 1440)',
    );
  }
}
