import { recipientIdOf } from '../messages/reminder.queries.ts';
import type { ThingForSomebody, WaitingSource } from '../placements/due.queries.ts';
import { assessmentReminders, isAssessmentDue, type AssessmentDueRow } from './assessment-due.rules.ts';

const coordinators = `join role_grant g on g.role = 'COORDINATOR' and (g.region_id = r.region_id or g.board_id = r.board_id)`;

/** What may wait for somebody, with the day by which the rules decide whether it does. */
const rows = `
  select 'ASSESSMENT_DUE' kind, a.id subject_id, e.person_id, a.due_on::text "on"
  from assessment a join assessor e on e.id = a.assessor_id where a.state in ('ASSIGNED', 'DRAFTED')
  union all
  select 'SECOND_LOOK_DUE', a.id, e.person_id, m.due_on::text
  from assessment a join assessor e on e.id = a.moderator_id join assessment_moderation m on m.assessment_id = a.id and m.state = 'ASKED'
  union all
  select 'ASSESSMENT_IS_LATE', a.id, g.person_id, a.due_on::text
  from assessment a join placement p on p.id = a.placement_id join returner r on r.id = p.returner_id ${coordinators}
  where a.state in ('ASSIGNED', 'DRAFTED') and r.shares_with_coordinators
  union all
  select 'APPEAL_WAITS', a.id, g.person_id, l.noted_on::text
  from assessment_appeal l join assessment a on a.id = l.assessment_id join placement p on p.id = a.placement_id
  join returner r on r.id = p.returner_id ${coordinators} where l.answered_on is null and r.shares_with_coordinators`;

/** What waits for assessors and coordinators about assessments. */
export const assessmentsThatWait: WaitingSource = {
  words: assessmentReminders,
  find: async (em, today) => {
    const found = await em.execute<AssessmentDueRow[]>(rows);
    const known = new Map<string, ThingForSomebody>();
    for (const row of found) {
      const { kind, subject_id: subjectId, person_id: personId } = row;
      const key = `${kind} ${subjectId} ${personId}`;
      if (known.has(key) || !isAssessmentDue(row, today)) continue;
      const to = { personId };
      known.set(key, { kind, subjectId, page: '/assessments', to, recipientId: await recipientIdOf(em, to) });
    }
    return [...known.values()];
  },
};
