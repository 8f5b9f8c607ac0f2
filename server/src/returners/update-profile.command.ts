import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { conflict, type Refusal } from '../kernel/refusal.ts';
import {
  checkHcpcNumber,
  checkPostcode,
  checkPracticeHistory,
  checkPreferredName,
  type Checked,
  type PracticePeriod,
} from './profile.rules.ts';
import type { Returner } from './returner.entity.ts';
import { mayEditReturner } from './returner.policy.ts';
import { homeIn, lockReturner, notFound, professionCodeOf, regionIdOf, subjectOf } from './returner.queries.ts';
import { seenSince } from './sharing.rules.ts';

/** What should change: what is left out stays, what is null is taken out. */
export interface UpdateProfile {
  readonly returnerId: string;
  readonly expectedVersion: number;
  readonly preferredName?: string | null;
  readonly hcpcNumber?: string | null;
  readonly homePostcode?: string | null;
  readonly regionId?: string | null;
  readonly practiceHistory?: readonly PracticePeriod[] | null;
  readonly idempotencyKey?: string | null;
}

const unknownDistrict: Refusal = {
  code: 'VALUE_INVALID',
  path: ['homePostcode'],
  rule: 'POSTCODE_DISTRICT',
  message: 'No postcode begins with these letters.',
  help: 'Check the postcode. If it is right, leave it out and name your region.',
};

const profileOf = (returner: Returner) => ({
  preferredName: returner.preferredName ?? null,
  hcpcNumber: returner.hcpcNumber ?? null,
  homePostcode: returner.homePostcode ?? null,
  region: returner.region?.id ?? null,
  board: returner.board?.id ?? null,
  isRegionChosen: returner.isRegionChosen,
  practiceHistory: returner.practiceHistory,
  coordinatorsSeeSince: returner.coordinatorsSeeSince ?? null,
});

/** Changes the profile: name, HCPC number, home and region, practice history. */
export const updateProfile = (context: CommandContext, input: UpdateProfile) =>
  runCommand(
    context,
    { name: 'updateProfile', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'pathway')] };
      if (returner.version !== input.expectedVersion) return { refused: [conflict(returner.version)] };
      const before = profileOf(returner);
      const refused: Refusal[] = [];
      const read = <Value>(checked: Checked<Value>): Value | undefined => {
        if (checked.isFine) return checked.value;
        refused.push(...checked.refusals);
        return undefined;
      };

      if (input.preferredName !== undefined)
        em.assign(returner, { preferredName: read(checkPreferredName(input.preferredName ?? '')) ?? null });
      if (input.practiceHistory !== undefined)
        em.assign(returner, {
          practiceHistory: read(checkPracticeHistory(input.practiceHistory ?? [], clock.today())) ?? [],
        });
      if (input.hcpcNumber !== undefined) {
        const typed = input.hcpcNumber?.trim() ?? '';
        const code = await professionCodeOf(em, returner);
        em.assign(returner, { hcpcNumber: typed === '' ? null : (read(checkHcpcNumber(typed, code)) ?? null) });
      }
      if (input.homePostcode !== undefined) {
        const typed = input.homePostcode?.trim() ?? '';
        const address = typed === '' ? undefined : read(checkPostcode(typed));
        const home = address && (await homeIn(em, address.district));
        if (address && !home) refused.push(unknownDistrict);
        em.assign(returner, { homePostcode: address?.postcode ?? null, homeDistrict: home?.districtId ?? null });
        if (!returner.isRegionChosen)
          em.assign(returner, { region: home?.regionId ?? null, board: home?.boardId ?? null });
      }
      if (input.regionId !== undefined) {
        const regionId = input.regionId === null ? null : await regionIdOf(em, input.regionId);
        if (input.regionId !== null && regionId === null) refused.push(notFound('regionId', 'region'));
        // back to the region of the nearest trust
        const home =
          regionId === null && returner.homePostcode
            ? await homeIn(em, returner.homePostcode.split(' ')[0] ?? '')
            : null;
        em.assign(returner, {
          isRegionChosen: regionId !== null,
          region: regionId ?? home?.regionId ?? null,
          board: home?.boardId ?? null,
        });
      }
      if (refused.length > 0) return { refused };

      em.assign(returner, {
        version: returner.version + 1,
        coordinatorsSeeSince: seenSince({
          shares: returner.sharesWithCoordinators,
          regionBefore: before.region,
          regionAfter: returner.region?.id ?? null,
          since: before.coordinatorsSeeSince,
          today: clock.today(),
        }),
      });
      const after = profileOf(returner);
      audit({
        action: 'updateProfile',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: Object.fromEntries(
          (Object.keys(after) as (keyof typeof after)[])
            .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
            .map((field) => [field, { before: before[field], after: after[field] }]),
        ),
      });
      return { done: { returnerId: returner.id } };
    },
  );
