import { runCommand, type CommandContext, type CommandResult, type Transaction } from '../audit/run-command.ts';
import { addYears, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { checkAnswers } from '../returners/answers.rules.ts';
import type { Returner } from '../returners/returner.entity.ts';
import { mayEditReturner } from '../returners/returner.policy.ts';
import { lockReturner, notFound, subjectOf } from '../returners/returner.queries.ts';
import { stepKeysFor, type ApplicationStepKey } from './application-steps.rules.ts';
import { ApplicationSchema, type Application } from './application.entity.ts';
import { takeUpApplication } from './application.queries.ts';
import { mayApplyAgain } from './application.rules.ts';
import { followsPack } from './steps-by-pack.rules.ts';

interface OfReturner {
  readonly returnerId: string;
  readonly idempotencyKey?: string | null;
}
/** The day on which somebody plans to send; null where they name none any more. */
export interface PlanApplication extends OfReturner {
  readonly plannedOn: CalendarDate | null;
}
/** Whether one of the things to send is ready. */
export interface PrepareApplicationStep extends OfReturner {
  readonly step: ApplicationStepKey;
  readonly isReady: boolean;
}

/** What is said where another process holds. */
export const anotherProcess: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'THIS_WAY_BACK_HAS_AN_APPLICATION',
  message: 'Your way back leads to another process, or is not settled enough to say what to send.',
  help: 'Look at your answers. If they are right, follow the link in the last step of your pathway.',
};
const sentAlready: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'ONLY_BEFORE_SENDING',
  message: 'The application has been sent already.',
  help: 'Correct what is recorded, or begin a new application once this one has ended.',
};

const packSaysSo: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['step'],
  rule: 'READY_ONCE_THE_PACK_SAYS_SO',
  message: 'This is ready once your pack has everything for it. It is not ticked by hand.',
  help: 'Look at your pack to see what is missing.',
};

/** Locks the person's own record, and their application with it. */
const withApplication = async (
  { em, actor, clock }: Transaction,
  input: OfReturner,
  work: (returner: Returner, application: Application) => Promise<CommandResult>,
): Promise<CommandResult> => {
  const returner = await lockReturner(em, actor, input.returnerId);
  if (!returner || !mayEditReturner(actor, subjectOf(returner)))
    return { refused: [notFound('returnerId', 'pathway')] };
  const application = await takeUpApplication(em, returner, clock.today());
  return application ? work(returner, application) : { refused: [anotherProcess] };
};

const isUnsent = ({ state }: Application): boolean => state === 'PREPARING' || state === 'RENEWED';

/**
 * Names the day on which the person plans to send. It is the day that the answers already know: the meter and the pack are reckoned for it.
 * A question to HCPC and a coordinator's decision hold on, since a plan changes nothing of what is past.
 */
export const planApplication = (context: CommandContext, input: PlanApplication) =>
  runCommand(context, { name: 'planApplication', input, idempotencyKey: input.idempotencyKey ?? null }, (transaction) =>
    withApplication(transaction, input, async (returner, application) => {
      const { em, clock, audit } = transaction;
      const today = clock.today();
      if (!isUnsent(application)) return { refused: [sentAlready] };
      const { plannedOn } = input;
      if (plannedOn !== null && (plannedOn < today || plannedOn > addYears(today, 3)))
        return {
          refused: [
            {
              code: 'VALUE_INVALID',
              path: ['plannedOn'],
              message: 'This cannot be the day on which you plan to send.',
              help: 'Give a day from today on, within the next three years.',
            },
          ],
        };
      const before = returner.answers.applicationOn ?? null;
      const checked = checkAnswers({ ...returner.answers, applicationOn: plannedOn }, today);
      if (!checked.isFine) return { refused: checked.refusals.map((refusal) => ({ ...refusal, path: ['plannedOn'] })) };
      await em.execute(
        `update programme_decision d set answers_digest = md5((?::jsonb)::text) from returner r
           where r.id = d.returner_id and r.id = ? and d.answers_digest = md5(r.answers::text)`,
        [JSON.stringify(checked.value), returner.id],
      );
      em.assign(returner, { answers: checked.value, version: returner.version + 1 }, { mergeObjectProperties: false });
      audit({
        action: 'planApplication',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: { plannedOn: { before, after: plannedOn } },
      });
      return { done: { returnerId: returner.id } };
    }),
  );

/** The person has one of the things to send ready, or not any more. */
export const prepareApplicationStep = (context: CommandContext, input: PrepareApplicationStep) =>
  runCommand(
    context,
    { name: 'prepareApplicationStep', input, idempotencyKey: input.idempotencyKey ?? null },
    (transaction) =>
      withApplication(transaction, input, async (returner, application) => {
        const { em, audit } = transaction;
        if (!isUnsent(application)) return { refused: [sentAlready] };
        const { step, isReady } = input;
        const steps = stepKeysFor(application.route, returner.answers.work === 'PRACTISED_ABROAD');
        if (!steps.includes(step))
          return {
            refused: [
              {
                code: 'RULE_NOT_MET',
                path: ['step'],
                rule: 'A_STEP_OF_THIS_WAY_BACK',
                message: 'This is not sent on your way back.',
                help: 'Load the page again to see what is.',
              },
            ],
          };
        if (followsPack(step)) return { refused: [packSaysSo] };
        const was = application.prepared;
        const prepared = steps.filter((key) => (key === step ? isReady : was.includes(key)));
        em.assign(application, { prepared, version: application.version + 1 });
        audit({
          action: 'prepareApplicationStep',
          subject: { type: 'Returner', id: returner.id },
          personId: returner.person.id,
          changes: { [step]: { before: was.includes(step), after: isReady } },
        });
        return { done: { returnerId: returner.id } };
      }),
  );

const notEnded: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'ONE_APPLICATION_AT_A_TIME',
  message: 'The application is still under way, or it has led you back to the Register.',
  help: 'Record what became of it first.',
};

/** Begins a new application after one that was refused, dismissed or taken back. The one before stays as it is. */
export const applyAgain = (context: CommandContext, input: OfReturner) =>
  runCommand(context, { name: 'applyAgain', input, idempotencyKey: input.idempotencyKey ?? null }, (transaction) =>
    withApplication(transaction, input, async (returner, application) => {
      const { em, clock, audit } = transaction;
      if (!mayApplyAgain(application.state)) return { refused: [notEnded] };
      // one after the other: only one may be current
      await em.nativeUpdate(ApplicationSchema, { id: application.id }, { isCurrent: false });
      em.clear();
      const begun = await takeUpApplication(em, returner, clock.today());
      if (!begun) return { refused: [anotherProcess] };
      audit({
        action: 'applyAgain',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: { application: { before: application.id, after: begun.id } },
      });
      return { done: { returnerId: returner.id } };
    }),
  );
