import type { CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { CalendarEntry } from '../messages/calendar.rules.ts';
import { PlacementSiteSchema } from './host.entity.ts';
import { CapacityOfferSchema, type Placement } from './placement.entity.ts';

/**
 * The days of an agreed placement for the calendars of both sides; undefined where it was never agreed. A placement that goes on at
 * another site keeps its entry, and every change of either has a higher number than the one before.
 */
export const calendarEntryOf = async (
  em: CommandContext['em'],
  placement: Placement,
  now: Date,
): Promise<CalendarEntry | undefined> => {
  const { id, state, version, startsOn, endsOn, weekdays, returnerAcceptedOn, hostAcceptedOn } = placement;
  if (
    !returnerAcceptedOn ||
    !hostAcceptedOn ||
    (state !== 'ACCEPTED' && state !== 'ENDED_EARLY' && state !== 'WITHDRAWN')
  )
    return undefined;
  const [chain] = await em.execute<{ uid: string; before: number }[]>(
    `with recursive before as (
       select id, moved_from_id, version, 0 as step from placement where id = ?
       union all select p.id, p.moved_from_id, p.version, step + 1 from placement p join before on p.id = before.moved_from_id)
     select (array_agg(id order by step desc))[1] as uid, coalesce(sum(version) filter (where step > 0), 0)::int as before from before`,
    [id],
  );
  const site = await em.findOneOrFail(PlacementSiteSchema, { id: placement.site.id });
  const { dayStartsAt, dayEndsAt } = await em.findOneOrFail(CapacityOfferSchema, { id: placement.offer.id });
  // what has been stays in the calendar; only what never began is taken out of it
  const isOver = state === 'WITHDRAWN' || (state === 'ENDED_EARLY' && endsOn <= startsOn);
  return {
    method: isOver ? 'CANCEL' : 'PUBLISH',
    uid: chain?.uid ?? id,
    sequence: version + (chain?.before ?? 0),
    stampedAt: now.toISOString(),
    title: `Placement at ${site.name}`,
    place: `${site.name}, ${site.postcode}`,
    startsOn: startsOn as CalendarDate,
    endsOn: endsOn as CalendarDate,
    weekdays,
    dayStartsAt,
    dayEndsAt,
  };
};
