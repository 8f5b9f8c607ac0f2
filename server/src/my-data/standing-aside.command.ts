import { runCommand, type CommandContext, type CommandResult } from '../audit/run-command.ts';
import { calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { HostSchema } from '../placements/host.entity.ts';
import { PlacementSchema } from '../placements/placement.entity.ts';
import { mayEditReturner } from '../returners/returner.policy.ts';
import { lockReturner, notFound, subjectOf } from '../returners/returner.queries.ts';
import { letPlacesGo } from './let-places-go.command.ts';
import { StandingAsideSchema } from './my-data.entity.ts';
import { faultsOfPause, placeFateOf, type AsideReason, type LivePlace } from './standing-aside.rules.ts';

interface Own {
  readonly returnerId: string;
  readonly idempotencyKey: string;
}
/** A pause as it is asked for. */
export interface PausePathway extends Own {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly reason: AsideReason;
  readonly letsPlaceGo?: boolean | null;
}
/** A withdrawal as it is asked for. */
export interface WithdrawFromPathway extends Own {
  readonly reason: AsideReason;
}

const noPathway = notFound('returnerId', 'pathway');
const nothingToEnd: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['returnerId'],
  rule: 'STANDS_ASIDE',
  message: 'You neither pause nor have withdrawn.',
  help: 'There is nothing to do: go on with your pathway.',
};
const isAsideAlready: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['returnerId'],
  rule: 'ONE_PAUSE_AT_A_TIME',
  message: 'You have withdrawn already.',
  help: 'You can come back at any time.',
};

type EntityManager = CommandContext['em'];
const openAside = (em: EntityManager, returnerId: string) =>
  em.findOne(StandingAsideSchema, { returner: returnerId, endedOn: null });

/** The place that is agreed or under way. */
const livePlace = async (em: EntityManager, returnerId: string) =>
  em.findOne(
    PlacementSchema,
    { returner: returnerId, isLive: true, isShown: true, state: { $in: ['ACCEPTED', 'STARTED'] } },
    { orderBy: { startsOn: 'asc' } },
  );
const spanOf = (place: { startsOn: string; endsOn: string } | null): LivePlace | null =>
  place && { startsOn: calendarDate(place.startsOn), endsOn: calendarDate(place.endsOn) };

/** Finds the caller's own record by the id the API shows, and judges before anything is let go of. */
const judge = async (
  context: CommandContext,
  globalId: string,
  faults: (em: EntityManager, returnerId: string) => Promise<readonly Refusal[]>,
): Promise<{ readonly returnerId: string } | { readonly refused: readonly Refusal[] }> =>
  context.em.fork().transactional(async (em) => {
    const returner = await lockReturner(em, context.actor, globalId);
    if (!returner || !mayEditReturner(context.actor, subjectOf(returner))) return { refused: [noPathway] };
    const refused = await faults(em, returner.id);
    return refused.length > 0 ? { refused } : { returnerId: returner.id };
  });

const faultsOfPauseNow = async (em: EntityManager, returnerId: string, input: PausePathway, today: CalendarDate) =>
  faultsOfPause(
    { from: input.from, until: input.until, letsPlaceGo: input.letsPlaceGo === true },
    { today, place: spanOf(await livePlace(em, returnerId)), isAside: (await openAside(em, returnerId)) !== null },
  );

/** Pauses somebody's pathway. A place that can be kept is kept, and its site is told; one that cannot is let go of if the person says so. */
export const pausePathway = async (context: CommandContext, input: PausePathway): Promise<CommandResult> => {
  const today = context.clock.today();
  const request = { name: 'pausePathway', input, idempotencyKey: input.idempotencyKey };
  if (input.letsPlaceGo === true) {
    const judged = await judge(context, input.returnerId, (em, id) => faultsOfPauseNow(em, id, input, today));
    if ('returnerId' in judged) {
      const place = spanOf(await livePlace(context.em.fork(), judged.returnerId));
      const stays = placeFateOf(place, input.from, input.until) !== 'FALLS_OUT';
      const refused = stays ? [] : await letPlacesGo(context, judged.returnerId, false);
      if (refused.length > 0) return { refused };
    }
  }
  return runCommand(context, request, async ({ em, actor, clock, audit, send }) => {
    const returner = await lockReturner(em, actor, input.returnerId);
    if (!returner || !mayEditReturner(actor, subjectOf(returner))) return { refused: [noPathway] };
    const refused = await faultsOfPauseNow(em, returner.id, input, today);
    if (refused.length > 0) return { refused };
    const { from, until, reason } = input;
    em.create(StandingAsideSchema, {
      returner,
      kind: 'PAUSED',
      fromOn: from,
      untilOn: until,
      reason,
      notedOn: clock.today(),
      endedOn: null,
    });
    const place = await livePlace(em, returner.id);
    const host = place && (await em.findOne(HostSchema, { id: place.host.id }));
    if (placeFateOf(spanOf(place), from, until) === 'KEPT' && host?.contactEmail)
      send({ to: { address: host.contactEmail }, template: 'placement-paused', values: { from, until } });
    audit({
      action: 'pausePathway',
      subject: { type: 'Returner', id: returner.id },
      personId: returner.person.id,
      changes: {
        pausedFrom: { before: null, after: from },
        pausedUntil: { before: null, after: until },
        reason: { before: null, after: reason },
      },
    });
    return { done: { returnerId: returner.id } };
  });
};

/** Withdraws somebody: places are left and an open request is taken back. The record stays as it is, and they can come back. */
export const withdrawFromPathway = async (
  context: CommandContext,
  input: WithdrawFromPathway,
): Promise<CommandResult> => {
  const isWithdrawn = async (em: EntityManager, id: string) =>
    (await openAside(em, id))?.kind === 'WITHDRAWN' ? [isAsideAlready] : [];
  const judged = await judge(context, input.returnerId, isWithdrawn);
  if ('returnerId' in judged) {
    const refused = await letPlacesGo(context, judged.returnerId, true);
    if (refused.length > 0) return { refused };
  }
  const request = { name: 'withdrawFromPathway', input, idempotencyKey: input.idempotencyKey };
  return runCommand(context, request, async ({ em, actor, clock, audit }) => {
    const returner = await lockReturner(em, actor, input.returnerId);
    if (!returner || !mayEditReturner(actor, subjectOf(returner))) return { refused: [noPathway] };
    const before = await openAside(em, returner.id);
    if (before?.kind === 'WITHDRAWN') return { refused: [isAsideAlready] };
    if (before) {
      em.assign(before, { endedOn: clock.today() });
      await em.flush();
    }
    em.create(StandingAsideSchema, {
      returner,
      kind: 'WITHDRAWN',
      fromOn: clock.today(),
      untilOn: null,
      reason: input.reason,
      notedOn: clock.today(),
      endedOn: null,
    });
    audit({
      action: 'withdrawFromPathway',
      subject: { type: 'Returner', id: returner.id },
      personId: returner.person.id,
      changes: { withdrawnFor: { before: null, after: input.reason } },
    });
    return { done: { returnerId: returner.id } };
  });
};

/** Ends a pause early, or comes back after a withdrawal. */
export const comeBack = (context: CommandContext, input: Own) =>
  runCommand(
    context,
    { name: 'comeBack', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner))) return { refused: [noPathway] };
      const aside = await openAside(em, returner.id);
      if (!aside) return { refused: [nothingToEnd] };
      em.assign(aside, { endedOn: clock.today() });
      audit({
        action: 'comeBack',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: { aside: { before: aside.kind, after: null } },
      });
      return { done: { returnerId: returner.id } };
    },
  );
