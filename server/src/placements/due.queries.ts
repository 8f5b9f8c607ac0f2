import type { CommandContext } from '../audit/run-command.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';

type EntityManager = CommandContext['em'];

/** As much as one run takes up; the next one goes on. */
const MOST_AT_ONCE = 500;
/** How long a no is looked at for a next best place: longer than our promise of a working day, over the longest holidays. */
const NEXT_BEST_DAYS = 7;
const MOST_NEXT_BEST = 50;

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** Offers whose last day to answer has passed, and proposals whose first day has come; those due longest first. */
export const duePlacements = async (em: EntityManager, today: CalendarDate): Promise<string[]> =>
  idsOf(
    await em.execute<{ id: string }[]>(
      `select id from placement where is_live and (
         (state in ('OFFERED', 'ACCEPTED_BY_RETURNER', 'ACCEPTED_BY_SITE') and expires_on < ?)
         or (state = 'PROPOSED' and starts_on <= ?))
       order by coalesce(expires_on, starts_on), id limit ?`,
      [today, today, MOST_AT_ONCE],
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
