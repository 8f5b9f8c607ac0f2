import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { EligibilityAnswers } from '../../eligibility/answers.rules.ts';
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { londonDate } from '../../kernel/clock.ts';
import { changesAsKept } from '../../audit/record.command.ts';
import { render, sql, text } from '../../kernel/sql.ts';
import { counterWording } from '../../re-registration/counter-signature.rules.ts';
import { sealPack } from '../../re-registration/freeze-pack.command.ts';
import { packFactsFrom, packFactsOf } from '../../re-registration/pack-facts.ts';
import type { Pack } from '../../re-registration/pack-record.rules.ts';
import { missingFrom, packOf } from '../../re-registration/pack.rules.ts';
import { agreedToCounterSign } from '../../re-registration/settle-counter-signature.command.ts';
import { standingOf } from '../../returners/standing.rules.ts';
import { personaId } from './personas.ts';

const wholeUpdating = 30;

interface Student {
  readonly id: string;
  readonly personId: string;
  readonly profession: string;
}

/** Somebody of the cohort who needs 30 days, has logged none and has no other business under way. */
const findStudent = async (client: pg.ClientBase, today: CalendarDate): Promise<Student | undefined> => {
  const { rows } = await client.query<Student & { answers: EligibilityAnswers }>(
    `select r.id, r.person_id "personId", r.answers, f.code profession from returner r join profession f on f.id = r.profession_id
     where not exists (select from persona p where p.person_id = r.person_id) and not exists (select from logged_day d where d.returner_id = r.id)
       and not exists (select from placement p where p.returner_id = r.id) and not exists (select from placement_request p where p.returner_id = r.id)
       and not exists (select from application a where a.returner_id = r.id) and r.hcpc_number is not null order by r.started_on, r.id`,
  );
  return rows.find(({ answers }) => standingOf(answers, null, today).requirement?.days === wholeUpdating);
};

/** Half formal, half private study, with a day between each, until a week ago. */
export const logStudy = async (
  client: pg.ClientBase,
  { id, personId }: Pick<Student, 'id' | 'personId'>,
  today: CalendarDate,
  days = wholeUpdating,
): Promise<void> => {
  await client.query('insert into person_key (person_id, key) values ($1, $2) on conflict do nothing', [
    personId,
    randomBytes(32),
  ]);
  const { rows } = await client.query<{ key: Buffer }>('select key from person_key where person_id = $1', [personId]);
  for (let n = 0; n < days; n += 1) {
    const dayId = randomUUID();
    const isPrivate = n < days / 2;
    const facts = {
      onDate: addDays(today, -7 - 2 * n),
      kind: isPrivate ? 'PRIVATE' : 'FORMAL',
      minutes: 420,
      note: isPrivate ? 'Read guidelines and wrote a reflection' : 'Online course for returners',
    };
    const { fields, hashes, sealedValues } = changesAsKept(
      rows[0]?.key ?? null,
      Object.fromEntries(Object.entries(facts).map(([field, after]) => [field, { before: null, after }])),
    );
    await client.query(
      `insert into audit_entry (at, actor_id, actor_kind, action, subject_type, subject_id, person_id, trace_id, fields, hashes, sealed_values)
       values ($1::date + time '18:00', $2, 'RETURNER', 'logDay', 'LoggedDay', $3, $2, 'demonstration', $4, $5, $6)`,
      [facts.onDate, personId, dayId, fields, JSON.stringify(hashes), sealedValues],
    );
    await client.query(
      `insert into logged_day (day_id, version, returner_id, on_date, kind, minutes, note, recorded_at)
       values ($1, 1, $2, $3, $4, $5, $6, $3::date + time '18:00')`,
      [dayId, id, facts.onDate, facts.kind, facts.minutes, facts.note],
    );
  }
  await client.query(
    `insert into updating_total (returner_id, kind, minutes, entries) select returner_id, kind, sum(minutes), count(*)
     from logged_day where returner_id = $1 group by returner_id, kind`,
    [id],
  );
};

interface Copy {
  readonly use: 'IDENTITY' | 'ADDRESS';
  readonly kind: string;
  readonly issuedOn: CalendarDate | null;
  readonly certifiedOn: CalendarDate | null;
}
export const addCopy = (client: pg.ClientBase, returnerId: string, { use, kind, issuedOn, certifiedOn }: Copy) =>
  client.query(
    `insert into certified_document (returner_id, use, kind, issued_on, certifier_name, certifier_title, certifier_contact, certified_on,
       has_words, has_signature, is_certified_by_applicant) values ($1, $2, $3, $4, 'Example Certifier', 'solicitor', 'certifier@example.invalid', $5, true, true, false)`,
    [returnerId, use, kind, issuedOn, certifiedOn],
  );

const nameCounterSignatory = (
  client: pg.ClientBase,
  returnerId: string,
  {
    key,
    profession,
    isAsked,
    today,
  }: { key: 'counter-signatory'; profession: string; isAsked: boolean; today: CalendarDate },
) =>
  client.query(
    `insert into counter_signature (returner_id, state, display_name, email, hcpc_number, profession_id, is_on_register, looked_up_on, person_id, named_on, asked_on, last_told_on)
     select $1, case when $5 then 'ASKED' else 'NAMED' end, w.display_name, w.email, f.code || '022222', f.id, true, $4::date - 5, case when $5 then w.id end, $4::date - 5,
       case when $5 then $4::date - 4 end, case when $5 then $4::date - 4 end from person w, profession f where w.id = $2 and f.code = $3`,
    [returnerId, personaId(key), profession, today, isAsked],
  );

