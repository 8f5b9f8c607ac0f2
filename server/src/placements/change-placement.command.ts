import { QueryOrder } from '@mikro-orm/core';
import type { MailName } from '../audit/mail-names.ts';
import { runCommand, type CommandContext, type Transaction } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Returner } from '../returners/returner.entity.ts';
import { notFound, subjectOf } from '../returners/returner.queries.ts';
import { calendarEntryLeft, calendarEntryOf } from './calendar.queries.ts';
import { changesBetween } from './changes.rules.ts';
import { HostSchema, SupervisorSchema } from './host.entity.ts';
import { idOf } from './host.queries.ts';
import { faultsOfVersion } from './host.rules.ts';
import {
  CapacityOfferSchema,
  PlacementRequestSchema,
  PlacementSchema,
  StartingCheckSchema,
  type Placement,
} from './placement.entity.ts';
import { partyOf, scopeOfAction } from './placement.policy.ts';
import { clearedChecks, lockPlacement as lockRow } from './placement.queries.ts';
import {
  decideTransition,
  faultsOfNotice,
  isHolding,
  offerExpiresOn,
  type OfferSpan,
  type PlacementAction,
  type PlacementParty,
  type PlacementReason,
} from './placement.rules.ts';
import { expireAround } from './expire-placement.command.ts';
import { assignmentConstraints, assignPairs } from './propose-placement.command.ts';
import { firstChecks } from './starting-check.rules.ts';

/** Which placement, as it was seen. */
export interface ChangePlacement {
  readonly placementId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}
/** The same, with a reason of the short list. */
export interface ChangePlacementWithReason extends ChangePlacement {
  readonly reason: PlacementReason;
}

type Found = { readonly placement: Placement; readonly returner: Returner; readonly party: PlacementParty };

const find = async ({ em, actor }: Transaction, globalId: string, action?: PlacementAction): Promise<Found | null> => {
  const found = await lockRow(em, idOf('Placement', globalId));
  if (!found) return null;
  const { placement, returner } = found;
  const supervisor = placement.supervisor && (await em.findOne(SupervisorSchema, { id: placement.supervisor.id }));
  const subject = {
    returner: subjectOf(returner),
    hostId: placement.host.id,
    supervisorPersonId: supervisor?.person?.id ?? null,
  };
  const party = partyOf(actor, subject, action && scopeOfAction[action]);
  if (party === null || (party !== 'COORDINATOR' && !placement.isShown)) return null;
  return { ...found, party };
};

const nextStateOf = async (
  { em, clock }: Transaction,
  { placement, party }: Found,
  action: PlacementAction,
  reason: PlacementReason | null,
) => {
  const after =
    placement.state === 'MOVED' ? await em.findOne(PlacementSchema, { movedFromId: placement.id, isLive: true }) : null;
  return decideTransition({
    state: placement.state,
    action,
    by: party,
    reason,
    today: clock.today(),
    startsOn: placement.startsOn as CalendarDate,
    endsOn: placement.endsOn as CalendarDate,
    expiresOn: (placement.expiresOn ?? null) as CalendarDate | null,
    moved:
      placement.stateBeforeMove && after
        ? { before: placement.stateBeforeMove, startsOn: after.startsOn as CalendarDate }
        : null,
  });
};

const shown = ({ state, startsOn, endsOn, expiresOn, reason }: Placement) => ({
  state,
  startsOn,
  endsOn,
  expiresOn,
  reason,
});

const note = (
  { audit }: Transaction,
  action: string,
  { placement, returner }: Found,
  before: ReturnType<typeof shown>,
) => {
  audit({
    action,
    subject: { type: 'Placement', id: placement.id },
    personId: returner.person.id,
    isUntold: !placement.isShown,
    changes: changesBetween(before, shown(placement)),
  });
};

/** Tells the returner, who agreed to mail, and the contact of the organisation. No name and no reason leave the service by mail. */
const tell = async (transaction: Transaction, { placement, returner }: Found, template: MailName) => {
  const mail = await mailAbout(transaction, placement, template);
  if (returner.acceptsEmail) transaction.send({ to: { personId: returner.person.id }, ...mail });
  await tellSite(transaction, placement, template);
};

