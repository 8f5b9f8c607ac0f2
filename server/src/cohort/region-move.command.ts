import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { runCommand, type CommandContext, type CommandResult } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { conflict } from '../kernel/refusal.ts';
import { RegionSchema } from '../organisations/organisation.entity.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import { coordinates } from '../returners/returner.policy.ts';
import { lockReturner, notFound, subjectOf } from '../returners/returner.queries.ts';
import { coordinatesReceiving } from './cohort.policy.ts';
import { RegionMoveSchema } from './region-move.entity.ts';
import {
  faultsOfAnswering,
  faultsOfAsking,
  openMove,
  type MoveDecline,
  type MoveReason,
  type MoveState,
} from './region-move.rules.ts';

interface Ask {
  readonly returnerId: string;
  readonly toRegionCode: string;
  readonly reason: MoveReason;
  readonly idempotencyKey?: string | null;
}
interface Answer {
  readonly regionMoveId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey?: string | null;
}

/** Who coordinates a region and may sign in. */
const coordinatorsOf = (em: EntityManager, regionId: string): Promise<{ personId: string }[]> =>
  em.execute(
    `select distinct p.id "personId" from role_grant g join person p on p.id = g.person_id
     where g.role = 'COORDINATOR' and g.region_id = ? and p.suspended_at is null order by p.id`,
    [regionId],
  );

/** A coordinator asks another region to take somebody on. Nothing changes until they agree. */
export const askRegionMove = (context: CommandContext, input: Ask) =>
  runCommand(
    context,
    {
      name: 'askRegionMove',
      input,
      idempotencyKey: input.idempotencyKey ?? null,
      constraints: { one_open_move_per_returner: openMove },
    },
    async ({ em, actor, clock, audit, send }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || actor.personId === null || !coordinates(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'person')] };
      const to = await em.findOne(RegionSchema, { code: input.toRegionCode.toUpperCase() });
      if (!to) return { refused: [notFound('toRegionCode', 'region')] };
      const hasOpenMove = (await em.count(RegionMoveSchema, { returner, state: 'ASKED' })) > 0;
      const from = returner.region ?? null;
      const refused = faultsOfAsking({ fromRegionId: from?.id ?? null, toRegionId: to.id, hasOpenMove });
      if (refused.length > 0 || from === null) return { refused };
      const move = em.create(RegionMoveSchema, {
        returner,
        fromRegion: from,
        toRegion: to,
        reason: input.reason,
        state: 'ASKED',
        askedBy: actor.personId,
        askedOn: clock.today(),
      });
      await em.flush();
      audit({
        action: 'askRegionMove',
        subject: { type: 'RegionMove', id: move.id },
        personId: returner.person.id,
        changes: { toRegion: { before: null, after: to.id }, reason: { before: null, after: input.reason } },
      });
      for (const { personId } of await coordinatorsOf(em, to.id))
        send({ to: { personId }, template: 'region-move-asked', values: { from: from.name } });
      return { done: { regionMoveId: move.id } };
    },
  );

const actions = {
  ACCEPTED: 'acceptRegionMove',
  DECLINED: 'declineRegionMove',
  TAKEN_BACK: 'takeBackRegionMove',
} as const;

const answerMove = (
  context: CommandContext,
  input: Answer & { readonly reason?: MoveDecline },
  answer: Exclude<MoveState, 'ASKED'>,
): Promise<CommandResult> =>
  runCommand(
    context,
    { name: actions[answer], input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit, send }) => {
      const missing = { refused: [notFound('regionMoveId', 'move')] };
      const asked = fromGlobalId(input.regionMoveId);
      const known = asked?.type === 'RegionMove' ? await em.findOne(RegionMoveSchema, { id: asked.id }) : null;
      if (!known || actor.personId === null) return missing;
      // whoever is asked does not see the person yet, so the lock is not that of the person's own coordinators
      const returner = await em.findOne(
        ReturnerSchema,
        { id: known.returner.id },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      const move = await em.findOne(
        RegionMoveSchema,
        { id: known.id },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      );
      if (!returner || !move) return missing;
      const mayAnswer =
        answer === 'TAKEN_BACK'
          ? coordinates(actor, subjectOf(returner))
          : returner.sharesWithCoordinators &&
            coordinatesReceiving(actor, { toRegionId: move.toRegion.id, askedById: move.askedBy.id });
      if (!mayAnswer) return missing;
      if (move.version !== input.expectedVersion) return { refused: [conflict(move.version)] };
      const refused = faultsOfAnswering(
        {
          state: move.state,
          askedById: move.askedBy.id,
          answeredById: actor.personId,
          fromRegionId: move.fromRegion.id,
          regionIdNow: returner.region?.id ?? null,
        },
        answer,
      );
      if (refused.length > 0) return { refused };
      const today = clock.today();
      em.assign(move, {
        state: answer,
        answeredBy: actor.personId,
        answeredOn: today,
        declineReason: input.reason ?? null,
        version: move.version + 1,
      });
      if (answer === 'ACCEPTED')
        em.assign(returner, {
          region: move.toRegion,
          // the board was that of the nearest trust of the old region
          board: null,
          isRegionChosen: true,
          coordinatorsSeeSince: today,
          version: returner.version + 1,
        });
      await em.flush();
      audit({
        action: actions[answer],
        subject: { type: 'RegionMove', id: move.id },
        personId: returner.person.id,
        changes: {
          state: { before: 'ASKED', after: answer },
          ...(answer === 'ACCEPTED' ? { region: { before: move.fromRegion.id, after: move.toRegion.id } } : {}),
          ...(input.reason ? { reason: { before: null, after: input.reason } } : {}),
        },
      });
      const from = await em.findOneOrFail(RegionSchema, { id: move.fromRegion.id });
      const to = await em.findOneOrFail(RegionSchema, { id: move.toRegion.id });
      const values = { from: from.name, to: to.name };
      if (answer === 'DECLINED') send({ to: { personId: move.askedBy.id }, template: 'region-move-declined', values });
      if (answer === 'ACCEPTED') {
        for (const personId of [move.askedBy.id, actor.personId])
          send({ to: { personId }, template: 'region-move-accepted', values });
        if (returner.acceptsEmail) send({ to: { personId: returner.person.id }, template: 'region-moved', values });
      }
      return { done: { regionMoveId: move.id } };
    },
  );

/** The region that is asked takes the person on: from now on its coordinators see the record, and the others do not. */
export const acceptRegionMove = (context: CommandContext, input: Answer) => answerMove(context, input, 'ACCEPTED');

/** The region that is asked says no, with a reason. */
export const declineRegionMove = (context: CommandContext, input: Answer & { readonly reason: MoveDecline }) =>
  answerMove(context, input, 'DECLINED');

/** The region that asked takes it back. */
export const takeBackRegionMove = (context: CommandContext, input: Answer) => answerMove(context, input, 'TAKEN_BACK');
