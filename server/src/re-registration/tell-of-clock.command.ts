import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { notFound } from '../returners/returner.queries.ts';
import { noticeWords, stageOf } from './application-notice.rules.ts';
import { ApplicationNoticeSchema, ApplicationSchema } from './application.entity.ts';
import { ledgerOf, lockOwner } from './application.queries.ts';
import { clocksOf } from './application.rules.ts';

/** Which application, by its UUID. */
export interface TellOfClock {
  readonly applicationId: string;
}

const nothingToTell: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'A_CLOCK_IS_TOLD_ONCE_A_STAGE',
  message: 'No clock is to be told of today, or it was told of already.',
  help: 'Wait for the next day.',
};

/** Writes to somebody whose clock ends soon, or has ended; once a stage of each clock. Called again it is refused and changes nothing. */
export const tellOfClock = (context: CommandContext, input: TellOfClock) =>
  runCommand(context, { name: 'tellOfClock', input, idempotencyKey: null }, async ({ em, clock, audit, send }) => {
    const returner = await lockOwner(em, input.applicationId);
    const application = await em.findOne(ApplicationSchema, { id: input.applicationId, isCurrent: true });
    if (!returner || !application) return { refused: [notFound('applicationId', 'application')] };
    const today = clock.today();
    const told: string[] = [];
    for (const one of clocksOf(await ledgerOf(em, application), null, today)) {
      const stage = stageOf(one, today);
      if (stage === null) continue;
      const known = { application: application.id, clock: one.kind, stage, endsOn: one.endsOn };
      if ((await em.count(ApplicationNoticeSchema, known)) > 0) continue;
      em.create(ApplicationNoticeSchema, { ...known, application, toldOn: today });
      told.push(`${one.kind} ${stage}`);
      if (returner.acceptsEmail)
        send({ to: { personId: returner.person.id }, template: 'application-clock', values: noticeWords(one) });
    }
    if (told.length === 0) return { refused: [nothingToTell] };
    audit({
      action: 'tellOfClock',
      subject: { type: 'Returner', id: returner.id },
      personId: returner.person.id,
      changes: { clocks: { before: null, after: told } },
    });
    return { done: { returnerId: returner.id } };
  });
