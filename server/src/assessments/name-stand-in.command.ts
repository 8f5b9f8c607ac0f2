import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { PersonSchema } from '../access/person.entity.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { SupervisorSchema } from '../placements/host.entity.ts';
import { idOf } from '../placements/host.queries.ts';
import { lockPlacement } from '../placements/placement.queries.ts';
import { notFound } from '../returners/returner.queries.ts';
import { faultsOfStandIn } from './sign-off-days.rules.ts';
import { SupervisorStandInSchema } from './sign-off.entity.ts';
import { partyToSignOff } from './sign-off.policy.ts';
import { isOwnSignature, subjectFor, supervisedPlacement, supervisorFactsFor } from './sign-off.queries.ts';
import { faultsOfSigner } from './sign-off.rules.ts';

/** Who stands in at which placement, and from when. */
export interface NameStandIn {
  readonly placementId: string;
  readonly supervisorId: string;
  readonly from: CalendarDate;
  readonly idempotencyKey: string;
}

const constraints: Readonly<Record<string, Refusal>> = {
  one_stand_in_per_placement_and_day: {
    code: 'RULE_NOT_MET',
    path: ['from'],
    rule: 'ONE_STAND_IN_A_DAY',
    message: 'Another supervisor was named from this day on.',
    help: 'Choose another day.',
  },
};

/** The organisation or a coordinator names another supervisor there, whose days the days of a placement are from then on. */
export const nameStandIn = (context: CommandContext, input: NameStandIn) =>
  runCommand(
    context,
    { name: 'nameStandIn', input, idempotencyKey: input.idempotencyKey, constraints },
    async ({ em, actor, clock, audit, send }) => {
      const found = await lockPlacement(em, idOf('Placement', input.placementId));
      const party = found && partyToSignOff(actor, await subjectFor(em, found.placement, found.returner, null));
      if (!found || actor.personId === null || (party !== 'SITE' && party !== 'COORDINATOR'))
        return { refused: [notFound('placementId', 'placement')] };
      const { placement, returner } = found;
      const id = idOf('Supervisor', input.supervisorId);
      const supervisor = id && (await em.findOne(SupervisorSchema, { id, host: placement.host.id }));
      if (!supervisor) return { refused: [notFound('supervisorId', 'supervisor of this organisation')] };
      const supervised = await supervisedPlacement(em, placement);
      const faults = faultsOfStandIn({
        placement: { ...supervised, isUnderWay: placement.state === 'STARTED' },
        from: input.from,
        supervisorId: supervisor.id,
        isOwn: await isOwnSignature(em, supervisor, returner),
      });
      if (faults.length > 0) return { refused: faults };
      const notEligible = faultsOfSigner(
        await supervisorFactsFor(em, supervisor, returner),
        input.from,
        clock.today() > input.from ? clock.today() : input.from,
      );
      if (notEligible.length > 0) return { refused: notEligible.map((one) => ({ ...one, path: ['supervisorId'] })) };
      em.create(SupervisorStandInSchema, {
        placement,
        supervisor,
        fromOn: input.from,
        namedOn: clock.today(),
        namedBy: em.getReference(PersonSchema, actor.personId),
      });
      await em.flush();
      if (returner.acceptsEmail) send({ to: { personId: returner.person.id }, template: 'stand-in-named', values: {} });
      audit({
        action: 'nameStandIn',
        subject: { type: 'Placement', id: placement.id },
        personId: returner.person.id,
        changes: { supervisor: { before: null, after: supervisor.id }, from: { before: null, after: input.from } },
      });
      return { done: { placementId: placement.id } };
    },
  );