const tellSite = async (transaction: Transaction, placement: Placement, template: MailName) => {
  const host = await transaction.em.findOne(HostSchema, { id: placement.host.id });
  if (host?.contactEmail)
    transaction.send({ to: { address: host.contactEmail }, ...(await mailAbout(transaction, placement, template)) });
};

/** Tells the organisation that somebody leaves for another, with what becomes of the days in its calendar. */
const tellSiteLeft = async ({ em, clock, send }: Transaction, left: Placement, next: Placement) => {
  await em.flush();
  const host = await em.findOne(HostSchema, { id: left.host.id });
  const calendar = { ...(await calendarEntryLeft(em, left, next, clock.now())) };
  if (host?.contactEmail)
    send({ to: { address: host.contactEmail }, template: 'placement-moved', values: {}, calendar });
};

/** Lets go of what holds a place for a request that is taken back; a site that knows of it is told. */
export const letGoOf = async (transaction: Transaction, requestId: string, returner: Returner): Promise<void> => {
  const { em, clock } = transaction;
  for (const placement of await em.find(
    PlacementSchema,
    { request: requestId, isLive: true },
    { orderBy: { id: QueryOrder.ASC } },
  )) {
    const before = shown(placement);
    em.assign(placement, {
      state: 'WITHDRAWN',
      isLive: false,
      endedBy: 'RETURNER',
      changedOn: clock.today(),
      version: placement.version + 1,
    });
    if (placement.isShown) await tellSite(transaction, placement, 'placement-withdrawn');
    note(transaction, 'withdrawPlacement', { placement, returner, party: 'RETURNER' }, before);
  }
};

const mailAbout = async ({ em, clock }: Transaction, placement: Placement, template: MailName) => {
  // the change itself is counted in the number of the calendar's entry
  await em.flush();
  const entry = await calendarEntryOf(em, placement, clock.now());
  return { template, values: {}, ...(entry ? { calendar: { ...entry } } : {}) };
};

/** A request that was met is open again when its placement does not come about; the time waited stays. */
const reopen = async ({ em }: Transaction, placement: Placement) => {
  const request = await em.findOne(PlacementRequestSchema, { id: placement.request.id });
  if (request?.state === 'MET') em.assign(request, { state: 'OPEN', closedOn: null, version: request.version + 1 });
};

const begin = async ({ em, clock }: Transaction, { placement, returner }: Found) => {
  const today = clock.today();
  const request = await em.findOne(PlacementRequestSchema, { id: placement.request.id });
  if (request?.state === 'OPEN') em.assign(request, { state: 'MET', closedOn: today, version: request.version + 1 });
  for (const check of firstChecks(await clearedChecks(em, returner.id), placement.startsOn as CalendarDate))
    em.create(StartingCheckSchema, { ...check, returner, placement, begunOn: today });
};

const change = (
  context: CommandContext,
  name: string,
  action: PlacementAction,
  input: ChangePlacement & { readonly reason?: PlacementReason },
  effect: (transaction: Transaction, found: Found) => Promise<void> | void,
  faultsOf: (transaction: Transaction, found: Found) => Promise<readonly Refusal[]> = async () => [],
) =>
  runCommand(
    context,
    { name, input, idempotencyKey: input.idempotencyKey, constraints: assignmentConstraints },
    async (transaction) => {
      const found = await find(transaction, input.placementId, action);
      if (!found) return { refused: [notFound('placementId', 'placement')] };
      const { placement } = found;
      const stale = faultsOfVersion(placement, input.expectedVersion);
      if (stale.length > 0) return { refused: stale };
      const reason = input.reason ?? null;
      const decided = await nextStateOf(transaction, found, action, reason);
      if ('refusals' in decided) return { refused: decided.refusals };
      const faults = await faultsOf(transaction, found);
      if (faults.length > 0) return { refused: faults };
      const before = shown(placement);
      transaction.em.assign(placement, {
        state: decided.to,
        isLive: isHolding(decided.to),
        changedOn: transaction.clock.today(),
        version: placement.version + 1,
        ...(isHolding(decided.to) ? {} : { endedBy: found.party, reason }),
      });
      await effect(transaction, found);
      await transaction.em.flush();
      note(transaction, name, found, before);
      return { done: { placementId: placement.id } };
    },
  );

