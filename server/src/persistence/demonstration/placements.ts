import type pg from 'pg';
import { personaId } from './personas.ts';
import { addPlacementStates } from './placement-states.ts';

/** The regions that have a coordinator among the personas, with who enters places there. */
const coordinators = [
  ['Y56', personaId('coordinator-london')],
  ['Y62', personaId('coordinator-north-west')],
] as const;

/** Every trust of the region hosts, at its first sites or its own address; one supervisor and one offer for each of five professions in turn. */
const addHosts = async (
  client: pg.ClientBase,
  regionCode: string,
  coordinatorId: string,
  today: string,
): Promise<void> => {
  await client.query(
    `insert into host (kind, name, ods_code, trust_id, region_id, board_id, contact_name, contact_email)
     select 'NHS_TRUST', t.name, t.ods_code, t.id, t.region_id, t.board_id, 'Example Contact', 'contact.' || lower(t.ods_code) || '@example.invalid'
     from trust t join region r on r.id = t.region_id where r.code = $1 and t.closed_on is null
     order by t.ods_code`,
    [regionCode],
  );
  await client.query(
    `insert into placement_site (host_id, site_id, name, postcode, district_id, latitude, longitude, at_once_at_most, adjustments, confirmed_on, confirmed_by_id)
     select h.id, s.id, s.name, s.postcode, d.id, s.latitude, s.longitude, 4, case when s.n = 1 then '["STEP_FREE", "QUIET_SPACE"]'::jsonb else '["STEP_FREE"]'::jsonb end,
       $2::date - 20, $3::uuid
     from host h join region r on r.id = h.region_id and r.code = $1
     join lateral (select s.*, row_number() over (order by s.ods_code) n from site s where s.trust_id = h.trust_id) s on s.n <= 3
     left join postcode_district d on d.code = split_part(s.postcode, ' ', 1) order by s.ods_code`,
    [regionCode, today, coordinatorId],
  );
  // a trust without a listed site is a site itself
  await client.query(
    `insert into placement_site (host_id, name, postcode, district_id, latitude, longitude, at_once_at_most, adjustments, confirmed_on, confirmed_by_id)
     select h.id, t.name, t.postcode, (select d.id from postcode_district d where d.code = split_part(t.postcode, ' ', 1)), t.latitude, t.longitude, 4,
       '["STEP_FREE"]', $2::date - 20, $3::uuid
     from host h join trust t on t.id = h.trust_id join region r on r.id = h.region_id and r.code = $1
     where not exists (select from placement_site s where s.host_id = h.id) order by t.ods_code`,
    [regionCode, today, coordinatorId],
  );
  await client.query(
    `insert into supervisor (host_id, display_name, profession_id, registered, at_once_at_most, weekdays, checked_on, checked_by_id, seen, check_again_by)
     select s.host_id, 'Example Supervisor at ' || s.name, f.id, json_build_array(json_build_object('from', (2005 + s.n % 15) || '-06-01', 'until', null))::jsonb,
       2, '[1, 2, 3, 4, 5]', $2::date - 30, $3::uuid, 'On the Register, no conditions.', $2::date + 150
     from (select s.*, row_number() over (order by s.name, s.id) n from placement_site s join host h on h.id = s.host_id join region r on r.id = h.region_id where r.code = $1) s
     join profession f on f.code = (array['OT', 'PH', 'DT', 'RA', 'SL'])[1 + s.n % 5] order by s.n`,
    [regionCode, today, coordinatorId],
  );
  await client.query(
    `insert into capacity_offer (host_id, site_id, profession_id, answer, maybe_until, starts_on, ends_on, places, weekdays, day_starts_at, day_ends_at,
       notice_days, supervisor_id, setting, remote_percent, contract, confirmed_on, confirmed_by_id, is_on_behalf)
     select s.host_id, s.id, u.profession_id, case when s.n % 6 = 0 then 'MAYBE' else 'YES' end, case when s.n % 6 = 0 then $2::date + 30 end,
       $2::date + 14, $2::date + 300, 1 + s.n % 2, '[1, 2, 3, 4, 5]', 540, 1020, 7, u.id, case when s.n % 7 = 0 then 'LEADERSHIP' else 'CLINICAL' end, 0,
       (array['HONORARY', 'VOLUNTEER', 'PAID_BAND_3'])[1 + s.n % 3], $2::date - (s.n * 3 % 60)::int, $3::uuid, true
     from (select s.*, row_number() over (order by s.name, s.id) n from placement_site s join host h on h.id = s.host_id join region r on r.id = h.region_id where r.code = $1) s
     join supervisor u on u.host_id = s.host_id and u.display_name = 'Example Supervisor at ' || s.name order by s.n`,
    [regionCode, today, coordinatorId],
  );
};

/** Invented hosts, places and open requests in the two regions whose coordinators one may be. */
export const addPlacements = async (client: pg.ClientBase, now: Date): Promise<void> => {
  const today = now.toISOString().slice(0, 10);
  for (const [regionCode, coordinatorId] of coordinators) await addHosts(client, regionCode, coordinatorId, today);
  // the supervisor of the personas is the one of the organisation of the personas' member
  await client.query(
    `update supervisor set person_id = $1 where id = (select u.id from supervisor u join host h on h.id = u.host_id where h.ods_code = 'G6V2S' order by u.id limit 1)`,
    [personaId('supervisor')],
  );
  await client.query(
    `insert into placement_request (returner_id, state, sent_on, travel_mode, travel_minutes_at_most, weekdays, days_a_week, days_needed, day_starts_at, day_ends_at,
       minutes_a_day_at_least, earliest_start_on, latest_start_on, notice_days, adjustments, ranking, liked_weekdays, liked_settings, wants_paid)
     select r.id, 'OPEN', $1::date - (1 + r.n % 40)::int, case when r.n % 3 = 0 then 'CAR' else 'PUBLIC_TRANSPORT' end, 30 + 15 * (r.n % 4)::int, '[1, 2, 3, 4]', 2, 15, 480, 1080,
       240, $1::date + 21, $1::date + 120, 14, case when r.n % 9 = 0 then '["STEP_FREE"]'::jsonb else '[]'::jsonb end, '["TRAVEL", "START"]', '[]', '[]', r.n % 4 = 0
     from (select r.*, row_number() over (order by r.started_on, r.id) n from returner r join region g on g.id = r.region_id
       where g.code in ('Y56', 'Y62') and r.shares_with_coordinators and r.home_district_id is not null and r.profession_id is not null
         and r.person_id <> all($2::uuid[])) r where r.n % 3 <> 2`,
    [
      today,
      (
        [
          'returner-new',
          'returner-logging',
          'returner-looking',
          'returner-other',
          'returner-accepted',
          'returner-finishing',
          'returner-applied',
          'returner-readmitted',
        ] as const
      ).map(personaId),
    ],
  );
  // so that something waits for the personas of the organisation
  const ofPersonas = (table: string) =>
    `(select t.id from ${table} t join host h on h.id = t.host_id where h.ods_code = 'G6V2S' order by t.id desc limit 1)`;
  await client.query(
    `update capacity_offer set answer = 'YES', maybe_until = null, confirmed_on = $1::date - 50 where id = ${ofPersonas('capacity_offer')}`,
    [today],
  );
  await client.query(
    `update placement_site set confirmed_on = null, confirmed_by_id = null where id = ${ofPersonas('placement_site')}`,
  );
  await client.query(`update supervisor set check_again_by = $1::date + 20 where id = ${ofPersonas('supervisor')}`, [
    today,
  ]);
  for (const [regionCode] of coordinators) await addPlacementStates(client, regionCode, today);
};
