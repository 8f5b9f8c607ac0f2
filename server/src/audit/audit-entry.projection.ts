import { column, type ConnectionField, type FieldProjection, type Projection } from '../graphql/compile/projection.ts';
import { sql } from '../kernel/sql.ts';
import { auditEntriesVisibleTo } from './audit-entry.policy.ts';

export const auditEntryProjection: Projection = {
  type: 'AuditEntry',
  table: 'audit_entry',
  visible: auditEntriesVisibleTo,
  fields: {
    id: column('id'),
    at: column('at'),
    action: column('action'),
    doneAs: column('actor_kind'),
    doneBy: {
      kind: 'expression',
      value: (entry) =>
        sql`coalesce((select doer.display_name from person doer where doer.id = ${entry('actor_id')}), (select program.name from partner_client program where program.id = ${entry('actor_id')}))`,
    },
    answeredForBy: {
      kind: 'expression',
      value: (entry) => sql`(select owner.display_name from person owner where owner.id = ${entry('owner_id')})`,
    },
    subjectType: column('subject_type'),
    fields: column('fields'),
    traceId: column('trace_id'),
  },
};

/** Entries, the latest first. */
export const auditEntriesField = {
  kind: 'connection',
  to: () => auditEntryProjection,
  orders: { NEWEST: { by: 'at', descending: true }, OLDEST: { by: 'at' } },
  filters: {
    action: (entry, value) => sql`${entry('action')} = ${value}`,
    doneAs: (entry, value) => sql`${entry('actor_kind')} = ${value}`,
  },
} as const satisfies ConnectionField;

/** Questions about what was done, at the root of the API. */
export const auditQueries = { auditEntries: auditEntriesField } satisfies Record<string, FieldProjection>;
