import type { EntityManager } from '@mikro-orm/postgresql';
import { PersonSchema } from '../access/person.entity.ts';
import { personKey } from '../access/person-key.queries.ts';
import { unseal } from '../access/sealing.ts';
import { OutgoingMailSchema } from '../audit/outgoing-mail.entity.ts';
import { wordMail, type Words } from './template.rules.ts';

/** A mail, opened. */
export interface OpenedMail extends Words {
  readonly id: string;
  readonly at: Date;
  readonly to: string;
}

interface Content {
  readonly address?: string;
  readonly values: Readonly<Record<string, string>>;
}

interface StoredMail {
  readonly id: string;
  readonly at: Date;
  readonly personId?: string | null | undefined;
  readonly template: string;
  readonly sealedContent: Uint8Array;
}

const open = async (em: EntityManager, mail: StoredMail): Promise<OpenedMail | null> => {
  const personId = mail.personId ?? null;
  const key = await personKey(em, personId);
  if (!key) return null;
  const content = JSON.parse(unseal(key, 'mail', mail.sealedContent)) as Content;
  const to = personId === null ? content.address : (await em.findOne(PersonSchema, { id: personId }))?.email;
  if (to === undefined) return null;
  const words = wordMail(mail.template, content.values);
  if (!words) throw new Error(`There are no words for the mail ${mail.template}.`);
  return { id: mail.id, at: mail.at, to, ...words };
};

/** One mail in words; null where it cannot or must not be sent any more: the person is gone, or it has been sent. */
export const mailToSend = async (em: EntityManager, id: string): Promise<OpenedMail | null> => {
  const mail = await em.findOne(OutgoingMailSchema, { id, sentAt: null, droppedAt: null });
  return mail && open(em, mail);
};

/** Notes what became of a mail; what was noted before stays. */
export const noteMail = async (
  em: EntityManager,
  id: string,
  what: { sentAt: Date } | { droppedAt: Date },
): Promise<void> => {
  await em.nativeUpdate(OutgoingMailSchema, { id, sentAt: null, droppedAt: null }, what);
};

/** More than anybody reads in a demonstration. */
const MOST_SHOWN = 200;

/** The latest mails, the newest first: for the demonstration, where none is sent. */
export const latestMails = async (em: EntityManager, to?: string): Promise<OpenedMail[]> => {
  const stored = await em.find(OutgoingMailSchema, {}, { orderBy: { at: 'desc', id: 'desc' }, limit: MOST_SHOWN });
  const opened: OpenedMail[] = [];
  for (const mail of stored) {
    const one = await open(em, mail);
    if (one && (to === undefined || one.to === to)) opened.push(one);
  }
  return opened;
};
