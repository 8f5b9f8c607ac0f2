import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { ReturnerSchema } from '../returners/returner.entity.ts';

/**
 * The pack as it was sent, in its three forms, sealed with the person's key: it can be read for as long as the person has one, and
 * what it was can be proved by its hashes for good. Never changed.
 */
export const FrozenPackSchema = defineEntity({
  name: 'FrozenPack',
  tableName: 'frozen_pack',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    frozenAt: p.datetime().columnType('timestamptz').name('frozen_at'),
    updatingDigest: p.text().name('updating_digest'),
    /** SHA-256 in hexadecimal digits of each form. */
    jsonSha256: p.text().name('json_sha256'),
    htmlSha256: p.text().name('html_sha256'),
    pdfSha256: p.text().name('pdf_sha256'),
    sealedJson: p.blob().name('sealed_json'),
    sealedHtml: p.blob().name('sealed_html'),
    sealedPdf: p.blob().name('sealed_pdf'),
  },
  indexes: [{ name: 'frozen_pack_of_returner_by_time', properties: ['returner', 'frozenAt', 'id'] }],
});
/** The pack as it was sent. */
export type FrozenPack = InferEntity<typeof FrozenPackSchema>;
