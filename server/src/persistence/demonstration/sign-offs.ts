import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { changesAsKept } from '../../audit/record.command.ts';
import { signOffWording, type SignOffState } from '../../assessments/sign-off.rules.ts';
import { addDays, calendarDate, dayOfWeek, type CalendarDate } from '../../kernel/calendar-date.ts';
import { firstChecks } from '../../placements/starting-check.rules.ts';
import { personaId } from './personas.ts';

/** A week of the placement, counted back from this one, and what became of its two days. */
interface Week {
  readonly ago: number;
  readonly state: SignOffState;
  /** Days ago on which it was asked, and on which the link ends; null for no link. */
  readonly askedAgo: number;
  readonly linkEndsIn: number | null;
  /** Through which address it was signed. */
  readonly signedThrough?: string;
  /** What the supervisor says of the second day. */
  readonly sentBack?: string;
}
const own = 'supervisor@example.invalid';
const weeks: readonly Week[] = [
  // signed before the organisation knew the address
  { ago: 5, state: 'SIGNED', askedAgo: 27, linkEndsIn: null, signedThrough: 'another-supervisor@example.invalid' },
  { ago: 4, state: 'SIGNED', askedAgo: 22, linkEndsIn: null, signedThrough: own },
  {
    ago: 3,
    state: 'PARTLY_SIGNED',
    askedAgo: 15,
    linkEndsIn: null,
    signedThrough: own,
    sentBack: 'It was two hours that day.',
  },
  { ago: 2, state: 'ASKED', askedAgo: 9, linkEndsIn: -2 },
  { ago: 1, state: 'ASKED', askedAgo: 1, linkEndsIn: 6 },
];
const minutes = 210;
const activities = ['Clinics', 'Home visits', 'Team meetings'];

const oneId = async (client: pg.ClientBase, text: string, values: readonly unknown[]): Promise<string> => {
  const { rows } = await client.query<{ id: string }>(text, [...values]);
  return rows[0]?.id ?? '';
};

/** Where a returner practises, and the supervisor who may sign for it through an address that is confirmed. */
interface Supervised {
  readonly odsCode: string;
  readonly supervisor: { readonly name: string; readonly personId: string | null; readonly email: string };
}

