import type { EntityManager } from '@mikro-orm/postgresql';

const hour = 60 * 60_000;
const day = 24 * hour;

/** Removes what is kept for a time only: stored answers and word of changes after a day, ended sessions and links, tries, mails after 30 days, sign-ins after a year. */
export const forgetOld = async (em: EntityManager, now: Date): Promise<void> => {
  const before = (age: number): Date => new Date(now.getTime() - age);
  await em.execute('delete from idempotent_answer where at < ?', [before(day)]);
  // the last of them stays: by it one knows that whoever knows an older one has missed some
  await em.execute(
    'delete from recorded_change where position < (select max(position) from recorded_change where at < ?)',
    [before(day)],
  );
  await em.execute('delete from session where ends_at < ?', [now]);
  await em.execute('delete from sign_in where at < ?', [before(365 * day)]);
  await em.execute('delete from passkey_challenge where ends_at < ?', [now]);
  await em.execute(
    `delete from provider_sign_in v where sign_in_id is null
     and not exists (select from half_sign_in h where h.token_hash = v.half_hash)`,
  );
  for (const table of ['provider_request', 'provider_arrival', 'provider_logout'])
    await em.execute(`delete from ${table} where ends_at < ?`, [now]);
  await em.execute('delete from half_sign_in where ends_at < ?', [now]);
  await em.execute('delete from mailed_code where ends_at < ?', [now]);
  await em.execute('delete from sign_in_link where ends_at < ?', [before(hour)]);
  await em.execute('delete from sign_in_attempt where expire < ?', [now.getTime()]);
  await em.execute('delete from outgoing_mail where at < ?', [before(30 * day)]);
};
