import { LockMode } from '@mikro-orm/core';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { notFound, subjectOf } from '../returners/returner.queries.ts';
import { changesBetween } from './changes.rules.ts';
import { idOf } from './host.queries.ts';
import { faultsOfVersion } from './host.rules.ts';
import { StartingCheckSchema } from './placement.entity.ts';
import { partyOf } from './placement.policy.ts';
import { lockPlacement } from './placement.queries.ts';
import { isSettled, type CheckState } from './starting-check.rules.ts';

/** How a check stands now. */
export interface RecordStartingCheck {
  readonly startingCheckId: string;
  readonly expectedVersion: number;
  readonly state: CheckState;
  readonly settledOn?: CalendarDate | null;
  readonly goodUntil?: CalendarDate | null;
  readonly idempotencyKey?: string | null;
}

const siteSettles: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['state'],
  rule: 'SITE_SETTLES_CHECKS',
  message: 'The site or a coordinator says that a check is settled.',
  help: 'Say that it is under way, and send what is needed to the site.',
};
const followsFromAgreement: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['state'],
  rule: 'FOLLOWS_FROM_AGREEMENT',
  message: 'This check follows from the learning agreement.',
  help: 'Open the learning agreement. Once both sides agree to it, the check is done.',
};
const notPossible: Refusal = {
  code: 'VALUE_INVALID',
  path: ['settledOn'],
  message: 'This date is in the future, or after the last day on which the check holds.',
  help: 'Check the two dates.',
};

/** Records the outcome of a check before day one, and when. No document is kept. */
export const recordStartingCheck = (context: CommandContext, input: RecordStartingCheck) =>
  runCommand(
    context,
    { name: 'recordStartingCheck', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const id = idOf('StartingCheck', input.startingCheckId);
      const [row] = id
        ? await em.execute<{ placement_id: string }[]>('select placement_id from starting_check where id = ?', [id])
        : [];
      const found = await lockPlacement(em, row?.placement_id ?? null);
      const party =
        found &&
        partyOf(actor, {
          returner: subjectOf(found.returner),
          hostId: found.placement.host.id,
          supervisorPersonId: null,
        });
      const check =
        found && party && id
          ? await em.findOne(StartingCheckSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
          : null;
      if (!found || !check) return { refused: [notFound('startingCheckId', 'check')] };
      const refused = faultsOfVersion(check, input.expectedVersion);
      if (check.kind === 'LEARNING_AGREEMENT') refused.push(followsFromAgreement);
      else if (party === 'RETURNER' && isSettled(input.state)) refused.push(siteSettles);
      const settledOn = isSettled(input.state) ? (input.settledOn ?? clock.today()) : null;
      if (settledOn && (settledOn > clock.today() || (input.goodUntil && input.goodUntil < settledOn)))
        refused.push(notPossible);
      if (refused.length > 0) return { refused };
      const { state, settledOn: before, goodUntil } = check;
      const after = { state: input.state, settledOn, goodUntil: settledOn ? (input.goodUntil ?? null) : null };
      em.assign(check, { ...after, version: check.version + 1 });
      audit({
        action: 'recordStartingCheck',
        subject: { type: 'StartingCheck', id: check.id },
        personId: found.returner.person.id,
        changes: changesBetween({ state, settledOn: before, goodUntil }, after),
      });
      return { done: { startingCheckId: check.id } };
    },
  );
