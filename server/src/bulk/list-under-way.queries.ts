import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '../persistence/database.ts';

type Asked = Pick<Database, 'query'>;

/** As many lists are sent to one program or person at once. */
export const listsAtOnce = 2;
/** After so many seconds without word of the server that sends it a list counts no more. */
const LEASE_SECONDS = 30;

/** A list that is being sent. */
export interface ListUnderWay {
  readonly caller: string;
  readonly takenBy: string;
}

/**
 * Counts a list that somebody is about to be sent; undefined where as many are under way as may be. Two that come at once can reach for
 * the same place; whoever is second looks for another.
 * @param callerId the id of the program, or of the person.
 */
export const beginList = async (database: Asked, callerId: string): Promise<ListUnderWay | undefined> => {
  const list = { caller: createHash('sha256').update(callerId).digest('base64url'), takenBy: randomUUID() };
  for (let tries = 0; tries < listsAtOnce; tries += 1) {
    const taken = await database.query({
      name: 'begin_list_under_way',
      text: `insert into list_under_way as l (caller, slot, taken_by, until)
        select $1, free.slot, $2, clock_timestamp() + make_interval(secs => $4) from generate_series(1, $3) free (slot)
        where not exists (select from list_under_way o where o.caller = $1 and o.slot = free.slot and o.until > clock_timestamp())
        order by free.slot limit 1
        on conflict (caller, slot) do update set taken_by = excluded.taken_by, until = excluded.until where l.until <= clock_timestamp()
        returning l.slot`,
      values: [list.caller, list.takenBy, listsAtOnce, LEASE_SECONDS],
    });
    if (taken.length > 0) return list;
  }
  return undefined;
};

/** How often word is needed that a list is still being sent. */
export const wordOfListMs = (LEASE_SECONDS * 1_000) / 3;

/** Says that a list is still being sent. */
export const keepList = async (database: Asked, { caller, takenBy }: ListUnderWay): Promise<void> => {
  await database.query({
    name: 'keep_list_under_way',
    text: 'update list_under_way set until = clock_timestamp() + make_interval(secs => $3) where caller = $1 and taken_by = $2',
    values: [caller, takenBy, LEASE_SECONDS],
  });
};

/** Counts it no more. */
export const endList = async (database: Asked, { caller, takenBy }: ListUnderWay): Promise<void> => {
  await database.query({
    name: 'end_list_under_way',
    text: 'delete from list_under_way where caller = $1 and taken_by = $2',
    values: [caller, takenBy],
  });
};
