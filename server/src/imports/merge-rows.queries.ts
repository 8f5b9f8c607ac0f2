import { personKey } from '../access/person-key.queries.ts';
import { seal, unseal } from '../access/sealing.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { newerGoesAlong } from '../returners/merge-rows.rules.ts';
import type { MovedRows } from '../returners/returner-merge.entity.ts';
import type { Returner } from '../returners/returner.entity.ts';

type EntityManager = CommandContext['em'];

/** UUIDs as PostgreSQL reads them. */
export const arrayOf = (ids: readonly string[]): string => `{${ids.join()}}`;

const idsOf = async (em: EntityManager, text: string, values: unknown[]): Promise<string[]> =>
  (await em.execute<{ id: string }[]>(text, values)).map(({ id }) => id);

interface Dated {
  readonly id: string;
  readonly returner: string;
  readonly date: string;
}

/** Of what each record has one of: both, where that of the record that ends goes along and the other makes room. */
const changingPlaces = async (em: EntityManager, text: string, keptId: string, mergedId: string): Promise<string[]> => {
  const rows = await em.execute<Dated[]>(text, [arrayOf([keptId, mergedId])]);
  const dateOf = (id: string) => rows.find(({ returner }) => returner === id)?.date ?? null;
  return newerGoesAlong(dateOf(keptId), dateOf(mergedId)) ? rows.map(({ id }) => id) : [];
};

/** What goes from the record that ends to the one that is kept. */
export const rowsToMove = async (em: EntityManager, kept: Returner, merged: Returner): Promise<MovedRows> => {
  const both = [merged.id, kept.id];
  const sameAnswers = `(select count(distinct answers) = 1 from returner r where r.id = any(?::uuid[]))`;
  return {
    // a day that stands in both logs alike is one day, and would be counted twice
    days: await idsOf(
      em,
      `select d.id from current_logged_day d where d.returner_id = ? and not exists (select from current_logged_day k
         where k.returner_id = ? and k.on_date = d.on_date and k.kind = d.kind and k.minutes = d.minutes and k.starts_at is not distinct from d.starts_at)`,
      both,
    ),
    requests: await idsOf(em, 'select id from placement_request where returner_id = ?', [merged.id]),
    placements: await idsOf(em, 'select id from placement where returner_id = ?', [merged.id]),
    plans: await changingPlaces(
      em,
      'select id, returner_id returner, saved_on::text date from plan where returner_id = any(?::uuid[])',
      kept.id,
      merged.id,
    ),
    // a question is about the answers of its record: it says nothing about others
    questions: (await idsOf(em, `select ?::uuid id where ${sameAnswers}`, [kept.id, arrayOf(both)])).length
      ? await changingPlaces(
          em,
          'select id, returner_id returner, asked_on::text date from question_to_hcpc where returner_id = any(?::uuid[]) and not is_superseded',
          kept.id,
          merged.id,
        )
      : [],
    decisions: await idsOf(
      em,
      `select d.id from programme_decision d where d.returner_id = ? and not exists (select from programme_decision k
         where k.returner_id = ? and k.answers_digest = d.answers_digest)`,
      both,
    ),
    applications: await idsOf(
      em,
      `select a.id from application a where a.returner_id = ? and not (a.is_current and exists (
         select from application k where k.returner_id = ? and k.is_current))`,
      both,
    ),
    consents: await idsOf(em, 'select id from consent where returner_id = ?', [merged.id]),
    evidence: await idsOf(em, 'select id from evidence where returner_id = ?', [merged.id]),
    selfAssessed: await idsOf(
      em,
      `select s.id from self_assessed_standard s where s.returner_id = ? and not exists (select from self_assessed_standard k
         where k.returner_id = ? and k.number = s.number)`,
      both,
    ),
    copies: await idsOf(em, 'select id from certified_document where returner_id = ?', [merged.id]),
    counterSignatures: await idsOf(
      em,
      `select c.id from counter_signature c where c.returner_id = ? and (c.state = 'REPLACED' or not exists (
         select from counter_signature k where k.returner_id = ? and k.state <> 'REPLACED'))`,
      both,
    ),
    packs: await idsOf(em, 'select id from frozen_pack where returner_id = ?', [merged.id]),
    acceptedEmail: kept.acceptsEmail,
  };
};

