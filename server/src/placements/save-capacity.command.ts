import { answeringPerson } from '../access/actor.ts';
import { runCommand, type CommandContext, type Transaction } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { IntegratedCareBoardSchema } from '../organisations/organisation.entity.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { notFound } from '../returners/returner.queries.ts';
import { faultsOfCapacity, type CapacityTerms } from './capacity-faults.rules.ts';
import { changesBetween } from './changes.rules.ts';
import { HostSchema, SupervisorSchema } from './host.entity.ts';
import { hostSubject, idOf, lockSite } from './host.queries.ts';
import { mayManageHost } from './host.policy.ts';
import { faultsOfVersion } from './host.rules.ts';
import { CapacityOfferSchema, type CapacityOffer } from './placement.entity.ts';
import { liveCountOfOffer, lockOffer } from './placement.queries.ts';
import type { Weekday } from './supervisor.rules.ts';

/** What is offered, and by whom it is supervised. */
export interface SaveCapacity extends CapacityTerms {
  readonly supervisorId?: string | null;
  readonly firstShownToBoardIds: readonly string[];
  readonly idempotencyKey: string;
}
/** New places of a site. */
export interface AddCapacityOffer extends SaveCapacity {
  readonly placementSiteId: string;
  readonly professionCode: string;
}
/** Places as they should be from now on. */
export interface ChangeCapacityOffer extends SaveCapacity {
  readonly capacityOfferId: string;
  readonly expectedVersion: number;
}

const twice: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['startsOn'],
  rule: 'ONE_CAPACITY_PER_SITE_PROFESSION_AND_DATES',
  message: 'This site has an offer for the same profession and the same dates.',
  help: 'Change that one, or choose other dates.',
};
const constraints = { one_capacity_per_site_profession_and_dates: twice };

const isWeekday = (day: number): day is Weekday => Number.isInteger(day) && day >= 1 && day <= 7;

const checked = async (
  { em, clock, actor }: Transaction,
  input: SaveCapacity,
  { hostId, professionId }: { readonly hostId: string; readonly professionId: string },
) => {
  const id = input.supervisorId ? idOf('Supervisor', input.supervisorId) : null;
  const supervisor = id ? await em.findOne(SupervisorSchema, { id, host: hostId }) : null;
  const boardIds = input.firstShownToBoardIds.map((board) => idOf('IntegratedCareBoard', board) ?? '');
  const refused: Refusal[] = faultsOfCapacity(input, { hasSupervisor: supervisor !== null, boardIds }, clock.today());
  if (input.supervisorId && !supervisor) refused.push(notFound('supervisorId', 'supervisor'));
  if (supervisor && supervisor.profession.id !== professionId)
    refused.push({
      code: 'RULE_NOT_MET',
      path: ['supervisorId'],
      rule: 'SUPERVISOR_SAME_PROFESSION',
      message: 'This supervisor is of another profession.',
      help: 'Name a supervisor of the same profession, or say by when one is named.',
    });
  const known = await em.count(IntegratedCareBoardSchema, { id: { $in: boardIds.filter((board) => board !== '') } });
  if (known !== boardIds.length) refused.push(notFound('firstShownToBoardIds', 'board'));
  if (refused.length > 0) return { refused };
  return {
    kept: {
      answer: input.answer,
      noReason: input.noReason ?? null,
      askAgainOn: input.askAgainOn ?? null,
      maybeUntil: input.maybeUntil ?? null,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      places: input.places,
      weekdays: input.weekdays.filter(isWeekday).toSorted(),
      dayStartsAt: input.dayStartsAt,
      dayEndsAt: input.dayEndsAt,
      noticeDays: input.noticeDays,
      supervisor,
      supervisorNamedBy: supervisor ? null : (input.supervisorNamedBy ?? null),
      setting: input.setting,
      remotePercent: input.remotePercent,
      contract: input.contract,
      adjustments: input.adjustments,
      firstShownTo: boardIds,
      shownToAllOn: input.shownToAllOn ?? null,
      confirmedOn: clock.today(),
      confirmedBy: answeringPerson(actor) ?? '',
      isOnBehalf: actor.kind === 'COORDINATOR',
    },
  };
};

const shownOf = (offer: CapacityOffer) => {
  const {
    answer,
    noReason,
    maybeUntil,
    startsOn,
    endsOn,
    places,
    weekdays,
    setting,
    contract,
    supervisor,
    isOnBehalf,
  } = offer;
  return {
    answer,
    noReason,
    maybeUntil,
    startsOn,
    endsOn,
    places,
    weekdays,
    setting,
    contract,
    supervisor: supervisor?.id,
    isOnBehalf,
  };
};

