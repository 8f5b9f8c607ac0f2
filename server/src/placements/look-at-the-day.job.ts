import { randomUUID } from 'node:crypto';
import { anonymous } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Clock } from '../kernel/clock.ts';
import { isWorkingDay } from '../kernel/working-days.ts';
import { remind } from '../messages/remind.command.ts';
import { remindedBefore, standingsOf } from '../messages/reminder.queries.ts';
import { remindersOf } from '../messages/reminder.rules.ts';
import { duePlacements, placementsWithoutNextBest, thingsThatWait, type WaitingSource } from './due.queries.ts';
import { expirePlacement } from './expire-placement.command.ts';
import { proposeNextBest } from './propose-next-best.command.ts';
import { reminderLines } from './reminder-words.rules.ts';

type EntityManager = CommandContext['em'];

/** As many as one run sends; the next one goes on. */
const MOST_REMINDERS = 150;

/**
 * Does what a day has brought: ends offers that nobody answered, proposes what is next best, and reminds people of what waits for them. Everything is found anew by what is
 * true now, and each step is a command that refuses what is done already: it may run at any time, twice, and on two servers at once.
 * @param more what later features have that waits for somebody: it goes into the same mail.
 */
export const lookAtTheDay = async (
  em: EntityManager,
  clock: Clock,
  publicUrl: string,
  more: readonly WaitingSource[] = [],
): Promise<void> => {
  const context = (): CommandContext => ({
    actor: anonymous,
    clock,
    traceId: randomUUID(),
    em: em.fork(),
    isService: true,
  });
  const today = clock.today();
  for (const placementId of await duePlacements(em.fork(), today)) await expirePlacement(context(), { placementId });
  for (const placementId of await placementsWithoutNextBest(em.fork(), today))
    await proposeNextBest(context(), { placementId });
  if (isWorkingDay(today)) await remindEverybody(context, today, publicUrl, more);
};

const remindEverybody = async (
  context: () => CommandContext,
  today: CalendarDate,
  publicUrl: string,
  more: readonly WaitingSource[],
): Promise<void> => {
  const { em } = context();
  const things = await thingsThatWait(em, today);
  for (const { find } of more) things.push(...(await find(em, today)));
  const recipientIds = [...new Set(things.map(({ recipientId }) => recipientId))];
  const [standings, before] = [await standingsOf(em, recipientIds), await remindedBefore(em, recipientIds)];
  const toOf = new Map(things.map(({ recipientId, to }) => [recipientId, to]));
  for (const reminder of remindersOf(things, standings, before, today).slice(0, MOST_REMINDERS)) {
    const to = toOf.get(reminder.recipientId);
    const lines = reminderLines(
      reminder.things,
      publicUrl,
      more.map(({ words }) => words),
    );
    if (to) await remind(context(), { to, things: reminder.things, lines, account: `${publicUrl}/account` });
  }
};
