import { LRUCache } from 'lru-cache';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import { type Actor, anonymous, type Role } from './actor.ts';
import { mustConfirm, needsSecondFactor } from './second-factor.rules.ts';
import { mustSignInAgain } from './session.rules.ts';
import { hashToken } from './token.ts';

/** What is learned of a token is believed for less than a second: an account that is suspended is out on every server by then. */
const BELIEVED_MS = 900;
const MOST_BELIEVED = 10_000;

/** Sessions that have not ended, of some tokens. */
const standing = `
    select s.id, s.token_hash, s.person_id, s.role, s.seen_at, s.signed_in_at, s.second_factor_at, s.confirmed_at,
      p.suspended_at is not null as suspended
    from session s join person p on p.id = s.person_id
    where s.token_hash = any($1::bytea[]) and s.ends_at > $2
      and (s.idle_minutes is null or s.seen_at + make_interval(mins => s.idle_minutes) > $2)`;

/** Who it is, with which hats. */
const who = `
  select known.id, encode(token_hash, 'base64') as hash, person_id, known.role, suspended, signed_in_at,
    second_factor_at, confirmed_at,
    (select kept.person_id from returner own join returner_merge m on m.merged_id = own.id and m.undone_at is null
      join returner kept on kept.id = m.kept_id where own.person_id = known.person_id) as record_person_id,
    coalesce((select json_agg(json_build_object('role', g.role, 'region', g.region_id, 'board', g.board_id,
      'host', coalesce(g.host_id, (select h.id from host h where h.trust_id = g.trust_id))) order by g.granted_at, g.id)
      from role_grant g where g.person_id = known.person_id), '[]') as grants
  from known`;

/** One statement: who it is, and that they were seen, at most once a minute. */
const learn = `
  with known as (${standing}
  ), seen as (
    update session set seen_at = $2 from known where session.id = known.id and known.seen_at < $2 - interval '1 minute'
  )${who}`;

/** The same, though they have done nothing: their session goes on to its end. */
const lookAt = `
  with known as (${standing}
  )${who}`;

const learning = { name: 'learn_actor', text: learn };
const looking = { name: 'look_at_sessions', text: lookAt };

interface Grant {
  readonly role: Role;
  readonly region: string | null;
  readonly board: string | null;
  readonly host: string | null;
}

interface Known {
  readonly id: string;
  /** The token's hash, in base64. */
  readonly hash: string;
  readonly person_id: string;
  readonly role: Role;
  readonly suspended: boolean;
  readonly signed_in_at: Date;
  readonly second_factor_at: Date | null;
  readonly confirmed_at: Date;
  readonly record_person_id: string | null;
  readonly grants: readonly Grant[];
}

/**
 * Learns who holds a token; whoever holds none, or one that has ended, is anonymous.
 * @param isUnattended true where nobody asked, but a page that keeps itself up to date: it keeps nobody signed in.
 */
export type LearnActor = (token: string | undefined, isUnattended?: boolean) => Promise<Actor>;

/** @param clock the machine's: moving the demonstration's clock signs nobody out. */
export const createLearnActor = (database: Database, clock: Clock): LearnActor => {
  const believed = new LRUCache<string, Promise<Actor>>({ max: MOST_BELIEVED, ttl: BELIEVED_MS });
  return (token, isUnattended = false) => {
    if (token === undefined || token === '') return Promise.resolve(anonymous);
    const hash = hashToken(token);
    const key = `${hash.toString('base64')} ${isUnattended}`;
    const known = believed.get(key);
    if (known) return known;
    const now = clock.now();
    const learned = database
      .query<Known>({ ...(isUnattended ? looking : learning), values: [[hash], now] })
      .then(([row]) => (row ? actorOf(row, now) : anonymous));
    believed.set(key, learned);
    // a failure is not believed at all
    learned.catch(() => believed.delete(key));
    return learned;
  };
};

/**
 * Learns who holds each of these tokens, without taking it for something they did: a page that is left open keeps nobody signed in.
 * @returns by the token's hash in base64; those that have ended are missing.
 */
export const lookAtSessions = async (
  database: Pick<Database, 'query'>,
  clock: Clock,
  tokenHashes: readonly string[],
): Promise<ReadonlyMap<string, Actor>> => {
  const now = clock.now();
  const hashes = tokenHashes.map((hash) => Buffer.from(hash, 'base64'));
  const rows = await database.query<Known>({ ...looking, values: [hashes, now] });
  const actors = rows.map((row) => [row.hash, actorOf(row, now)] as const);
  return new Map(actors.filter(([, actor]) => actor.sessionId !== null));
};

/** Somebody under one of their hats, as far as it is known without a session. */
const ofPerson = `
  with known as (
    select ''::text as id, ''::bytea as token_hash, p.id as person_id, $2::text as role, p.suspended_at is not null as suspended, $3::timestamptz as signed_in_at,
      $3::timestamptz as second_factor_at, $3::timestamptz as confirmed_at
    from person p where p.id = $1
  )${who}`;

/** Learns what somebody may under a hat today, for what goes on without them; whoever does not wear it any more is anonymous. */
export const lookAtPerson = async (
  database: Pick<Database, 'query'>,
  clock: Clock,
  personId: string,
  role: Role,
): Promise<Actor> => {
  const now = clock.now();
  const [row] = await database.query<Known>({ name: 'look_at_person', text: ofPerson, values: [personId, role, now] });
  return row ? { ...actorOf(row, now), sessionId: null } : anonymous;
};

const actorOf = (known: Known, now: Date): Actor => {
  const { id, person_id, record_person_id, role, suspended, signed_in_at, second_factor_at, confirmed_at, grants } =
    known;
  const worn = grants.filter((grant) => grant.role === role);
  // a hat that was taken away is not worn any more, even in a session that began with it
  if (worn.length === 0 && !suspended) return anonymous;
  const actor: Actor = {
    kind: suspended ? 'SUSPENDED' : role,
    personId: person_id,
    ...(record_person_id === null ? {} : { recordPersonId: record_person_id }),
    sessionId: id,
    mustSignInAgain: mustSignInAgain(signed_in_at, now),
    mustConfirm: mustConfirm(confirmed_at, now),
    roles: [...new Set(grants.map((grant) => grant.role))],
    regionIds: worn.flatMap((grant) => grant.region ?? []),
    boardIds: worn.flatMap((grant) => grant.board ?? []),
    hostIds: worn.flatMap((grant) => grant.host ?? []),
  };
  const isProven = suspended || second_factor_at !== null || !needsSecondFactor(role);
  return isProven ? actor : { ...anonymous, unproven: actor };
};
