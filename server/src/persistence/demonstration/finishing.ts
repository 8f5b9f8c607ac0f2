import type pg from 'pg';
import { addDays } from '../../kernel/calendar-date.ts';
import { londonDate } from '../../kernel/clock.ts';
import { addAssessor } from './assessments.ts';
import { addCopy, logStudy } from './pack.ts';
import { personaId } from './personas.ts';
import { addPlacement } from './sign-offs.ts';

const studiedDays = 28;

/**
 * Somebody who lacks two days of supervised practice, an assessment and two signatures, and nothing else: whoever supervises and whoever
 * counter-signs have no account, and sign by the links that are mailed to them.
 */
export const addFinishing = async (client: pg.ClientBase, now: Date): Promise<void> => {
  const today = londonDate(now);
  const personId = personaId('returner-finishing');
  const { rows } = await client.query<{ id: string; professionId: string; profession: string; odsCode: string }>(
    `select r.id, f.id "professionId", f.code profession,
       (select h.ods_code from host h where h.region_id = r.region_id and h.ods_code <> 'G6V2S' and exists (select from placement_site s where s.host_id = h.id)
        order by h.ods_code limit 1) "odsCode"
     from returner r join profession f on f.id = r.profession_id where r.person_id = $1`,
    [personId],
  );
  const [returner] = rows;
  if (!returner) return;
  const { id, professionId, profession, odsCode } = returner;
  await logStudy(client, { id, personId }, today, studiedDays);
  const supervisor = {
    name: 'Example Supervisor of the last days',
    personId: null,
    email: 'supervisor-of-the-last-days@example.invalid',
  };
  const { placementId } = await addPlacement(client, id, { odsCode, supervisor }, today);
  const { rows: placed } = await client.query<{ host_id: string }>('select host_id from placement where id = $1', [
    placementId,
  ]);
  await addAssessor(
    client,
    today,
    { id: placementId, host_id: placed[0]?.host_id ?? '', profession_id: professionId },
    personaId('assessor'),
    'Example Assessor',
  );
  await addCopy(client, id, {
    use: 'IDENTITY',
    kind: 'PASSPORT',
    issuedOn: null,
    certifiedOn: addDays(today, -9),
  });
  await addCopy(client, id, {
    use: 'ADDRESS',
    kind: 'COUNCIL_TAX_BILL',
    issuedOn: addDays(today, -30),
    certifiedOn: addDays(today, -9),
  });
  await client.query(
    `insert into counter_signature (returner_id, state, display_name, email, hcpc_number, profession_id, is_on_register, looked_up_on, named_on)
     values ($1, 'NAMED', 'Example Counter-signatory by link', 'counter-signatory-by-link@example.invalid', $2 || '033333', $3, true, $4::date - 5, $4::date - 5)`,
    [id, profession, professionId, today],
  );
};
