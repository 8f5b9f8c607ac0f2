import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { conflict } from '../kernel/refusal.ts';
import { mayEditReturner } from '../returners/returner.policy.ts';
import { lockReturner, notFound, standingQuestion, subjectOf } from '../returners/returner.queries.ts';
import { standingOf } from '../returners/standing.rules.ts';
import { PlanSchema } from './logged-day.entity.ts';
import { forecastOf, type SavedPlan } from './saved-plan.rules.ts';

/** A plan, and whose it is. */
export interface SavePlan extends SavedPlan {
  readonly returnerId: string;
  /** Version of the plan that this one replaces; null for the first. */
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

/** Saves how somebody plans to do the updating. Impossible plans can be saved too: the forecast says what to change. */
export const savePlan = (context: CommandContext, input: SavePlan) =>
  runCommand(
    context,
    { name: 'savePlan', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'pathway')] };
      const plan = await em.findOne(PlanSchema, { returner: returner.id });
      if ((plan?.version ?? null) !== (input.expectedVersion ?? null))
        return { refused: [conflict(plan?.version ?? 0)] };
      const today = clock.today();
      const standing = standingOf(returner.answers, await standingQuestion(em, returner.id), today);
      const forecast = forecastOf(input, standing.requirement?.days ?? 0, returner.answers, [], today);
      if (forecast.__typename === 'ForecastRefused')
        return { refused: forecast.refusals.map((refusal) => ({ ...refusal, path: refusal.path.slice(1) })) };
      const saved = {
        startOn: input.startOn,
        halfDaysAWeek: input.daysAWeek * 2,
        supervisedPercent: input.mix.supervised,
        formalPercent: input.mix.formal,
        privatePercent: input.mix.private,
        weeksOff: input.weeksOff.map(({ from, to }) => ({ from, to })),
        savedOn: today,
      };
      const before = plan && {
        startOn: plan.startOn,
        halfDaysAWeek: plan.halfDaysAWeek,
        supervisedPercent: plan.supervisedPercent,
        formalPercent: plan.formalPercent,
        privatePercent: plan.privatePercent,
        weeksOff: plan.weeksOff,
        savedOn: plan.savedOn,
      };
      if (plan) em.assign(plan, { ...saved, version: plan.version + 1 });
      else em.create(PlanSchema, { ...saved, returner });
      audit({
        action: 'savePlan',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: { plan: { before, after: saved } },
      });
      return { done: { returnerId: returner.id } };
    },
  );
