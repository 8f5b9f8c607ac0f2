import { column, toOne, type FieldProjection, type Projection, type Row } from '../graphql/compile/projection.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { constant, sql, text, type Sql } from '../kernel/sql.ts';
import { answeringWith } from '../placements/host.projection.ts';
import { likenessOf, obstaclesToMerge, type LikenessFacts, type MergeFacts } from '../returners/merge.rules.ts';
import { likenessVisibleTo, mergesVisibleTo } from '../returners/merge.policy.ts';
import { returnerProjection } from '../returners/returner.projection.ts';
import { minutesOfADay } from '../updating/log-day.rules.ts';

const likenessFacts = (id: Sql): Sql =>
  sql`(select json_build_object('name', coalesce(r.preferred_name, p.display_name), 'email', p.email, 'hcpcNumber', r.hcpc_number, 'professionCode', (select code from profession where id = r.profession_id), 'homePostcode', r.home_postcode, 'leftRegister', r.answers -> 'leftRegister') from returner r join person p on p.id = r.person_id where r.id = ${id})`;

const countOf = (from: Sql, id: Sql): Sql => sql`(select count(*) from ${from} and x.returner_id = ${id})`;
const live = sql`placement x where x.is_live`;
const open = sql`placement_request x where x.state = 'OPEN'`;
const mergeFacts = (pair: Row): Sql => {
  const [one, other] = [pair('one_id'), pair('other_id')];
  return sql`json_build_object('sameProfession', (select count(distinct coalesce(r.profession_id::text, '')) = 1 from returner r where r.id in (${one}, ${other})),
    'placements', json_build_array(${countOf(live, one)}, ${countOf(live, other)}), 'requests', json_build_array(${countOf(open, one)}, ${countOf(open, other)}),
    'overfullDays', (select count(*) from (select on_date from current_logged_day where returner_id in (${one}, ${other}) group by on_date having sum(minutes) > ${text(String(minutesOfADay))} and count(distinct returner_id) = 2) d),
    'openMoves', (select count(*) from region_move where returner_id in (${one}, ${other}) and state = 'ASKED'),
    'isKeptForAnother', false)`;
};

export const returnerLikenessProjection: Projection = {
  type: 'ReturnerLikeness',
  table: 'returner_likeness',
  visible: likenessVisibleTo,
  fields: {
    id: column('id'),
    one: toOne(() => returnerProjection, 'one_id'),
    other: toOne(() => returnerProjection, 'other_id'),
    reasons: {
      kind: 'derived',
      facts: { one: (pair) => likenessFacts(pair('one_id')), other: (pair) => likenessFacts(pair('other_id')) },
      compute: ({ one, other }) => likenessOf(one as LikenessFacts, other as LikenessFacts),
    },
    obstacles: {
      kind: 'derived',
      facts: { facts: mergeFacts },
      compute: ({ facts }) => obstaclesToMerge(facts as MergeFacts).map(({ message }) => message),
    },
  },
};

const movedCount = (key: string): FieldProjection => ({
  kind: 'expression',
  value: (merge) => sql`jsonb_array_length(${merge('moved')} -> ${constant(key)})`,
});

export const returnerMergeProjection: Projection = {
  type: 'ReturnerMerge',
  table: 'returner_merge',
  visible: mergesVisibleTo,
  fields: {
    id: column('id'),
    returner: toOne(() => returnerProjection, 'kept_id'),
    mergedReturnerId: {
      kind: 'derived',
      facts: { id: (merge) => merge('merged_id') },
      compute: ({ id }) => toGlobalId('Returner', String(id)),
    },
    mergedAt: column('merged_at'),
    reason: column('reason'),
    undoUntil: column('undo_until'),
    undoneAt: column('undone_at'),
    movedDays: movedCount('days'),
    movedRequests: movedCount('requests'),
    movedPlacements: movedCount('placements'),
  },
};

/** Questions about records of one person, at the root of the API. */
export const mergeQueries = {
  possibleDuplicates: { kind: 'connection', to: () => returnerLikenessProjection, orders: { ID: { by: 'id' } } },
  returnerMerges: {
    kind: 'connection',
    to: () => returnerMergeProjection,
    orders: { NEWEST: { by: 'merged_at', descending: true } },
  },
} satisfies Record<string, FieldProjection>;

/** Answers of the commands about them. */
export const mergeAnswers: readonly Projection[] = ['ReturnersMerged', 'ReturnersMergeUndone'].map((type) =>
  answeringWith(type, 'returnerMerge', () => returnerMergeProjection, 'returnerMergeId'),
);
