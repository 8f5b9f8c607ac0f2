import { anonymous } from '../access/actor.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { notFound } from '../returners/returner.queries.ts';
import { duePlacementsAround } from './due.queries.ts';
import { HostSchema } from './host.entity.ts';
import { lockPlacement } from './placement.queries.ts';
import { decideTransition } from './placement.rules.ts';

/** Which placement, by its UUID. */
export interface ExpirePlacement {
  readonly placementId: string;
}

/**
 * An offer that was not answered in time, or a proposal that was not offered before its first day, does not stand any more. Both sides
 * are told of an offer. Called again, or too soon, it is refused and changes nothing.
 */
export const expirePlacement = (context: CommandContext, input: ExpirePlacement) =>
  runCommand(context, { name: 'expirePlacement', input, idempotencyKey: null }, async ({ em, clock, audit, send }) => {
    const found = await lockPlacement(em, input.placementId);
    if (!found) return { refused: [notFound('placementId', 'placement')] };
    const { placement, returner } = found;
    const decided = decideTransition({
      state: placement.state,
      action: 'EXPIRE',
      by: 'CLOCK',
      reason: null,
      today: clock.today(),
      startsOn: placement.startsOn as CalendarDate,
      endsOn: placement.endsOn as CalendarDate,
      expiresOn: (placement.expiresOn ?? null) as CalendarDate | null,
      moved: null,
    });
    if ('refusals' in decided) return { refused: decided.refusals };
    audit({
      action: 'expirePlacement',
      subject: { type: 'Placement', id: placement.id },
      personId: returner.person.id,
      isUntold: !placement.isShown,
      changes: { state: { before: placement.state, after: decided.to } },
    });
    em.assign(placement, {
      state: decided.to,
      isLive: false,
      endedBy: 'CLOCK',
      changedOn: clock.today(),
      version: placement.version + 1,
    });
    if (placement.isShown) {
      const template = 'placement-expired';
      if (returner.acceptsEmail) send({ to: { personId: returner.person.id }, template, values: {} });
      const host = await em.findOne(HostSchema, { id: placement.host.id });
      if (host?.contactEmail) send({ to: { address: host.contactEmail }, template, values: {} });
    }
    return { done: { placementId: placement.id } };
  });

/**
 * Ends what is due already but stands in the way of somebody, known by the UUIDs of requests or placements of theirs, or of a place, so
 * that nobody has to wait until the clock comes by. It is the service that does it, whoever the context is of.
 */
export const expireAround = async (
  { em, clock, traceId }: CommandContext,
  ofSomebody: readonly string[],
  offerIds: readonly string[],
): Promise<void> => {
  for (const placementId of await duePlacementsAround(em.fork(), ofSomebody, offerIds, clock.today()))
    await expirePlacement({ actor: anonymous, clock, traceId, em: em.fork(), isService: true }, { placementId });
};
