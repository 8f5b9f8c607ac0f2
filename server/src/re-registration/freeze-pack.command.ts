import { createHash } from 'node:crypto';
import { personKey } from '../access/person-key.queries.ts';
import { seal } from '../access/sealing.ts';
import type { Transaction } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Returner } from '../returners/returner.entity.ts';
import { FrozenPackSchema } from './frozen-pack.entity.ts';
import { packDocumentOf } from './pack-document.rules.ts';
import { htmlOf } from './pack-html.ts';
import { jsonOf } from './pack-json.ts';
import { pdfOf } from './pack-pdf.ts';
import { readPackFacts } from './pack.queries.ts';
import type { Pack } from './pack-record.rules.ts';
import { missingFrom, packOf } from './pack.rules.ts';

/** The forms in which a pack is handed out. */
export const packForms = { pdf: 'application/pdf', html: 'text/html', json: 'application/json' } as const;
/** One of the forms. */
export type PackForm = keyof typeof packForms;

/** The bytes of a pack in one form. */
export const writePack = async (pack: Pack, form: PackForm, at: Date): Promise<Buffer> => {
  switch (form) {
    case 'json':
      return Buffer.from(jsonOf(pack));
    case 'html':
      return Buffer.from(htmlOf(packDocumentOf(pack)));
    case 'pdf':
      return pdfOf(packDocumentOf(pack), at);
  }
};

/** What is missing, as the reasons why nothing is sent. */
export const refusalsOfPack = (pack: Pack): readonly Refusal[] =>
  missingFrom(pack).map(({ code, sentence, help }) => ({
    code: 'RULE_NOT_MET',
    path: [],
    rule: code,
    message: sentence,
    help,
  }));

interface SealedForm {
  readonly sha256: string;
  readonly sealed: Buffer;
}

/** A pack in its three forms, each with its hash, sealed with the person's key. */
export const sealPack = async (pack: Pack, key: Buffer, at: Date): Promise<Readonly<Record<PackForm, SealedForm>>> => {
  const sealedAs = async (form: PackForm): Promise<SealedForm> => {
    const bytes = await writePack(pack, form, at);
    return {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sealed: seal(key, 'pack', bytes.toString('base64')),
    };
  };
  const [json, html, pdf] = await Promise.all([sealedAs('json'), sealedAs('html'), sealedAs('pdf')]);
  return { json, html, pdf };
};

/**
 * Keeps the pack as it is sent, in its three forms, each with its hash, within the transaction of the command that sends it. Refuses
 * for as long as something is missing. Call it with the returner locked.
 * @param sentOn the day on which it is sent; else the day that the person named, or today.
 */
export const freezePack = async (
  { em, clock, audit }: Transaction,
  returner: Returner,
  sentOn: CalendarDate | null = null,
): Promise<{ readonly frozenPackId: string } | { readonly refused: readonly Refusal[] }> => {
  const pack = packOf(await readPackFacts(em, returner.id), clock.today(), sentOn);
  const refused = refusalsOfPack(pack);
  if (refused.length > 0) return { refused };
  const key = await personKey(em, returner.person.id);
  if (key === null) throw new Error('Nothing is sent for somebody who was erased.');
  const at = clock.now();
  const { json, html, pdf } = await sealPack(pack, key, at);
  const frozen = em.create(FrozenPackSchema, {
    returner,
    frozenAt: at,
    updatingDigest: pack.updatingDigest,
    jsonSha256: json.sha256,
    htmlSha256: html.sha256,
    pdfSha256: pdf.sha256,
    sealedJson: json.sealed,
    sealedHtml: html.sealed,
    sealedPdf: pdf.sealed,
  });
  await em.flush();
  audit({
    action: 'freezePack',
    subject: { type: 'Returner', id: returner.id },
    personId: returner.person.id,
    changes: { pdfSha256: { before: null, after: pdf.sha256 }, jsonSha256: { before: null, after: json.sha256 } },
  });
  return { frozenPackId: frozen.id };
};
