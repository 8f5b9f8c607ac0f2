import type { EntityManager } from '@mikro-orm/postgresql';
import type { ActorKind } from '../access/actor.ts';
import { personKey } from '../access/person-key.queries.ts';
import { keyedHash, seal } from '../access/sealing.ts';
import { AuditEntrySchema } from './audit-entry.entity.ts';
import type { MailName } from './mail-names.ts';
import { OutgoingMailSchema } from './outgoing-mail.entity.ts';
import { recipientOf } from './recipient.queries.ts';

/** What was done to which record, about whom, with the values before and after by field. */
export interface Entry {
  /** The name of the command, or a sign-in event. Example: `logDay`. */
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** Who did it, where that became known only by what they did: somebody who opens a link is nobody until then. */
  readonly by?: { readonly personId: string; readonly kind: ActorKind };
  /** Whose record it is; null where it is nobody's. */
  readonly personId: string | null;
  /** True for what is not told to that person: the entry is then nobody's own, and administrators alone read it. */
  readonly isUntold?: boolean;
  readonly changes: Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;
}

/** A mail by its template. The words stand in `messages/`; here stand only the values to fill in. */
export interface Mail {
  readonly to: { readonly personId: string } | { readonly address: string };
  readonly template: MailName;
  readonly values: Readonly<Record<string, string>>;
  /** A dated entry for the reader's calendar, sent along as a file. */
  readonly calendar?: Readonly<Record<string, unknown>>;
  /** After so many hours it is of no use any more, and is not sent. */
  readonly goodForHours?: number;
  /** Held back from people who are suspended, or want no reminders. */
  readonly isReminder?: boolean;
}

/** Who did it, and when. */
export interface Doer {
  readonly id: string | null;
  /** The person who answers for a program. */
  readonly ownerId?: string | null;
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

/**
 * Adds entries to the audit, within the transaction of `em`: by few statements however many they are, since a file of many rows leaves
 * as many entries.
 */
export const recordEntries = async (em: EntityManager, doer: Doer, entries: readonly Entry[]): Promise<void> => {
  const keys = new Map<string | null, Buffer | null>();
  const rows = [];
  for (const entry of entries) {
    const personId = entry.isUntold === true ? null : entry.personId;
    const known = keys.get(personId);
    const key = known === undefined ? await personKey(em, personId) : known;
    keys.set(personId, key);
    rows.push({
      at: doer.at,
      actorId: entry.by?.personId ?? doer.id,
      ownerId: doer.ownerId ?? null,
      actorKind: entry.by?.kind ?? doer.kind,
      action: entry.action,
      subjectType: entry.subject.type,
      subjectId: entry.subject.id,
      personId,
      traceId: doer.traceId,
      ...changesAsKept(key, entry.changes),
    });
  }
  await em.insertMany(AuditEntrySchema, rows);
};

/** Adds one entry to the audit. */
export const recordEntry = (em: EntityManager, doer: Doer, entry: Entry): Promise<void> =>
  recordEntries(em, doer, [entry]);

/** Puts a mail into the outbox, within the transaction of `em`. Nothing is sent to somebody who was erased. */
export const recordMail = async (em: EntityManager, at: Date, mail: Mail): Promise<void> => {
  const { to, template, values, calendar, goodForHours, isReminder = false } = mail;
  const personId = 'personId' in to ? to.personId : null;
  const key = await personKey(em, personId);
  if (!key) return;
  const content = { ...('address' in to ? { address: to.address } : {}), values, ...(calendar ? { calendar } : {}) };
  em.create(OutgoingMailSchema, {
    at,
    personId,
    recipientId: await recipientOf(em, to),
    template,
    sealedContent: seal(key, 'mail', JSON.stringify(content)),
    notAfter: goodForHours === undefined ? null : new Date(at.getTime() + goodForHours * 3_600_000),
    isReminder,
  });
  await em.flush();
};
