import { runCommand, type CommandContext, type CommandResult } from '../audit/run-command.ts';
import { parseEmail } from '../access/email.rules.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { IntegratedCareBoardSchema } from '../organisations/organisation.entity.ts';
import { HostSchema } from '../placements/host.entity.ts';
import { idOf } from '../placements/host.queries.ts';
import { faultsOfText, faultsOfVersion } from '../placements/host.rules.ts';
import { notFound } from '../returners/returner.queries.ts';
import { PartnerClientSchema, PartnerKeySchema } from './partner-client.entity.ts';
import { mayManagePartnerClient } from './partner-client.policy.ts';
import { endKeys, lockPartnerClient, possibleOwner } from './partner-client.queries.ts';
import {
  clientNameAtMost,
  faultsOfEnd,
  faultsOfScopes,
  HOURLY_BUDGET,
  inOrder,
  OVERLAP_HOURS_AT_MOST,
} from './partner-client.rules.ts';
import { newKey } from './partner-secret.ts';

/** The result of a command that makes a key. The key goes to the one who asked, once, and is kept nowhere. */
export interface KeyMade {
  readonly result: CommandResult;
  /** Null where nothing was made: refused, or the same request sent again. */
  readonly key: string | null;
}

interface CreatePartnerClient {
  readonly name: string;
  readonly hostId?: string | null;
  readonly boardId?: string | null;
  readonly scopes: readonly string[];
  readonly endsOn: string;
  readonly ownerEmail?: string | null;
  readonly idempotencyKey: string;
}

const nobody: Refusal = {
  code: 'VALUE_INVALID',
  path: ['ownerEmail'],
  message: 'Nobody with this address works for the organisation or board here.',
  help: 'Name somebody who has a role there, or leave it empty to answer for the program yourself.',
};
const oneOfTwo: Refusal = {
  code: 'VALUE_INVALID',
  path: ['hostId'],
  message: 'A program belongs to one organisation or to one board.',
  help: 'Give either `hostId` or `boardId`.',
};

/** Lets a program of an organisation or a board in, with its first key. */
export const createPartnerClient = async (context: CommandContext, input: CreatePartnerClient): Promise<KeyMade> => {
  let key: string | null = null;
  const request = { name: 'createPartnerClient', input, idempotencyKey: input.idempotencyKey };
  const result = await runCommand(context, request, async ({ em, actor, clock, audit }) => {
    key = null;
    if ((input.hostId == null) === (input.boardId == null)) return { refused: [oneOfTwo] };
    const isOfBoard = input.boardId != null;
    const field = isOfBoard ? 'boardId' : 'hostId';
    const id = idOf(isOfBoard ? 'IntegratedCareBoard' : 'Host', input.boardId ?? input.hostId ?? '');
    const hostId = isOfBoard ? null : id;
    const exists =
      id !== null &&
      (isOfBoard ? await em.findOne(IntegratedCareBoardSchema, { id }) : await em.findOne(HostSchema, { id }));
    if (!exists || actor.personId === null || !mayManagePartnerClient(actor, { hostId }))
      return { refused: [notFound(field, isOfBoard ? 'board' : 'organisation')] };
    const boardId = isOfBoard ? id : null;
    const email = input.ownerEmail ? parseEmail(input.ownerEmail) : undefined;
    const ownerId = input.ownerEmail
      ? email === undefined
        ? null
        : await possibleOwner(em, email, { hostId, boardId })
      : actor.personId;
    const refused = [
      ...faultsOfText('name', input.name, clientNameAtMost, 'The name'),
      ...faultsOfScopes(input.scopes, isOfBoard ? 'BOARD' : 'HOST'),
      ...faultsOfEnd(input.endsOn as CalendarDate, clock.today()),
      ...(ownerId === null ? [nobody] : []),
    ];
    if (refused.length > 0 || ownerId === null) return { refused };
    const scopes = inOrder(input.scopes);
    const client = em.create(PartnerClientSchema, {
      name: input.name.trim(),
      host: hostId,
      board: boardId,
      owner: ownerId,
      scopes,
      endsOn: input.endsOn,
      budget: HOURLY_BUDGET,
      createdAt: clock.now(),
      createdBy: actor.personId,
    });
    const made = newKey();
    em.create(PartnerKeySchema, { client, hint: made.hint, keyHash: made.hash, madeAt: clock.now() });
    await em.flush();
    audit({
      action: 'createPartnerClient',
      subject: { type: 'PartnerClient', id: client.id },
      personId: null,
      changes: {
        name: { before: null, after: client.name },
        scopes: { before: null, after: scopes },
        endsOn: { before: null, after: input.endsOn },
        key: { before: null, after: made.hint },
      },
    });
    key = made.secret;
    return { done: { partnerClientId: client.id } };
  });
  return { result, key };
};

interface RotatePartnerKey {
  readonly partnerClientId: string;
  readonly expectedVersion: number;
  readonly overlapHours: number;
  readonly idempotencyKey: string;
}

const revokedBefore: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['partnerClientId'],
  message: 'This program was revoked.',
  help: 'Let it in anew, with new scopes and a new key.',
};

/** Makes a new key for a client; the old ones go on beside it for some hours, so that no program stands still. */
export const rotatePartnerKey = async (context: CommandContext, input: RotatePartnerKey): Promise<KeyMade> => {
  let key: string | null = null;
  const request = { name: 'rotatePartnerKey', input, idempotencyKey: input.idempotencyKey };
  const result = await runCommand(context, request, async ({ em, actor, clock, audit }) => {
    key = null;
    const client = await lockPartnerClient(em, actor, input.partnerClientId);
    if (!client) return { refused: [notFound('partnerClientId', 'program')] };
    if (client.revokedAt) return { refused: [revokedBefore] };
    const { overlapHours } = input;
    const refused = [
      ...faultsOfVersion(client, input.expectedVersion),
      ...(overlapHours >= 0 && overlapHours <= OVERLAP_HOURS_AT_MOST ? [] : [tooLong]),
    ];
    if (refused.length > 0) return { refused };
    await endKeys(em, { clientId: client.id, keyId: null }, overlapHours);
    const made = newKey();
    em.create(PartnerKeySchema, { client, hint: made.hint, keyHash: made.hash, madeAt: clock.now() });
    client.version += 1;
    await em.flush();
    audit({
      action: 'rotatePartnerKey',
      subject: { type: 'PartnerClient', id: client.id },
      personId: null,
      changes: { key: { before: null, after: made.hint }, overlapHours: { before: null, after: overlapHours } },
    });
    key = made.secret;
    return { done: { partnerClientId: client.id } };
  });
  return { result, key };
};

const tooLong: Refusal = {
  code: 'VALUE_INVALID',
  path: ['overlapHours'],
  message: 'The old key cannot go on for so long.',
  help: `Give 0 to ${OVERLAP_HOURS_AT_MOST} hours. With 0 the old key ends at once.`,
};
