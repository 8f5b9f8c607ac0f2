import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Whose key seals what belongs to no person: callers without an account, records of the service itself. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * The person's key, made at the first use; null once it was destroyed. Two commands that make it at once agree, since the second
 * waits for the first.
 */
export const personKey = async (em: EntityManager, personId: string | null): Promise<Buffer | null> => {
  const id = personId ?? NOBODY;
  const known = await readKey(em, id);
  if (known !== undefined) return known;
  await em.execute('insert into person_key (person_id, key) values (?, ?) on conflict do nothing', [
    id,
    randomBytes(32),
  ]);
  return (await readKey(em, id)) ?? null;
};

const readKey = async (em: EntityManager, personId: string): Promise<Buffer | null | undefined> => {
  const [row] = await em.execute<{ key: Buffer | null }[]>('select key from person_key where person_id = ?', [
    personId,
  ]);
  return row?.key;
};

/** Makes everything that was sealed for this person unreadable for good. */
export const destroyPersonKey = async (em: EntityManager, personId: string, at: Date): Promise<void> => {
  await em.execute('update person_key set key = null, destroyed_at = ? where person_id = ? and key is not null', [
    at,
    personId,
  ]);
};
