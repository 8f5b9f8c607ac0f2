import { LockMode } from '@mikro-orm/core';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EvidenceSchema } from '../evidence/evidence.entity.ts';
import { evidenceIdOf } from '../evidence/evidence.queries.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { idOf } from '../placements/host.queries.ts';
import { faultsOfVersion } from '../placements/host.rules.ts';
import { mayEditReturner } from '../returners/returner.policy.ts';
import { lockReturner, lockReturnerById, notFound, subjectOf } from '../returners/returner.queries.ts';
import { CertifiedDocumentSchema } from './certified-document.entity.ts';
import { faultsOfDocument, type DocumentKind, type DocumentUse } from './certified-document.rules.ts';

/** What stands on a certified copy. */
export interface CertifiedDocumentFields {
  readonly use: DocumentUse;
  readonly kind: DocumentKind;
  readonly issuedOn?: CalendarDate | null;
  readonly certifierName?: string | null;
  readonly certifierTitle?: string | null;
  readonly certifierContact?: string | null;
  readonly certifiedOn?: CalendarDate | null;
  readonly hasWords: boolean;
  readonly hasSignature: boolean;
  readonly isCertifiedByApplicant: boolean;
  /** The file that it is a copy of, by the id of the API. */
  readonly evidenceId?: string | null;
}
/** A certified copy to tick off. */
export interface AddCertifiedDocument extends CertifiedDocumentFields {
  readonly returnerId: string;
  readonly idempotencyKey?: string | null;
}
/** What is changed about one. */
export interface ChangeCertifiedDocument extends CertifiedDocumentFields {
  readonly certifiedDocumentId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey?: string | null;
}
/** Which one is taken away. */
export interface RemoveCertifiedDocument {
  readonly certifiedDocumentId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey?: string | null;
}

/** The most certified copies of one person. */
const documentsAtMost = 20;

const asKept = (input: CertifiedDocumentFields) => ({
  use: input.use,
  kind: input.kind,
  issuedOn: input.issuedOn ?? null,
  certifierName: input.certifierName?.trim() || null,
  certifierTitle: input.certifierTitle?.trim() || null,
  certifierContact: input.certifierContact?.trim() || null,
  certifiedOn: input.certifiedOn ?? null,
  hasWords: input.hasWords,
  hasSignature: input.hasSignature,
  isCertifiedByApplicant: input.isCertifiedByApplicant,
});

/** The filed file of the same person that a copy names; undefined where there is none, and it names one. */
const fileOf = async (
  em: CommandContext['em'],
  returnerId: string,
  evidenceId: string | null | undefined,
): Promise<string | null | undefined> => {
  if (evidenceId == null) return null;
  const id = evidenceIdOf(evidenceId);
  return id === null
    ? undefined
    : (await em.findOne(EvidenceSchema, { id, returner: returnerId, filedAt: { $ne: null } }))?.id;
};

/** The returner ticks a certified copy off. */
export const addCertifiedDocument = (context: CommandContext, input: AddCertifiedDocument) =>
  runCommand(
    context,
    { name: 'addCertifiedDocument', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'person')] };
      const kept = asKept(input);
      const refused = faultsOfDocument(kept, clock.today());
      if (refused.length > 0) return { refused };
      const evidence = await fileOf(em, returner.id, input.evidenceId);
      if (evidence === undefined) return { refused: [notFound('evidenceId', 'file')] };
      if ((await em.count(CertifiedDocumentSchema, { returner: returner.id })) >= documentsAtMost)
        return {
          refused: [
            {
              code: 'RULE_NOT_MET',
              path: [],
              rule: 'TWENTY_CERTIFIED_COPIES',
              message: `There are ${documentsAtMost} certified copies already.`,
              help: 'Take away those that you will not send.',
            },
          ],
        };
      const document = em.create(CertifiedDocumentSchema, { returner, ...kept, evidence });
      await em.flush();
      audit({
        action: 'addCertifiedDocument',
        subject: { type: 'CertifiedDocument', id: document.id },
        personId: returner.person.id,
        changes: changesBetween({}, kept),
      });
      return { done: { certifiedDocumentId: document.id, returnerId: returner.id } };
    },
  );

const lockDocument = async ({ em, actor }: CommandContext, globalId: string) => {
  const id = idOf('CertifiedDocument', globalId);
  const found = id === null ? null : await em.findOne(CertifiedDocumentSchema, { id });
  const returner = found && (await lockReturnerById(em, actor, found.returner.id));
  if (!returner || !mayEditReturner(actor, subjectOf(returner))) return null;
  const document = await em.findOne(
    CertifiedDocumentSchema,
    { id: found.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return document && { document, returner };
};

/** The returner corrects what stands on a certified copy. */
export const changeCertifiedDocument = (context: CommandContext, input: ChangeCertifiedDocument) =>
  runCommand(
    context,
    { name: 'changeCertifiedDocument', input, idempotencyKey: input.idempotencyKey ?? null },
    async (transaction) => {
      const { em, clock, audit } = transaction;
      const locked = await lockDocument(transaction, input.certifiedDocumentId);
      if (!locked) return { refused: [notFound('certifiedDocumentId', 'certified copy')] };
      const { document, returner } = locked;
      const kept = asKept(input);
      const refused = [...faultsOfVersion(document, input.expectedVersion), ...faultsOfDocument(kept, clock.today())];
      if (refused.length > 0) return { refused };
      const evidence = await fileOf(em, returner.id, input.evidenceId);
      if (evidence === undefined) return { refused: [notFound('evidenceId', 'file')] };
      const before = Object.fromEntries(
        (Object.keys(kept) as (keyof typeof kept)[]).map((field) => [field, document[field] ?? null]),
      );
      em.assign(document, { ...kept, evidence, version: document.version + 1 });
      audit({
        action: 'changeCertifiedDocument',
        subject: { type: 'CertifiedDocument', id: document.id },
        personId: returner.person.id,
        changes: changesBetween(before, kept),
      });
      return { done: { certifiedDocumentId: document.id, returnerId: returner.id } };
    },
  );

/** The returner takes a certified copy off the list. */
export const removeCertifiedDocument = (context: CommandContext, input: RemoveCertifiedDocument) =>
  runCommand(
    context,
    { name: 'removeCertifiedDocument', input, idempotencyKey: input.idempotencyKey ?? null },
    async (transaction) => {
      const locked = await lockDocument(transaction, input.certifiedDocumentId);
      if (!locked) return { refused: [notFound('certifiedDocumentId', 'certified copy')] };
      const { document, returner } = locked;
      const refused = faultsOfVersion(document, input.expectedVersion);
      if (refused.length > 0) return { refused };
      transaction.em.remove(document);
      transaction.audit({
        action: 'removeCertifiedDocument',
        subject: { type: 'CertifiedDocument', id: document.id },
        personId: returner.person.id,
        changes: { kind: { before: document.kind, after: null } },
      });
      return { done: { returnerId: returner.id } };
    },
  );
