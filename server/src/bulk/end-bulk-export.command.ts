import { LockMode } from '@mikro-orm/core';
import { runCommand, type CommandContext, type CommandResult } from '../audit/run-command.ts';
import { notFound } from '../returners/returner.queries.ts';
import { BulkExportSchema } from './bulk-export.entity.ts';
import type { BulkStopReason } from './bulk-export.rules.ts';

/** How an export has ended. */
export type BulkEnd = { readonly sha256: string } | { readonly stopReason: BulkStopReason };

/** Notes that an export has ended, and with it tells whoever follows the events of the organisation. */
export const endBulkExport = (
  context: CommandContext,
  input: { readonly id: string; readonly leasedBy: string; readonly end: BulkEnd },
): Promise<CommandResult> =>
  runCommand(context, { name: 'endBulkExport', input, idempotencyKey: null }, async ({ em, clock, audit }) => {
    const { id, leasedBy, end } = input;
    const found = await em.findOne(
      BulkExportSchema,
      { id, leasedBy, state: 'RUNNING' },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    // another server has it by now, or it was deleted
    if (!found) return { refused: [notFound('id', 'export')] };
    const state = 'sha256' in end ? ('READY' as const) : ('STOPPED' as const);
    found.state = state;
    found.sha256 = 'sha256' in end ? end.sha256 : null;
    found.stopReason = 'sha256' in end ? null : end.stopReason;
    found.finishedAt = clock.now();
    found.isTold = found.host != null;
    found.leasedBy = null;
    found.leasedUntil = null;
    found.version += 1;
    // what is not whole is not fetched
    if (state === 'STOPPED') await em.execute('delete from bulk_export_chunk where export_id = ?', [id]);
    audit({
      action: 'endBulkExport',
      subject: { type: 'BulkExport', id },
      personId: found.person?.id ?? null,
      changes: { state: { before: 'RUNNING', after: state } },
    });
    return { done: { bulkExportId: id } };
  });
