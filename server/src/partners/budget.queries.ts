import type { Database } from '../persistence/database.ts';
import { BUDGET_SECONDS, budgetNow, type BudgetNow } from './budget.rules.ts';

type Ask = Pick<Database, 'query'>;

/** What was there before, and what is left where it was enough. The row is locked, so that of many at once none is let through twice. */
const reserveText = `
  with taken as (
    insert into partner_budget as b (client_id, points_left, as_of) values ($1, $2::float8 - $3::float8, clock_timestamp())
    on conflict (client_id) do update set as_of = clock_timestamp(),
      points_left = least($2, b.points_left + greatest(0, extract(epoch from clock_timestamp() - b.as_of)) * $2 / ${BUDGET_SECONDS}) - $3
      where least($2, b.points_left + greatest(0, extract(epoch from clock_timestamp() - b.as_of)) * $2 / ${BUDGET_SECONDS}) >= $3
    returning points_left
  )
  select (select points_left from taken) as left,
    (select points_left from partner_budget where client_id = $1) as before,
    (select extract(epoch from clock_timestamp() - as_of)::float8 from partner_budget where client_id = $1) as since`;

/** A reservation: taken, with what is left, or not, with what there was. */
export interface Reservation {
  readonly isTaken: boolean;
  readonly budget: BudgetNow;
}

/** Takes points out of a program's budget, before its query runs; one statement. */
export const reservePoints = async (
  database: Ask,
  { clientId, budget }: { readonly clientId: string; readonly budget: number },
  needed: number,
): Promise<Reservation> => {
  const [row] = await database.query<{ left: number | null; before: number | null; since: number | null }>({
    name: 'reserve_points',
    text: reserveText,
    values: [clientId, budget, needed],
  });
  const left = row?.left ?? null;
  if (left !== null) return { isTaken: true, budget: budgetNow(budget, { left, secondsSince: 0 }) };
  const known = { left: row?.before ?? 0, secondsSince: row?.since ?? 0 };
  return { isTaken: false, budget: budgetNow(budget, known) };
};

/** Takes points for what has been read already; where there are too few, the next query waits for longer. */
export const takePoints = async (
  database: Ask,
  { clientId }: { readonly clientId: string },
  points: number,
): Promise<void> => {
  await database.query({
    name: 'take_points',
    text: 'update partner_budget set points_left = points_left - $2::float8 where client_id = $1',
    values: [clientId, points],
  });
};

/** Gives back what a query did not need, once it has run. */
export const returnPoints = async (
  database: Ask,
  { clientId, budget }: { readonly clientId: string; readonly budget: number },
  unused: number,
): Promise<void> => {
  if (unused <= 0) return;
  await database.query({
    name: 'return_points',
    text: 'update partner_budget set points_left = least($2, points_left + $3::float8) where client_id = $1',
    values: [clientId, budget, unused],
  });
};
