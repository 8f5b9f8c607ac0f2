import { LockMode } from '@mikro-orm/core';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { inWords } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import { notFound } from '../returners/returner.queries.ts';
import { stageOf } from './application-notice.rules.ts';
import { shortFormMonth } from './application-view.rules.ts';
import { ApplicationNoticeSchema } from './application.entity.ts';
import { standingNow, takeUpApplication } from './application.queries.ts';

/** Whose short form it is, by the UUID of the record. */
export interface TellOfShortForm {
  readonly returnerId: string;
}

const nothingToTell: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'THE_SHORT_FORM_IS_TOLD_ONCE_A_STAGE',
  message: 'The month of the short form is not running out, or this was told already.',
  help: 'Wait for the next day.',
};

/**
 * Writes to somebody who has not sent the short readmission form while its month runs out: a week before its last day, and two days
 * before it. Each is told once; called again it is refused and changes nothing.
 */
export const tellOfShortForm = (context: CommandContext, input: TellOfShortForm) =>
  runCommand(context, { name: 'tellOfShortForm', input, idempotencyKey: null }, async ({ em, clock, audit, send }) => {
    const returner = await em.findOne(
      ReturnerSchema,
      { id: input.returnerId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!returner?.acceptsEmail) return { refused: [notFound('returnerId', 'pathway')] };
    const today = clock.today();
    const { route } = await standingNow(em, returner, today);
    const month = shortFormMonth(route, returner.answers);
    const stage = month && stageOf({ kind: 'SHORT_FORM', endsOn: month.until }, today);
    if (!month || !stage) return { refused: [nothingToTell] };
    // what was told is noted beside the application, which is begun here where nothing was got ready yet
    const application = await takeUpApplication(em, returner, today);
    if (application?.state !== 'PREPARING') return { refused: [nothingToTell] };
    const known = { application: application.id, clock: 'SHORT_FORM', stage, endsOn: month.until } as const;
    if ((await em.count(ApplicationNoticeSchema, known)) > 0) return { refused: [nothingToTell] };
    em.create(ApplicationNoticeSchema, { ...known, application, toldOn: today });
    send({
      to: { personId: returner.person.id },
      template: 'short-form-month',
      values: { until: inWords(month.until) },
    });
    audit({
      action: 'tellOfShortForm',
      subject: { type: 'Returner', id: returner.id },
      personId: returner.person.id,
      changes: { clocks: { before: null, after: [`SHORT_FORM ${stage}`] } },
    });
    return { done: { returnerId: returner.id } };
  });
