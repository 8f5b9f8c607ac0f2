import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { Scope } from '../access/scopes.ts';
import { PartnerKeySchema, PartnerTokenSchema } from './partner-client.entity.ts';
import { newAccessToken } from './partner-secret.ts';

/** For how long an access token is good, in seconds. Its program can ask for another at any time. */
export const TOKEN_SECONDS = 3_600;

/** Gives a program a token for its key, with the same scopes or fewer; tokens of the key that have ended are forgotten. */
export const giveAccessToken = async (
  context: CommandContext,
  scopes: readonly Scope[],
): Promise<{ readonly token: string; readonly endsAt: Date }> => {
  const { partner } = context.actor;
  if (!partner) throw new Error('Only a partner program is given a token.');
  const { secret, hash } = newAccessToken();
  const endsAt = new Date(context.clock.now().getTime() + TOKEN_SECONDS * 1_000);
  const request = { name: 'giveAccessToken', input: {}, idempotencyKey: null };
  await runCommand(context, request, async ({ em, clock, audit }) => {
    await em.nativeDelete(PartnerTokenSchema, { key: partner.keyId, endsAt: { $lt: clock.now() } });
    em.create(PartnerTokenSchema, {
      key: em.getReference(PartnerKeySchema, partner.keyId),
      tokenHash: hash,
      scopes: [...scopes],
      madeAt: clock.now(),
      endsAt,
    });
    audit({
      action: 'giveAccessToken',
      subject: { type: 'PartnerClient', id: partner.clientId },
      personId: null,
      changes: {},
    });
    return { done: {} };
  });
  return { token: secret, endsAt };
};