/** An offer made today, with the notice both sides need now: it may have changed since the pair was proposed. */
const spanOf = async ({ em, clock }: Transaction, { placement }: Found): Promise<OfferSpan> => {
  const request = await em.findOneOrFail(PlacementRequestSchema, { id: placement.request.id });
  const places = await em.findOneOrFail(CapacityOfferSchema, { id: placement.offer.id });
  return {
    offeredOn: clock.today(),
    startsOn: placement.startsOn as CalendarDate,
    returnerNoticeDays: request.noticeDays,
    siteNoticeDays: places.noticeDays,
  };
};

/** Offers a proposal to both sides, with a last day to answer that keeps the notice of both. */
export const offerPlacement = (context: CommandContext, input: ChangePlacement) =>
  change(
    context,
    'offerPlacement',
    'OFFER',
    input,
    async (transaction, found) => {
      const span = await spanOf(transaction, found);
      const expiresOn = offerExpiresOn(span);
      transaction.em.assign(found.placement, { offeredOn: span.offeredOn, expiresOn, isShown: true });
      await tell(transaction, found, 'placement-offered');
    },
    async (transaction, found) => faultsOfNotice(await spanOf(transaction, found)),
  );

/** Says yes for one's own side. When both have, the request is met and the checks before day one begin. */
export const acceptPlacement = (context: CommandContext, input: ChangePlacement) =>
  change(context, 'acceptPlacement', 'ACCEPT', input, async (transaction, found) => {
    const today = transaction.clock.today();
    transaction.em.assign(
      found.placement,
      found.party === 'RETURNER' ? { returnerAcceptedOn: today } : { hostAcceptedOn: today },
    );
    if (found.placement.state !== 'ACCEPTED') return;
    await begin(transaction, found);
    await tell(transaction, found, 'placement-accepted');
  });

/** Says no for one's own side, with a reason. */
export const declinePlacement = (context: CommandContext, input: ChangePlacementWithReason) =>
  change(context, 'declinePlacement', 'DECLINE', input, (transaction, found) =>
    tell(transaction, found, 'placement-declined'),
  );

/** Takes a placement back before it starts. */
export const withdrawPlacement = (context: CommandContext, input: ChangePlacement) =>
  change(context, 'withdrawPlacement', 'WITHDRAW', input, async (transaction, found) => {
    await reopen(transaction, found.placement);
    if (found.placement.isShown) await tell(transaction, found, 'placement-withdrawn');
  });

/** The first day has come. */
export const startPlacement = (context: CommandContext, input: ChangePlacement) =>
  change(context, 'startPlacement', 'START', input, () => {});

/** Ends a placement before its last day, with a reason. The rest of its dates are free again. */
export const endPlacementEarly = (context: CommandContext, input: ChangePlacementWithReason) =>
  change(context, 'endPlacementEarly', 'END_EARLY', input, async (transaction, found) => {
    const today = transaction.clock.today();
    if (today < found.placement.endsOn)
      transaction.em.assign(found.placement, {
        endsOn: today < found.placement.startsOn ? found.placement.startsOn : today,
      });
    await tell(transaction, found, 'placement-ended');
  });

/** The last day is done. */
export const completePlacement = (context: CommandContext, input: ChangePlacement) =>
  change(context, 'completePlacement', 'COMPLETE', input, () => {});

/** Holds a proposal fast, or lets it go. */
export interface LockPair extends ChangePlacement {
  readonly isLocked: boolean;
}

const notProposed: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['placementId'],
  rule: 'ONLY_PROPOSALS_ARE_LOCKED',
  message: 'Only a proposal can be held fast: an offer is fast already.',
  help: 'Look at what the placement says now.',
};