/** Offers places of a site, or says that there are none. A coordinator does it for the site, and that is marked. */
export const addCapacityOffer = (context: CommandContext, input: AddCapacityOffer) =>
  runCommand(
    context,
    { name: 'addCapacityOffer', input, idempotencyKey: input.idempotencyKey, constraints },
    async (transaction) => {
      const { em, actor, audit } = transaction;
      const site = await lockSite(em, actor, input.placementSiteId, 'WRITE_CAPACITY');
      if (!site) return { refused: [notFound('placementSiteId', 'site')] };
      const profession = await em.findOne(ProfessionSchema, { code: input.professionCode });
      if (!profession) return { refused: [notFound('professionCode', 'profession')] };
      const found = await checked(transaction, input, { hostId: site.host.id, professionId: profession.id });
      if (!found.kept) return { refused: found.refused };
      const offer = em.create(CapacityOfferSchema, { ...found.kept, site, host: site.host.id, profession });
      await em.flush();
      audit({
        action: 'addCapacityOffer',
        subject: { type: 'CapacityOffer', id: offer.id },
        personId: null,
        changes: changesBetween({}, shownOf(offer)),
      });
      return { done: { capacityOfferId: offer.id } };
    },
  );

const lockOwnOffer = async ({ em, actor }: Transaction, globalId: string): Promise<CapacityOffer | null> => {
  const offer = await lockOffer(em, idOf('CapacityOffer', globalId));
  const host = offer && (await em.findOne(HostSchema, { id: offer.host.id }));
  return host && mayManageHost(actor, hostSubject(host), 'WRITE_CAPACITY') ? offer : null;
};

/** Changes places that are offered. That confirms them too. */
export const changeCapacityOffer = (context: CommandContext, input: ChangeCapacityOffer) =>
  runCommand(
    context,
    { name: 'changeCapacityOffer', input, idempotencyKey: input.idempotencyKey, constraints },
    async (transaction) => {
      const { em, audit } = transaction;
      const offer = await lockOwnOffer(transaction, input.capacityOfferId);
      if (!offer) return { refused: [notFound('capacityOfferId', 'offer')] };
      const stale = faultsOfVersion(offer, input.expectedVersion);
      const found = await checked(transaction, input, { hostId: offer.host.id, professionId: offer.profession.id });
      const taken = await liveCountOfOffer(em, offer.id);
      const tooFew: Refusal[] =
        taken > (input.answer === 'NO' ? 0 : input.places)
          ? [
              {
                code: 'RULE_NOT_MET',
                path: [input.answer === 'NO' ? 'answer' : 'places'],
                rule: 'PLACES_ARE_TAKEN',
                message: `${taken} of these places are given already.`,
                help: 'Withdraw or end those placements first, or keep as many places.',
              },
            ]
          : [];
      if (!found.kept || stale.length + tooFew.length > 0)
        return { refused: [...stale, ...tooFew, ...(found.refused ?? [])] };
      const before = shownOf(offer);
      em.assign(offer, { ...found.kept, version: offer.version + 1 });
      audit({
        action: 'changeCapacityOffer',
        subject: { type: 'CapacityOffer', id: offer.id },
        personId: null,
        changes: changesBetween(before, shownOf(offer)),
      });
      return { done: { capacityOfferId: offer.id } };
    },
  );

/** That what is offered still holds. */
export interface ConfirmCapacityOffer {
  readonly capacityOfferId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Confirms what is offered, unchanged, as of today. */
export const confirmCapacityOffer = (context: CommandContext, input: ConfirmCapacityOffer) =>
  runCommand(
    context,
    { name: 'confirmCapacityOffer', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, actor, clock, audit } = transaction;
      const offer = await lockOwnOffer(transaction, input.capacityOfferId);
      const confirmedBy = answeringPerson(actor);
      if (!offer || confirmedBy === null) return { refused: [notFound('capacityOfferId', 'offer')] };
      const refused = faultsOfVersion(offer, input.expectedVersion);
      if (refused.length > 0) return { refused };
      const { confirmedOn, isOnBehalf } = offer;
      const after = { confirmedOn: clock.today(), isOnBehalf: actor.kind === 'COORDINATOR' };
      em.assign(offer, { ...after, confirmedBy, version: offer.version + 1 });
      audit({
        action: 'confirmCapacityOffer',
        subject: { type: 'CapacityOffer', id: offer.id },
        personId: null,
        changes: changesBetween({ confirmedOn, isOnBehalf }, after),
      });
      return { done: { capacityOfferId: offer.id } };
    },
  );
