import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { faultsOfAnswer, inTheFuture, type AnswerFromHcpc } from './answer-from-hcpc.rules.ts';
import { QuestionToHcpcSchema } from './returner.entity.ts';
import { mayEditReturner } from './returner.policy.ts';
import { lockReturner, notFound, standingQuestion, subjectOf } from './returner.queries.ts';
import { standingOf } from './standing.rules.ts';

/** A question that was put to HCPC. */
export interface RecordQuestionToHcpc {
  readonly returnerId: string;
  readonly askedOn: CalendarDate;
  readonly idempotencyKey?: string | null;
}

/** What HCPC answered. */
export interface RecordAnswerFromHcpc extends AnswerFromHcpc {
  readonly returnerId: string;
  readonly idempotencyKey?: string | null;
}

const nothingToAsk: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'ONLY_WHERE_RULES_ARE_SPLIT',
  message: 'The published rules settle your case. There is nothing to ask HCPC.',
  help: 'If your case has changed, change your answers.',
};
const askedBefore: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'ONE_QUESTION_AT_A_TIME',
  message: 'You have recorded this question before.',
  help: 'When HCPC answers, record the answer.',
};
const notAsked: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'ASK_BEFORE_ANSWER',
  message: 'No question waits for an answer.',
  help: 'Record the question first.',
};

/** The person has asked HCPC, since the published texts do not settle the case. */
export const recordQuestionToHcpc = (context: CommandContext, input: RecordQuestionToHcpc) =>
  runCommand(
    context,
    {
      name: 'recordQuestionToHcpc',
      input,
      idempotencyKey: input.idempotencyKey ?? null,
      constraints: { one_standing_question_to_hcpc: askedBefore },
    },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'pathway')] };
      if (input.askedOn > clock.today()) return { refused: [inTheFuture('askedOn')] };
      if (await standingQuestion(em, returner.id)) return { refused: [askedBefore] };
      if (standingOf(returner.answers, null, clock.today()).outcome?.verdict !== 'ASK_HCPC')
        return { refused: [nothingToAsk] };
      em.create(QuestionToHcpcSchema, { returner, askedOn: input.askedOn });
      audit({
        action: 'recordQuestionToHcpc',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: { askedOn: { before: null, after: input.askedOn } },
      });
      return { done: { returnerId: returner.id } };
    },
  );

/** HCPC has answered: its answer holds from now on, until the person's own answers change. */
export const recordAnswerFromHcpc = (context: CommandContext, input: RecordAnswerFromHcpc) =>
  runCommand(
    context,
    { name: 'recordAnswerFromHcpc', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'pathway')] };
      const question = await em.findOne(QuestionToHcpcSchema, { returner: returner.id, isSuperseded: false });
      if (!question) return { refused: [notAsked] };
      const refused = faultsOfAnswer(input, question.askedOn, clock.today());
      if (refused.length > 0) return { refused };
      const before = { days: question.answeredDays ?? null, route: question.answeredRoute ?? null };
      em.assign(question, { answeredOn: input.answeredOn, answeredDays: input.days, answeredRoute: input.route });
      audit({
        action: 'recordAnswerFromHcpc',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: {
          answeredDays: { before: before.days, after: input.days },
          answeredRoute: { before: before.route, after: input.route },
        },
      });
      return { done: { returnerId: returner.id } };
    },
  );
