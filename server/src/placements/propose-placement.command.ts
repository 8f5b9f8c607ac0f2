import { runCommand, type CommandContext, type Transaction } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Returner } from '../returners/returner.entity.ts';
import { coordinates } from '../returners/returner.policy.ts';
import { notFound, subjectOf } from '../returners/returner.queries.ts';
import { expireAround } from './expire-placement.command.ts';
import { HostSchema } from './host.entity.ts';
import { coordinatesHost } from './host.policy.ts';
import { hostSubject, idOf } from './host.queries.ts';
import {
  asItIs,
  pairsAtMost,
  factsOfSupervisor,
  isOpenTo,
  matchingInputOf,
  matchRequestOf,
  waysOf,
} from './matching-input.rules.ts';
import type { RequestRow, SlotRow } from './matching-facts.rules.ts';
import { judgePair, surroundingsOf, type Surroundings } from './matching/judge-pair.rules.ts';
import { PlacementRequestSchema, PlacementSchema, type Placement } from './placement.entity.ts';
import { holdingsAround, lockForAssignment, readPairs, type Holding } from './placement.queries.ts';
import { decideAssignment, doOverlap } from './placement.rules.ts';
import { routes } from './routing.ts';
import { decideLoad, decideSupervisor } from './supervisor.rules.ts';

/** A request and an offer, by the ids the API shows. */
export interface PairToKeep {
  readonly placementRequestId: string;
  readonly capacityOfferId: string;
  readonly isLocked: boolean;
}

/** A returner's request and a place, by UUID, as they are to be joined. */
interface Pair {
  readonly requestId: string;
  readonly offerId: string;
  readonly isLocked: boolean;
  /** Where a refusal of this pair stands in the input. */
  readonly path: readonly string[];
}

const fields: Readonly<Record<string, string>> = {
  offerId: 'capacityOfferId',
  from: 'capacityOfferId',
  until: 'capacityOfferId',
  supervisorId: 'capacityOfferId',
};

/** What is said where another was faster, and only the database has seen it. */
export const assignmentConstraints: Readonly<Record<string, Refusal>> = {
  one_place_at_a_time: {
    code: 'RULE_NOT_MET',
    path: [],
    rule: 'ONE_PLACE_AT_A_TIME',
    message: 'The returner has a place on these dates.',
    help: 'Look at the placements of this person. Choose other dates, or end the other placement first.',
  },
  one_person_a_seat: {
    code: 'RULE_NOT_MET',
    path: [],
    rule: 'ONE_PERSON_A_SEAT',
    message: 'Every seat of this place is taken on these dates.',
    help: 'Choose other dates or another place.',
  },
};

const ownArea: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'OWN_AREA',
  message: 'The place is not in your regions or boards.',
  help: 'Ask the coordinator there. Between regions, both must agree.',
};

const seatFor = (
  held: readonly Holding[],
  dates: { readonly from: CalendarDate; readonly until: CalendarDate },
  places: number,
): number => {
  for (let seat = 1; seat < places; seat += 1)
    if (!held.some((one) => one.seat === seat && doOverlap(one, dates))) return seat;
  return places;
};

interface Around {
  readonly requests: ReadonlyMap<string, RequestRow>;
  readonly slots: ReadonlyMap<string, SlotRow>;
  readonly judging: Surroundings;
  readonly holdings: Holding[];
  readonly today: CalendarDate;
}

/** Whether a pair may be, with the dates it would have; adds nothing. */
const weighPair = (
  request: RequestRow,
  slot: SlotRow,
  { judging, holdings, today }: Around,
  matchSlots: ReturnType<typeof matchingInputOf>['slots'],
) => {
  const wish = matchRequestOf(request);
  const matchSlot = matchSlots.find(({ id }) => id === slot.id);
  if (!matchSlot)
    return {
      placed: null,
      refused: [
        {
          ...ownArea,
          rule: 'OFFER_IS_OPEN',
          message: 'This place is not offered any more.',
          help: 'Ask the site to confirm it, or choose another place.',
        },
      ],
    };
  const judged = judgePair(wish, matchSlot, judging);
  const dates = { from: judged.startsOn, until: judged.endsOn };
  const heldBy = (test: (one: Holding) => boolean) => holdings.filter(test);
  const { supervisor } = slot;
  const refused = decideAssignment({
    today,
    returnerProfession: request.profession,
    dates,
    returnerHeld: heldBy(({ returnerId }) => returnerId === request.returnerId),
    offer: {
      profession: slot.profession,
      dates: { from: slot.startsOn, until: slot.endsOn },
      isOpen: isOpenTo(slot, request.boardId, today),
      seats: slot.places,
      held: heldBy(({ offerId }) => offerId === slot.id),
    },
    site: { atOnceAtMost: slot.atOnceAtMost, held: heldBy(({ siteId }) => siteId === slot.siteId) },
    supervisor: supervisor && {
      decision: decideSupervisor(factsOfSupervisor(supervisor), dates.from),
      load: decideLoad(
        {
          atOnceAtMost: supervisor.atOnceAtMost,
          weekdays: supervisor.weekdays,
          taken: heldBy(({ supervisorId }) => supervisorId === supervisor.id),
        },
        { dates, weekdays: judged.weekdays, daysAWeek: request.daysAWeek },
      ),
    },
    supervisorNamedBy: slot.supervisorNamedBy,
    limits: judged.limits,
  });
  const seat = seatFor(
    heldBy(({ offerId }) => offerId === slot.id),
    dates,
    slot.places,
  );
  return { refused, placed: { dates, seat, weekdays: judged.weekdays } };
};

