import type { EntityManager } from '@mikro-orm/postgresql';
import type { ActorKind } from '../access/actor.ts';
import { personKey } from '../access/person-key.queries.ts';
import { keyedHash, seal } from '../access/sealing.ts';
import { AuditEntrySchema } from './audit-entry.entity.ts';
import { OutgoingMailSchema } from './outgoing-mail.entity.ts';

/** What was done to which record, about whom, with the values before and after by field. */
export interface Entry {
  /** The name of the command, or a sign-in event. Example: `logDay`. */
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** Who did it, where that became known only by what they did: somebody who opens a link is nobody until then. */
  readonly by?: { readonly personId: string; readonly kind: ActorKind };
  /** Whose record it is; null where it is nobody's. */
  readonly personId: string | null;
  readonly changes: Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;
}

/** A mail by its template. The words stand in `messages/`; here stand only the values to fill in. */
export interface Mail {
  readonly to: { readonly personId: string } | { readonly address: string };
  readonly template: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Who did it, and when. */
export interface Doer {
  readonly id: string | null;
  readonly kind: ActorKind | 'SERVICE';
  readonly traceId: string;
  readonly at: Date;
}

/** What an entry keeps of the changes: the names of the fields, keyed hashes, and the values sealed with the person's key. */
export const changesAsKept = (key: Buffer | null, changes: Entry['changes']) => {
  const hash = (value: unknown) => (key ? keyedHash(key, value ?? null).toString('hex') : '');
  return {
    fields: Object.keys(changes),
    hashes: Object.fromEntries(
      Object.entries(changes).map(([field, { before, after }]) => [
        field,
        { before: hash(before), after: hash(after) },
      ]),
    ),
    sealedValues: key && seal(key, 'audit', JSON.stringify(changes)),
  };
};

/** Adds an entry to the audit, within the transaction of `em`. */
export const recordEntry = async (em: EntityManager, doer: Doer, entry: Entry): Promise<void> => {
  const key = await personKey(em, entry.personId);
  em.create(AuditEntrySchema, {
    at: doer.at,
    actorId: entry.by?.personId ?? doer.id,
    actorKind: entry.by?.kind ?? doer.kind,
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    personId: entry.personId,
    traceId: doer.traceId,
    ...changesAsKept(key, entry.changes),
  });
  await em.flush();
};

/** Puts a mail into the outbox, within the transaction of `em`. Nothing is sent to somebody who was erased. */
export const recordMail = async (em: EntityManager, at: Date, mail: Mail): Promise<void> => {
  const personId = 'personId' in mail.to ? mail.to.personId : null;
  const key = await personKey(em, personId);
  if (!key) return;
  const content = { ...('address' in mail.to ? { address: mail.to.address } : {}), values: mail.values };
  em.create(OutgoingMailSchema, {
    at,
    personId,
    template: mail.template,
    sealedContent: seal(key, 'mail', JSON.stringify(content)),
  });
  await em.flush();
};
