import { hashToken } from '../access/token.ts';
import {
  column,
  fromRun,
  given,
  type DerivedField,
  type FieldProjection,
  type Projection,
} from '../graphql/compile/projection.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { sql, text, type Sql } from '../kernel/sql.ts';
import { belongingToOwnReturner, ownReturner } from '../returners/returner.policy.ts';
import {
  evidenceVisibleTo,
  forThoseWhoAssess,
  forThoseWhoSign,
  mayOpenByLink,
  mayOpenEvidence,
} from './evidence.policy.ts';
import { fileBytesAtMost, filesAtMost, personBytesAtMost, type VirusCheck } from './evidence.rules.ts';

interface TieRow {
  readonly dayId: string | null;
  readonly onDate: string | null;
  readonly standardId: string | null;
  readonly standardNumber: number | null;
  readonly formLine: string | null;
}

/** Files that are tied to something, by a condition on the tie. */
const tiedTo = (evidenceId: Sql, condition: Sql): Sql =>
  sql`exists (select from evidence_tie tie where tie.evidence_id = ${evidenceId} and ${condition})`;

export const evidenceProjection: Projection = {
  type: 'Evidence',
  table: 'evidence',
  visible: evidenceVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    title: column('title'),
    kind: column('kind'),
    bytes: column('bytes'),
    addedAt: column('added_at'),
    filedAt: column('filed_at'),
    virusCheck: column('virus_check'),
    warnings: { ...column('warnings'), shown: belongingToOwnReturner },
    ties: {
      kind: 'derived',
      shown: belongingToOwnReturner,
      facts: {
        ties: (evidence) =>
          sql`(select coalesce(json_agg(json_build_object('dayId', tie.day_id, 'onDate', d.on_date, 'standardId', tie.standard_id, 'standardNumber', s.number, 'formLine', tie.form_line) order by d.on_date, tie.day_id, s.number, tie.form_line), '[]'::json)
            from evidence_tie tie left join current_logged_day d on d.id = tie.day_id left join standard_of_proficiency s on s.id = tie.standard_id where tie.evidence_id = ${evidence('id')})`,
      },
      compute: ({ ties }) =>
        (ties as readonly TieRow[]).map(({ dayId, standardId, ...tie }) => ({
          ...tie,
          loggedDayId: dayId === null ? null : toGlobalId('LoggedDay', dayId),
          standardId: standardId === null ? null : toGlobalId('StandardOfProficiency', standardId),
        })),
    },
    viewerMayOpen: {
      kind: 'derived',
      facts: {
        ownerId: (evidence) => sql`(select r.person_id from returner r where r.id = ${evidence('returner_id')})`,
        virusCheck: (evidence) => evidence('virus_check'),
      },
      // whoever else sees the row sees it because it is shown to them
      compute: ({ ownerId, virusCheck }, { actor }) =>
        mayOpenEvidence(actor, {
          ownerId: String(ownerId),
          virusCheck: virusCheck as VirusCheck,
          isShown: true,
        }),
    },
  },
};

/** What evidence adds to a returner. */
export const evidenceOfReturner = {
  evidence: {
    kind: 'connection',
    to: () => evidenceProjection,
    on: (evidence, returner) => sql`${evidence('returner_id')} = ${returner('id')}`,
    orders: { NEWEST: { by: 'added_at', descending: true }, OLDEST: { by: 'added_at' } },
    filters: {
      formLine: (evidence, value) => tiedTo(evidence('id'), sql`tie.form_line = ${value}`),
      standardNumber: (evidence, value) =>
        tiedTo(
          evidence('id'),
          sql`tie.standard_id = (select s.id from standard_of_proficiency s where s.number = ${value}::int)`,
        ),
    },
  },
  evidenceRoom: {
    kind: 'derived',
    shown: ownReturner,
    facts: {
      bytes: (returner) =>
        sql`(select coalesce(sum(e.bytes), 0)::int from evidence e where e.returner_id = ${returner('id')})`,
      files: (returner) => sql`(select count(*)::int from evidence e where e.returner_id = ${returner('id')})`,
    },
    compute: ({ bytes, files }) => ({
      bytes,
      bytesAtMost: personBytesAtMost,
      fileBytesAtMost,
      files,
      filesAtMost,
    }),
  },
} satisfies Record<string, FieldProjection>;

