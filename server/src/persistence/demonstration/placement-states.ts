import type pg from 'pg';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { isHolding, type PlacementState } from '../../placements/placement.rules.ts';
import { firstChecks } from '../../placements/starting-check.rules.ts';

/** A placement to be made: its state, its first and last day counted from today, and how its request stands. */
interface Made {
  readonly state: PlacementState;
  readonly startsIn: number;
  readonly endsIn: number;
  readonly request: 'OPEN' | 'MET';
  readonly endedBy?: 'RETURNER' | 'SITE' | 'COORDINATOR' | 'CLOCK';
  readonly reason?: string;
  /** It is where the placement before it in the list goes on: the same person, at another offer. */
  readonly goesOn?: true;
}

/** One for every state that a placement can be in, and more of those that give a coordinator something to do. */
const made: readonly Made[] = [
  { state: 'OFFERED', startsIn: 28, endsIn: 82, request: 'OPEN' },
  { state: 'ACCEPTED', startsIn: 18, endsIn: 72, request: 'MET' },
  { state: 'STARTED', startsIn: -18, endsIn: 40, request: 'MET' },
  { state: 'PROPOSED', startsIn: 35, endsIn: 89, request: 'OPEN' },
  { state: 'ACCEPTED_BY_RETURNER', startsIn: 30, endsIn: 84, request: 'OPEN' },
  { state: 'ACCEPTED_BY_SITE', startsIn: 31, endsIn: 85, request: 'OPEN' },
  { state: 'DECLINED', startsIn: 40, endsIn: 94, request: 'OPEN', endedBy: 'RETURNER', reason: 'TRAVEL' },
  { state: 'EXPIRED', startsIn: 33, endsIn: 87, request: 'OPEN', endedBy: 'CLOCK' },
  { state: 'WITHDRAWN', startsIn: 36, endsIn: 90, request: 'OPEN', endedBy: 'COORDINATOR' },
  { state: 'ENDED_EARLY', startsIn: -60, endsIn: -31, request: 'MET', endedBy: 'SITE', reason: 'DATES' },
  { state: 'COMPLETED', startsIn: -90, endsIn: -35, request: 'MET' },
  { state: 'MOVED', startsIn: -40, endsIn: -12, request: 'MET', endedBy: 'COORDINATOR' },
  { state: 'STARTED', startsIn: -10, endsIn: 45, request: 'MET', goesOn: true },
  { state: 'ACCEPTED', startsIn: 16, endsIn: 70, request: 'MET' },
  { state: 'OFFERED', startsIn: 45, endsIn: 99, request: 'OPEN' },
];
const checks = firstChecks([], calendarDate('2026-01-05'));
const hidden: readonly PlacementState[] = ['PROPOSED', 'WITHDRAWN'];
const accepted: readonly PlacementState[] = ['ACCEPTED', 'STARTED', 'MOVED', 'ENDED_EARLY', 'COMPLETED'];
const saidYes = (party: 'RETURNER' | 'SITE', { state }: Made): boolean =>
  accepted.includes(state) || state === `ACCEPTED_BY_${party}`;

/** The request with another offer of its profession and region, which nobody was paired with. */
const anotherOffer = async (
  client: pg.ClientBase,
  request: string,
  pairs: readonly { readonly offer: string }[],
): Promise<{ readonly request: string; readonly offer: string } | undefined> => {
  const { rows } = await client.query<{ request: string; offer: string }>(
    `select q.id request, o.id offer from placement_request q join returner r on r.id = q.returner_id
       join capacity_offer o on o.profession_id = r.profession_id and o.answer = 'YES' and o.id <> all ($2::uuid[])
       join host h on h.id = o.host_id and h.region_id = r.region_id
     where q.id = $1 order by o.id limit 1`,
    [request, pairs.map(({ offer }) => offer)],
  );
  return rows[0];
};

/**
 * Places some of those who wait, at an offer of their profession in their region, each offer once: in every state that a
 * placement can be in, at the organisation of the personas first. Offers are widened to hold the dates, so that what was is believable.
 */
