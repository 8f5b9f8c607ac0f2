import type pg from 'pg';
import { agreementStatement, type AgreementContent } from '../../assessments/agreement.rules.ts';
import type { KeptContent } from '../../assessments/agreement.entity.ts';
import { goalTemplates } from '../../assessments/agreement-template.rules.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import type { ProfessionCode } from '../../organisations/profession.rules.ts';
import { firstChecks } from '../../placements/starting-check.rules.ts';
import { personaId } from './personas.ts';

const kinds = firstChecks([], calendarDate('2026-01-05'));

/** When the placement of the persona who has one to come begins and ends, in days from today. */
const startsIn = 14;
const endsIn = 90;

interface Placement {
  readonly id: string;
  readonly returner_id: string;
  readonly host_id: string;
  readonly profession: ProfessionCode;
}

/** A supervisor of the persona's profession at the organisation of the personas, an offer, a request that was met, and the placement. */
const place = async (client: pg.ClientBase, today: string): Promise<Placement | undefined> => {
  const { rows } = await client.query<Placement>(
    `with asking as (select r.id, r.profession_id, f.code from returner r join profession f on f.id = r.profession_id where r.person_id = $1),
     at_site as (select s.id, s.host_id from placement_site s join host h on h.id = s.host_id where h.ods_code = 'G6V2S' order by s.id limit 1),
     with_supervisor as (insert into supervisor (host_id, display_name, profession_id, registered, at_once_at_most, weekdays, checked_on, checked_by_id, seen, check_again_by)
       select s.host_id, 'Example Supervisor of those to come', a.profession_id, '[{"from": "2011-06-01", "until": null}]', 2, '[1, 2, 3, 4, 5]', $2::date - 70, $5::uuid, 'On the Register, no conditions.', $2::date + 110
       from at_site s, asking a returning id),
     offered as (insert into capacity_offer (host_id, site_id, profession_id, answer, starts_on, ends_on, places, weekdays, day_starts_at, day_ends_at, notice_days, supervisor_id,
         setting, remote_percent, contract, confirmed_on, confirmed_by_id, is_on_behalf)
       select s.host_id, s.id, a.profession_id, 'YES', $2::date + $3::int, $2::date + $4::int, 1, '[1, 2, 3, 4, 5]', 540, 1020, 7, u.id, 'CLINICAL', 0, 'HONORARY', $2::date - 5, $5::uuid, true
       from at_site s, asking a, with_supervisor u returning id, supervisor_id),
     requested as (insert into placement_request (returner_id, state, sent_on, closed_on, travel_mode, travel_minutes_at_most, weekdays, days_a_week, days_needed, day_starts_at, day_ends_at,
         minutes_a_day_at_least, earliest_start_on, latest_start_on, notice_days, adjustments, ranking, liked_weekdays, liked_settings, wants_paid)
       select id, 'MET', $2::date + $3::int - 50, $2::date + $3::int - 25, 'PUBLIC_TRANSPORT', 60, '[1, 2, 3]', 2, 15, 480, 1080, 240, $2::date + $3::int - 20, $2::date + $3::int + 40, 14,
         '[]', '["TRAVEL", "START"]', '[]', '[]', false from asking returning id)
     insert into placement (returner_id, request_id, offer_id, host_id, site_id, supervisor_id, seat, state, is_live, is_shown, starts_on, ends_on, weekdays, proposed_on, offered_on, expires_on,
       returner_accepted_on, host_accepted_on, changed_on)
     select a.id, q.id, o.id, s.host_id, s.id, o.supervisor_id, 1, 'ACCEPTED', true, true, $2::date + $3::int, $2::date + $4::int, '[1, 2]', $2::date + $3::int - 30, $2::date + $3::int - 29,
       $2::date + $3::int - 19, $2::date + $3::int - 27, $2::date + $3::int - 25, $2::date + $3::int - 25
     from asking a, at_site s, offered o, requested q returning id, returner_id, host_id, (select code from asking) profession`,
    [personaId('returner-accepted'), today, startsIn, endsIn, personaId('coordinator-london')],
  );
  const [row] = rows;
  if (row)
    await client.query(
      `insert into starting_check (returner_id, placement_id, kind, owner, state, begun_on, settled_on)
       select $1, $2, k.kind, k.owner, s.state, $4::date + $5::int - 25, case when s.state = 'CLEARED' then $4::date - 2 end
       from unnest($3::text[], $6::text[]) with ordinality k (kind, owner, n)
       cross join lateral (select case when k.n % 2 = 1 then 'CLEARED' else 'IN_PROGRESS' end state) s where k.kind <> 'LEARNING_AGREEMENT'`,
      [row.returner_id, row.id, kinds.map(({ kind }) => kind), today, startsIn, kinds.map(({ owner }) => owner)],
    );
  return row;
};