const mayJoin = async ({ em, actor }: Transaction, returner: Returner, slot: SlotRow): Promise<Refusal[]> => {
  if (!coordinates(actor, subjectOf(returner))) return [notFound('placementRequestId', 'request')];
  const host = await em.findOne(HostSchema, { id: slot.hostId });
  return host && coordinatesHost(actor, hostSubject(host)) ? [] : [ownArea];
};

/** Makes proposals for pairs, each checked against everything that holds a seat, under locks in one order. */
export const assignPairs = async (
  transaction: Transaction,
  pairs: readonly Pair[],
  more: {
    /** Returners who are locked with the others, though they get no place. */
    readonly leftOut?: readonly string[];
    readonly dropProposals?: (returnerIds: readonly string[]) => Promise<void>;
    readonly madeAs?: Partial<Placement>;
  } = {},
): Promise<{ readonly refused: Refusal[]; readonly made: Placement[] }> => {
  const { em, clock, audit } = transaction;
  const today = clock.today();
  const requestIds = pairs.map(({ requestId }) => requestId);
  const offerIds = pairs.map(({ offerId }) => offerId);
  const open = await em.find(PlacementRequestSchema, { id: { $in: requestIds } });
  const returnerIds = open.map(({ returner }) => returner.id);
  const returners = new Map(
    (await lockForAssignment(em, [...returnerIds, ...(more.leftOut ?? [])], offerIds)).map((returner) => [
      returner.id,
      returner,
    ]),
  );
  await more.dropProposals?.(returnerIds);
  const facts = { ...(await readPairs(em, requestIds, offerIds)), proposed: [], declined: [] };
  const input = matchingInputOf(facts, asItIs, today);
  const around: Around = {
    requests: new Map(facts.requests.map((row) => [row.id, row])),
    slots: new Map(facts.slots.map((row) => [row.id, row])),
    judging: surroundingsOf({
      ...input,
      excluded: [],
      // what the plan was made with; nobody waits for a routing service under a lock
      knownTravel: [...input.knownTravel, ...routes().learned(waysOf(input))],
    }),
    holdings: await holdingsAround(em, returnerIds, offerIds),
    today,
  };
  const refused: Refusal[] = [];
  const made: Placement[] = [];
  for (const { requestId, offerId, isLocked, path } of pairs) {
    const request = around.requests.get(requestId);
    const slot = around.slots.get(offerId);
    const returner = request && returners.get(request.returnerId);
    if (!request || !slot || !returner || (request.state !== 'OPEN' && !more.madeAs)) {
      refused.push({
        ...notFound(slot ? 'placementRequestId' : 'capacityOfferId', slot ? 'open request' : 'offer'),
        path: [...path, slot ? 'placementRequestId' : 'capacityOfferId'],
      });
      continue;
    }
    const barred = await mayJoin(transaction, returner, slot);
    const weighed =
      barred.length > 0 ? { refused: barred, placed: null } : weighPair(request, slot, around, input.slots);
    if (weighed.refused.length > 0 || !weighed.placed) {
      refused.push(
        ...weighed.refused.map((one) => ({
          ...one,
          path: [...path, ...one.path.map((field) => fields[field] ?? field)],
        })),
      );
      continue;
    }
    const { dates, seat, weekdays } = weighed.placed;
    const placement = em.create(PlacementSchema, {
      returner,
      request: requestId,
      offer: offerId,
      host: slot.hostId,
      site: slot.siteId,
      supervisor: slot.supervisor?.id ?? null,
      seat,
      state: 'PROPOSED',
      isLive: true,
      isShown: false,
      isLocked,
      startsOn: dates.from,
      endsOn: dates.until,
      weekdays,
      proposedOn: today,
      changedOn: today,
    });
    if (more.madeAs) em.assign(placement, more.madeAs);
    await em.flush();
    around.holdings.push({
      id: placement.id,
      returnerId: returner.id,
      offerId,
      siteId: slot.siteId,
      supervisorId: slot.supervisor?.id ?? null,
      seat,
      ...dates,
    });
    made.push(placement);
    audit({
      action: 'proposePlacement',
      subject: { type: 'Placement', id: placement.id },
      personId: returner.person.id,
      isUntold: !placement.isShown,
      changes: {
        state: { before: null, after: placement.state },
        startsOn: { before: null, after: dates.from },
        site: { before: null, after: slot.siteName },
      },
    });
  }
  return { refused, made };
};

