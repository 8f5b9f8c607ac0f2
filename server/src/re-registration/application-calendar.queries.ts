import type { Actor } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { CalendarDay } from '../messages/day-calendar.rules.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import { mayEditReturner, recordHolderOf } from '../returners/returner.policy.ts';
import { currentApplication, ledgerOf } from './application.queries.ts';
import { clocksOf } from './application.rules.ts';

/** The days on which clocks of one's own application end; undefined for whoever has none. */
export const clockDaysOf = async (
  em: CommandContext['em'],
  actor: Actor,
  today: CalendarDate,
): Promise<CalendarDay[] | undefined> => {
  const holder = recordHolderOf(actor);
  const returner = holder === null ? null : await em.findOne(ReturnerSchema, { person: holder });
  if (!returner || !mayEditReturner(actor, { personId: returner.person.id })) return undefined;
  const application = await currentApplication(em, returner);
  if (!application) return undefined;
  return clocksOf(await ledgerOf(em, application), null, today).map(({ kind, title, endsOn }) => ({
    uid: `${application.id}-${kind}-${endsOn}`,
    title,
    on: endsOn,
  }));
};
