import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../kernel/clock.ts';
import { mailToSend, noteMail } from './mail.queries.ts';
import { MailRefusedError, type Post } from './post.ts';

/**
 * Sends one mail of the outbox. Fails where the mail server cannot take it now, so that it is tried again. Where mail is not sent at
 * all, it stays where it is.
 */
export const sendMail = async (em: EntityManager, clock: Clock, post: Post | null, id: string): Promise<void> => {
  if (!post) return;
  const mail = await mailToSend(em, id);
  if (!mail) {
    await noteMail(em, id, { droppedAt: clock.now() });
    return;
  }
  try {
    await post.deliver(mail);
  } catch (error) {
    if (!(error instanceof MailRefusedError)) throw error;
    await noteMail(em, id, { droppedAt: clock.now() });
    return;
  }
  await noteMail(em, id, { sentAt: clock.now() });
};