export const addPlacementStates = async (client: pg.ClientBase, regionCode: string, today: string): Promise<void> => {
  const { rows } = await client.query<{ request: string; offer: string }>(
    `with asking as (select q.id, q.returner_id, r.profession_id, row_number() over (partition by r.profession_id order by q.sent_on, q.id) n
       from placement_request q join returner r on r.id = q.returner_id join region g on g.id = r.region_id where g.code = $1 and q.state = 'OPEN'),
     offered as (select o.id, o.profession_id, h.ods_code = 'G6V2S' own,
         row_number() over (partition by o.profession_id order by h.ods_code = 'G6V2S' desc, o.id) n
       from capacity_offer o join host h on h.id = o.host_id join region g on g.id = h.region_id where g.code = $1 and o.answer = 'YES')
     select a.id request, o.id offer from asking a join offered o on o.profession_id = a.profession_id and o.n = a.n order by o.own desc, a.n, a.id limit $2`,
    [regionCode, made.filter(({ goesOn }) => !goesOn).length],
  );
  let before: { readonly id: string; readonly request: string } | undefined;
  const pairs = rows.values();
  for (const one of made) {
    const pair = one.goesOn ? before && (await anotherOffer(client, before.request, rows)) : pairs.next().value;
    if (pair === undefined) continue;
    const isShown = !hidden.includes(one.state);
    const proposedIn = Math.min(-4, one.startsIn - (one.goesOn ? 3 : 30));
    await client.query(
      `update capacity_offer set starts_on = least(starts_on, $2::date + $3::int), ends_on = greatest(ends_on, $2::date + $4::int) where id = $1`,
      [pair.offer, today, one.startsIn, one.endsIn],
    );
    const placement = await client.query<{ id: string; returner_id: string }>(
      `insert into placement (returner_id, request_id, offer_id, host_id, site_id, supervisor_id, seat, state, is_live, is_shown, starts_on, ends_on, weekdays,
         proposed_on, offered_on, expires_on, returner_accepted_on, host_accepted_on, changed_on, ended_by, reason, state_before_move, moved_from_id)
       select q.returner_id, q.id, o.id, o.host_id, o.site_id, o.supervisor_id, 1, $3, $4, $5, $6::date + $7::int, $6::date + $8::int, '[1, 2]',
         $6::date + $9::int, case when $5 then $6::date + $9::int + 1 end, case when $5 then $6::date + $9::int + 11 end,
         case when $10 then $6::date + $9::int + 2 end, case when $11 then $6::date + $9::int + 3 end, $6::date + least(-1, $8::int), $12, $13,
         case when $3 = 'MOVED' then 'STARTED' end, $14::uuid
       from placement_request q, capacity_offer o where q.id = $1 and o.id = $2 returning id, returner_id`,
      [
        pair.request,
        pair.offer,
        one.state,
        isHolding(one.state),
        isShown,
        today,
        one.startsIn,
        one.endsIn,
        proposedIn,
        saidYes('RETURNER', one),
        saidYes('SITE', one),
        one.endedBy ?? null,
        one.reason ?? null,
        one.goesOn ? before?.id : null,
      ],
    );
    const [row] = placement.rows;
    before = row && { id: row.id, request: pair.request };
    if (one.request === 'MET' && !one.goesOn)
      await client.query(
        `update placement_request set state = 'MET', closed_on = $2::date + $3::int, sent_on = least(sent_on, $2::date + $4::int) where id = $1`,
        [pair.request, today, proposedIn + 3, proposedIn - 10],
      );
    if (!accepted.includes(one.state)) continue;
    // all is cleared once a placement has begun; before, some is under way
    await client.query(
      `insert into starting_check (returner_id, placement_id, kind, owner, state, begun_on, settled_on)
       select $1, $2, k.kind, k.owner, s.state, $4::date + $5::int, case when s.state = 'CLEARED' then $4::date - 1 end
       from unnest($3::text[], $7::text[]) with ordinality k (kind, owner, n)
       cross join lateral (select case when $6 or k.n % 3 = 1 then 'CLEARED' when k.n % 3 = 2 then 'IN_PROGRESS' else 'TO_DO' end state) s`,
      [
        row?.returner_id,
        row?.id,
        checks.map(({ kind }) => kind),
        today,
        proposedIn + 3,
        one.state !== 'ACCEPTED',
        checks.map(({ owner }) => owner),
      ],
    );
  }
};
