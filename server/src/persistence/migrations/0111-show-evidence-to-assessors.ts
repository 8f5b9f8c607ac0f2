import { Migration } from '@mikro-orm/migrations';

/** Assessors see what is filed under the standards that they look at. */
export class ShowEvidenceToAssessors extends Migration {
  override up(): void {
    this.addSql(`create view evidence_shown_to_assessor with (security_invoker = true) as
      select distinct e.id, w.person_id from evidence e join evidence_tie t on t.evidence_id = e.id
        join standard_of_proficiency s on s.id = t.standard_id
        join placement p on p.returner_id = e.returner_id and p.is_shown
        join assessment a on a.placement_id = p.id and a.state <> 'WITHDRAWN' and a.standards @> to_jsonb(s.number)
        join assessor w on w.id in (a.assessor_id, a.moderator_id)
      where e.filed_at is not null and e.virus_check <> 'INFECTED'`);
  }
}
