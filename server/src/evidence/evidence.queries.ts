import { LockMode } from '@mikro-orm/core';
import type { Actor } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { ReturnerSchema, type Returner } from '../returners/returner.entity.ts';
import { mayEditReturner, recordHolderOf } from '../returners/returner.policy.ts';
import { lockReturnerById, subjectOf } from '../returners/returner.queries.ts';
import { EvidenceSchema, type Evidence } from './evidence.entity.ts';
import { listShownTo, type EvidenceSubject } from './evidence.policy.ts';
import { unfiledLastsHours, type FileKind, type VirusCheck } from './evidence.rules.ts';

type EntityManager = CommandContext['em'];

/** The UUID behind the id the API shows; null where it is no such id. */
export const evidenceIdOf = (globalId: string): string | null => {
  const asked = fromGlobalId(globalId);
  return asked?.type === 'Evidence' ? asked.id : null;
};

/** Locks the record of the one who asks; null where they have none. */
export const lockOwnReturner = async (em: EntityManager, actor: Actor): Promise<Returner | null> => {
  const holder = recordHolderOf(actor);
  if (holder === null) return null;
  const own = await em.findOne(ReturnerSchema, { person: holder }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return own && mayEditReturner(actor, subjectOf(own)) ? own : null;
};

/** Locks a file's owner, then finds the file; null where it is not there, or not the one's who asks. */
export const lockEvidence = async (
  em: EntityManager,
  actor: Actor,
  globalId: string,
): Promise<{ readonly evidence: Evidence; readonly returner: Returner } | null> => {
  const id = evidenceIdOf(globalId);
  const found = id === null ? null : await em.findOne(EvidenceSchema, { id });
  const returner = found && (await lockReturnerById(em, actor, found.returner.id));
  if (!returner || !mayEditReturner(actor, subjectOf(returner))) return null;
  const evidence = await em.findOne(EvidenceSchema, { id: found.id, returner: returner.id }, { refresh: true });
  return evidence && { evidence, returner };
};

/** What a person keeps already. Call it with the returner locked. */
export const keptBy = async (
  em: EntityManager,
  returnerId: string,
): Promise<{ readonly bytes: number; readonly files: number }> => {
  const [row] = await em.execute<[{ bytes: string; files: string }]>(
    'select coalesce(sum(bytes), 0) bytes, count(*) files from evidence where returner_id = ?',
    [returnerId],
  );
  return { bytes: Number(row.bytes), files: Number(row.files) };
};

/** Of these days, those that stand in the person's log. */
export const daysInLog = async (em: EntityManager, returnerId: string, ids: readonly string[]): Promise<string[]> =>
  (
    await em.execute<{ id: string }[]>(
      'select id from current_logged_day where returner_id = ? and id = any(?::uuid[])',
      [returnerId, `{${ids.join()}}`],
    )
  ).map(({ id }) => id);

/** A file that may be handed out, and what decides to whom. */
export interface FileAtHand {
  readonly id: string;
  readonly kind: FileKind;
  readonly addedAt: Date;
  readonly subject: EvidenceSubject;
}

/** What must be known of a file before it is handed out; null where there is none. */
export const fileAtHand = async (em: EntityManager, actor: Actor, globalId: string): Promise<FileAtHand | null> => {
  const id = evidenceIdOf(globalId);
  if (id === null) return null;
  const list = listShownTo(actor);
  const [row] = await em.execute<
    { id: string; kind: FileKind; addedAt: Date; ownerId: string; virusCheck: VirusCheck; isShown: boolean }[]
  >(
    `select e.id, e.kind, e.added_at "addedAt", r.person_id "ownerId", e.virus_check "virusCheck",
       ${list === null ? 'false' : `exists (select from ${list} v where v.id = e.id and v.person_id = ?)`} "isShown"
     from evidence e join returner r on r.id = e.returner_id where e.id = ?`,
    list === null ? [id] : [actor.personId, id],
  );
  if (!row) return null;
  const { kind, addedAt, ownerId, virusCheck, isShown } = row;
  return { id: row.id, kind, addedAt: new Date(addedAt), subject: { ownerId, virusCheck, isShown } };
};

/** The same for whoever holds a link to sign days that the file is tied to, with whom the link went to. */
export const fileBehindLink = async (
  em: EntityManager,
  tokenHash: Buffer,
  now: Date,
  globalId: string,
): Promise<(FileAtHand & { readonly signOffId: string; readonly supervisorName: string }) | null> => {
  const id = evidenceIdOf(globalId);
  if (id === null) return null;
  const [row] = await em.execute<
    { kind: FileKind; addedAt: Date; ownerId: string; virusCheck: VirusCheck; signOffId: string; name: string }[]
  >(
    `select e.kind, e.added_at "addedAt", r.person_id "ownerId", e.virus_check "virusCheck", o.id "signOffId", u.display_name "name"
     from sign_off o join supervisor u on u.id = o.supervisor_id join sign_off_day d on d.sign_off_id = o.id and d.state = 'WAITING'
       join evidence_tie t on t.day_id = d.day_id join evidence e on e.id = t.evidence_id and e.filed_at is not null join returner r on r.id = e.returner_id
     where o.state = 'ASKED' and o.token_hash = ? and o.link_ends_at > ? and e.id = ? limit 1`,
    [tokenHash, now, id],
  );
  if (!row) return null;
  const { kind, addedAt, ownerId, virusCheck, signOffId, name } = row;
  const subject = { ownerId, virusCheck, isShown: true };
  return { id, kind, addedAt: new Date(addedAt), subject, signOffId, supervisorName: name };
};

/** What is in a file; null where it is gone. */
export const contentOf = async (em: EntityManager, id: string): Promise<Buffer | null> => {
  const [row] = await em.execute<{ content: Buffer }[]>('select content from evidence_content where evidence_id = ?', [
    id,
  ]);
  return row?.content ?? null;
};

/** Files that were not checked for viruses, the oldest first. */
export const filesToCheck = async (em: EntityManager, atMost: number): Promise<string[]> =>
  (
    await em.execute<{ id: string }[]>(
      `select id from evidence where virus_check in ('WAITING', 'NOT_CHECKED') order by id limit ?`,
      [atMost],
    )
  ).map(({ id }) => id);

/** Files that were sent and never filed, long enough ago to be forgotten. */
export const unfiledFiles = async (em: EntityManager, now: Date): Promise<string[]> =>
  (
    await em.execute<{ id: string }[]>('select id from evidence where filed_at is null and added_at < ? limit 500', [
      new Date(now.getTime() - unfiledLastsHours * 3_600_000),
    ])
  ).map(({ id }) => id);
