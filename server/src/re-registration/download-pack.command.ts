import { createHash } from 'node:crypto';
import { personKey } from '../access/person-key.queries.ts';
import { unseal } from '../access/sealing.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { idOf } from '../placements/host.queries.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import { mayEditReturner, recordHolderOf } from '../returners/returner.policy.ts';
import { notFound, subjectOf } from '../returners/returner.queries.ts';
import { FrozenPackSchema, type FrozenPack } from './frozen-pack.entity.ts';
import { writePack, type PackForm } from './freeze-pack.command.ts';
import { readPackFacts } from './pack.queries.ts';
import { packOf } from './pack.rules.ts';
import type { Refusal } from '../kernel/refusal.ts';

const sealedOf = (frozen: FrozenPack, form: PackForm): readonly [sealed: Uint8Array, sha256: string] => {
  switch (form) {
    case 'json':
      return [frozen.sealedJson, frozen.jsonSha256];
    case 'html':
      return [frozen.sealedHtml, frozen.htmlSha256];
    case 'pdf':
      return [frozen.sealedPdf, frozen.pdfSha256];
  }
};

/**
 * The person takes the pack out of the service, as it stands now or as it was sent; the audit notes which, in which form and with which
 * hash, before the first byte leaves.
 * @param frozenPackId the one that was sent, by the id of the API; null for the one of today.
 */
export const downloadPack = async (
  context: CommandContext,
  input: { readonly form: PackForm; readonly frozenPackId: string | null },
): Promise<{ readonly bytes: Buffer } | { readonly refused: readonly Refusal[] }> => {
  const out: { bytes?: Buffer } = {};
  const result = await runCommand(
    context,
    { name: 'downloadPack', input, idempotencyKey: null },
    async ({ em, actor, clock, audit }) => {
      const returner = await em.findOne(ReturnerSchema, { person: recordHolderOf(actor) ?? '' });
      if (!returner || !mayEditReturner(actor, subjectOf(returner))) return { refused: [notFound('id', 'pack')] };
      let sha256: string;
      if (input.frozenPackId === null) {
        out.bytes = await writePack(
          packOf(await readPackFacts(em, returner.id), clock.today()),
          input.form,
          clock.now(),
        );
        sha256 = createHash('sha256').update(out.bytes).digest('hex');
      } else {
        const id = idOf('FrozenPack', input.frozenPackId);
        const frozen = id === null ? null : await em.findOne(FrozenPackSchema, { id, returner: returner.id });
        const key = frozen && (await personKey(em, returner.person.id));
        if (!frozen || !key) return { refused: [notFound('id', 'pack')] };
        const [sealed, expected] = sealedOf(frozen, input.form);
        out.bytes = Buffer.from(unseal(key, 'pack', sealed), 'base64');
        sha256 = expected;
      }
      audit({
        action: 'downloadPack',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: {
          form: { before: null, after: input.form },
          sha256: { before: null, after: sha256 },
          wasSent: { before: null, after: input.frozenPackId !== null },
        },
      });
      return { done: {} };
    },
  );
  if ('refused' in result) return result;
  if (!out.bytes) throw new Error('What is not refused is handed out.');
  return { bytes: out.bytes };
};
