import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { agreeOnLearning } from '../assessments/agreement.factory.ts';
import { recordEvents } from '../audit/record-event.command.ts';
import type { CommandContext } from '../audit/run-command.ts';
import {
  SignOffDaySchema,
  SignOffSchema,
  SupervisorAddressSchema,
  SupervisorStandInSchema,
} from '../assessments/sign-off.entity.ts';
import { signOffWording } from '../assessments/sign-off.rules.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import type { Clock } from '../kernel/clock.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { AttendanceSchema } from '../placements/attendance.entity.ts';
import { acceptPlacement, offerPlacement } from '../placements/change-placement.command.ts';
import { SupervisorSchema } from '../placements/host.entity.ts';
import { PlacementSchema } from '../placements/placement.entity.ts';
import { anyWish, madeBy, makeOffer, makeSite } from '../placements/placement.factory.ts';
import { proposePlacement } from '../placements/propose-placement.command.ts';
import { UniversityConsentSchema } from '../placements/university-consent.entity.ts';
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

/** Days of the placement that were signed, and some that wait, as rows: it has not begun, so no command would ask about them. */
const signSomeDays = async (
  em: EntityManager,
  placementGlobalId: string,
  supervisor: string,
  by: string,
): Promise<void> => {
  const placement = await em.findOneOrFail(PlacementSchema, { id: fromGlobalId(placementGlobalId)?.id ?? '' });
  const days = await em.execute<{ day_id: string }[]>(
    `select day_id from logged_day where returner_id = ? and kind = 'SUPERVISED' and superseded_at is null and not is_removed order by day_id`,
    [placement.returner.id],
  );
  const on = { fromOn: '2026-09-01', untilOn: '2026-10-31', askedOn: '2026-11-02', lastToldOn: '2026-11-02' };
  for (const [index, { day_id: dayId }] of days.slice(0, 2).entries()) {
    const isSigned = index === 0;
    const signOff = em.create(SignOffSchema, {
      ...on,
      placement,
      host: placement.host.id,
      supervisor,
      activities: ['Home visits'],
      state: isSigned ? 'SIGNED' : 'ASKED',
      ...(isSigned
        ? {
            signedAt: new Date('2026-11-03T10:00:00Z'),
            signedBy: 'Example Supervisor',
            signedEmail: 'supervisor@example.invalid',
            wordingVersion: 1,
            agreedText: signOffWording.agreedText(1),
          }
        : {}),
    });
    em.create(SignOffDaySchema, {
      signOff,
      dayId,
      state: isSigned ? 'SIGNED' : 'WAITING',
      ...(isSigned ? { dayVersion: 1 } : {}),
    });
  }
  em.create(SupervisorAddressSchema, {
    supervisor,
    email: 'supervisor@example.invalid',
    confirmedAt: new Date('2026-11-01T10:00:00Z'),
    confirmedBy: by,
  });
  em.create(UniversityConsentSchema, {
    returner: placement.returner.id,
    host: placement.host.id,
    wordingVersion: 1,
    givenAt: new Date('2026-11-01T10:00:00Z'),
  });
  for (const [onDate, minutes] of [
    ['2026-10-05', 450],
    ['2026-10-06', null],
  ] as const)
    em.create(AttendanceSchema, {
      placement,
      onDate,
      wasThere: minutes !== null,
      minutes,
      reportedOn: '2026-10-07',
      reportedBy: by,
      isByProgram: false,
    });
  em.create(SupervisorStandInSchema, {
    placement,
    supervisor,
    fromOn: placement.startsOn,
    namedOn: '2026-11-20',
    namedBy: by,
  });
  await em.flush();
  const changes = { state: { before: null, after: null } };
  const signOffs = await em.find(SignOffSchema, { placement });
  const entries = signOffs.map(({ id }) => ({ action: '', personId: null, subject: { type: 'SignOff', id }, changes }));
  await recordEvents(em, new Date('2026-11-03T10:00:00Z'), entries);
};

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
  await signSomeDays(own.fork(), placementId, site.supervisor, coordinator.personId ?? '');
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
