import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { conflict } from '../kernel/refusal.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { mayEditReturner } from '../returners/returner.policy.ts';
import { lockReturner, notFound, subjectOf } from '../returners/returner.queries.ts';
import { faultsOfStandards } from './agreement-policy.rules.ts';
import { SelfAssessedStandardSchema } from './self-assessment.entity.ts';
import { decideSaying, type StandardAnswer, type StandardSaid } from './self-assessment.rules.ts';

/** What somebody says of one standard. */
export interface AssessStandard extends StandardSaid {
  readonly returnerId: string;
  readonly number: number;
  /** Version of the answer that this one replaces; null for the first. */
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

const nothing = (number: number): StandardAnswer => ({
  number,
  before: null,
  beforeOn: null,
  after: null,
  afterOn: null,
  goal: null,
  evidence: null,
});

/** Keeps how confident somebody feels in one standard, and what they want to reach. */
export const assessStandard = (context: CommandContext, input: AssessStandard) =>
  runCommand(
    context,
    { name: 'assessStandard', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'pathway')] };
      const unknown = faultsOfStandards('number', [input.number]);
      if (unknown.length > 0) return { refused: unknown };
      const row = await em.findOne(SelfAssessedStandardSchema, { returner: returner.id, number: input.number });
      if ((row?.version ?? null) !== (input.expectedVersion ?? null)) return { refused: [conflict(row?.version ?? 0)] };
      const known: StandardAnswer = row
        ? {
            number: row.number,
            before: row.before ?? null,
            beforeOn: row.beforeOn ? calendarDate(row.beforeOn) : null,
            after: row.after ?? null,
            afterOn: row.afterOn ? calendarDate(row.afterOn) : null,
            goal: row.goal ?? null,
            evidence: row.evidence ?? null,
          }
        : nothing(input.number);
      const [logged] = await em.execute<{ is: boolean }[]>(
        'select exists (select from current_logged_day where returner_id = ?) "is"',
        [returner.id],
      );
      const decided = decideSaying(known, input, { today: clock.today(), hasLogged: logged?.is === true });
      if ('refusals' in decided) return { refused: decided.refusals };
      const { number, ...answer } = decided.answer;
      if (row) em.assign(row, { ...answer, version: row.version + 1 });
      else em.create(SelfAssessedStandardSchema, { ...answer, number, returner });
      audit({
        action: 'assessStandard',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: changesBetween({ ...known }, { ...decided.answer }),
      });
      return { done: { returnerId: returner.id } };
    },
  );