/** What somebody says of some standards: at the start, and of some again. */
const assess = async (
  client: pg.ClientBase,
  personId: string,
  today: string,
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
): Promise<void> => {
  for (const [index, confidence] of before.entries())
    await client.query(
      `insert into self_assessed_standard (returner_id, number, confidence_before, before_on, confidence_after, after_on, goal, evidence)
       select id, $2, $3, $4::date - 65, $5, case when $5::text is null then null else $4::date - 3 end, $6, $7 from returner where person_id = $1`,
      [
        personId,
        index + 1,
        confidence,
        today,
        after[index] ?? null,
        confidence === 'NOT_YET' ? 'Do this again beside somebody, and then on my own.' : null,
        confidence === 'NOT_YET' ? 'My supervisor’s feedback.' : null,
      ],
    );
};

interface Written {
  readonly placement: Placement;
  readonly state: 'DRAFT' | 'SHARED' | 'AGREED';
  readonly writtenIn: number;
  readonly startsIn: number;
  readonly plan?: { readonly supervisedDays: number; readonly formalDays: number; readonly privateDays: number };
  /** Null for what nobody has shared yet. */
  readonly sharedBy: { readonly id: string; readonly name: string } | null;
}

const usualPlan = { supervisedDays: 16, formalDays: 6, privateDays: 8 };
/** Of whoever has studied all but the last two days. */
const lastDaysPlan = { supervisedDays: 2, formalDays: 14, privateDays: 14 };

/** A learning agreement in one of its states, with who agreed to it, and the check that follows from it. */
const agree = async (
  client: pg.ClientBase,
  today: string,
  { placement, state, writtenIn, startsIn: begins, plan = usualPlan, sharedBy }: Written,
): Promise<void> => {
  const goals = goalTemplates(placement.profession, 'CLINICAL').filter(({ number }) => [2, 9, 13].includes(number));
  const isWhole = state !== 'DRAFT';
  const { rows } = await client.query<{ id: string }>(
    `insert into learning_agreement (placement_id, state, is_shared, started_on, changed_on, supervised_days, formal_days, private_days, meet_every_weeks)
     values ($1, $2, $3, $4::date + $5::int, $4::date + $5::int + 3, $7, $8, $9, $6) returning id`,
    [
      placement.id,
      state,
      isWhole,
      today,
      writtenIn,
      isWhole ? 2 : null,
      plan.supervisedDays,
      plan.formalDays,
      plan.privateDays,
    ],
  );
  const id = rows[0]?.id;
  for (const { number, goal, how, evidence } of goals.slice(isWhole ? 0 : 1))
    await client.query(
      `insert into learning_goal (agreement_id, number, goal, how, evidence, by_on)
       values ($1, $2, $3, $4, $5, case when $6 then $7::date + $8::int + 28 end)`,
      [id, number, goal, isWhole || number === 9 ? how : null, evidence, isWhole || number === 9, today, begins],
    );
  const content: KeptContent = {
    ...({ ...plan, meetEveryWeeks: 2 } satisfies Omit<AgreementContent, 'goals'>),
    goals: goals.map(({ number, goal, how, evidence }) => ({ number, goal, how, evidence, by: null })),
    wordingVersion: agreementStatement.version,
    sentences: agreementStatement.sentences,
    policy: null,
  };
  if (sharedBy)
    for (const [kind, party, by, later] of [
      ['SHARED', 'RETURNER', sharedBy, 1],
      ...(state === 'AGREED'
        ? ([['AGREED', 'SUPERVISOR', { id: personaId('supervisor'), name: 'Example Supervisor' }, 3]] as const)
        : []),
    ] as const)
      await client.query(
        `insert into agreement_step (agreement_id, kind, edition, at, party, by_id, by_name, content)
         select $1, $2, 1, ($3::date + $4::int + $5::int) + time '16:10', $6, $7, $8,
           jsonb_set($9::jsonb, '{goals}', (select jsonb_agg(g || jsonb_build_object('by', ($3::date + $10::int + 28)::text)) from jsonb_array_elements($9::jsonb -> 'goals') g))`,
        [id, kind, today, writtenIn, later, party, by.id, by.name, JSON.stringify(content), begins],
      );
  await client.query(
    `insert into starting_check (returner_id, placement_id, kind, owner, state, begun_on, settled_on)
     values ($1, $2, 'LEARNING_AGREEMENT', $3, $4, $5::date + $6::int, case when $4 = 'CLEARED' then $5::date + $6::int + 3 end)
     on conflict on constraint one_check_of_a_kind_per_placement do update set owner = excluded.owner, state = excluded.state, begun_on = excluded.begun_on, settled_on = excluded.settled_on`,
    [
      placement.returner_id,
      placement.id,
      state === 'SHARED' ? 'SITE' : 'RETURNER',
      state === 'AGREED' ? 'CLEARED' : 'IN_PROGRESS',
      today,
      writtenIn,
    ],
  );
};

