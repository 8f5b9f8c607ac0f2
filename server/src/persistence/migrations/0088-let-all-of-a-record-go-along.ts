import { Migration } from '@mikro-orm/migrations';
import { APPLICATION_ROLE } from '../roles.ts';

/** What two ledgers say never changes; under which of two records of one person it stands, does. */
export class LetAllOfARecordGoAlong extends Migration {
  override up(): void {
    this.addSql(`grant update (returner_id) on consent, programme_decision to ${APPLICATION_ROLE}`);
    this.addSql(`update returner_merge m set moved = jsonb_build_object('plans', '[]'::jsonb, 'questions', '[]'::jsonb,
      'decisions', '[]'::jsonb, 'consents', '[]'::jsonb,
      'acceptedEmail', (select accepts_email from returner where id = m.kept_id)) || moved`);
  }
}
