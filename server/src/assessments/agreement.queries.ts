import { LockMode } from '@mikro-orm/core';
import type { Transaction } from '../audit/run-command.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { SupervisorSchema, type Supervisor } from '../placements/host.entity.ts';
import { StartingCheckSchema, type Placement } from '../placements/placement.entity.ts';
import { lockPlacement } from '../placements/placement.queries.ts';
import { type Returner } from '../returners/returner.entity.ts';
import { subjectOf } from '../returners/returner.queries.ts';
import type { LocalPolicy } from './agreement-policy.rules.ts';
import {
  LearningAgreementSchema,
  LearningGoalSchema,
  LocalPolicySchema,
  type LearningAgreement,
} from './agreement.entity.ts';
import { partyToAgreement } from './agreement.policy.ts';
import {
  checkOfAgreement,
  type AgreementContent,
  type AgreementFacts,
  type PlannedPlacement,
} from './agreement.rules.ts';

type EntityManager = Transaction['em'];

/** A placement and its agreement, with the side of whoever asks. The returner and both are locked. */
export interface LockedAgreement {
  readonly placement: Placement;
  readonly returner: Returner;
  readonly agreement: LearningAgreement | null;
  readonly by: AgreementFacts['by'];
}

/** Locks a placement with its agreement; null where the actor may see neither. */
export const lockAgreementOf = async (
  { em, actor }: Pick<Transaction, 'em' | 'actor'>,
  placementId: string | null,
): Promise<LockedAgreement | null> => {
  const found = await lockPlacement(em, placementId);
  if (!found?.placement.isShown) return null;
  const { placement, returner } = found;
  const supervisor = placement.supervisor && (await em.findOne(SupervisorSchema, { id: placement.supervisor.id }));
  const by = partyToAgreement(actor, {
    returner: subjectOf(returner),
    hostId: placement.host.id,
    supervisorPersonId: supervisor?.person?.id ?? null,
  });
  if (by === null) return null;
  const agreement = await em.findOne(
    LearningAgreementSchema,
    { placement: placement.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return agreement === null || agreement.isShared || by === 'RETURNER' ? { placement, returner, agreement, by } : null;
};

/** Locks the agreement that a link of the supervisor leads to, with its placement; null where there is none. */
export const lockAgreementByLink = async (
  em: EntityManager,
  where: { readonly tokenHash: Buffer } | { readonly notMeHash: Buffer },
): Promise<(LockedAgreement & { readonly agreement: LearningAgreement; readonly supervisor: Supervisor }) | null> => {
  const there = await em.findOne(LearningAgreementSchema, where);
  const found = there && (await lockPlacement(em, there.placement.id));
  if (!there || !found?.placement.isShown) return null;
  const agreement = await em.findOne(
    LearningAgreementSchema,
    { id: there.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const supervisor =
    agreement?.linkSupervisor && (await em.findOne(SupervisorSchema, { id: agreement.linkSupervisor.id }));
  return agreement && supervisor ? { ...found, agreement, supervisor, by: 'SUPERVISOR' } : null;
};

/** Placements of a supervisor whose agreement waits for an answer. */
export const placementsThatWaitFor = async (em: EntityManager, supervisorId: string): Promise<string[]> =>
  (
    await em.find(
      LearningAgreementSchema,
      { state: 'SHARED', placement: { supervisor: supervisorId } },
      { orderBy: { id: 'asc' } },
    )
  ).map(({ placement }) => placement.id);

/** The placement of an agreement, by their UUIDs; null where there is none. */
export const placementOfAgreement = async (em: EntityManager, id: string | null): Promise<string | null> =>
  id === null ? null : ((await em.findOne(LearningAgreementSchema, { id }))?.placement.id ?? null);

/** A placement as the plan needs it. */
export const plannedPlacement = ({ startsOn, endsOn, weekdays }: Placement): PlannedPlacement => ({
  from: calendarDate(startsOn),
  until: calendarDate(endsOn),
  weekdays,
});

/** What an agreement says as it is being written. */
export const contentOf = async (em: EntityManager, agreement: LearningAgreement): Promise<AgreementContent> => {
  const goals = await em.find(LearningGoalSchema, { agreement: agreement.id }, { orderBy: { number: 'asc' } });
  return {
    supervisedDays: agreement.supervisedDays ?? null,
    formalDays: agreement.formalDays ?? null,
    privateDays: agreement.privateDays ?? null,
    meetEveryWeeks: agreement.meetEveryWeeks ?? null,
    goals: goals.map(({ number, goal, how, evidence, byOn }) => ({
      number,
      goal: goal ?? null,
      how: how ?? null,
      evidence: evidence ?? null,
      by: byOn ? calendarDate(byOn) : null,
    })),
  };
};

/** What the organisation of a placement asks on top; null where it has written nothing. */
export const policyOf = async (em: EntityManager, hostId: string): Promise<LocalPolicy | null> => {
  const row = await em.findOne(LocalPolicySchema, { host: hostId });
  return (
    row && {
      supervisedPercentAtLeast: row.supervisedPercentAtLeast ?? null,
      daysHereAtLeast: row.daysHereAtLeast ?? null,
      daysAWeekAtLeast: row.daysAWeekAtLeast ?? null,
      meetEveryWeeksAtMost: row.meetEveryWeeksAtMost ?? null,
      standards: row.standards,
      inOwnWords: row.inOwnWords ?? null,
    }
  );
};

/** The check before day one stands as the agreement does; whose turn it is has its own clock. */
export const settleCheck = async (
  { em, clock }: Pick<Transaction, 'em' | 'clock'>,
  { placement, returner, agreement }: LockedAgreement,
): Promise<void> => {
  const { state, owner } = checkOfAgreement(agreement?.state ?? null);
  const today = clock.today();
  const where = { placement: placement.id, kind: 'LEARNING_AGREEMENT' } as const;
  const check = await em.findOne(StartingCheckSchema, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const settledOn = state === 'CLEARED' ? today : null;
  if (check === null)
    em.create(StartingCheckSchema, {
      kind: 'LEARNING_AGREEMENT',
      returner,
      placement,
      state,
      owner,
      begunOn: today,
      settledOn,
    });
  else if (check.state !== state || check.owner !== owner)
    em.assign(check, {
      state,
      owner,
      settledOn,
      begunOn: check.owner === owner && check.state !== 'CLEARED' ? check.begunOn : today,
      version: check.version + 1,
    });
};
