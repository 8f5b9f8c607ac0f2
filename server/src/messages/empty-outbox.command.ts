import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../kernel/clock.ts';
import { claimMail, keepUnsent, nextTryAt, noteMail, wakeOutbox } from './mail.queries.ts';
import { restAfterSilence, waitBeforeNextTry } from './outbox.rules.ts';
import { MailRefusedError, MailServerSilentError, type Post } from './post.ts';

/** What the outbox is emptied with. */
export interface OutboxParts {
  readonly em: EntityManager;
  readonly clock: Clock;
  /** Null where no mail is sent at all: then it stays where it is, to be shown. */
  readonly post: Post | null;
  /** The address people type: mails lead to its pages. */
  readonly publicUrl: string;
  /** Told that a mail was put off or refused, by the name of the error. Never told whose. */
  readonly onFailure: (reason: string) => void;
}

/** Mails on their way at the same time, each with a connection to the database. */
const LANES = 2;

/** Empties the outbox of one process. Any number of processes may do so on one database. */
export interface Outbox {
  /** Sends everything whose time has come; at once, if somebody is at it already. */
  empty(): Promise<void>;
  /** Takes up no further mail. */
  stop(): void;
}

/**
 * Each mail is sent in a transaction of its own that holds a lock on it: a process that dies lets go of it, and the next one sends it
 * again under the same id. So a mail is never lost, may come twice, and stays in line. While the mail server is silent everything rests
 * for a growing time; nobody but mail waits for it.
 */
export const createOutbox = ({ em: root, clock, post, publicUrl, onFailure }: OutboxParts): Outbox => {
  let isEmptying = false;
  let isAskedAgain = false;
  let isStopped = false;
  let silences = 0;
  let restsUntil = 0;
  const mayGoOn = (): boolean => !isStopped && clock.now().getTime() >= restsUntil;

  const putOff = (tries: number, error: unknown) => {
    onFailure(error instanceof Error ? error.name : 'unknown');
    const now = clock.now().getTime();
    if (error instanceof MailServerSilentError) {
      silences += 1;
      restsUntil = now + restAfterSilence(silences);
      return { tries, nextTryAt: new Date(restsUntil) };
    }
    const wait = error instanceof MailRefusedError ? null : waitBeforeNextTry(tries + 1);
    return wait === null ? { droppedAt: new Date(now) } : { tries: tries + 1, nextTryAt: new Date(now + wait) };
  };
  const sendNext = (by: Post): Promise<boolean> =>
    root.fork().transactional(async (em) => {
      const mail = await claimMail(em, clock.now(), publicUrl);
      if (!mail) return false;
      const { id, opened } = mail;
      if (!opened) {
        await noteMail(em, id, { droppedAt: clock.now() });
        return true;
      }
      const failed = await by.deliver(opened).catch((error: unknown) => error ?? 'unknown');
      await noteMail(em, id, failed === undefined ? { sentAt: clock.now() } : putOff(mail.tries, failed));
      if (failed === undefined) silences = 0;
      return true;
    });
  const lane = async (by: Post): Promise<void> => {
    while (mayGoOn() && (await sendNext(by)));
  };
  const wakeLater = async (): Promise<void> => {
    const em = root.fork();
    const next = await nextTryAt(em);
    if (!next) return;
    const soonest = Math.max(next.getTime(), restsUntil, clock.now().getTime() + 500);
    await wakeOutbox(em, new Date(soonest), 'send-mail later');
  };

  return {
    async empty() {
      if (!post) return keepUnsent(root.fork(), clock.now());
      isAskedAgain = true;
      if (isEmptying) return;
      isEmptying = true;
      try {
        while (isAskedAgain && mayGoOn()) {
          isAskedAgain = false;
          await Promise.all(Array.from({ length: LANES }, () => lane(post)));
        }
      } finally {
        isEmptying = false;
      }
      if (!isStopped) await wakeLater();
    },
    stop() {
      isStopped = true;
    },
  };
};
