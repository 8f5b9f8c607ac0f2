import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { TurnedAway } from '../kernel/turned-away.ts';
import { checkAnswers } from './answers.rules.ts';
import { ReturnerSchema } from './returner.entity.ts';
import { mayStartPathway } from './returner.policy.ts';
import { professionIdOf } from './returner.queries.ts';

/** The answers that were given without an account. */
export interface StartPathway {
  readonly answers: EligibilityAnswers;
  readonly idempotencyKey?: string | null;
}

const hasPathway: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'ONE_PATHWAY_PER_PERSON',
  message: 'You have a pathway already.',
  help: 'Open your pathway. To begin with other answers, change your answers there.',
};

/** Begins the pathway of the asking person on the answers given so far, so that nothing is asked twice. */
export const startPathway = (context: CommandContext, input: StartPathway) =>
  runCommand(
    context,
    {
      name: 'startPathway',
      input,
      idempotencyKey: input.idempotencyKey ?? null,
      constraints: { one_pathway_per_person: hasPathway },
    },
    async ({ em, actor, clock, audit }) => {
      if (!mayStartPathway(actor) || actor.personId === null)
        throw new TurnedAway('FORBIDDEN', 'Only a person who signs in as a returner can begin a pathway.');
      const checked = checkAnswers(input.answers, clock.today());
      if (!checked.isFine) return { refused: checked.refusals };
      const returner = em.create(ReturnerSchema, {
        person: actor.personId,
        profession: await professionIdOf(em, checked.value.profession),
        answers: checked.value,
        practiceHistory: [],
        startedOn: clock.today(),
      });
      await em.flush();
      audit({
        action: 'startPathway',
        subject: { type: 'Returner', id: returner.id },
        personId: actor.personId,
        changes: { answers: { before: null, after: checked.value } },
      });
      return { done: { returnerId: returner.id } };
    },
  );
