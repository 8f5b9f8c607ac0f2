import { runCommand, type CommandContext, type CommandResult } from '../audit/run-command.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { idOf } from '../placements/host.queries.ts';
import { faultsOfVersion } from '../placements/host.rules.ts';
import { notFound } from '../returners/returner.queries.ts';
import { PartnerKeySchema } from './partner-client.entity.ts';
import { endKeys, lockPartnerClient } from './partner-client.queries.ts';

interface RevokePartnerClient {
  readonly partnerClientId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey?: string | null;
}

/** Shuts a program out for good, within a second, with all its keys and tokens. */
export const revokePartnerClient = (context: CommandContext, input: RevokePartnerClient): Promise<CommandResult> =>
  runCommand(
    context,
    { name: 'revokePartnerClient', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const client = await lockPartnerClient(em, actor, input.partnerClientId);
      if (!client) return { refused: [notFound('partnerClientId', 'program')] };
      const refused = faultsOfVersion(client, input.expectedVersion);
      if (refused.length > 0) return { refused };
      const before = client.revokedAt ?? null;
      client.revokedAt = before ?? clock.now();
      client.version += 1;
      await endKeys(em, { clientId: client.id, keyId: null }, 0);
      audit({
        action: 'revokePartnerClient',
        subject: { type: 'PartnerClient', id: client.id },
        personId: null,
        changes: { revokedAt: { before, after: client.revokedAt } },
      });
      return { done: { partnerClientId: client.id } };
    },
  );

interface RevokePartnerKey {
  readonly partnerKeyId: string;
  readonly idempotencyKey?: string | null;
}

/** Ends one key within a second; the others of the program go on. */
export const revokePartnerKey = (context: CommandContext, input: RevokePartnerKey): Promise<CommandResult> =>
  runCommand(
    context,
    { name: 'revokePartnerKey', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, audit }) => {
      const id = idOf('PartnerKey', input.partnerKeyId);
      const key = id === null ? null : await em.findOne(PartnerKeySchema, { id });
      const client = key && (await lockPartnerClient(em, actor, toGlobalId('PartnerClient', key.client.id)));
      if (!key || !client) return { refused: [notFound('partnerKeyId', 'key')] };
      await endKeys(em, { clientId: client.id, keyId: key.id }, 0);
      client.version += 1;
      audit({
        action: 'revokePartnerKey',
        subject: { type: 'PartnerClient', id: client.id },
        personId: null,
        changes: { key: { before: key.hint, after: null } },
      });
      return { done: { partnerClientId: client.id } };
    },
  );
