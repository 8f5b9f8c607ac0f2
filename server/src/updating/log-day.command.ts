import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { mayEditReturner } from '../returners/returner.policy.ts';
import { lockReturner, notFound, subjectOf } from '../returners/returner.queries.ts';
import { faultsByGuards } from './day-guards.ts';
import { faultsOfDay, type DayToLog } from './log-day.rules.ts';
import { addToTotal, aroundDay } from './log.queries.ts';
import { dayAsKept } from './logged-day.rules.ts';
import { LoggedDaySchema } from './logged-day.entity.ts';

/** A day of updating, and whose it is. */
export interface LogDay extends DayToLog {
  readonly returnerId: string;
  readonly idempotencyKey: string;
}

/** Puts a day of updating into the log. */
export const logDay = (context: CommandContext, input: LogDay) =>
  runCommand(
    context,
    { name: 'logDay', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'pathway')] };
      const { newDayId: dayId, ...around } = await aroundDay(em, returner.id, input.onDate, null);
      const own = faultsOfDay(input, { ...around, today: clock.today() });
      const refused = own.length > 0 ? own : await faultsByGuards(em, returner.id, input);
      if (refused.length > 0) return { refused };
      const day = dayAsKept(input);
      em.create(LoggedDaySchema, { ...day, dayId, version: 1, returner, isRemoved: false, recordedAt: clock.now() });
      await addToTotal(em, returner.id, day);
      audit({
        action: 'logDay',
        subject: { type: 'LoggedDay', id: dayId },
        personId: returner.person.id,
        changes: Object.fromEntries(Object.entries(day).map(([field, after]) => [field, { before: null, after }])),
      });
      return { done: { returnerId: returner.id, loggedDayId: dayId } };
    },
  );
