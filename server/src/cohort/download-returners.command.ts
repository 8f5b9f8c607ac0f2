import { NOBODY } from '../access/person-key.queries.ts';
import { runCommand, type CommandContext, type CommandResult } from '../audit/run-command.ts';
import { notFound } from '../returners/returner.queries.ts';
import { faultsOfPurpose, type DownloadPurpose } from './cohort-file.rules.ts';

interface Download {
  readonly purpose: DownloadPurpose;
  readonly purposeText: string;
  /** Which returners were asked for, and in which order. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** How many rows the file has as it begins. */
  readonly rows: number;
}

/** Notes that a coordinator takes a list of returners out of the service, and for what, before its first row leaves. */
export const downloadReturners = (context: CommandContext, input: Download): Promise<CommandResult> =>
  runCommand(context, { name: 'downloadReturners', input, idempotencyKey: null }, ({ actor, audit }) => {
    const purposeText = input.purposeText.trim();
    const refused = actor.kind === 'COORDINATOR' ? faultsOfPurpose(purposeText) : [notFound('purpose', 'list')];
    if (refused.length > 0) return Promise.resolve({ refused });
    const values = { ...input.asked, purpose: input.purpose, purposeText, rows: input.rows };
    audit({
      action: 'downloadReturners',
      subject: { type: 'Service', id: NOBODY },
      personId: actor.personId,
      changes: Object.fromEntries(Object.entries(values).map(([field, after]) => [field, { before: null, after }])),
    });
    return Promise.resolve({ done: {} });
  });