/** Each plan goes to the other record: a record has one, so both are taken out first. */
const swapPlans = async (em: EntityManager, ids: readonly string[], from: string, to: string): Promise<void> => {
  if (ids.length === 0) return;
  const taken = await em.execute<{ plan: unknown }[]>(
    'delete from plan where returner_id in (?, ?) returning to_jsonb(plan) plan',
    [from, to],
  );
  for (const { plan } of taken)
    await em.execute(
      `insert into plan select (jsonb_populate_record(null::plan, p || jsonb_build_object('returner_id', case when p ->> 'returner_id' = ? then ? else ? end))).*
       from (select ?::jsonb p) taken`,
      [from, to, from, JSON.stringify(plan)],
    );
};

/** Each question goes to the other record; it stands on where it stood, unless another one stands there. */
const swapQuestions = async (em: EntityManager, ids: readonly string[], from: string, to: string): Promise<void> => {
  if (ids.length === 0) return;
  const standing = await idsOf(
    em,
    'update question_to_hcpc set is_superseded = true where id = any(?::uuid[]) and not is_superseded returning id',
    [arrayOf(ids)],
  );
  await em.execute(
    'update question_to_hcpc set returner_id = case when returner_id = ? then ?::uuid else ?::uuid end where id = any(?::uuid[])',
    [from, to, from, arrayOf(ids)],
  );
  await em.execute(
    `update question_to_hcpc q set is_superseded = false where id = any(?::uuid[])
       and not exists (select from question_to_hcpc other where other.returner_id = q.returner_id and not other.is_superseded)`,
    [arrayOf(standing)],
  );
};

/** Packs that were sent are sealed with the key of whoever they are of: each goes along under the other one's. */
const sealAnew = async (em: EntityManager, ids: readonly string[], from: string, to: string): Promise<void> => {
  if (ids.length === 0) return;
  const keyOf = async (returnerId: string) => {
    const [owner] = await em.execute<{ id: string }[]>('select person_id id from returner where id = ?', [returnerId]);
    return owner ? personKey(em, owner.id) : null;
  };
  const [old, next] = [await keyOf(from), await keyOf(to)];
  // whoever was erased has no key, and what was sealed with it cannot be read by anybody
  if (!old || !next) return;
  const packs = await em.execute<Record<'id' | 'json' | 'html' | 'pdf', string>[]>(
    `select id, encode(sealed_json, 'base64') json, encode(sealed_html, 'base64') html, encode(sealed_pdf, 'base64') pdf
     from frozen_pack where returner_id = ? and id = any(?::uuid[])`,
    [from, arrayOf(ids)],
  );
  const anew = (sealed: string) => seal(next, 'pack', unseal(old, 'pack', Buffer.from(sealed, 'base64')));
  for (const { id, json, html, pdf } of packs)
    await em.execute('update frozen_pack set sealed_json = ?, sealed_html = ?, sealed_pdf = ? where id = ?', [
      anew(json),
      anew(html),
      anew(pdf),
      id,
    ]);
};

/** Moves what two records tell of their person, or takes it back. */
export const moveWhatIsTold = async (em: EntityManager, moved: MovedRows, from: string, to: string): Promise<void> => {
  await swapPlans(em, moved.plans, from, to);
  await swapQuestions(em, moved.questions, from, to);
  await sealAnew(em, moved.packs ?? [], from, to);
  for (const [table, ids] of [
    ['programme_decision', moved.decisions],
    ['consent', moved.consents],
    ['application', moved.applications ?? []],
    ['evidence', moved.evidence ?? []],
    ['self_assessed_standard', moved.selfAssessed ?? []],
    ['certified_document', moved.copies ?? []],
    ['counter_signature', moved.counterSignatures ?? []],
    ['frozen_pack', moved.packs ?? []],
  ] as const)
    await em.execute(`update ${table} set returner_id = ? where returner_id = ? and id = any(?::uuid[])`, [
      to,
      from,
      arrayOf(ids),
    ]);
};

/** Whether somebody accepts e-mail, as the newest entry of a ledger says; null where it says nothing. */
export const acceptsEmailByLedger = async (em: EntityManager, returnerId: string): Promise<boolean | null> => {
  const [newest] = await em.execute<{ given: boolean }[]>(
    `select is_given given from consent where returner_id = ? and kind = 'CONTACT_BY_EMAIL' order by decided_at desc, id desc limit 1`,
    [returnerId],
  );
  return newest?.given ?? null;
};
