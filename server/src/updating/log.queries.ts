import type { CommandContext } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { LoggedDaySchema, type LoggedDay } from './logged-day.entity.ts';
import { SignedDaySchema } from './signed-day.entity.ts';

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

/** Whether a supervisor has confirmed the day. Call it with the returner locked. */
export const isSignedDay = async (em: EntityManager, dayId: string): Promise<boolean> =>
  (await em.findOne(SignedDaySchema, { dayId })) !== null;

/** What a day must be judged with. Call it with the returner locked. */
export const aroundDay = async (
  em: EntityManager,
  returnerId: string,
  onDate: string,
  exceptDayId: string | null,
): Promise<{
  /** Minutes of other entries on the date. */
  readonly minutesOnDate: number;
  readonly entries: number;
  /** For a new day, so that its id grows with time like all others. */
  readonly newDayId: string;
}> => {
  const [row] = await em.execute<[{ minutes: string; entries: string; new_day_id: string }]>(
    `select coalesce(sum(minutes) filter (where on_date = ?), 0) minutes, count(*) entries, uuidv7() new_day_id
     from current_logged_day where returner_id = ? and id is distinct from ?::uuid`,
    [onDate, returnerId, exceptDayId],
  );
  return { minutesOnDate: Number(row.minutes), entries: Number(row.entries), newDayId: row.new_day_id };
};

type Counted = Pick<LoggedDay, 'kind' | 'minutes'>;

/** Adds a day to its total, in the same transaction as the log. */
export const addToTotal = (em: EntityManager, returnerId: string, { kind, minutes }: Counted): Promise<unknown> =>
  em.execute(
    `insert into updating_total (returner_id, kind, minutes, entries) values (?, ?, ?, 1)
     on conflict on constraint one_total_per_returner_and_kind
     do update set minutes = updating_total.minutes + excluded.minutes, entries = updating_total.entries + 1`,
    [returnerId, kind, minutes],
  );

/** Takes a day out of its total, in the same transaction as the log. */
export const takeFromTotal = (em: EntityManager, returnerId: string, { kind, minutes }: Counted): Promise<unknown> =>
  em.execute(
    'update updating_total set minutes = minutes - ?, entries = entries - 1 where returner_id = ? and kind = ?',
    [minutes, returnerId, kind],
  );

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
