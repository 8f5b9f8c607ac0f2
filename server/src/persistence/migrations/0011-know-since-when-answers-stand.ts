import { Migration } from '@mikro-orm/migrations';

/** The day from which somebody waits for a decision about their answers, where they were changed on the way. */
export class KnowSinceWhenAnswersStand extends Migration {
  override up(): void {
    this.addSql('alter table returner add column answers_changed_on date');
  }
}
