import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { conflict } from '../kernel/refusal.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { mayGiveHostRoles } from '../placements/host.policy.ts';
import { hostSubject, lockHost } from '../placements/host.queries.ts';
import { notFound } from '../returners/returner.queries.ts';
import { faultsOfPolicy, keptPolicy, type LocalPolicy } from './agreement-policy.rules.ts';
import { LocalPolicySchema } from './agreement.entity.ts';
import { policyOf } from './agreement.queries.ts';

/** What an organisation asks on top, and which organisation. */
export interface SaveLocalPolicy extends LocalPolicy {
  readonly hostId: string;
  /** Version of the policy that this one replaces; null for the first. */
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

/** Writes what an organisation asks on top of HCPC's minimum. What was agreed before keeps the policy of its day. */
export const saveLocalPolicy = (context: CommandContext, input: SaveLocalPolicy) =>
  runCommand(
    context,
    { name: 'saveLocalPolicy', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const host = await lockHost(em, actor, input.hostId);
      if (!host || !actor.personId || !mayGiveHostRoles(actor, hostSubject(host)))
        return { refused: [notFound('hostId', 'organisation')] };
      const known = await em.findOne(LocalPolicySchema, { host: host.id });
      if ((known?.version ?? null) !== (input.expectedVersion ?? null))
        return { refused: [conflict(known?.version ?? 0)] };
      const { supervisedPercentAtLeast, daysHereAtLeast, daysAWeekAtLeast, meetEveryWeeksAtMost } = input;
      const asked: LocalPolicy = {
        supervisedPercentAtLeast,
        daysHereAtLeast,
        daysAWeekAtLeast,
        meetEveryWeeksAtMost,
        standards: input.standards,
        inOwnWords: input.inOwnWords,
      };
      const refused = faultsOfPolicy(asked);
      if (refused.length > 0) return { refused };
      const before = await policyOf(em, host.id);
      const policy = keptPolicy(asked);
      const row = {
        ...policy,
        savedOn: clock.today(),
        savedBy: actor.personId,
        isOnBehalf: actor.kind === 'COORDINATOR',
      };
      if (known) em.assign(known, { ...row, version: known.version + 1 });
      else em.create(LocalPolicySchema, { ...row, host });
      audit({
        action: 'saveLocalPolicy',
        subject: { type: 'Host', id: host.id },
        personId: null,
        changes: changesBetween({ ...before }, { ...policy }),
      });
      return { done: { hostId: host.id } };
    },
  );
