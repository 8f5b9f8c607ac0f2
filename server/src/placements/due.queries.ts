import type { CommandContext } from '../audit/run-command.ts';
import { recipientIdOf, type RemindedOne } from '../messages/reminder.queries.ts';
import type { WaitingThing } from '../messages/reminder.rules.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { listed } from '../kernel/sql.ts';
import { dueFrom, type DueRow } from './due.rules.ts';
import { unansweredStates } from './placement.rules.ts';
import type { ReminderWords } from './reminder-words.rules.ts';

type EntityManager = CommandContext['em'];

/** As much as one run takes up; the next one goes on. */
const MOST_AT_ONCE = 500;
/** How long a no is looked at for a next best place: longer than our promise of a working day, over the longest holidays. */
const NEXT_BEST_DAYS = 7;
const MOST_NEXT_BEST = 50;

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

const isDue = `is_live and (
  (state in ${listed(unansweredStates)} and expires_on < ?) or (state = 'PROPOSED' and starts_on <= ?))`;

/** Offers whose last day to answer has passed, and proposals whose first day has come; those due longest first. */
export const duePlacements = async (em: EntityManager, today: CalendarDate): Promise<string[]> =>
  idsOf(
    await em.execute<{ id: string }[]>(
      `select id from placement where ${isDue} order by coalesce(expires_on, starts_on), id limit ?`,
      [today, today, MOST_AT_ONCE],
    ),
  );

/** Those of them that stand in the way of somebody, known by a request or a placement of theirs, or of a place. */
export const duePlacementsAround = async (
  em: EntityManager,
  ofSomebody: readonly string[],
  offerIds: readonly string[],
  today: CalendarDate,
): Promise<string[]> =>
  idsOf(
    await em.execute<{ id: string }[]>(
      `select id from placement where ${isDue} and (offer_id = any(?::uuid[]) or returner_id in (
         select returner_id from placement_request where id = any(?::uuid[])
         union select returner_id from placement where id = any(?::uuid[]))) order by id`,
      [today, today, ...[offerIds, ofSomebody, ofSomebody].map((ids) => `{${ids.join(',')}}`)],
    ),
  );

/** Placements that came to nothing not long ago, whose returner still asks and has neither place nor proposal. */
export const placementsWithoutNextBest = async (em: EntityManager, today: CalendarDate): Promise<string[]> =>
  idsOf(
    await em.execute<{ id: string }[]>(
      `select p.id from placement p join placement_request q on q.id = p.request_id and q.state = 'OPEN'
       where p.state in ('DECLINED', 'EXPIRED') and p.changed_on between ? and ?
         and not exists (select 1 from placement held where held.returner_id = p.returner_id and held.is_live)
         and not exists (select 1 from placement later where later.request_id = p.request_id
           and (later.changed_on, later.id) > (p.changed_on, p.id))
       order by p.changed_on, p.id limit ?`,
      [addDays(today, -NEXT_BEST_DAYS), today, MOST_NEXT_BEST],
    ),
  );

/** Somebody at work or at home, by the person or, without an account, by the address. */
const contact = `(select p.id from person p where p.email = lower(h.contact_email)) as person_id, h.contact_email as address`;
const nobodyYet = `not exists (select 1 from placement held where held.returner_id = r.id and held.is_live and held.is_shown)`;

const unanswered = `not exists (select 1 from capacity_offer o where o.site_id = s.site_id
    and o.profession_id = s.profession_id and o.confirmed_on >= s.asked_on)`;

