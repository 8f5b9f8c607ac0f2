import { LockMode } from '@mikro-orm/core';
import type { Actor } from '../access/actor.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { runCommand, type CommandContext, type CommandResult } from '../audit/run-command.ts';
import { faultsOfPurpose } from '../cohort/cohort-file.rules.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { PartnerClientSchema } from '../partners/partner-client.entity.ts';
import { idOf } from '../placements/host.queries.ts';
import { notFound } from '../returners/returner.queries.ts';
import { BulkExportSchema } from './bulk-export.entity.ts';
import { wakeBulkExports } from './bulk-export.queries.ts';
import {
  exportsAtOnce,
  exportsKept,
  keptUntilOf,
  tooManyAtOnce,
  tooManyKept,
  type BulkFormat,
} from './bulk-export.rules.ts';
import type { CommonList } from './common-lists.rules.ts';

interface StartBulkExport {
  readonly list: CommonList | null;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly format: BulkFormat;
  readonly purpose: string | null;
  readonly idempotencyKey: string;
}

/** As whom an export is kept. */
const ownerOf = ({ partner, personId, kind, hostIds }: Actor) => ({
  client: partner?.clientId ?? null,
  key: partner?.keyId ?? null,
  scopes: [...(partner?.scopes ?? [])],
  person: personId,
  role: kind === 'ANONYMOUS' || kind === 'SUSPENDED' || kind === 'PARTNER' ? null : kind,
  // coordinators have many organisations before their eyes, and act for none
  host: hostIds[0] ?? null,
});

/**
 * Takes a list out of the service as a file.
 * @param faults what is wrong with the query for whoever asks, as the edge that knows the schema has found.
 */
export const startBulkExport = (
  context: CommandContext,
  input: StartBulkExport,
  faults: readonly Refusal[],
): Promise<CommandResult> =>
  runCommand(
    context,
    { name: 'startBulkExport', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit }) => {
      const owner = ownerOf(actor);
      if (owner.client === null && owner.person === null) return { refused: [notFound('query', 'list')] };
      const purpose = input.purpose?.trim() ?? '';
      const unsaid = owner.client !== null && purpose === '' ? [] : faultsOfPurpose(purpose);
      const refused = [...faults, ...unsaid.map((fault) => ({ ...fault, path: ['purpose'] }))];
      if (refused.length > 0) return { refused };
      // the exports of one program or person are counted one at a time
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
      if (owner.client !== null) await em.findOne(PartnerClientSchema, { id: owner.client }, lock);
      else await em.findOne(PersonSchema, { id: owner.person ?? '' }, lock);
      const own = owner.client === null ? { person: owner.person } : { client: owner.client };
      if ((await em.count(BulkExportSchema, { ...own, state: { $in: ['WAITING', 'RUNNING'] } })) >= exportsAtOnce)
        return { refused: [tooManyAtOnce] };
      if ((await em.count(BulkExportSchema, own)) >= exportsKept) return { refused: [tooManyKept] };
      const { list, query, variables, format } = input;
      const now = clock.now();
      const made = em.create(BulkExportSchema, {
        ...owner,
        list,
        query,
        variables,
        format,
        askedAt: now,
        dueAt: now,
        keptUntil: keptUntilOf(now),
      });
      await em.flush();
      await wakeBulkExports(em);
      audit({
        action: 'startBulkExport',
        subject: { type: 'BulkExport', id: made.id },
        personId: owner.person,
        changes: Object.fromEntries(
          Object.entries({ list, query, variables, format, purpose }).map(([field, after]) => [
            field,
            { before: null, after },
          ]),
        ),
      });
      return { done: { bulkExportId: made.id } };
    },
  );

/** Forgets an export of one’s own, and its file. One that runs stops at its next page. */
export const deleteBulkExport = (
  context: CommandContext,
  input: { readonly bulkExportId: string; readonly idempotencyKey?: string | null },
): Promise<CommandResult> =>
  runCommand(
    context,
    { name: 'deleteBulkExport', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, audit }) => {
      const id = idOf('BulkExport', input.bulkExportId);
      const { client, person, role } = ownerOf(actor);
      const own = client === null ? { person, role } : { client };
      const found =
        id === null || (client === null && person === null)
          ? null
          : await em.findOne(BulkExportSchema, { id, ...own }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!found) return { refused: [notFound('bulkExportId', 'export')] };
      await em.nativeDelete(BulkExportSchema, { id: found.id });
      audit({
        action: 'deleteBulkExport',
        subject: { type: 'BulkExport', id: found.id },
        personId: person,
        changes: { state: { before: found.state, after: null } },
      });
      return { done: { bulkExportId: found.id } };
    },
  );
