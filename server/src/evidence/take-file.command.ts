import { createHash } from 'node:crypto';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { notFound } from '../returners/returner.queries.ts';
import { EvidenceContentSchema, EvidenceSchema } from './evidence.entity.ts';
import { keptBy, lockOwnReturner } from './evidence.queries.ts';
import { faultsOfRoom } from './evidence.rules.ts';
import type { LookedAt } from './look-at-file.ts';

/** A file that was looked at. */
export interface TakeFile extends LookedAt {
  /** Whether a virus scanner will look at it: then nobody opens it before. */
  readonly isScanned: boolean;
  readonly idempotencyKey: string;
}

/** Keeps a file of the one who sends it. It is theirs alone until they file it. */
export const takeFile = (context: CommandContext, { kind, content, warnings, isScanned, idempotencyKey }: TakeFile) => {
  const sha256 = createHash('sha256').update(content).digest();
  const input = { kind, sha256: sha256.toString('hex') };
  return runCommand(context, { name: 'takeFile', input, idempotencyKey }, async ({ em, actor, clock, audit }) => {
    const returner = await lockOwnReturner(em, actor);
    if (!returner) return { refused: [notFound('file', 'pathway that a file could belong to')] };
    const refused = faultsOfRoom(content.length, await keptBy(em, returner.id));
    if (refused.length > 0) return { refused };
    const evidence = em.create(EvidenceSchema, {
      returner,
      title: null,
      kind,
      bytes: content.length,
      sha256,
      warnings,
      virusCheck: isScanned ? 'WAITING' : 'NOT_CHECKED',
      addedAt: clock.now(),
      filedAt: null,
    });
    await em.flush();
    em.create(EvidenceContentSchema, { evidence, content });
    await em.flush();
    audit({
      action: 'takeFile',
      subject: { type: 'Evidence', id: evidence.id },
      personId: returner.person.id,
      changes: {
        kind: { before: null, after: kind },
        bytes: { before: null, after: content.length },
        sha256: { before: null, after: input.sha256 },
        warnings: { before: null, after: warnings },
      },
    });
    return { done: { evidenceId: evidence.id } };
  });
};
