import type { Device } from '../access/device.rules.ts';
import { NOBODY } from '../access/person-key.queries.ts';
import { lockPeople, rolesOf } from '../access/session.queries.ts';
import { newToken } from '../access/token.ts';
import { actorAs, type CameIn, letIn } from '../accounts/sign-in.command.ts';
import { type CommandContext, runCommand } from '../audit/run-command.ts';
import { ProviderAccountSchema } from './provider-account.entity.ts';
import { keepArrival, lockProviderAccount, noteProvider, type SentToProvider } from './provider-account.queries.ts';
import type { ProviderProblem } from './provider-problem.rules.ts';
import type { Told } from './told.rules.ts';

/** What becomes of somebody who comes from an identity provider. */
export type Arrived =
  /** Signed in; or half in, where their account has an authenticator app and the provider does not vouch for two factors. */
  | { readonly cameIn: CameIn }
  /** They are asked whether the provider is to open their account. The token is for their browser's cookie. */
  | { readonly asked: string }
  | { readonly problem: ProviderProblem };

/** Notes for the audit that somebody's way by a provider came to nothing, without a word of what the provider said. */
export const noteProviderFailure = async (
  context: CommandContext,
  provider: string,
  problem: ProviderProblem,
): Promise<void> => {
  const request = { name: 'signInByProvider', input: {}, idempotencyKey: null };
  await runCommand(context, request, async ({ audit }) => {
    audit({
      action: 'signInFailed',
      subject: { type: 'Account', id: NOBODY },
      personId: null,
      changes: { provider: { before: null, after: provider }, problem: { before: null, after: problem } },
    });
    return { done: {} };
  });
};

/** Signs in whoever a provider vouches for and who said that it may; null where nobody did. */
const signInByProvider = async (
  context: CommandContext,
  told: Told,
  { deviceName, device }: { readonly deviceName: string | null; readonly device: Device },
): Promise<CameIn | null> => {
  const known = await context.em.findOne(ProviderAccountSchema, { issuer: told.issuer, subject: told.subject });
  if (!known) return null;
  const personId = known.person.id;
  const [role] = await rolesOf(context.em, personId);
  if (!role) return null;
  let cameIn: CameIn | null = null;
  const request = { name: 'signInByProvider', input: {}, idempotencyKey: null };
  await runCommand({ ...context, actor: actorAs(personId, role) }, request, async (transaction) => {
    cameIn = null;
    const { em, clock, audit } = transaction;
    await lockPeople(em, [personId]);
    const account = await lockProviderAccount(em, told);
    const isTheirs = account?.person.id === personId;
    const { provider, assurance } = told;
    audit({
      action: isTheirs ? 'signInByProvider' : 'signInFailed',
      subject: { type: 'Account', id: personId },
      personId,
      changes: {
        provider: { before: null, after: provider },
        factors: { before: null, after: assurance.factors },
        proofing: { before: null, after: assurance.proofing },
      },
    });
    if (!account || !isTheirs) return { done: {} };
    account.usedAt = clock.now();
    const hasSecondFactor = assurance.factors === 2;
    const entering = { personId, role, wayIn: 'PROVIDER', deviceName, device, hasSecondFactor } as const;
    cameIn = await letIn(transaction, entering);
    await noteProvider(em, personId, cameIn, told);
    return { done: {} };
  });
  return cameIn;
};

/**
 * Lets somebody in who comes from a provider and is known by it; whoever is not known is asked. An address alone opens nothing: the
 * account with it may be somebody else's, and they have to show that it is theirs.
 */
export const arrive = async (
  context: CommandContext,
  told: Told,
  { personId, deviceName }: SentToProvider,
  device: Device,
): Promise<Arrived> => {
  const cameIn = personId === null ? await signInByProvider(context, told, { deviceName, device }) : null;
  if (cameIn) return { cameIn };
  if (personId === null && told.email === null) return { problem: 'EMAIL_NOT_CONFIRMED' };
  const token = newToken();
  await keepArrival(context.em.fork(), token, told, personId, context.clock.now());
  return { asked: token };
};
