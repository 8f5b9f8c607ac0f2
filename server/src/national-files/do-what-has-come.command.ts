import { createHash } from 'node:crypto';
import { runCommand, type CommandContext, type CommandResult } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { notFound } from '../returners/returner.queries.ts';
import { lockChangesOfDay, markDone, markStuck } from './coming-change.queries.ts';
import { waitForOtherNationalFiles } from './national-file.queries.ts';
import type { NationalFileKind } from './national-words.rules.ts';
import { auditImport, takeIn } from './take-in.command.ts';

interface Day {
  readonly kind: NationalFileKind;
  readonly on: CalendarDate;
}

const isNothingNew = ({ rule }: Refusal): boolean => rule === 'SOMETHING_NEW';

/** Does all that files have said of a day that has come, as one import of whoever brought the last of them; or nothing. */
export const doWhatHasCome = (context: CommandContext, day: Day): Promise<CommandResult> =>
  runCommand(context, { name: 'doWhatHasCome', input: day, idempotencyKey: null }, async (transaction) => {
    const { em, audit } = transaction;
    // files are taken in one by one: whoever comes second finds nothing that waits any more
    await waitForOtherNationalFiles(em);
    const due = await lockChangesOfDay(em, day.kind, day.on);
    const [first] = due;
    if (first === undefined) return { refused: [notFound('day', 'day')] };
    const ids = due.map(({ id }) => id);
    // done first: what the same lines say of a later day may then wait in its turn
    await markDone(em, ids, null);
    const cells =
      day.kind === 'SUCCESSIONS'
        ? [...first.lines.slice(0, 1), ...due.flatMap(({ lines }) => lines.slice(1))]
        : due.flatMap(({ lines }) => lines);
    const latest = due.toSorted((one, other) => (one.importId < other.importId ? 1 : -1))[0] ?? first;
    const taken = await takeIn(
      transaction,
      {
        kind: day.kind,
        lines: cells.map((line, index) => ({ line: index + 1, cells: line })),
        digest: createHash('sha256').update(JSON.stringify(cells)).digest('hex'),
        chosen: new Map(due.flatMap(({ chosen }) => chosen)),
        importedBy: latest.importedBy,
      },
      'NOBODY',
      day.on,
    );
    if ('refused' in taken) return taken;
    if (taken.inTheWay.some((one) => !isNothingNew(one))) return { refused: taken.inTheWay };
    await markDone(em, ids, taken.importId);
    await auditImport(transaction, 'doWhatHasCome', day.kind, taken);
    for (const { id } of due)
      audit({
        action: 'doWhatHasCome',
        subject: { type: 'ComingChange', id },
        personId: null,
        changes: { state: { before: 'WAITS', after: 'DONE' } },
      });
    return { done: { nationalImportId: taken.importId } };
  });

/** Notes why what has come could not be done, and writes to whoever imported it; once for each reason. It is tried again. */
export const noteWhatIsInTheWay = (
  context: CommandContext,
  day: Day,
  refused: readonly Refusal[],
): Promise<CommandResult> =>
  runCommand(context, { name: 'noteWhatIsInTheWay', input: day, idempotencyKey: null }, async ({ em, audit, send }) => {
    const inTheWay = refused.map(({ message, help }) => `${message} ${help}`).join(' ');
    const due = (await lockChangesOfDay(em, day.kind, day.on)).filter((one) => one.inTheWay !== inTheWay);
    if (due.length === 0) return { refused: [notFound('day', 'day')] };
    await markStuck(
      em,
      due.map(({ id }) => id),
      inTheWay,
    );
    for (const personId of new Set(due.map(({ importedBy }) => importedBy)))
      send({ to: { personId }, template: 'coming-change-stuck', values: { inTheWay } });
    for (const { id } of due)
      audit({
        action: 'noteWhatIsInTheWay',
        subject: { type: 'ComingChange', id },
        personId: null,
        changes: { inTheWay: { before: null, after: inTheWay } },
      });
    return { done: {} };
  });
