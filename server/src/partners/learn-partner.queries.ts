import { LRUCache } from 'lru-cache';
import { anonymous, type Actor } from '../access/actor.ts';
import type { Scope } from '../access/scopes.ts';
import { hashToken } from '../access/token.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import { faultOfKey, type KeyFacts, type KeyFault } from './partner-key.rules.ts';

/** What is learned of a key is believed for less than a second: one that is revoked is out on every server by then. */
const BELIEVED_MS = 500;
const MOST_BELIEVED = 10_000;

/** One statement: whose key or token it is, and that the key was used, at most once a minute. */
const text = `
  with shown as (
    select k.id as key_id, null::text[] as token_scopes, null::timestamptz as token_ends_at from partner_key k where k.key_hash = $1
    union all
    select t.key_id, t.scopes, t.ends_at from partner_token t where t.token_hash = $1
  ), known as (
    select k.id as "keyId", c.id as "clientId", c.owner_id as "ownerId", c.host_id as "hostId", c.board_id as "boardId", c.scopes, shown.token_scopes as "tokenScopes",
      c.budget, c.revoked_at as "clientRevokedAt", k.ends_at as "keyEndsAt", shown.token_ends_at as "tokenEndsAt", to_char(c.ends_on, 'YYYY-MM-DD') as "clientEndsOn", k.last_used_at
    from shown join partner_key k on k.id = shown.key_id join partner_client c on c.id = k.client_id
  ), used as (
    update partner_key set last_used_at = $2 from known where partner_key.id = known."keyId" and known."clientRevokedAt" is null
      and (known."keyEndsAt" is null or known."keyEndsAt" > $2) and (known.last_used_at is null or known.last_used_at < $2 - interval '1 minute')
  )
  select * from known`;

interface Known extends KeyFacts {
  readonly keyId: string;
  readonly clientId: string;
  readonly ownerId: string;
  readonly hostId: string | null;
  readonly boardId: string | null;
  readonly scopes: readonly Scope[];
  readonly tokenScopes: readonly Scope[] | null;
  readonly budget: number;
}

/** Who holds a key or a token, or why it is not good. */
export type PartnerLearned = { readonly actor: Actor } | { readonly fault: KeyFault };

/** Learns who holds a key or a token. */
export type LearnPartner = (secret: string) => Promise<PartnerLearned>;

/** @param clock the machine's: moving the demonstration's clock ends no key. */
export const createLearnPartner = (database: Pick<Database, 'query'>, clock: Clock): LearnPartner => {
  const believed = new LRUCache<string, Promise<PartnerLearned>>({ max: MOST_BELIEVED, ttl: BELIEVED_MS });
  return (secret) => {
    const hash = hashToken(secret);
    const key = hash.toString('base64');
    const known = believed.get(key);
    if (known) return known;
    const now = clock.now();
    const learned = database
      .query<Known>({ name: 'learn_partner', text, values: [hash, now] })
      .then(([row]) => learnedOf(row, now, clock.today()));
    believed.set(key, learned);
    // a failure is not believed at all
    learned.catch(() => believed.delete(key));
    return learned;
  };
};

/** What is known of keys and tokens, without taking it for something that was done with them. */
const lookText = `
  with shown as (
    select k.id as key_id, null::text[] as token_scopes, null::timestamptz as token_ends_at, k.key_hash as hash
    from partner_key k where k.key_hash = any($1::bytea[]) or k.id = $2
    union all
    select t.key_id, t.scopes, t.ends_at, t.token_hash from partner_token t where t.token_hash = any($1::bytea[])
  )
  select encode(shown.hash, 'base64') as hash, k.id as "keyId", c.id as "clientId", c.owner_id as "ownerId", c.host_id as "hostId", c.board_id as "boardId",
    c.scopes, shown.token_scopes as "tokenScopes", c.budget, c.revoked_at as "clientRevokedAt", k.ends_at as "keyEndsAt",
    shown.token_ends_at as "tokenEndsAt", to_char(c.ends_on, 'YYYY-MM-DD') as "clientEndsOn"
  from shown join partner_key k on k.id = shown.key_id join partner_client c on c.id = k.client_id`;

const lookAt = (database: Pick<Database, 'query'>, hashes: readonly Buffer[], keyId: string | null) =>
  database.query<Known & { hash: string }>({ name: 'look_at_partners', text: lookText, values: [hashes, keyId] });

/**
 * Learns who holds each of these keys and tokens by now, for streams that go on for long.
 * @returns by the hash in base64; those that are not good any more are missing.
 */
export const lookAtPrograms = async (
  database: Pick<Database, 'query'>,
  clock: Clock,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Actor>> => {
  if (hashes.length === 0) return new Map();
  const rows = await lookAt(
    database,
    hashes.map((hash) => Buffer.from(hash, 'base64')),
    null,
  );
  return new Map(
    rows.flatMap((row) => {
      const learned = learnedOf(row, clock.now(), clock.today());
      return 'actor' in learned ? [[row.hash, learned.actor] as const] : [];
    }),
  );
};

/** Learns what the program with a key may do by now, and no more than it could when it asked; null where it is not let in any more. */
export const lookAtProgram = async (
  database: Pick<Database, 'query'>,
  clock: Clock,
  asked: { readonly keyId: string; readonly scopes: readonly Scope[] },
): Promise<Actor | null> => {
  const [row] = await lookAt(database, [], asked.keyId);
  const learned = row && learnedOf({ ...row, tokenScopes: asked.scopes }, clock.now(), clock.today());
  return learned && 'actor' in learned ? learned.actor : null;
};

const learnedOf = (row: Known | undefined, now: Date, today: string): PartnerLearned => {
  if (!row) return { fault: 'KEY_UNKNOWN' };
  const fault = faultOfKey(row, now, today);
  if (fault) return { fault };
  const { clientId, keyId, ownerId, hostId, boardId, budget, tokenScopes } = row;
  // a token has no more than its client has by now
  const scopes = row.scopes.filter((scope) => tokenScopes === null || tokenScopes.includes(scope));
  return {
    actor: {
      ...anonymous,
      kind: 'PARTNER',
      hostIds: hostId === null ? [] : [hostId],
      boardIds: boardId === null ? [] : [boardId],
      partner: { clientId, keyId, ownerId, scopes, budget },
    },
  };
};
