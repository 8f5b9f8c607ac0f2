import { visibleToEveryone } from '../access/visibility.ts';
import {
  column,
  given,
  type DerivedField,
  type FieldProjection,
  type Projection,
  type Row,
} from '../graphql/compile/projection.ts';
import { sql } from '../kernel/sql.ts';
import { oneById } from '../placements/host.projection.ts';
import { mayImportNationalFiles, nationalImportsVisibleTo } from './national-import.policy.ts';
import { nobodyAffected, type NationalReport } from './national-words.rules.ts';
import type { ToldOfComing } from './coming.rules.ts';
import { undoUntil, whyNotUndone } from './undo.rules.ts';

const nameOf = (key: string): FieldProjection => ({
  kind: 'expression',
  value: (row) => sql`(select w.display_name from person w where w.id = ${row(key)})`,
});

const ofReport = (read: (report: NationalReport) => unknown): DerivedField => ({
  kind: 'derived',
  facts: { report: (row: Row) => row('report') },
  compute: ({ report }) => read(report as NationalReport),
});

export const nationalImportProjection: Projection = {
  type: 'NationalImport',
  table: 'national_import',
  visible: nationalImportsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    kind: column('kind'),
    rows: column('rows'),
    appliedAt: column('applied_at'),
    appliedBy: nameOf('applied_by_id'),
    undoneAt: column('undone_at'),
    undoneBy: nameOf('undone_by_id'),
    undoUntil: {
      kind: 'derived',
      facts: { appliedAt: (row) => row('applied_at') },
      compute: ({ appliedAt }) => undoUntil(new Date(String(appliedAt))).toISOString(),
    },
    viewerMayUndo: {
      kind: 'derived',
      facts: {
        appliedAt: (row) => row('applied_at'),
        isUndone: (row) => sql`${row('undone_at')} is not null`,
        hasLater: (row) =>
          sql`exists (select from national_import later where later.applied_at > ${row('applied_at')} and later.undone_at is null)`,
      },
      compute: ({ appliedAt, isUndone, hasLater }, { actor, clock }) =>
        mayImportNationalFiles(actor) &&
        whyNotUndone({
          appliedAt: new Date(String(appliedAt)),
          isUndone: isUndone === true,
          hasLater: hasLater === true,
          now: clock.now(),
        }).length === 0,
    },
    affected: ofReport(({ affected }) => affected),
    changes: ofReport(({ changes }) => changes),
    moreChanges: ofReport(({ more }) => more),
    leftOut: ofReport(({ leftOut }) => leftOut),
    coming: ofReport(({ coming }) => coming ?? []),
    moreComing: ofReport(({ moreComing }) => moreComing ?? 0),
    affectedByComing: ofReport(({ affectedByComing }) => affectedByComing ?? nobodyAffected),
    isByItself: {
      kind: 'expression',
      value: (row) => sql`exists (select from coming_change done where done.done_by_id = ${row('id')})`,
    },
  },
};

const ofTold = (read: (told: ToldOfComing) => unknown): DerivedField => ({
  kind: 'derived',
  facts: { told: (row: Row) => row('told') },
  compute: ({ told }) => read(told as ToldOfComing),
});

export const comingChangeProjection: Projection = {
  type: 'ComingChange',
  table: 'coming_change',
  visible: nationalImportsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    kind: column('kind'),
    code: column('code'),
    name: column('name'),
    what: ofTold(({ what }) => what),
    on: column('due_on'),
    state: column('state'),
    inTheWay: column('in_the_way'),
    affected: ofTold(({ affected }) => affected),
  },
};

/** Questions about national files, at the root of the API. */
export const nationalImportQueries: Record<string, FieldProjection> = {
  nationalImport: oneById('NationalImport', () => nationalImportProjection),
  nationalImports: {
    kind: 'connection',
    to: () => nationalImportProjection,
    orders: { NEWEST: { by: 'applied_at', descending: true } },
  },
  comingChanges: {
    kind: 'connection',
    to: () => comingChangeProjection,
    on: (change) => sql`${change('state')} = 'WAITS'`,
    orders: { SOONEST: { by: 'due_on' } },
  },
};

export const nationalImportUndoneProjection: Projection = {
  type: 'NationalImportUndone',
  table: null,
  visible: visibleToEveryone,
  fields: {
    nationalImport: {
      kind: 'relation',
      to: () => nationalImportProjection,
      on: (row) => sql`${row('id')} = ${given('nationalImportId')}`,
    },
  },
};
