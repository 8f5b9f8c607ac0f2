import { peakDuring, type DateSpan } from '../supervisor.rules.ts';
import type { MatchingInput, MatchSlot } from './terms.rules.ts';

/** What a row of capacity counts. */
export type CapacityKind = 'SEATS' | 'SUPERVISOR_LOAD' | 'SITE_CAP';

/** At most so many returners in these places together. */
export interface CapacityRow {
  readonly kind: CapacityKind;
  /** Indices of slots, ascending. */
  readonly slots: readonly number[];
  readonly atMost: number;
}

const covers = (row: CapacityRow, other: CapacityRow): boolean => {
  const inRow = new Set(row.slots);
  return row.atMost <= other.atMost && other.slots.every((slot) => inRow.has(slot));
};

/**
 * "So many at once" as rows: one for each day on which another set of places is open, less what is taken already. A new
 * peak can only begin on a day on which something begins.
 */
const atOnce = (
  kind: CapacityKind,
  slots: readonly { readonly index: number; readonly slot: MatchSlot }[],
  atOnceAtMost: number,
  taken: readonly DateSpan[],
): CapacityRow[] => {
  const days = new Set([...slots.map(({ slot }) => slot.from), ...taken.map(({ from }) => from)]);
  const rows: CapacityRow[] = [];
  for (const day of [...days].toSorted()) {
    const open = slots.filter(({ slot }) => slot.from <= day && day <= slot.until);
    const row: CapacityRow = {
      kind,
      slots: open.map(({ index }) => index),
      atMost: Math.max(0, atOnceAtMost - peakDuring(taken, { from: day, until: day })),
    };
    if (open.reduce((seats, { slot }) => seats + slot.seats, 0) > row.atMost) rows.push(row);
  }
  return rows.filter(
    (row, index) =>
      !rows.some((other, at) => at !== index && covers(other, row) && (at < index || !covers(row, other))),
  );
};

/** Every row of capacity of an input whose slots stand in this order: the seats of slot `i` are row `i`. */
export const capacityRows = (
  slots: readonly MatchSlot[],
  { supervisors, sites }: Pick<MatchingInput, 'supervisors' | 'sites'>,
): CapacityRow[] => {
  const indexed = slots.map((slot, index) => ({ index, slot }));
  const bySupervisor = Map.groupBy(indexed, ({ slot }) => slot.supervisorId);
  const bySite = Map.groupBy(indexed, ({ slot }) => slot.siteId);
  return [
    ...slots.map((slot, index): CapacityRow => ({ kind: 'SEATS', slots: [index], atMost: slot.seats })),
    ...supervisors.flatMap(({ id, atOnceAtMost, taken }) =>
      atOnce('SUPERVISOR_LOAD', bySupervisor.get(id) ?? [], atOnceAtMost, taken),
    ),
    ...sites.flatMap(({ id, atOnceAtMost, taken }) =>
      atOnceAtMost === null ? [] : atOnce('SITE_CAP', bySite.get(id) ?? [], atOnceAtMost, taken),
    ),
  ];
};
