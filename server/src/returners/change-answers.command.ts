import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { conflict } from '../kernel/refusal.ts';
import { checkAnswers } from './answers.rules.ts';
import { QuestionToHcpcSchema } from './returner.entity.ts';
import { mayEditReturner } from './returner.policy.ts';
import { lockReturner, notFound, professionCodeOf, professionIdOf, subjectOf } from './returner.queries.ts';

/** All answers, as they should be from now on. */
export interface ChangeAnswers {
  readonly returnerId: string;
  readonly expectedVersion: number;
  readonly answers: EligibilityAnswers;
  readonly idempotencyKey?: string | null;
}

/** Changes what a person has told about the way here. What was settled for other answers settles nothing any more. */
export const changeAnswers = (context: CommandContext, input: ChangeAnswers) =>
  runCommand(
    context,
    { name: 'changeAnswers', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'pathway')] };
      if (returner.version !== input.expectedVersion) return { refused: [conflict(returner.version)] };
      const checked = checkAnswers(input.answers, clock.today());
      if (!checked.isFine) return { refused: checked.refusals };
      const before = { answers: returner.answers, hcpcNumber: returner.hcpcNumber ?? null };
      const code = await professionCodeOf(em, returner);
      if (code !== (checked.value.profession ?? null)) {
        // a number of another profession is not this person's
        em.assign(returner, { profession: await professionIdOf(em, checked.value.profession), hcpcNumber: null });
      }
      em.assign(
        returner,
        { answers: checked.value, answersChangedOn: clock.today(), version: returner.version + 1 },
        { mergeObjectProperties: false },
      );
      await em.nativeUpdate(
        QuestionToHcpcSchema,
        { returner: returner.id, isSuperseded: false },
        { isSuperseded: true },
      );
      audit({
        action: 'changeAnswers',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: {
          answers: { before: before.answers, after: checked.value },
          ...(before.hcpcNumber === (returner.hcpcNumber ?? null)
            ? {}
            : { hcpcNumber: { before: before.hcpcNumber, after: null } }),
        },
      });
      return { done: { returnerId: returner.id } };
    },
  );