/**
 * A persona with a place to come at the organisation of the personas, and half of an agreement; self-assessments, whole and half; that
 * organisation's own policy; and an agreement wherever a placement's check says that there is one.
 */
export const addLearning = async (client: pg.ClientBase, now: Date): Promise<void> => {
  const today = now.toISOString().slice(0, 10);
  await client.query(
    `insert into local_policy (host_id, supervised_percent_at_least, meet_every_weeks_at_most, standards, in_own_words, saved_on, saved_by_id, is_on_behalf)
     select id, 50, 2, '[2, 9]', 'Come to the welcome day of the trust in your first month.', $1::date - 100, $2, false from host where ods_code = 'G6V2S'`,
    [today, personaId('organisation-administrator')],
  );
  const toCome = await place(client, today);
  if (toCome)
    await agree(client, today, { placement: toCome, state: 'DRAFT', writtenIn: -4, startsIn, sharedBy: null });
  const atStart = [
    'MOSTLY',
    'WITH_SUPPORT',
    'FULLY',
    'NOT_YET',
    'FULLY',
    'MOSTLY',
    'MOSTLY',
    'WITH_SUPPORT',
    'NOT_YET',
    'MOSTLY',
  ];
  await assess(client, personaId('returner-logging'), today, {
    before: [...atStart, 'WITH_SUPPORT', 'NOT_YET', 'NOT_YET', 'MOSTLY', 'MOSTLY'],
    after: ['FULLY', 'MOSTLY', 'FULLY', 'WITH_SUPPORT', 'FULLY', 'FULLY', 'MOSTLY', 'MOSTLY', 'MOSTLY', 'WITH_SUPPORT'],
  });
  await assess(client, personaId('returner-accepted'), today, { before: atStart.slice(0, 9), after: [] });
  const { rows: others } = await client.query<
    Placement & { cleared: boolean; starts_in: number; person_id: string; name: string }
  >(
    `select p.id, p.returner_id, p.host_id, f.code profession, c.state = 'CLEARED' cleared, p.starts_on - $1::date starts_in, r.person_id, w.display_name "name"
     from starting_check c join placement p on p.id = c.placement_id join capacity_offer o on o.id = p.offer_id join profession f on f.id = o.profession_id
       join returner r on r.id = p.returner_id join person w on w.id = r.person_id
     where c.kind = 'LEARNING_AGREEMENT' and c.state <> 'TO_DO' and not exists (select from learning_agreement a where a.placement_id = p.id) order by p.id`,
    [today],
  );
  for (const { cleared, starts_in: begins, person_id: id, name, ...placement } of others)
    await agree(client, today, {
      placement,
      state: cleared ? 'AGREED' : 'SHARED',
      writtenIn: Math.min(begins, 0) - 9,
      startsIn: begins,
      ...(id === personaId('returner-finishing') ? { plan: lastDaysPlan } : {}),
      sharedBy: { id, name },
    });
};