const factsNow = render(packFactsOf(sql`${text('$1')}::uuid`)).text;

const packAsItStands = async (client: pg.ClientBase, returnerId: string, on: CalendarDate): Promise<Pack> => {
  const { rows } = await client.query<{ facts: unknown }>(`select ${factsNow} facts`, [returnerId]);
  return packOf(packFactsFrom(rows[0]?.facts), on, on);
};

/**
 * Papers that were whole on the day they were sent: days of study, copies, a counter-signature, and the pack as it is kept since.
 * @returns the fingerprint of what was sent.
 */
export const addSentPack = async (
  client: pg.ClientBase,
  { id, personId, profession }: Student,
  sentOn: CalendarDate,
): Promise<string> => {
  await addCopy(client, id, { use: 'IDENTITY', kind: 'PASSPORT', issuedOn: null, certifiedOn: addDays(sentOn, -9) });
  await addCopy(client, id, {
    use: 'ADDRESS',
    kind: 'COUNCIL_TAX_BILL',
    issuedOn: addDays(sentOn, -30),
    certifiedOn: addDays(sentOn, -9),
  });
  const { updatingDigest, ...rest } = await packAsItStands(client, id, sentOn);
  await client.query(
    `insert into counter_signature (returner_id, state, display_name, email, hcpc_number, profession_id, is_on_register, looked_up_on, person_id, named_on, asked_on, last_told_on,
       signed_at, signed_email, signed_digest, wording_version, agreed_text)
     select $1, 'SIGNED', 'Example Counter-signatory of what was sent', $2, f.code || '044444', f.id, true, $4::date - 8, null, $4::date - 8, $4::date - 7, $4::date - 7,
       $4::date - 5 + time '12:00', $2, $5, $6, $7 from profession f where f.code = $3`,
    [
      id,
      'counter-signatory-of-what-was-sent@example.invalid',
      profession,
      sentOn,
      updatingDigest,
      counterWording.now.version,
      agreedToCounterSign({ updatingDigest, ...rest }, counterWording.now.version),
    ],
  );
  const pack = await packAsItStands(client, id, sentOn);
  if (!pack.isReady)
    throw new Error(
      `A pack that was sent in the demonstration is not whole: ${missingFrom(pack)
        .map(({ sentence }) => sentence)
        .join(' ')}`,
    );
  const { rows } = await client.query<{ key: Buffer }>('select key from person_key where person_id = $1', [personId]);
  const key = rows[0]?.key;
  if (!key) throw new Error('Whoever logs has a key.');
  const at = new Date(`${sentOn}T17:30:00Z`);
  const { json, html, pdf } = await sealPack(pack, key, at);
  await client.query(
    `insert into frozen_pack (returner_id, frozen_at, updating_digest, json_sha256, html_sha256, pdf_sha256, sealed_json, sealed_html, sealed_pdf)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, at, updatingDigest, json.sha256, html.sha256, pdf.sha256, json.sealed, html.sealed, pdf.sealed],
  );
  return pdf.sha256;
};

/**
 * Papers for HCPC: the returner who logs has copies with faults and a counter-signatory who is not asked yet; somebody of the cohort has
 * studied all their days, and the counter-signatory of the personas is asked to sign for them.
 */
export const addPacks = async (client: pg.ClientBase, now: Date): Promise<void> => {
  const today = londonDate(now);
  const { rows } = await client.query<{ id: string; profession: string }>(
    'select r.id, f.code profession from returner r join profession f on f.id = r.profession_id where r.person_id = $1',
    [personaId('returner-logging')],
  );
  const [logging] = rows;
  if (logging) {
    await addCopy(client, logging.id, { use: 'IDENTITY', kind: 'PASSPORT', issuedOn: null, certifiedOn: null });
    await addCopy(client, logging.id, {
      use: 'ADDRESS',
      kind: 'UTILITY_BILL',
      issuedOn: addDays(today, -250),
      certifiedOn: addDays(today, -10),
    });
    await nameCounterSignatory(client, logging.id, {
      key: 'counter-signatory',
      profession: logging.profession,
      isAsked: false,
      today,
    });
  }
  const student = await findStudent(client, today);
  if (!student) return;
  await logStudy(client, student, today);
  await addCopy(client, student.id, {
    use: 'IDENTITY',
    kind: 'DRIVING_LICENCE',
    issuedOn: null,
    certifiedOn: addDays(today, -20),
  });
  await addCopy(client, student.id, {
    use: 'ADDRESS',
    kind: 'STATEMENT',
    issuedOn: addDays(today, -40),
    certifiedOn: addDays(today, -20),
  });
  await nameCounterSignatory(client, student.id, {
    key: 'counter-signatory',
    profession: student.profession,
    isAsked: true,
    today,
  });
};