/** Holds a pair fast, so that the next match keeps it. */
export const lockPlacement = (context: CommandContext, input: LockPair) =>
  runCommand(context, { name: 'lockPlacement', input, idempotencyKey: input.idempotencyKey }, async (transaction) => {
    const found = await find(transaction, input.placementId);
    if (!found || found.party !== 'COORDINATOR') return { refused: [notFound('placementId', 'placement')] };
    const { placement, returner } = found;
    const refused = [
      ...faultsOfVersion(placement, input.expectedVersion),
      ...(placement.state === 'PROPOSED' ? [] : [notProposed]),
    ];
    if (refused.length > 0) return { refused };
    const before = placement.isLocked;
    transaction.em.assign(placement, { isLocked: input.isLocked, version: placement.version + 1 });
    transaction.audit({
      action: 'lockPlacement',
      subject: { type: 'Placement', id: placement.id },
      personId: returner.person.id,
      isUntold: true,
      changes: { isLocked: { before, after: input.isLocked } },
    });
    return { done: { placementId: placement.id } };
  });

/** Another place for somebody who has one. */
export interface MovePlacement extends ChangePlacement {
  readonly capacityOfferId: string;
}

/** Moves somebody to another place, which both sites have agreed to. It can be undone until it starts there. */
export const movePlacement = async (context: CommandContext, input: MovePlacement) => {
  const offerId = idOf('CapacityOffer', input.capacityOfferId);
  const placementId = idOf('Placement', input.placementId);
  if (offerId && placementId) await expireAround(context, [placementId], [offerId]);
  return runCommand(
    context,
    { name: 'movePlacement', input, idempotencyKey: input.idempotencyKey, constraints: assignmentConstraints },
    async (transaction) => {
      const { em, clock } = transaction;
      const found = await find(transaction, input.placementId);
      if (!found || !offerId)
        return { refused: [notFound(found ? 'capacityOfferId' : 'placementId', found ? 'offer' : 'placement')] };
      const { placement } = found;
      const stale = faultsOfVersion(placement, input.expectedVersion);
      if (stale.length > 0) return { refused: stale };
      const decided = await nextStateOf(transaction, found, 'MOVE', null);
      if ('refusals' in decided) return { refused: decided.refusals };
      const before = shown(placement);
      em.assign(placement, {
        stateBeforeMove: placement.state === 'STARTED' ? 'STARTED' : 'ACCEPTED',
        state: decided.to,
        isLive: false,
        changedOn: clock.today(),
        endedBy: found.party,
        version: placement.version + 1,
      });
      await em.flush();
      const today = clock.today();
      const { refused, made } = await assignPairs(
        transaction,
        [{ requestId: placement.request.id, offerId, isLocked: false, path: [] }],
        {
          madeAs: {
            state: 'ACCEPTED',
            isShown: true,
            offeredOn: today,
            returnerAcceptedOn: today,
            hostAcceptedOn: today,
            movedFromId: placement.id,
          },
        },
      );
      const [next] = made;
      if (refused.length > 0 || !next) return { refused };
      await begin(transaction, { ...found, placement: next });
      note(transaction, 'movePlacement', found, before);
      await tell(transaction, { ...found, placement: next }, 'placement-moved');
      // to one organisation the entry that changes is word enough
      if (next.host.id !== placement.host.id) await tellSiteLeft(transaction, placement, next);
      return { done: { placementId: next.id } };
    },
  );
};

/** Takes a move back: the placement before it holds again, if its seat is still free. */
export const undoMovePlacement = (context: CommandContext, input: ChangePlacement) =>
  change(context, 'undoMovePlacement', 'UNDO_MOVE', input, async (transaction, found) => {
    const { em, clock } = transaction;
    // before the flush: nobody has two places at a time
    const [gone] = await em.execute<{ id: string }[]>(
      `update placement set state = 'WITHDRAWN', is_live = false, ended_by = 'COORDINATOR', changed_on = ?, version = version + 1 where moved_from_id = ? and is_live returning id`,
      [clock.today(), found.placement.id],
    );
    const after = await em.findOneOrFail(PlacementSchema, { id: gone?.id ?? '' }, { refresh: true });
    em.assign(found.placement, { stateBeforeMove: null, endedBy: null });
    note(transaction, 'undoMovePlacement', { ...found, placement: after }, { ...shown(after), state: 'ACCEPTED' });
    await tell(transaction, found, 'placement-move-undone');
    // to one organisation the entry that comes back is word enough
    if (after.host.id !== found.placement.host.id) await tellSite(transaction, after, 'placement-move-undone');
  });
