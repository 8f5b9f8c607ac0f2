import type { EntityManager } from '@mikro-orm/postgresql';
import { PersonSchema } from '../access/person.entity.ts';
import { personKey } from '../access/person-key.queries.ts';
import { unseal } from '../access/sealing.ts';
import { mailNames } from '../audit/mail-names.ts';
import { OutgoingMailSchema } from '../audit/outgoing-mail.entity.ts';
import { calendarFileOf, type CalendarEntry, type CalendarFile } from './calendar.rules.ts';
import { wordMail, type Words } from './template.rules.ts';

/** A mail, opened. */
export interface OpenedMail extends Words {
  readonly id: string;
  readonly at: Date;
  readonly to: string;
  readonly calendar?: CalendarFile;
}

/** A mail that waits, locked until the end of the transaction. */
export interface ClaimedMail {
  readonly id: string;
  readonly tries: number;
  /** Opened; null where it must not be sent any more: the person is gone, or it is of no use now. */
  readonly opened: OpenedMail | null;
}

interface Content {
  readonly address?: string;
  readonly values: Readonly<Record<string, string>>;
  readonly calendar?: CalendarEntry;
}

interface StoredMail {
  readonly id: string;
  readonly at: Date;
  readonly personId?: string | null | undefined;
  readonly template: string;
  readonly sealedContent: Uint8Array;
}

const open = async (em: EntityManager, mail: StoredMail, service: string): Promise<OpenedMail | null> => {
  const personId = mail.personId ?? null;
  const key = await personKey(em, personId);
  if (!key) return null;
  const content = JSON.parse(unseal(key, 'mail', mail.sealedContent)) as Content;
  const to = personId === null ? content.address : (await em.findOne(PersonSchema, { id: personId }))?.email;
  if (to === undefined) return null;
  const words = wordMail(mail.template, content.values, service);
  if (!words) throw new Error(`There are no words for the mail ${mail.template}.`);
  const calendar = content.calendar && { calendar: calendarFileOf(content.calendar) };
  return { id: mail.id, at: mail.at, to, ...words, ...calendar };
};

const isHeldBack = async (em: EntityManager, personId: string | null | undefined): Promise<boolean> =>
  personId !== null &&
  personId !== undefined &&
  (await em.findOne(PersonSchema, { id: personId }))?.suspendedAt != null;

/**
 * Takes the next mail whose time has come, and locks it. Only the first that waits for a recipient can be taken, so nothing overtakes;
 * one that another worker holds is passed over with everything behind it, and so is one that only a newer server has words for. Null
 * where nothing is left to do now.
 */
export const claimMail = async (em: EntityManager, now: Date, service: string): Promise<ClaimedMail | null> => {
  // the mail server may take its time, and a worker that has died lets go of the lock with its connection
  await em.execute(`set local idle_in_transaction_session_timeout = '90s'`);
  const [row] = await em.execute<{ id: string }[]>(
    `select m.id from outgoing_mail m
     where m.sent_at is null and m.dropped_at is null and m.next_try_at <= ?
       and m.template = any(?::text[])
       and not exists (select 1 from outgoing_mail before where before.sent_at is null and before.dropped_at is null
         and before.recipient_id = m.recipient_id and before.position < m.position)
     order by m.next_try_at, m.position limit 1 for update of m skip locked`,
    [now, `{${mailNames.join(',')}}`],
  );
  if (!row) return null;
  const mail = await em.findOneOrFail(OutgoingMailSchema, { id: row.id });
  const isLate = mail.notAfter != null && mail.notAfter < now;
  const isUnwanted = isLate || (mail.isReminder && (await isHeldBack(em, mail.personId)));
  return { id: mail.id, tries: mail.tries, opened: isUnwanted ? null : await open(em, mail, service) };
};

/** What became of a mail. One that is put off keeps everything behind it waiting. */
export const noteMail = async (
  em: EntityManager,
  id: string,
  what: { readonly sentAt: Date } | { readonly droppedAt: Date } | { readonly tries: number; readonly nextTryAt: Date },
): Promise<void> => {
  await em.nativeUpdate(OutgoingMailSchema, { id, sentAt: null, droppedAt: null }, what);
};

/** When the next mail that is first in its line is to be tried; null where none waits. */
export const nextTryAt = async (em: EntityManager): Promise<Date | null> => {
  const [row] = await em.execute<{ at: Date | string | null }[]>(
    `select min(next_try_at) as at from (select distinct on (recipient_id) next_try_at from outgoing_mail
     where sent_at is null and dropped_at is null order by recipient_id, position) first_in_line`,
  );
  return row?.at == null ? null : new Date(row.at);
};

/** Lets go of all mail that waits where nobody delivers it: it is shown, and never sent in a heap later. */
export const keepUnsent = async (em: EntityManager, now: Date): Promise<void> => {
  await em.nativeUpdate(OutgoingMailSchema, { sentAt: null, droppedAt: null }, { droppedAt: now });
};

/** Asks for the outbox to be looked at, at once or later. */
export const wakeOutbox = async (em: EntityManager, at: Date, key: string): Promise<void> => {
  await em.execute(
    `select graphile_worker.add_job('send-mail', '{}'::json, run_at := ?, job_key := ?, max_attempts := 3)`,
    [at, key],
  );
};

/** More than anybody reads in a demonstration. */
const MOST_SHOWN = 200;

/** The latest mails, the newest first: for the demonstration, where none is sent. */
export const latestMails = async (em: EntityManager, service: string, to?: string): Promise<OpenedMail[]> => {
  const stored = await em.find(OutgoingMailSchema, {}, { orderBy: { position: 'desc' }, limit: MOST_SHOWN });
  const opened: OpenedMail[] = [];
  for (const mail of stored) {
    const one = await open(em, mail, service);
    if (one && (to === undefined || one.to === to)) opened.push(one);
  }
  return opened;
};
