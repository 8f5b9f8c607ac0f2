import type { EntityManager } from '@mikro-orm/postgresql';
import { keyedHash, seal, unseal } from './sealing.ts';
import { NOBODY, personKey } from './person-key.queries.ts';

/** A request that carries a key. */
export interface KeyedRequest {
  readonly ownerId: string | null;
  /** UUID of the partner program that sent it, where no person did. */
  readonly programId?: string | null;
  readonly key: string;
  readonly name: string;
  readonly input: unknown;
}

/** The key is new and now ours; or it was answered before; or it was used for something else. */
export type KeyState =
  | { readonly kind: 'NEW'; readonly keep: (answer: unknown) => Promise<void> }
  | { readonly kind: 'ANSWERED'; readonly answer: string }
  | { readonly kind: 'USED_FOR_ANOTHER' };

/**
 * Takes the key inside the command's transaction. Of many requests with one key the first takes it and the others wait here until
 * it has committed, or take it over where it failed.
 */
export const takeIdempotencyKey = async (em: EntityManager, request: KeyedRequest): Promise<KeyState> => {
  const ownerId = request.ownerId ?? request.programId ?? NOBODY;
  const sealingKey = await personKey(em, request.ownerId);
  if (sealingKey === null) return { kind: 'USED_FOR_ANOTHER' };
  const hash = keyedHash(sealingKey, [request.name, request.input]);
  const [taken] = await em.execute<{ id: string }[]>(
    `insert into idempotent_answer (owner_id, key, request_hash) values (?, ?, ?)
     on conflict on constraint one_answer_per_idempotency_key do nothing returning id`,
    [ownerId, request.key, hash],
  );
  if (taken) {
    return {
      kind: 'NEW',
      keep: async (answer) => {
        const sealed = seal(sealingKey, 'idempotent answer', JSON.stringify(answer));
        await em.execute('update idempotent_answer set sealed_answer = ? where id = ?', [sealed, taken.id]);
      },
    };
  }
  const [known] = await em.execute<{ request_hash: Buffer; sealed_answer: Buffer }[]>(
    'select request_hash, sealed_answer from idempotent_answer where owner_id = ? and key = ?',
    [ownerId, request.key],
  );
  if (!known?.request_hash.equals(hash)) return { kind: 'USED_FOR_ANOTHER' };
  return { kind: 'ANSWERED', answer: unseal(sealingKey, 'idempotent answer', known.sealed_answer) };
};
