import type { CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Returner } from '../returners/returner.entity.ts';
import { countUpdating, type UpdatingEntry } from '../updating/updating-count.rules.ts';
import { standingNow } from './application.queries.ts';

type EntityManager = CommandContext['em'];

/** The updating in the log, as the count wants it. */
const loggedEntries = (em: EntityManager, returnerId: string): Promise<UpdatingEntry[]> =>
  em.execute<UpdatingEntry[]>(
    `select id "key", on_date::text "on", kind, minutes, starts_at "startsAt" from current_logged_day where returner_id = ? order by on_date, id`,
    [returnerId],
  );

/** What is missing for an application on a day, each in a sentence; empty where it may be sent. */
export const missingForSending = async (
  em: EntityManager,
  returner: Returner,
  on: CalendarDate,
  today: CalendarDate,
): Promise<string[]> => {
  const { requirement } = await standingNow(em, returner, today);
  if (!requirement || requirement.days === 0) return [];
  const count = countUpdating(requirement, await loggedEntries(em, returner.id), on, today);
  return count.isComplete
    ? []
    : [`${Math.ceil(count.shortfallMinutes / 60)} hours of updating are missing for an application on that day.`];
};
