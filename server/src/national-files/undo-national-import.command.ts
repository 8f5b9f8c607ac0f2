import { LockMode } from '@mikro-orm/core';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { conflict, type Refusal } from '../kernel/refusal.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { notFound } from '../returners/returner.queries.ts';
import { takeBackWhatWasDoneBy } from './coming-change.queries.ts';
import { peopleChangedBy, waitForOtherNationalFiles } from './national-file.queries.ts';
import { NationalImportSchema } from './national-import.entity.ts';
import { mayImportNationalFiles } from './national-import.policy.ts';
import { builtUpon, whyNotUndone } from './undo.rules.ts';

interface Input {
  readonly nationalImportId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey?: string | null;
}

/** PostgreSQL's word for a row that others point at. */
const isPointedAt = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23503';

/** Puts back all that an import has changed: within a day, and only while nothing stands upon it. */
export const undoNationalImport = (context: CommandContext, input: Input) =>
  runCommand(
    context,
    { name: 'undoNationalImport', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const asked = fromGlobalId(input.nationalImportId);
      await waitForOtherNationalFiles(em);
      const found =
        asked?.type === 'NationalImport' && mayImportNationalFiles(actor)
          ? await em.findOne(NationalImportSchema, { id: asked.id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
          : null;
      if (!found || actor.personId === null) return { refused: [notFound('nationalImportId', 'import')] };
      if (found.version !== input.expectedVersion) return { refused: [conflict(found.version)] };
      const later = await em.count(NationalImportSchema, { appliedAt: { $gt: found.appliedAt }, undoneAt: null });
      const refused: Refusal[] = whyNotUndone({
        appliedAt: found.appliedAt,
        isUndone: found.undoneAt != null,
        hasLater: later > 0,
        now: clock.now(),
      });
      if (refused.length > 0) return { refused };
      const changed = await em.execute<{ tables: string[] | null }[]>(
        'select array_agg(distinct c.table_name) tables from changed_since_import(?::uuid) c',
        [found.id],
      );
      const tables = changed[0]?.tables ?? [];
      if (tables.length > 0) return { refused: [builtUpon(tables)] };
      const people = await peopleChangedBy(em, found.id);
      try {
        await em.execute('select put_back_import(?::uuid)', [found.id]);
      } catch (error) {
        if (isPointedAt(error)) return { refused: [builtUpon([])] };
        throw error;
      }
      await takeBackWhatWasDoneBy(em, found.id);
      em.assign(found, { undoneAt: clock.now(), undoneBy: actor.personId, version: found.version + 1 });
      audit({
        action: 'undoNationalImport',
        subject: { type: 'NationalImport', id: found.id },
        personId: null,
        changes: { isUndone: { before: false, after: true } },
      });
      for (const { returnerId, personId, before, after } of people)
        audit({
          action: 'undoNationalImport',
          subject: { type: 'Returner', id: returnerId },
          personId,
          changes: changesBetween(after, before ?? {}),
        });
      return { done: { nationalImportId: found.id } };
    },
  );