/** What may wait for somebody, with the dates by which the rules decide whether it does. Only people who can be written to. */
const waitingRows = `
  select 'CONFIRM_CAPACITY' as kind, o.id as subject_id, ${contact}, o.confirmed_on::text as since,
    json_build_object('answer', o.answer, 'maybeUntil', o.maybe_until, 'from', o.starts_on, 'until', o.ends_on, 'confirmedOn', o.confirmed_on) as offer
  from capacity_offer o join host h on h.id = o.host_id
  where h.contact_email is not null and o.answer <> 'NO' and o.ends_on >= :today
  union all
  select 'LOOK_UP_SUPERVISOR', s.id, ${contact}, s.check_again_by::text, null
  from supervisor s join host h on h.id = s.host_id
  where h.contact_email is not null and s.check_again_by is not null
  union all
  select 'CHECK_IS_LATE', c.id, ${contact}, c.begun_on::text, null
  from starting_check c join placement pl on pl.id = c.placement_id and pl.state = 'ACCEPTED' join host h on h.id = pl.host_id
  where c.owner = 'SITE' and c.state in ('TO_DO', 'IN_PROGRESS') and h.contact_email is not null
  union all
  select 'CHECK_IS_LATE', c.id, r.person_id, null, c.begun_on::text, null
  from starting_check c join placement pl on pl.id = c.placement_id and pl.state = 'ACCEPTED' join returner r on r.id = c.returner_id
  where c.owner = 'RETURNER' and c.state in ('TO_DO', 'IN_PROGRESS') and r.accepts_email
  union all
  select 'REQUEST_WAITS', q.id, r.person_id, null, q.sent_on::text, null
  from placement_request q join returner r on r.id = q.returner_id
  where q.state = 'OPEN' and r.accepts_email and ${nobodyYet}
  union all
  select 'REQUEST_WAITS_FOR_YOU', q.id, g.person_id, null, q.sent_on::text, null
  from placement_request q join returner r on r.id = q.returner_id
  join role_grant g on g.role = 'COORDINATOR' and (g.region_id = r.region_id or g.board_id = r.board_id)
  where q.state = 'OPEN' and r.coordinators_see_since is not null and ${nobodyYet}
  union all
  select 'REQUEST_WAITS_TOO_LONG', q.id, g.person_id, null, q.sent_on::text, null
  from placement_request q join returner r on r.id = q.returner_id
  join role_grant g on g.role = 'ADMINISTRATOR' and (g.region_id = r.region_id or g.region_id is null)
  where q.state = 'OPEN' and r.coordinators_see_since is not null and ${nobodyYet}
  union all
  select 'ANSWER_A_SITE_QUESTION', s.id, ${contact}, s.asked_on::text, null
  from site_question s join placement_request q on q.id = s.request_id and q.state = 'OPEN' join host h on h.id = s.host_id
  where h.contact_email is not null and ${unanswered}
  union all
  select 'SITE_IS_SILENT', s.id, g.person_id, null, s.asked_on::text, null
  from site_question s join placement_request q on q.id = s.request_id and q.state = 'OPEN' join host h on h.id = s.host_id
  join role_grant g on g.role = 'COORDINATOR' and (g.region_id = h.region_id or g.board_id = h.board_id)
  where ${unanswered}
  union all
  select 'DAYS_DROP_OUT', r.id, r.person_id, null, d.on_date::text, null
  from (select returner_id, on_date from current_logged_day where on_date between :oldest and :newest group by 1, 2) d
  join returner r on r.id = d.returner_id where r.accepts_email`;

/** A thing that waits, and for whom. */
export type ThingForSomebody = WaitingThing & { readonly to: RemindedOne };

/** What a later feature has that waits for somebody, and the words for it. */
export interface WaitingSource {
  readonly find: (em: EntityManager, today: CalendarDate) => Promise<readonly ThingForSomebody[]>;
  readonly words: ReminderWords;
}

/** Everything that waits for somebody on a day, decided by the rules. */
export const thingsThatWait = async (em: EntityManager, today: CalendarDate): Promise<ThingForSomebody[]> => {
  const dates: Readonly<Record<string, CalendarDate>> = {
    ':today': today,
    ':oldest': addDays(today, -400),
    ':newest': addDays(today, -300),
  };
  const values: CalendarDate[] = [];
  const text = waitingRows.replaceAll(/:(?:today|oldest|newest)\b/g, (name) => {
    values.push(dates[name] ?? today);
    return '?';
  });
  const rows = await em.execute<DueRow[]>(text, values);
  const known = new Map<string, string>();
  const things: ThingForSomebody[] = [];
  for (const { thing, to } of dueFrom(rows, today)) {
    const key = JSON.stringify(to);
    const recipientId = known.get(key) ?? (await recipientIdOf(em, to));
    known.set(key, recipientId);
    things.push({ ...thing, recipientId, to });
  }
  return things;
};