/** A returner’s placement that has begun, with a supervisor and one who stands in. */
export const addPlacement = async (
  client: pg.ClientBase,
  returnerId: string,
  { odsCode, supervisor }: Supervised,
  today: CalendarDate,
) => {
  const { rows: hosts } = await client.query<{ host: string; site: string }>(
    'select h.id host, s.id site from host h join placement_site s on s.host_id = h.id where h.ods_code = $1 order by s.id limit 1',
    [odsCode],
  );
  const { host = '', site = '' } = hosts[0] ?? {};
  const addSupervisor = (name: string, personId: string | null) =>
    oneId(
      client,
      `insert into supervisor (host_id, person_id, display_name, profession_id, registered, scope, at_once_at_most, weekdays, checked_on, checked_by_id, seen, check_again_by)
       select $7, $2, $1, r.profession_id, '[{"from": "2011-06-01", "until": null}]', $3, 3, '[1, 2, 3, 4, 5]', $4::date - 60, $5, 'On the Register, no conditions.', $4::date + 120
       from returner r where r.id = $6 returning id`,
      [name, personId, JSON.stringify(activities), today, personaId('coordinator-london'), returnerId, host],
    );
  const supervisorId = await addSupervisor(supervisor.name, supervisor.personId);
  await addSupervisor(`${supervisor.name}, standing in`, null);
  await client.query(
    `insert into supervisor_address (supervisor_id, email, confirmed_at, confirmed_by_id) values ($1, $2, $3::date - 20, $4)`,
    [supervisorId, supervisor.email, today, personaId('organisation-member')],
  );
  const offerId = await oneId(
    client,
    `insert into capacity_offer (host_id, site_id, profession_id, answer, starts_on, ends_on, places, weekdays, day_starts_at, day_ends_at,
       notice_days, supervisor_id, setting, remote_percent, contract, confirmed_on, confirmed_by_id, is_on_behalf)
     select $5, $6, r.profession_id, 'YES', $2::date - 42, $2::date + 60, 1, '[1, 2]', 540, 1020, 7, $3, 'CLINICAL', 0, 'HONORARY', $2::date - 10, $4, false
     from returner r where r.id = $1 returning id`,
    [returnerId, today, supervisorId, personaId('organisation-member'), host, site],
  );
  const requestId = await oneId(
    client,
    `insert into placement_request (returner_id, state, sent_on, closed_on, travel_mode, travel_minutes_at_most, weekdays, days_a_week, days_needed, day_starts_at, day_ends_at,
       minutes_a_day_at_least, earliest_start_on, latest_start_on, notice_days, adjustments, ranking, liked_weekdays, liked_settings, wants_paid)
     values ($1, 'MET', $2::date - 90, $2::date - 70, 'PUBLIC_TRANSPORT', 60, '[1, 2]', 2, 15, 480, 1080, 240, $2::date - 60, $2::date + 30, 14, '[]', '["TRAVEL", "START"]', '[]', '[]', false)
     returning id`,
    [returnerId, today],
  );
  const placementId = await oneId(
    client,
    `insert into placement (returner_id, request_id, offer_id, host_id, site_id, supervisor_id, seat, state, is_live, is_shown, starts_on, ends_on, weekdays,
       proposed_on, offered_on, expires_on, returner_accepted_on, host_accepted_on, changed_on)
     select $1, $2, o.id, o.host_id, o.site_id, o.supervisor_id, 1, 'STARTED', true, true, $4::date - 42, $4::date + 50, '[1, 2]',
       $4::date - 80, $4::date - 78, $4::date - 68, $4::date - 76, $4::date - 75, $4::date - 42 from capacity_offer o where o.id = $3 returning id`,
    [returnerId, requestId, offerId, today],
  );
  for (const { kind, owner } of firstChecks([], calendarDate('2026-01-05')))
    await client.query(
      `insert into starting_check (returner_id, placement_id, kind, owner, state, begun_on, settled_on) values ($1, $2, $3, $4, 'CLEARED', $5::date - 75, $5::date - 43)`,
      [returnerId, placementId, kind, owner, today],
    );
  return { placementId, supervisorId };
};

/** Two supervised half days of a week in the log, the first one first. */
const logWeek = async (client: pg.ClientBase, returnerId: string, monday: CalendarDate): Promise<string[]> => {
  const days: string[] = [];
  const { rows } = await client.query<{ key: Buffer }>('select key from person_key where person_id = $1', [
    personaId('returner-logging'),
  ]);
  for (const onDate of [monday, addDays(monday, 1)]) {
    const dayId = randomUUID();
    const facts = { onDate, kind: 'SUPERVISED', minutes, startsAt: '09:00' };
    const { fields, hashes, sealedValues } = changesAsKept(
      rows[0]?.key ?? null,
      Object.fromEntries(Object.entries(facts).map(([field, after]) => [field, { before: null, after }])),
    );
    await client.query(
      `insert into audit_entry (at, actor_id, actor_kind, action, subject_type, subject_id, person_id, trace_id, fields, hashes, sealed_values)
       values ($1::date + time '18:00', $2, 'RETURNER', 'logDay', 'LoggedDay', $3, $2, 'demonstration', $4, $5, $6)`,
      [onDate, personaId('returner-logging'), dayId, fields, JSON.stringify(hashes), sealedValues],
    );
    await client.query(
      `insert into logged_day (day_id, version, returner_id, on_date, kind, minutes, starts_at, is_removed, recorded_at)
       values ($1, 1, $2, $3, 'SUPERVISED', $4, '09:00', false, $3::date + time '18:00')`,
      [dayId, returnerId, onDate, minutes],
    );
    days.push(dayId);
  }
  await client.query(
    `insert into updating_total (returner_id, kind, minutes, entries) values ($1, 'SUPERVISED', $2, 2)
     on conflict on constraint one_total_per_returner_and_kind
     do update set minutes = updating_total.minutes + excluded.minutes, entries = updating_total.entries + 2`,
    [returnerId, 2 * minutes],
  );
  return days;
};