/** One pair by hand. */
export interface ProposePlacement extends PairToKeep {
  readonly idempotencyKey: string;
}

const pairOf = (
  { placementRequestId, capacityOfferId, isLocked }: PairToKeep,
  path: readonly string[],
): Pair | null => {
  const requestId = idOf('PlacementRequest', placementRequestId);
  const offerId = idOf('CapacityOffer', capacityOfferId);
  return requestId && offerId ? { requestId, offerId, isLocked, path } : null;
};

/** Puts a returner on a place. Nobody is told before it is offered. */
export const proposePlacement = async (context: CommandContext, input: ProposePlacement) => {
  const pair = pairOf(input, []);
  if (pair) await expireAround(context, [pair.requestId], [pair.offerId]);
  return runCommand(
    context,
    { name: 'proposePlacement', input, idempotencyKey: input.idempotencyKey, constraints: assignmentConstraints },
    async (transaction) => {
      if (!pair) return { refused: [notFound('placementRequestId', 'request')] };
      const { refused, made } = await assignPairs(transaction, [pair]);
      const [placement] = made;
      return refused.length > 0 || !placement ? { refused } : { done: { placementId: placement.id } };
    },
  );
};

/** A whole plan, as it was shown or changed by hand. */
export interface KeepMatch {
  readonly pairs: readonly PairToKeep[];
  readonly idempotencyKey: string;
}

/** Returners of the actor's regions and boards who have a proposal that nobody holds fast. */
const proposedWithoutLock = async ({ em, actor }: Transaction): Promise<string[]> => {
  const rows = await em.execute<{ id: string }[]>(
    `select r.id from returner r where r.shares_with_coordinators and (r.region_id = any(?::uuid[]) or r.board_id = any(?::uuid[]))
       and exists (select from placement p where p.returner_id = r.id and p.is_live and p.state = 'PROPOSED' and not p.is_locked) order by r.id`,
    [`{${actor.regionIds.join(',')}}`, `{${actor.boardIds.join(',')}}`],
  );
  return rows.map(({ id }) => id);
};

/**
 * Keeps a plan as proposals: all of it or nothing. What the coordinator's plan said before gives way to it, for those who are left
 * out now, too; only a proposal that is held fast stays.
 */
export const keepMatch = async (context: CommandContext, input: KeepMatch) => {
  const pairs = input.pairs
    .map((pair, index) => pairOf(pair, ['pairs', String(index)]))
    .filter((pair) => pair !== null);
  const isPlan = pairs.length === input.pairs.length && pairs.length > 0 && pairs.length <= pairsAtMost;
  if (isPlan)
    await expireAround(
      context,
      pairs.map(({ requestId }) => requestId),
      pairs.map(({ offerId }) => offerId),
    );
  return runCommand(
    context,
    { name: 'keepMatch', input, idempotencyKey: input.idempotencyKey, constraints: assignmentConstraints },
    async (transaction) => {
      const { em, clock, audit } = transaction;
      if (!isPlan)
        return {
          refused: [
            {
              code: 'VALUE_INVALID',
              path: ['pairs'],
              message: 'This is no plan that can be kept.',
              help: `Send 1 to ${pairsAtMost} pairs of a request and an offer.`,
            },
          ],
        };
      const leftOut = await proposedWithoutLock(transaction);
      const { refused, made } = await assignPairs(transaction, pairs, {
        leftOut,
        dropProposals: async (returnerIds) => {
          const dropped = await em.execute<{ id: string; person_id: string }[]>(
            `update placement p set state = 'WITHDRAWN', is_live = false, ended_by = 'COORDINATOR', changed_on = ?, version = p.version + 1
             from returner r where r.id = p.returner_id and p.is_live and p.state = 'PROPOSED'
               and (p.returner_id = any(?::uuid[]) or (p.returner_id = any(?::uuid[]) and not p.is_locked)) returning p.id, r.person_id`,
            [clock.today(), `{${returnerIds.join(',')}}`, `{${leftOut.join(',')}}`],
          );
          for (const { id, person_id: personId } of dropped)
            audit({
              action: 'keepMatch',
              subject: { type: 'Placement', id },
              personId,
              isUntold: true,
              changes: { state: { before: 'PROPOSED', after: 'WITHDRAWN' } },
            });
        },
      });
      return refused.length > 0 ? { refused } : { done: { kept: String(made.length) } };
    },
  );
};
