import type { Actor } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import type { CalendarEntry } from '../messages/calendar.rules.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import { subjectOf } from '../returners/returner.queries.ts';
import { PlacementSiteSchema, SupervisorSchema } from './host.entity.ts';
import { idOf } from './host.queries.ts';
import { CapacityOfferSchema, PlacementSchema, type Placement } from './placement.entity.ts';
import { partyOf } from './placement.policy.ts';

/**
 * The days of an agreed placement for the calendars of both sides; undefined where it was never agreed. A placement that goes on at
 * another site keeps its entry, also when it comes back. The versions of all of them together number its changes: they only grow.
 */
export const calendarEntryOf = async (
  em: CommandContext['em'],
  placement: Placement,
  now: Date,
): Promise<CalendarEntry | undefined> => {
  const { state, startsOn, endsOn, returnerAcceptedOn, hostAcceptedOn } = placement;
  if (!returnerAcceptedOn || !hostAcceptedOn || !['ACCEPTED', 'STARTED', 'ENDED_EARLY', 'WITHDRAWN'].includes(state))
    return undefined;
  // what has been stays in the calendar; only what never began is taken out of it
  const isOver = state === 'WITHDRAWN' || (state === 'ENDED_EARLY' && endsOn <= startsOn);
  return { ...(await daysOf(em, placement, now)), method: isOver ? 'CANCEL' : 'PUBLISH' };
};

/** The same for the site that somebody leaves for another: days that have been stay in its calendar, and the rest goes. */
export const calendarEntryLeft = async (
  em: CommandContext['em'],
  left: Placement,
  next: Pick<Placement, 'startsOn'>,
  now: Date,
): Promise<CalendarEntry> => {
  const entry = await daysOf(em, left, now);
  const lastDay = addDays(next.startsOn as CalendarDate, -1);
  return left.stateBeforeMove === 'STARTED' && lastDay >= entry.startsOn
    ? { ...entry, endsOn: lastDay < entry.endsOn ? lastDay : entry.endsOn, method: 'PUBLISH' }
    : { ...entry, method: 'CANCEL' };
};

const daysOf = async (
  em: CommandContext['em'],
  placement: Placement,
  now: Date,
): Promise<Omit<CalendarEntry, 'method'>> => {
  const { id, startsOn, endsOn, weekdays } = placement;
  const [chain] = await em.execute<{ uid: string; versions: number }[]>(
    `with recursive back as (
       select id, moved_from_id from placement where id = ?
       union all select p.id, p.moved_from_id from placement p join back on p.id = back.moved_from_id
     ), onward as (
       select p.id, p.version from placement p join back using (id) where back.moved_from_id is null
       union all select p.id, p.version from placement p join onward on p.moved_from_id = onward.id)
     select (select id from back where moved_from_id is null) as uid, sum(version)::int as versions from onward`,
    [id],
  );
  const site = await em.findOneOrFail(PlacementSiteSchema, { id: placement.site.id });
  const { dayStartsAt, dayEndsAt } = await em.findOneOrFail(CapacityOfferSchema, { id: placement.offer.id });
  return {
    uid: chain?.uid ?? id,
    sequence: chain?.versions ?? placement.version,
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

/** The same for somebody who sees the placement; undefined for everybody else. */
export const calendarEntryFor = async (
  em: CommandContext['em'],
  actor: Actor,
  placementId: string,
  now: Date,
): Promise<CalendarEntry | undefined> => {
  const id = idOf('Placement', placementId);
  const placement = id === null ? null : await em.findOne(PlacementSchema, { id });
  if (!placement) return undefined;
  const returner = await em.findOneOrFail(ReturnerSchema, { id: placement.returner.id });
  const supervisor = placement.supervisor && (await em.findOne(SupervisorSchema, { id: placement.supervisor.id }));
  const party = partyOf(actor, {
    returner: subjectOf(returner),
    hostId: placement.host.id,
    supervisorPersonId: supervisor?.person?.id ?? null,
  });
  if (party === null || (party !== 'COORDINATOR' && !placement.isShown)) return undefined;
  return calendarEntryOf(em, placement, now);
};
