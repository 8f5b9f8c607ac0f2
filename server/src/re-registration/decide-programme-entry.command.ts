import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { conflict, type Refusal } from '../kernel/refusal.ts';
import { coordinates } from '../returners/returner.policy.ts';
import { lockReturner, notFound, standingQuestion, subjectOf } from '../returners/returner.queries.ts';
import { standingOf } from '../returners/standing.rules.ts';
import { reasonAtMost, type ProgrammeDecisionAnswer } from './programme-decision.rules.ts';
import { ProgrammeDecisionSchema } from './programme-decision.entity.ts';

/** A coordinator's decision. */
export interface DecideProgrammeEntry {
  readonly returnerId: string;
  readonly expectedVersion: number;
  readonly decision: ProgrammeDecisionAnswer;
  readonly reason: string;
  readonly idempotencyKey?: string | null;
}

const nothingToDecide: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'ONLY_WHERE_A_COORDINATOR_DECIDES',
  message: 'There is nothing to decide: the published conditions of the programme settle this case.',
  help: 'Look at the record again. The answers may have changed.',
};
const decidedBefore: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'ONE_PROGRAMME_DECISION_PER_ANSWERS',
  message: 'This has been decided already.',
  help: 'Look at the record again. A new decision can be made when the person’s answers change.',
};

/** A coordinator of the person's region or board settles what the published conditions leave open. */
export const decideProgrammeEntry = (context: CommandContext, input: DecideProgrammeEntry) =>
  runCommand(
    context,
    {
      name: 'decideProgrammeEntry',
      input,
      idempotencyKey: input.idempotencyKey ?? null,
      constraints: { one_programme_decision_per_answers: decidedBefore },
    },
    async ({ em, actor, clock, audit, send }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || actor.personId === null || !coordinates(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'person')] };
      if (returner.version !== input.expectedVersion) return { refused: [conflict(returner.version)] };
      const reason = input.reason.trim();
      if (reason === '' || reason.length > reasonAtMost || /[^\P{Cc}\n\r\t]/u.test(reason) || !reason.isWellFormed())
        return {
          refused: [
            {
              code: 'VALUE_INVALID',
              path: ['reason'],
              message: 'The person must be told why.',
              help: `Give a reason of 1 to ${reasonAtMost} characters.`,
            },
          ],
        };
      const standing = standingOf(returner.answers, await standingQuestion(em, returner.id), clock.today());
      if (standing.outcome?.programme.verdict !== 'COORDINATOR_DECIDES') return { refused: [nothingToDecide] };
      const [digest] = await em.execute<{ md5: string }[]>('select md5(answers::text) from returner where id = ?', [
        returner.id,
      ]);
      em.create(ProgrammeDecisionSchema, {
        returner,
        decision: input.decision,
        reason,
        decidedBy: actor.personId,
        decidedAt: clock.now(),
        answersDigest: digest?.md5 ?? '',
      });
      await em.flush();
      audit({
        action: 'decideProgrammeEntry',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: { decision: { before: null, after: input.decision }, reason: { before: null, after: reason } },
      });
      if (returner.acceptsEmail)
        send({ to: { personId: returner.person.id }, template: 'programme-decided', values: {} });
      return { done: { returnerId: returner.id } };
    },
  );
