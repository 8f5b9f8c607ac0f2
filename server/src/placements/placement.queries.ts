import { LockMode } from '@mikro-orm/core';
import type { CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { render, sql, type Sql } from '../kernel/sql.ts';
import { ReturnerSchema, type Returner } from '../returners/returner.entity.ts';
import {
  correctionRows,
  declinedRows,
  proposedRows,
  requestRows,
  slotRows,
  type CorrectionRow,
  type RequestRow,
  type SlotRow,
} from './matching-facts.rules.ts';
import type { MatchingFacts } from './matching-input.rules.ts';
import { CapacityOfferSchema, PlacementSchema, type CapacityOffer, type Placement } from './placement.entity.ts';
import type { ClearedCheck } from './starting-check.rules.ts';

type EntityManager = CommandContext['em'];

/** Locks places that are offered; null where there are none. */
export const lockOffer = async (em: EntityManager, id: string | null): Promise<CapacityOffer | null> =>
  id === null ? null : em.findOne(CapacityOfferSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** How many of the places are given. Call it with the offer locked. */
export const liveCountOfOffer = async (em: EntityManager, offerId: string): Promise<number> => {
  const [row] = await em.execute<{ taken: string }[]>(
    'select count(*) taken from placement where offer_id = ? and is_live',
    [offerId],
  );
  return Number(row?.taken ?? 0);
};

const oneOf = (column: Sql, ids: readonly string[]): Sql =>
  sql`${column} = any(${{ valueFor: () => `{${ids.join(',')}}` }}::uuid[])`;

/** Asks for one JSON value within the transaction of `em`. */
const readJson = async <Value>(em: EntityManager, value: Sql): Promise<Value> => {
  const { text, parameters } = render(sql`select ${value} as value`);
  const values: unknown[] = [];
  // the entity manager counts by place
  const counted = text.replaceAll(/\$(\d+)/g, (_, number: string) => {
    values.push(parameters[Number(number) - 1]?.valueFor(null));
    return '?';
  });
  const [row] = await em.execute<{ value: Value }[]>(counted, values);
  if (!row) throw new Error('A select without a table answers one row.');
  return row.value;
};

/** What is known of these open requests and offers. */
export const readPairs = async (
  em: EntityManager,
  requestIds: readonly string[],
  offerIds: readonly string[],
): Promise<{
  readonly requests: readonly RequestRow[];
  readonly slots: readonly SlotRow[];
  readonly corrections: readonly CorrectionRow[];
}> =>
  readJson(
    em,
    sql`json_build_object('requests', ${requestRows(oneOf(sql`q.id`, requestIds))}, 'slots', ${slotRows(oneOf(sql`o.id`, offerIds))}, 'corrections', ${correctionRows()})`,
  );

/** Everything that a plan for one region is made from: who waits there and may be seen, and what its organisations offer. */
export const readRegion = async (em: EntityManager, regionId: string): Promise<MatchingFacts> =>
  readJson(
    em,
    sql`json_build_object('requests', ${requestRows(sql`q.state = 'OPEN' and ${oneOf(sql`r.region_id`, [regionId])} and r.shares_with_coordinators and not exists (select 1 from placement p where p.request_id = q.id and p.is_live and p.state <> 'PROPOSED')`)}, 'slots', ${slotRows(oneOf(sql`n.region_id`, [regionId]))}, 'proposed', ${proposedRows()}, 'declined', ${declinedRows()}, 'corrections', ${correctionRows()})`,
  );

/** A placement that holds its seat. */
export interface Holding {
  readonly id: string;
  readonly returnerId: string;
  readonly offerId: string;
  readonly siteId: string;
  readonly supervisorId: string | null;
  readonly seat: number;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** Locks, in this order and each by id: returners, offers, sites, supervisors. Everybody who assigns goes this way. */
export const lockForAssignment = async (
  em: EntityManager,
  returnerIds: readonly string[],
  offerIds: readonly string[],
): Promise<Returner[]> => {
  const returners = await em.find(
    ReturnerSchema,
    { id: { $in: [...returnerIds] } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const offers = `{${offerIds.join(',')}}`;
  await em.execute('select id from capacity_offer where id = any(?::uuid[]) order by id for update', [offers]);
  await em.execute(
    'select id from placement_site where id in (select site_id from capacity_offer where id = any(?::uuid[])) order by id for update',
    [offers],
  );
  await em.execute(
    'select id from supervisor where id in (select supervisor_id from capacity_offer where id = any(?::uuid[])) order by id for update',
    [offers],
  );
  return returners;
};

/** Every placement that holds a seat near these: of the same returners, offers, sites or supervisors. */
export const holdingsAround = async (
  em: EntityManager,
  returnerIds: readonly string[],
  offerIds: readonly string[],
): Promise<Holding[]> =>
  readJson(
    em,
    sql`(select coalesce(json_agg(json_build_object('id', p.id, 'returnerId', p.returner_id, 'offerId', p.offer_id, 'siteId', p.site_id, 'supervisorId', p.supervisor_id, 'seat', p.seat, 'from', p.starts_on, 'until', p.ends_on) order by p.id), '[]'::json)
      from placement p where p.is_live and (${oneOf(sql`p.returner_id`, returnerIds)} or p.site_id in (select site_id from capacity_offer o where ${oneOf(sql`o.id`, offerIds)})
        or p.supervisor_id in (select supervisor_id from capacity_offer o where ${oneOf(sql`o.id`, offerIds)})))`,
  );

/** Locks a placement after its returner; null where there is none. */
export const lockPlacement = async (
  em: EntityManager,
  id: string | null,
): Promise<{ readonly placement: Placement; readonly returner: Returner } | null> => {
  if (id === null) return null;
  const [row] = await em.execute<{ returner_id: string }[]>('select returner_id from placement where id = ?', [id]);
  const returner =
    row && (await em.findOne(ReturnerSchema, { id: row.returner_id }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  const placement = returner && (await em.findOne(PlacementSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  return placement ? { placement, returner } : null;
};

/** What was cleared for a person before. */
export const clearedChecks = async (em: EntityManager, returnerId: string): Promise<ClearedCheck[]> =>
  readJson(
    em,
    sql`(select coalesce(json_agg(json_build_object('kind', c.kind, 'settledOn', c.settled_on, 'goodUntil', c.good_until) order by c.settled_on desc), '[]'::json) from starting_check c where c.state = 'CLEARED' and ${oneOf(sql`c.returner_id`, [returnerId])})`,
  );
