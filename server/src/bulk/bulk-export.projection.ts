import { column, given, type FieldProjection, type Projection } from '../graphql/compile/projection.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { sql } from '../kernel/sql.ts';
import { answeringWith, oneById } from '../placements/host.projection.ts';
import { bulkExportsVisibleTo } from './bulk-export.policy.ts';
import { downloadPathOf, fileNameOf, type BulkFormat } from './bulk-export.rules.ts';

export const bulkExportProjection: Projection = {
  type: 'BulkExport',
  table: 'bulk_export',
  visible: bulkExportsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    list: column('list'),
    query: column('query'),
    variables: { kind: 'expression', value: (of) => sql`${of('variables')}::text` },
    format: column('format'),
    state: column('state'),
    stopReason: column('stop_reason'),
    askedAt: column('asked_at'),
    startedAt: column('started_at'),
    finishedAt: column('finished_at'),
    keptUntil: column('kept_until'),
    waitsUntil: {
      kind: 'expression',
      value: (of) => sql`case when ${of('due_at')} > ${of('ran_at')} then ${of('due_at')} end`,
    },
    rows: column('row_count'),
    bytes: column('byte_count'),
    sha256: column('sha256'),
    fileName: {
      kind: 'derived',
      facts: { format: (of) => of('format'), list: (of) => of('list'), askedAt: (of) => of('asked_at') },
      compute: ({ format, list, askedAt }) =>
        fileNameOf({
          format: format as BulkFormat,
          list: typeof list === 'string' ? list : null,
          askedAt: new Date(String(askedAt)),
        }),
    },
    downloadPath: {
      kind: 'derived',
      facts: { id: (of) => of('id'), state: (of) => of('state'), role: (of) => of('role') },
      compute: ({ id, state, role }, { actor }) =>
        state === 'READY' && (role === null || role === actor.kind)
          ? downloadPathOf(toGlobalId('BulkExport', String(id)))
          : null,
    },
  },
};

/** Questions about exports, at the root of the API. */
export const bulkExportQueries: Record<string, FieldProjection> = {
  bulkExport: oneById('BulkExport', () => bulkExportProjection),
  bulkExports: {
    kind: 'connection',
    to: () => bulkExportProjection,
    orders: { NEWEST: { by: 'asked_at', descending: true } },
  },
};

/** Answers of the commands about exports. */
export const bulkExportAnswers: readonly Projection[] = [
  answeringWith('BulkExportStarted', 'bulkExport', () => bulkExportProjection, 'bulkExportId'),
  {
    type: 'BulkExportDeleted',
    table: null,
    visible: () => 'ALL',
    fields: {
      bulkExportId: {
        kind: 'derived',
        facts: { id: () => given('bulkExportId') },
        compute: ({ id }) => toGlobalId('BulkExport', String(id)),
      },
    },
  },
];
