import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { HostSchema } from '../placements/host.entity.ts';
import { lockPlacement } from '../placements/placement.queries.ts';
import { notFound } from '../returners/returner.queries.ts';
import { coordinatorsToTell, frozenNow } from './sign-off-freeze.queries.ts';
import { ToldFreezeSchema } from './sign-off.entity.ts';

/** Which placement, by its UUID. */
export interface TellOfFreeze {
  readonly placementId: string;
}

/**
 * A supervisor lapsed or was sanctioned while a placement is under way: the coordinators, the organisation and the returner are told,
 * once. The mail says neither who it is nor why. Called again, it is refused and changes nothing.
 */
export const tellOfFreeze = (context: CommandContext, input: TellOfFreeze) =>
  runCommand(context, { name: 'tellOfFreeze', input, idempotencyKey: null }, async ({ em, clock, audit, send }) => {
    const found = await lockPlacement(em, input.placementId);
    const frozen = found && (await frozenNow(em, found.placement.id, clock.today()));
    if (!found || !frozen) return { refused: [notFound('placementId', 'frozen placement')] };
    const { placement, returner } = found;
    const { supervisorId, frozenFrom } = frozen;
    if (await em.findOne(ToldFreezeSchema, { placement: placement.id, supervisor: supervisorId }))
      return { refused: [notFound('placementId', 'untold freeze')] };
    em.create(ToldFreezeSchema, { placement, supervisor: supervisorId, frozenFrom, toldOn: clock.today() });
    for (const personId of await coordinatorsToTell(em, placement.id))
      send({ to: { personId }, template: 'supervision-frozen', values: {} });
    const host = await em.findOne(HostSchema, { id: placement.host.id });
    if (host?.contactEmail)
      send({ to: { address: host.contactEmail }, template: 'supervision-frozen-at-site', values: {} });
    if (returner.acceptsEmail)
      send({ to: { personId: returner.person.id }, template: 'supervision-frozen-for-you', values: {} });
    audit({
      action: 'tellOfFreeze',
      subject: { type: 'Placement', id: placement.id },
      personId: returner.person.id,
      changes: { frozenFrom: { before: null, after: frozenFrom } },
    });
    return { done: { placementId: placement.id } };
  });
