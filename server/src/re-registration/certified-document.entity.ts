import { defineEntity, p } from '@mikro-orm/core';
import { EvidenceSchema } from '../evidence/evidence.entity.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import type { DocumentKind, DocumentUse } from './certified-document.rules.ts';

/** A certified copy that somebody sends to HCPC, and what stands on it, as its owner has ticked it off. */
export const CertifiedDocumentSchema = defineEntity({
  name: 'CertifiedDocument',
  tableName: 'certified_document',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    use: p.text().$type<DocumentUse>().name('use'),
    kind: p.text().$type<DocumentKind>(),
    issuedOn: p.date().name('issued_on').nullable(),
    certifierName: p.text().name('certifier_name').nullable(),
    certifierTitle: p.text().name('certifier_title').nullable(),
    certifierContact: p.text().name('certifier_contact').nullable(),
    certifiedOn: p.date().name('certified_on').nullable(),
    hasWords: p.boolean().name('has_words'),
    hasSignature: p.boolean().name('has_signature'),
    isCertifiedByApplicant: p.boolean().name('is_certified_by_applicant'),
    /** The file that it is a copy of, where that is kept here. */
    evidence: () =>
      p
        .manyToOne(EvidenceSchema)
        .name('evidence_id')
        .nullable()
        .index('certified_document_of_evidence')
        .deleteRule('set null'),
  },
  checks: [
    { name: 'a_certified_copy_shows_something_known', expression: "use in ('IDENTITY', 'ADDRESS', 'NAME_CHANGE')" },
  ],
  indexes: [{ name: 'certified_document_of_returner', properties: ['returner', 'id'] }],
});
