import type { CommandContext } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { LoggedDaySchema, type LoggedDay } from './logged-day.entity.ts';

type EntityManager = CommandContext['em'];

/** Which logged day is meant by the id the API shows; undefined where it is no such id. */
export const dayIdOf = (globalId: string): string | undefined => {
  const asked = fromGlobalId(globalId);
  return asked?.type === 'LoggedDay' ? asked.id : undefined;
};

/** Whose a logged day is; null where there is no such day. Read before the returner is locked, so that locks keep one order. */
export const returnerIdOfDay = async (em: EntityManager, dayId: string): Promise<string | null> => {
  const [row] = await em.execute<{ returner_id: string }[]>(
    'select returner_id from logged_day where day_id = ? limit 1',
    [dayId],
  );
  return row?.returner_id ?? null;
};

/** The row that holds, removed or not. */
export const currentRow = (em: EntityManager, dayId: string): Promise<LoggedDay | null> =>
  em.findOne(LoggedDaySchema, { dayId, supersededAt: null });

/** Minutes of other entries on a date, and how many entries the log has. Call it with the returner locked. */
export const aroundDay = async (
  em: EntityManager,
  returnerId: string,
  onDate: string,
  exceptDayId: string | null,
): Promise<{ readonly minutesOnDate: number; readonly entries: number }> => {
  const [row] = await em.execute<{ minutes: string; entries: string }[]>(
    `select coalesce(sum(minutes) filter (where on_date = ?), 0) minutes, count(*) entries from current_logged_day
     where returner_id = ? and id is distinct from ?::uuid`,
    [onDate, returnerId, exceptDayId],
  );
  return { minutesOnDate: Number(row?.minutes ?? 0), entries: Number(row?.entries ?? 0) };
};

/** Adds to a total (or, below zero, takes away), in the same transaction as the log. */
export const addToTotal = async (
  em: EntityManager,
  returnerId: string,
  { kind, minutes }: Pick<LoggedDay, 'kind' | 'minutes'>,
  sign: 1 | -1,
): Promise<void> => {
  // the row is made empty first: a total that would begin below nothing breaks its check before the conflict is seen
  await em.execute(
    `insert into updating_total (returner_id, kind, minutes, entries) values (?, ?, 0, 0)
     on conflict on constraint one_total_per_returner_and_kind do nothing`,
    [returnerId, kind],
  );
  await em.execute(
    'update updating_total set minutes = minutes + ?, entries = entries + ? where returner_id = ? and kind = ?',
    [sign * minutes, sign, returnerId, kind],
  );
};

/** A total that is not the sum of the log. */
export interface WrongTotal {
  readonly returnerId: string;
  readonly kind: string;
  readonly kept: number;
  readonly logged: number;
}

/** Recomputes every total from the ledger and names those that differ; empty if all is well. */
export const wrongTotals = (em: EntityManager): Promise<WrongTotal[]> =>
  em.execute<WrongTotal[]>(
    `select coalesce(t.returner_id, l.returner_id) "returnerId", coalesce(t.kind, l.kind) kind,
       coalesce(t.minutes, 0)::int kept, coalesce(l.minutes, 0)::int logged
     from updating_total t full join
       (select returner_id, kind, sum(minutes) minutes, count(*) entries from current_logged_day group by 1, 2) l
       on l.returner_id = t.returner_id and l.kind = t.kind
     where (coalesce(t.minutes, 0), coalesce(t.entries, 0)) is distinct from (coalesce(l.minutes, 0), coalesce(l.entries, 0))`,
  );