const askAbout = async (
  client: pg.ClientBase,
  { placementId, supervisorId }: { readonly placementId: string; readonly supervisorId: string },
  week: Week,
  monday: CalendarDate,
  days: readonly string[],
  today: CalendarDate,
): Promise<void> => {
  const isSigned = week.state !== 'ASKED';
  const signOffId = await oneId(
    client,
    `insert into sign_off (version, placement_id, host_id, supervisor_id, state, from_on, until_on, activities, asked_on, last_told_on, token_hash, link_sent_on, link_ends_at,
       signed_at, signed_by, signed_email, wording_version, agreed_text)
     select $1, p.id, p.host_id, $3, $4, $5, $6, $7, $8::date - $9::int, $8::date - $9::int, case when $10::int is null then null else sha256(convert_to($11, 'UTF8')) end,
       $8::date - $9::int, $8::date + coalesce($10::int, 7 - $9::int) + time '12:00',
       case when $12 then $8::date - $9::int + time '16:30' end, case when $12 then 'Example Supervisor' end, $13, case when $12 then $14::int end, case when $12 then $15 end
     from placement p where p.id = $2 returning id`,
    [
      isSigned ? 2 : 1,
      placementId,
      supervisorId,
      week.state,
      monday,
      addDays(monday, 6),
      JSON.stringify(activities.slice(0, 2)),
      today,
      week.askedAgo,
      week.linkEndsIn,
      randomUUID(),
      isSigned,
      week.signedThrough ?? null,
      signOffWording.now.version,
      signOffWording.agreedText(signOffWording.now.version),
    ],
  );
  for (const [index, dayId] of days.entries()) {
    const back = index === 1 ? (week.sentBack ?? null) : null;
    const state = !isSigned ? 'WAITING' : back === null ? 'SIGNED' : 'SENT_BACK';
    await client.query(
      'insert into sign_off_day (sign_off_id, day_id, state, day_version, comment) values ($1, $2, $3, $4, $5)',
      [signOffId, dayId, state, isSigned ? 1 : null, back],
    );
    if (state === 'SIGNED')
      await client.query(`insert into signed_day (day_id, signed_at) values ($1, $2::date - $3::int + time '16:30')`, [
        dayId,
        today,
        week.askedAgo,
      ]);
  }
};

/**
 * The returner who logs is with the supervisor of the personas, with days that are signed, provisional, sent back, waiting and asked by
 * a link that has ended; and in each region of a coordinator somebody is with a supervisor who was sanctioned since.
 */
export const addSignOffs = async (client: pg.ClientBase, now: Date): Promise<void> => {
  const today = calendarDate(now.toISOString().slice(0, 10));
  const returnerId = await oneId(client, 'select id from returner where person_id = $1', [
    personaId('returner-logging'),
  ]);
  // the one whom the organisation began with has no account
  await client.query(
    `update supervisor set person_id = null where person_id = $1 and display_name like 'Example Supervisor at %'`,
    [personaId('supervisor')],
  );
  const supervisor = { name: 'Example Supervisor', personId: personaId('supervisor'), email: own };
  const placed = await addPlacement(client, returnerId, { odsCode: 'G6V2S', supervisor }, today);
  const thisMonday = addDays(today, 1 - dayOfWeek(today));
  for (const week of weeks) {
    const monday = addDays(thisMonday, -7 * week.ago);
    await askAbout(client, placed, week, monday, await logWeek(client, returnerId, monday), today);
  }
  await client.query(
    `update supervisor set proceedings = json_build_array(json_build_object('kind', 'CONDITIONS', 'from', $1::date - 3, 'until', null))::jsonb
     where id in (select distinct on (h.region_id) p.supervisor_id from placement p join host h on h.id = p.host_id join supervisor u on u.id = p.supervisor_id
       join returner r on r.id = p.returner_id
       where p.state = 'STARTED' and u.person_id is null and r.shares_with_coordinators and r.region_id = h.region_id order by h.region_id, p.id)`,
    [today],
  );
};
