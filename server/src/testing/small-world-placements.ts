import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { agreeOnLearning } from '../assessments/agreement.factory.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import type { Clock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { acceptPlacement, offerPlacement } from '../placements/change-placement.command.ts';
import { SupervisorSchema } from '../placements/host.entity.ts';
import { anyWish, madeBy, makeOffer, makeSite } from '../placements/placement.factory.ts';
import { proposePlacement } from '../placements/propose-placement.command.ts';
import { sendPlacementRequest } from '../placements/send-request.command.ts';

/** A returner of the small world, who asks for a placement. */
interface Asking {
  readonly actor: Actor;
  readonly returnerId: string;
}

/** What the placements of the small world are made from. */
export interface PlacementWorld {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly coordinator: Actor;
  readonly coordinatorOfAnotherRegion: Actor;
  /** One whose placement is accepted by both sides, one with a proposal, and some who wait. */
  readonly accepted: Asking;
  readonly proposed: Asking;
  readonly waiting: readonly Asking[];
}

/** Places at two sites in two regions, requests in every state, and those who work there. */
export const makePlacementWorld = async (world: PlacementWorld) => {
  const { em, clock, coordinator } = world;
  const as = (actor: Actor): CommandContext => ({ actor, clock, traceId: 'small world', em: em.fork() });
  const ask = async ({ actor, returnerId }: Asking): Promise<string> =>
    toGlobalId(
      'PlacementRequest',
      madeBy(
        await sendPlacementRequest(as(actor), { ...anyWish, returnerId, idempotencyKey: randomUUID() }),
        'placementRequestId',
      ),
    );
  const propose = async (one: Asking, capacityOfferId: string): Promise<string> => {
    const pair = { placementRequestId: await ask(one), capacityOfferId, isLocked: false };
    const made = await proposePlacement(as(coordinator), { ...pair, idempotencyKey: randomUUID() });
    return toGlobalId('Placement', madeBy(made, 'placementId'));
  };

  const site = await makeSite({ em, clock, coordinator });
  const sites = [site, await makeSite({ em, clock, coordinator: world.coordinatorOfAnotherRegion }, 'M13 9WL')];
  const offer = await makeOffer({ em, clock, coordinator }, site, { places: 3 });
  await makeOffer({ em, clock, coordinator }, site, {
    answer: 'MAYBE',
    maybeUntil: calendarDate('2026-12-31'),
    endsOn: calendarDate('2027-05-31'),
  });
  await makeOffer({ em, clock, coordinator: world.coordinatorOfAnotherRegion }, sites[1] ?? site, { places: 2 });
  const member = await makePerson(em, 'ORGANISATION_MEMBER', { hostId: site.host });
  const administrator = await makePerson(em, 'ORGANISATION_ADMINISTRATOR', { hostId: site.host });
  const supervisor = await makePerson(em, 'SUPERVISOR');
  const own = em.fork();
  own.assign(await own.findOneOrFail(SupervisorSchema, { id: site.supervisor }), { person: supervisor.personId });
  await own.flush();

  const placementId = await propose(world.accepted, offer.capacityOfferId);
  for (const [step, actor, expectedVersion] of [
    [offerPlacement, coordinator, 1],
    [acceptPlacement, world.accepted.actor, 2],
    [acceptPlacement, member, 3],
  ] as const)
    madeBy(await step(as(actor), { placementId, expectedVersion, idempotencyKey: randomUUID() }), 'placementId');
  const placementIds = [placementId, await propose(world.proposed, offer.capacityOfferId)];
  const learningAgreementId = await agreeOnLearning({
    asReturner: () => as(world.accepted.actor),
    asSupervisor: () => as(supervisor),
    asAdministrator: () => as(administrator),
    placementId,
    hostId: site.hostId,
    returnerId: world.accepted.returnerId,
  });
  for (const one of world.waiting) await ask(one);
  return {
    member,
    administrator,
    supervisor,
    /** The placement that both sides have accepted, and its organisation. */
    acceptedId: placementId,
    hostId: site.hostId,
    ids: [
      ...placementIds,
      learningAgreementId,
      offer.capacityOfferId,
      ...sites.flatMap(({ hostId, placementSiteId, supervisorId }) => [hostId, placementSiteId, supervisorId]),
    ],
  };
};
