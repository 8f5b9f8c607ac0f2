import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '../access/actor.ts';
import { PersonSchema } from '../access/person.entity.ts';
import type { Scope } from '../access/scopes.ts';
import { PartnerClientSchema, PartnerKeySchema } from '../partners/partner-client.entity.ts';
import { HostSchema } from '../placements/host.entity.ts';
import type { BulkFormat, BulkState, BulkStopReason } from './bulk-export.rules.ts';
import type { CommonList } from './common-lists.rules.ts';

/** A list that somebody takes out of the service as a file, and how far it has come. */
export const BulkExportSchema = defineEntity({
  name: 'BulkExport',
  tableName: 'bulk_export',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    /** The program that asked, with which key, and the scopes that it came with. */
    client: () => p.manyToOne(PartnerClientSchema).name('client_id').nullable().deleteRule('cascade'),
    key: () =>
      p.manyToOne(PartnerKeySchema).name('key_id').nullable().index('bulk_export_by_key').deleteRule('cascade'),
    scopes: p.array().$type<Scope[]>(),
    /** Or the person who asked, and under which hat. */
    person: () => p.manyToOne(PersonSchema).name('person_id').nullable().deleteRule('cascade'),
    role: p.text().$type<Role>().nullable(),
    /** The organisation for which they asked; it is told when the file is ready. */
    host: () => p.manyToOne(HostSchema).name('host_id').nullable().index('bulk_export_of_host').deleteRule('no action'),
    list: p.text().$type<CommonList>().nullable(),
    query: p.text(),
    variables: p.json<Readonly<Record<string, unknown>>>(),
    format: p.text().$type<BulkFormat>(),
    state: p.text().$type<BulkState>().default('WAITING'),
    stopReason: p.text().$type<BulkStopReason>().name('stop_reason').nullable(),
    askedAt: p.datetime().columnType('timestamptz').name('asked_at'),
    startedAt: p.datetime().columnType('timestamptz').name('started_at').nullable(),
    finishedAt: p.datetime().columnType('timestamptz').name('finished_at').nullable(),
    keptUntil: p.datetime().columnType('timestamptz').name('kept_until'),
    /** How far it has come: rows, bytes and chunks that are kept, and the cursor behind which to go on. */
    rowCount: p.integer().name('row_count').default(0),
    byteCount: p.integer().name('byte_count').default(0),
    chunkCount: p.integer().name('chunk_count').default(0),
    cursor: p.text().nullable(),
    isReadOut: p.boolean().name('is_read_out').default(false),
    sha256: p.text().nullable(),
    /** The regions, boards and organisations whose rows could be in it. */
    readWith: p.array().columnType('uuid[]').name('read_with').defaultRaw("'{}'"),
    /** Whether programs are told of it: it has ended, and belongs to an organisation. */
    isTold: p.boolean().name('is_told').default(false),
    /** It is not gone on with before. */
    dueAt: p.datetime().columnType('timestamptz').name('due_at'),
    ranAt: p.datetime().columnType('timestamptz').name('ran_at').nullable(),
    /** How often in a row it failed. */
    failures: p.integer().default(0),
    /** Which server is at it, and until when it is left to it. */
    leasedBy: p.uuid().name('leased_by').nullable(),
    leasedUntil: p.datetime().columnType('timestamptz').name('leased_until').nullable(),
  },
  checks: [
    { name: 'a_bulk_export_is_of_somebody', expression: 'num_nonnulls(client_id, person_id) >= 1' },
    { name: 'a_stopped_bulk_export_says_why', expression: "(state = 'STOPPED') = (stop_reason is not null)" },
  ],
  indexes: [
    { name: 'bulk_export_of_client', properties: ['client', 'askedAt', 'id'] },
    { name: 'bulk_export_of_person', properties: ['person', 'askedAt', 'id'] },
    { name: 'bulk_export_by_age', properties: ['askedAt', 'id'] },
    { name: 'bulk_export_by_end', properties: ['keptUntil'] },
    {
      name: 'bulk_export_to_do',
      expression: "create index bulk_export_to_do on bulk_export (due_at) where state in ('WAITING', 'RUNNING')",
    },
  ],
});
/** A piece of the file, of whole rows. */
export const BulkExportChunkSchema = defineEntity({
  name: 'BulkExportChunk',
  tableName: 'bulk_export_chunk',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    export: () => p.manyToOne(BulkExportSchema).name('export_id').deleteRule('cascade'),
    number: p.integer(),
    /** Where in the file it begins, in bytes. */
    startsAt: p.integer().name('starts_at'),
    content: p.blob(),
  },
  uniques: [{ name: 'one_bulk_export_chunk_per_number', properties: ['export', 'number'] }],
});
