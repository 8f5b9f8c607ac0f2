import { runCommand, type CommandContext, type CommandResult, type Transaction } from '../audit/run-command.ts';
import { conflict } from '../kernel/refusal.ts';
import type { Returner } from '../returners/returner.entity.ts';
import { mayEditReturner } from '../returners/returner.policy.ts';
import { lockReturnerById, notFound, subjectOf } from '../returners/returner.queries.ts';
import { faultsByGuards } from './day-guards.ts';
import { faultsOfDay, type DayToLog } from './log-day.rules.ts';
import {
  addToTotal,
  aroundDay,
  currentRow,
  dayIdOf,
  isSignedDay,
  returnerIdOfDay,
  takeFromTotal,
} from './log.queries.ts';
import { LoggedDaySchema, type LoggedDay } from './logged-day.entity.ts';
import { dayAsKept, signedDayIsLocked, type KeptDay } from './logged-day.rules.ts';

/** Which version of which logged day is meant. */
export interface RemoveLoggedDay {
  readonly loggedDayId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** A logged day as it should be from now on. */
export interface EditLoggedDay extends RemoveLoggedDay, DayToLog {}

const noSuchDay = notFound('loggedDayId', 'day in your log');

const keptIn = ({ onDate, kind, minutes, startsAt, isPaidPost, note }: LoggedDay): KeptDay => ({
  onDate: onDate as KeptDay['onDate'],
  kind,
  minutes,
  startsAt: startsAt ?? null,
  isPaidPost,
  note: note ?? null,
});

/** Locks the owner, then finds the row that holds, if it has the version the caller has read. */
const withCurrentRow = async (
  { em, actor }: Transaction,
  { loggedDayId, expectedVersion }: RemoveLoggedDay,
  work: (returner: Returner, row: LoggedDay) => Promise<CommandResult>,
): Promise<CommandResult> => {
  const dayId = dayIdOf(loggedDayId);
  const returnerId = dayId && (await returnerIdOfDay(em, dayId));
  const returner = returnerId ? await lockReturnerById(em, actor, returnerId) : null;
  if (!dayId || !returner || !mayEditReturner(actor, subjectOf(returner))) return { refused: [noSuchDay] };
  const row = await currentRow(em, dayId);
  if (!row) return { refused: [noSuchDay] };
  if (row.version !== expectedVersion) return { refused: [conflict(row.version)] };
  if (row.isRemoved) return { refused: [noSuchDay] };
  return (await isSignedDay(em, dayId)) ? { refused: [signedDayIsLocked] } : work(returner, row);
};

/** Adds the next version to the ledger and marks the one before. */
const supersede = async (
  { em, clock }: Transaction,
  returner: Returner,
  row: LoggedDay,
  next: KeptDay,
  isRemoved: boolean,
) => {
  const at = clock.now();
  // one after the other: only one row of a day may hold
  await em.nativeUpdate(LoggedDaySchema, { id: row.id }, { supersededAt: at });
  em.create(LoggedDaySchema, {
    ...next,
    dayId: row.dayId,
    version: row.version + 1,
    returner,
    isRemoved,
    recordedAt: at,
  });
  await em.flush();
  await takeFromTotal(em, returner.id, row);
  if (!isRemoved) await addToTotal(em, returner.id, next);
};

/** Corrects a logged day; what it said before stays in the ledger. */
export const editLoggedDay = (context: CommandContext, input: EditLoggedDay) =>
  runCommand(context, { name: 'editLoggedDay', input, idempotencyKey: input.idempotencyKey }, (transaction) =>
    withCurrentRow(transaction, input, async (returner, row) => {
      const { em, clock, audit } = transaction;
      const around = await aroundDay(em, returner.id, input.onDate, row.dayId);
      const own = faultsOfDay(input, { ...around, today: clock.today() });
      // fewer hours, or another note, are let be on a day that could not begin any more
      const isMore = input.onDate !== row.onDate || input.kind !== row.kind || input.minutes > row.minutes;
      const refused = own.length > 0 || !isMore ? own : await faultsByGuards(em, returner.id, input);
      if (refused.length > 0) return { refused };
      const before = keptIn(row);
      const after = dayAsKept(input);
      await supersede(transaction, returner, row, after, false);
      audit({
        action: 'editLoggedDay',
        subject: { type: 'LoggedDay', id: row.dayId },
        personId: returner.person.id,
        changes: Object.fromEntries(
          (Object.keys(after) as (keyof KeptDay)[])
            .filter((field) => before[field] !== after[field])
            .map((field) => [field, { before: before[field], after: after[field] }]),
        ),
      });
      return { done: { returnerId: returner.id, loggedDayId: row.dayId } };
    }),
  );

/** Takes a day out of the log; what it said stays in the ledger. */
export const removeLoggedDay = (context: CommandContext, input: RemoveLoggedDay) =>
  runCommand(context, { name: 'removeLoggedDay', input, idempotencyKey: input.idempotencyKey }, (transaction) =>
    withCurrentRow(transaction, input, async (returner, row) => {
      const before = keptIn(row);
      await supersede(transaction, returner, row, before, true);
      transaction.audit({
        action: 'removeLoggedDay',
        subject: { type: 'LoggedDay', id: row.dayId },
        personId: returner.person.id,
        changes: Object.fromEntries(
          Object.entries(before).map(([field, value]) => [field, { before: value, after: null }]),
        ),
      });
      return { done: { returnerId: returner.id } };
    }),
  );
