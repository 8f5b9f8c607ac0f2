import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { mayEditReturner } from '../returners/returner.policy.ts';
import { lockReturner, lockReturnerById, notFound, subjectOf } from '../returners/returner.queries.ts';
import { letGoOf } from './change-placement.command.ts';
import { changesBetween } from './changes.rules.ts';
import { idOf } from './host.queries.ts';
import { faultsOfVersion } from './host.rules.ts';
import { PlacementRequestSchema } from './placement.entity.ts';
import { faultsOfRequest, type RequestTerms } from './request.rules.ts';
import type { Weekday } from './supervisor.rules.ts';

/** What a returner asks for. */
export interface SendPlacementRequest extends RequestTerms {
  readonly returnerId: string;
  readonly idempotencyKey: string;
}

const openAlready: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'ONE_OPEN_REQUEST_PER_PERSON',
  message: 'You have asked for a placement already.',
  help: 'Change that request, or take it back first.',
};
const needed = (path: string, rule: string, message: string, help: string): Refusal => ({
  code: 'RULE_NOT_MET',
  path: [path],
  rule,
  message,
  help,
});

const isWeekday = (day: number): day is Weekday => Number.isInteger(day) && day >= 1 && day <= 7;

/** Sends a request. Coordinators must be able to see it, and the way is reckoned from the home postcode. */
export const sendPlacementRequest = (context: CommandContext, input: SendPlacementRequest) =>
  runCommand(
    context,
    {
      name: 'sendPlacementRequest',
      input,
      idempotencyKey: input.idempotencyKey,
      constraints: { one_open_request_per_returner: openAlready },
    },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'pathway')] };
      const refused = faultsOfRequest(input, clock.today());
      if (!returner.profession)
        refused.push(
          needed(
            'returnerId',
            'PROFESSION_OF_HCPC',
            'Placements are for professions on HCPC’s Register.',
            'Ask the regulator of your profession.',
          ),
        );
      if (!returner.homeDistrict)
        refused.push(
          needed(
            'returnerId',
            'HOME_IS_KNOWN',
            'We do not know where you would travel from.',
            'Give your home postcode in your profile.',
          ),
        );
      if (!returner.sharesWithCoordinators)
        refused.push(
          needed(
            'returnerId',
            'SHARED_WITH_COORDINATORS',
            'Nobody could see your request.',
            'Agree that the coordinators of your region may see your record.',
          ),
        );
      if (refused.length > 0) return { refused };
      const { returnerId: _returner, idempotencyKey: _key, ...asked } = input;
      const terms = {
        ...asked,
        weekdays: asked.weekdays.filter(isWeekday).toSorted(),
        likedWeekdays: asked.likedWeekdays.filter(isWeekday).toSorted(),
      };
      const request = em.create(PlacementRequestSchema, { ...terms, returner, state: 'OPEN', sentOn: clock.today() });
      await em.flush();
      audit({
        action: 'sendPlacementRequest',
        subject: { type: 'PlacementRequest', id: request.id },
        personId: returner.person.id,
        changes: changesBetween({}, terms),
      });
      return { done: { returnerId: returner.id, placementRequestId: request.id } };
    },
  );

/** A request as it should be from now on. */
export interface ChangePlacementRequest extends RequestTerms {
  readonly placementRequestId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

const notOpen: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['placementRequestId'],
  rule: 'REQUEST_IS_OPEN',
  message: 'This request is closed.',
  help: 'Send a new request.',
};

/** Locks the person, then the request; null where there is none of theirs. */
export const lockOwnRequest = async ({ em, actor }: Pick<CommandContext, 'em' | 'actor'>, globalId: string) => {
  const id = idOf('PlacementRequest', globalId);
  const found = id ? await em.findOne(PlacementRequestSchema, { id }) : null;
  const returner = found && (await lockReturnerById(em, actor, found.returner.id));
  if (!found || !returner || !mayEditReturner(actor, subjectOf(returner))) return null;
  await em.refresh(found);
  return { request: found, returner };
};

/** Changes an open request; the time waited stays. */
export const changePlacementRequest = (context: CommandContext, input: ChangePlacementRequest) =>
  runCommand(
    context,
    { name: 'changePlacementRequest', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, clock, audit } = transaction;
      const own = await lockOwnRequest(transaction, input.placementRequestId);
      if (!own) return { refused: [notFound('placementRequestId', 'request')] };
      const { request, returner } = own;
      if (request.state !== 'OPEN') return { refused: [notOpen] };
      const refused = [...faultsOfVersion(request, input.expectedVersion), ...faultsOfRequest(input, clock.today())];
      if (refused.length > 0) return { refused };
      const { placementRequestId: _request, expectedVersion: _version, idempotencyKey: _key, ...asked } = input;
      const terms = {
        ...asked,
        weekdays: asked.weekdays.filter(isWeekday).toSorted(),
        likedWeekdays: asked.likedWeekdays.filter(isWeekday).toSorted(),
      };
      const before = { ...request };
      em.assign(request, { ...terms, version: request.version + 1 });
      audit({
        action: 'changePlacementRequest',
        subject: { type: 'PlacementRequest', id: request.id },
        personId: returner.person.id,
        changes: changesBetween(before, terms),
      });
      return { done: { returnerId: returner.id, placementRequestId: request.id } };
    },
  );

/** Which request is taken back. */
export interface WithdrawPlacementRequest {
  readonly placementRequestId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Takes a request back. Proposals made for it end with it. */
export const withdrawPlacementRequest = (context: CommandContext, input: WithdrawPlacementRequest) =>
  runCommand(
    context,
    { name: 'withdrawPlacementRequest', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, clock, audit } = transaction;
      const own = await lockOwnRequest(transaction, input.placementRequestId);
      if (!own) return { refused: [notFound('placementRequestId', 'request')] };
      const { request, returner } = own;
      if (request.state !== 'OPEN') return { refused: [notOpen] };
      const refused = faultsOfVersion(request, input.expectedVersion);
      if (refused.length > 0) return { refused };
      em.assign(request, { state: 'WITHDRAWN', closedOn: clock.today(), version: request.version + 1 });
      await letGoOf(transaction, request.id, returner);
      audit({
        action: 'withdrawPlacementRequest',
        subject: { type: 'PlacementRequest', id: request.id },
        personId: returner.person.id,
        changes: { state: { before: 'OPEN', after: 'WITHDRAWN' } },
      });
      return { done: { returnerId: returner.id, placementRequestId: request.id } };
    },
  );
