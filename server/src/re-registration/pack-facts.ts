import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { listed, sql, text, type Sql } from '../kernel/sql.ts';
import { begunStates } from '../placements/placement.rules.ts';
import type { CertifiedDocumentFacts } from './certified-document.rules.ts';
import type { PackFacts } from './pack-record.rules.ts';

const begun = text(listed(begunStates));

const entries = (returnerId: Sql): Sql =>
  sql`(select coalesce(json_agg(json_build_object('id', d.id, 'on', d.on_date, 'kind', d.kind, 'minutes', d.minutes, 'startsAt', d.starts_at,
      'isPaidPost', d.is_paid_post, 'note', d.note,
      'signing', case when d.kind <> 'SUPERVISED' then 'NOT_NEEDED' else coalesce(k.signing, 'UNSIGNED') end,
      'signedOn', k.signed_on, 'signedBy', k.signed_by, 'linkEndsOn', k.link_ends_on,
      'supervisorId', case when d.kind = 'SUPERVISED' then coalesce(k.supervisor_id, p.supervisor_id) end,
      'siteName', case when d.kind = 'SUPERVISED' then coalesce(k.site_name, p.site_name) end) order by d.on_date, d.id), '[]'::json)
    from current_logged_day d
    left join lateral (select o.supervisor_id, t.name site_name,
        case when s.state = 'WAITING' then 'WAITING'
          when exists (select from supervisor_address a where a.supervisor_id = o.supervisor_id and a.email = o.signed_email) then 'SIGNED'
          else 'PROVISIONAL' end signing,
        case when s.state = 'WAITING' then (o.link_ends_at at time zone 'Europe/London')::date end link_ends_on,
        case when s.state = 'SIGNED' then (o.signed_at at time zone 'Europe/London')::date end signed_on,
        case when s.state = 'SIGNED' then o.signed_by end signed_by
      from sign_off_day s join sign_off o on o.id = s.sign_off_id join placement g on g.id = o.placement_id join placement_site t on t.id = g.site_id
      where s.day_id = d.id and s.state in ('WAITING', 'SIGNED')) k on true
    left join lateral (select g.supervisor_id, t.name site_name from placement g join placement_site t on t.id = g.site_id
      where g.returner_id = d.returner_id and g.state in ${begun} and d.on_date between g.starts_on and g.ends_on
      order by g.starts_on desc, g.id limit 1) p on true
    where d.returner_id = ${returnerId})`;

/** Everybody who supervised, or was asked to sign. */
const supervisorIds = (returnerId: Sql): Sql =>
  sql`(select g.supervisor_id from placement g where g.returner_id = ${returnerId}
    union select o.supervisor_id from sign_off o join placement g on g.id = o.placement_id where g.returner_id = ${returnerId})`;

const supervisors = (returnerId: Sql): Sql =>
  sql`(select coalesce(json_agg(json_build_object('id', u.id, 'name', u.display_name,
      'hcpcNumber', (select n.hcpc_number from supervisor_number n where n.supervisor_id = u.id),
      'profession', (select f.code from profession f where f.id = u.profession_id), 'registered', u.registered, 'proceedings', u.proceedings,
      'check', case when u.checked_on is not null then json_build_object('checkedOn', u.checked_on, 'checkedBy', '', 'seen', u.seen) end,
      'adviceRecordedOn', u.advice_recorded_on, 'scope', u.scope) order by u.id), '[]'::json)
    from supervisor u where u.id in ${supervisorIds(returnerId)})`;

const counterSignatory = (returnerId: Sql): Sql =>
  sql`(select json_build_object('id', c.id, 'displayName', c.display_name, 'email', c.email, 'hcpcNumber', c.hcpc_number,
      'profession', (select f.code from profession f where f.id = c.profession_id), 'isOnRegister', c.is_on_register, 'lookedUpOn', c.looked_up_on,
      'state', c.state, 'askedOn', c.asked_on, 'linkEndsOn', (c.link_ends_at at time zone 'Europe/London')::date, 'signedOn', (c.signed_at at time zone 'Europe/London')::date, 'signedDigest', c.signed_digest,
      'comment', c.comment,
      'isSupervisor', exists (select from supervisor u where u.id in ${supervisorIds(returnerId)} and (u.person_id = c.person_id
        or exists (select from supervisor_number n where n.supervisor_id = u.id and n.hcpc_number = c.hcpc_number)
        or exists (select from supervisor_address a where a.supervisor_id = u.id and a.email = c.email))))
    from counter_signature c where c.returner_id = ${returnerId} and c.state <> 'REPLACED')`;

const documents = (returnerId: Sql): Sql =>
  sql`(select coalesce(json_agg(json_build_object('id', c.id, 'version', c.version, 'use', c.use, 'kind', c.kind, 'issuedOn', c.issued_on, 'certifierName', c.certifier_name,
      'certifierTitle', c.certifier_title, 'certifierContact', c.certifier_contact, 'certifiedOn', c.certified_on, 'hasWords', c.has_words,
      'hasSignature', c.has_signature, 'isCertifiedByApplicant', c.is_certified_by_applicant,
      'evidenceId', e.id, 'evidenceTitle', e.title) order by c.id), '[]'::json)
    from certified_document c left join evidence e on e.id = c.evidence_id where c.returner_id = ${returnerId})`;

/** Everything that the pack of a returner is made from, as one value; null where there is no such returner. */
export const packFactsOf = (returnerId: Sql): Sql =>
  sql`(select json_build_object('name', (select w.display_name from person w where w.id = r.person_id), 'preferredName', r.preferred_name,
      'hcpcNumber', r.hcpc_number, 'profession', (select f.code from profession f where f.id = r.profession_id),
      'fieldOfPractice', coalesce((select f.field_of_practice from profession f where f.id = r.profession_id), 'osteopathy'),
      'answers', r.answers,
      'question', (select row_to_json(q) from (select asked_on "askedOn", answered_on "answeredOn", answered_days "answeredDays", answered_route "answeredRoute"
        from question_to_hcpc where returner_id = r.id and not is_superseded) q),
      'entries', ${entries(sql`r.id`)}, 'supervisors', ${supervisors(sql`r.id`)},
      'counterSignatory', ${counterSignatory(sql`r.id`)}, 'documents', ${documents(sql`r.id`)})
    from returner r where r.id = ${returnerId})`;

/** The facts as they were read, with the ids that the API shows. */
export const packFactsFrom = (read: unknown): PackFacts => {
  const facts = read as PackFacts & { readonly answers: EligibilityAnswers };
  return {
    ...facts,
    entries: facts.entries.map((entry) => ({ ...entry, id: toGlobalId('LoggedDay', entry.id) })),
    documents: facts.documents.map((document): CertifiedDocumentFacts => ({
      ...document,
      id: toGlobalId('CertifiedDocument', document.id),
      evidenceId: document.evidenceId === null ? null : toGlobalId('Evidence', document.evidenceId),
    })),
  };
};
