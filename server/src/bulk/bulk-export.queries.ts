import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role } from '../access/actor.ts';
import type { Scope } from '../access/scopes.ts';
import type { Database } from '../persistence/database.ts';
import type { BulkFormat } from './bulk-export.rules.ts';

type Asked = Pick<Database, 'query'>;

/** An export that one server works at for a while. */
export interface LeasedExport {
  readonly id: string;
  readonly clientId: string | null;
  readonly keyId: string | null;
  readonly scopes: readonly Scope[];
  readonly personId: string | null;
  readonly role: Role | null;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly format: BulkFormat;
  readonly rowCount: number;
  readonly byteCount: number;
  readonly chunkCount: number;
  readonly cursor: string | null;
  readonly isReadOut: boolean;
  readonly failures: number;
}

interface Lease {
  readonly leasedBy: string;
  readonly now: Date;
  readonly until: Date;
}

/** Takes the export that has waited longest for its turn, if one is due that no other server is at. */
export const leaseExport = async (
  database: Asked,
  { leasedBy, now, until }: Lease,
): Promise<LeasedExport | undefined> => {
  const [leased] = await database.query<LeasedExport>({
    name: 'lease_bulk_export',
    text: `update bulk_export b set leased_by = $2, leased_until = $3, state = 'RUNNING', started_at = coalesce(b.started_at, $1), ran_at = $1
      from (select c.id from bulk_export c where c.state in ('WAITING', 'RUNNING') and c.due_at <= $1 and (c.leased_until is null or c.leased_until <= $1)
        order by c.ran_at nulls first, c.asked_at, c.id limit 1 for no key update skip locked) due
      where b.id = due.id
      returning b.id, b.client_id as "clientId", b.key_id as "keyId", b.scopes, b.person_id as "personId", b.role, b.query, b.variables, b.format,
        b.row_count as "rowCount", b.byte_count as "byteCount", b.chunk_count as "chunkCount", b.cursor, b.is_read_out as "isReadOut", b.failures`,
    values: [now, leasedBy, until],
  });
  return leased;
};

/** Lets go of an export; another server, or this one, goes on with it: at once, or from `dueAt`. */
export const letGoOfExport = async (
  database: Asked,
  id: string,
  leasedBy: string,
  { dueAt, failures }: { readonly dueAt: Date | null; readonly failures: number },
): Promise<void> => {
  await database.query({
    name: 'let_go_of_bulk_export',
    text: 'update bulk_export set leased_by = null, leased_until = null, due_at = coalesce($3::timestamptz, ran_at), failures = $4 where id = $1 and leased_by = $2',
    values: [id, leasedBy, dueAt, failures],
  });
};

/** What a further piece of the file brings. */
export interface FurtherChunk {
  readonly content: Buffer;
  readonly rows: number;
  readonly cursor: string | null;
  readonly isReadOut: boolean;
  /** The ids that whoever asked could see by, as it was read. */
  readonly readWith: readonly string[];
  readonly leasedUntil: Date;
}

/**
 * Keeps a piece of the file together with how far it has come, by one statement: so after a crash each row is there once. False where
 * the export is another server's by now, or gone.
 */
export const keepChunk = async (
  database: Asked,
  { id, chunkCount, byteCount }: Pick<LeasedExport, 'id' | 'chunkCount' | 'byteCount'>,
  leasedBy: string,
  chunk: FurtherChunk,
): Promise<boolean> => {
  const kept = await database.query<{ id: string }>({
    name: 'keep_bulk_export_chunk',
    text: `with mine as (
        update bulk_export set row_count = row_count + $4, byte_count = byte_count + length($5::bytea), chunk_count = chunk_count + (length($5::bytea) > 0)::int,
          cursor = $6, is_read_out = $7, leased_until = $8, failures = 0, read_with = array(select distinct unnest(read_with || $9::uuid[]))
        where id = $1 and leased_by = $2 and state = 'RUNNING' and chunk_count = $3 and byte_count = $10 returning id),
      added as (insert into bulk_export_chunk (export_id, number, starts_at, content)
        select id, $3, $10, $5 from mine where length($5::bytea) > 0)
      select id from mine`,
    values: [
      id,
      leasedBy,
      chunkCount,
      chunk.rows,
      chunk.content,
      chunk.cursor,
      chunk.isReadOut,
      chunk.leasedUntil,
      chunk.readWith,
      byteCount,
    ],
  });
  return kept.length > 0;
};

/** One piece of a file, and where in the file it begins; undefined behind the last. */
export const readChunk = async (
  database: Asked,
  id: string,
  number: number,
): Promise<{ startsAt: number; content: Buffer } | undefined> => {
  const [chunk] = await database.query<{ startsAt: number; content: string }>({
    name: 'read_bulk_export_chunk',
    // pieces are whole rows of text; as bytes they would come by way of hexadecimal text, twice as long
    text: `select starts_at as "startsAt", convert_from(content, 'UTF8') as content from bulk_export_chunk where export_id = $1 and number = $2`,
    values: [id, number],
  });
  return chunk && { startsAt: chunk.startsAt, content: Buffer.from(chunk.content) };
};

/** The number of the piece in which a byte of the file lies. */
export const chunkWithByte = async (database: Asked, id: string, byte: number): Promise<number> => {
  const [found] = await database.query<{ number: number | null }>({
    name: 'find_bulk_export_chunk',
    text: 'select max(number) as number from bulk_export_chunk where export_id = $1 and starts_at <= $2',
    values: [id, byte],
  });
  return found?.number ?? 0;
};

/** A file that can be fetched. */
export interface FileToFetch {
  readonly id: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly format: BulkFormat;
  readonly list: string | null;
  readonly askedAt: Date;
  readonly bytes: number;
  readonly chunks: number;
  readonly sha256: string;
  readonly readWith: readonly string[];
}

/** The file of an export that is ready, for whoever asked for it. */
export const fileToFetch = async (
  database: Asked,
  id: string,
  of: { readonly clientId: string | null; readonly personId: string | null; readonly role: string },
): Promise<FileToFetch | undefined> => {
  const [file] = await database.query<FileToFetch>({
    name: 'find_bulk_export_to_fetch',
    text: `select id, query, variables, format, list, asked_at as "askedAt", byte_count as bytes, chunk_count as chunks, sha256, read_with as "readWith"
      from bulk_export where id = $1 and state = 'READY' and (client_id = $2 or ($2::uuid is null and person_id = $3 and role = $4))`,
    values: [id, of.clientId, of.personId, of.role],
  });
  return file;
};

/** Asks for what waits to be gone on with, at once. */
export const wakeBulkExports = async (em: EntityManager): Promise<void> => {
  await em.execute(
    `select graphile_worker.add_job('run-bulk-exports', '{}'::json, job_key := 'run-bulk-exports now', max_attempts := 3)`,
  );
};

/** Removes the files that are kept no longer, with all that is known of them, and what servers that died have left of lists under way. */
export const forgetBulkExports = async (em: EntityManager, now: Date): Promise<void> => {
  await em.execute('delete from bulk_export where kept_until < ?', [now]);
  await em.execute('delete from list_under_way where until < clock_timestamp()');
};