/** What evidence adds to a day of the log. */
export const evidenceOfLoggedDay = {
  evidence: {
    kind: 'list',
    shown: belongingToOwnReturner,
    to: () => evidenceProjection,
    on: (evidence, day) => tiedTo(evidence('id'), sql`tie.day_id = ${day('id')}`),
    orderBy: (evidence) => sql`${evidence('added_at')}, ${evidence('id')}`,
  },
} satisfies Record<string, FieldProjection>;

/** What evidence adds to days that a supervisor is asked to confirm. */
export const evidenceOfSignOff = {
  evidence: {
    kind: 'list',
    shown: forThoseWhoSign,
    to: () => evidenceProjection,
    on: (evidence, signOff) =>
      sql`${evidence('filed_at')} is not null and ${tiedTo(
        evidence('id'),
        sql`tie.day_id in (select d.day_id from sign_off_day d where d.sign_off_id = ${signOff('id')} and d.state in (${text("'WAITING', 'SIGNED'")}))`,
      )}`,
    orderBy: (evidence) => sql`${evidence('added_at')}, ${evidence('id')}`,
  },
} satisfies Record<string, FieldProjection>;

/** What evidence adds to an assessment. */
export const evidenceOfAssessment = {
  evidence: {
    kind: 'list',
    shown: forThoseWhoAssess,
    to: () => evidenceProjection,
    on: (evidence, assessment) =>
      sql`${evidence('filed_at')} is not null and ${evidence('returner_id')} = (select p.returner_id from placement p where p.id = ${assessment('placement_id')})
        and ${tiedTo(
          evidence('id'),
          sql`tie.standard_id in (select s.id from standard_of_proficiency s where ${assessment('standards')} @> to_jsonb(s.number))`,
        )}`,
    orderBy: (evidence) => sql`${evidence('added_at')}, ${evidence('id')}`,
  },
} satisfies Record<string, FieldProjection>;

/** What is filed with the days of a link to sign. A forged, used, revoked or expired link finds nothing. */
const signOffSheetEvidence: DerivedField = {
  kind: 'derived',
  facts: {
    files: (_row, args) =>
      sql`(select coalesce(json_agg(json_build_object('id', e.id, 'title', e.title, 'kind', e.kind, 'bytes', e.bytes, 'virusCheck', e.virus_check) order by e.added_at, e.id), '[]'::json)
        from evidence e where e.filed_at is not null and ${tiedTo(
          sql`e.id`,
          sql`tie.day_id in (select d.day_id from sign_off o join sign_off_day d on d.sign_off_id = o.id and d.state = 'WAITING' where o.state = 'ASKED'
            and o.token_hash = ${args.parameter((values) => hashToken(String(values['token'])))}::bytea and o.link_ends_at > ${fromRun((run) => run.clock.now())}::timestamptz)`,
        )})`,
  },
  compute: ({ files }) =>
    (files as readonly { readonly id: string; readonly virusCheck: VirusCheck }[]).map(
      ({ id, virusCheck, ...file }) => ({
        ...file,
        evidenceId: toGlobalId('Evidence', id),
        mayBeOpened: mayOpenByLink({ virusCheck }),
      }),
    ),
};

/** Evidence, at the root of the API. */
export const evidenceQueries: Record<string, FieldProjection> = { signOffSheetEvidence };

export const evidenceFiledProjection: Projection = {
  type: 'EvidenceFiled',
  table: null,
  visible: () => 'ALL',
  fields: {
    evidence: {
      kind: 'relation',
      to: () => evidenceProjection,
      on: (evidence) => sql`${evidence('id')} = ${given('evidenceId')}`,
    },
  },
};
