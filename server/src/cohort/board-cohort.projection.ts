import { visibleToEveryone } from '../access/visibility.ts';
import {
  computed,
  fromRun,
  rowOf,
  type FieldProjection,
  type Projection,
  type Row,
} from '../graphql/compile/projection.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import { boardProjection } from '../organisations/organisation.projection.ts';
import { toldCount } from './board-cohort.rules.ts';
import { stageOf } from './cohort.projection.ts';
import { cohortStages, type CohortStage } from './cohort.rules.ts';
import { countedFor } from './cohort.policy.ts';

/** Those who are counted: of the board, and agreeing that coordinators see them. */
const counted = (board: Row): Sql => sql`r.board_id = ${board('id')} and r.shares_with_coordinators`;

interface CountedBy {
  readonly of: string;
  readonly people: number;
}

export const boardCohortProjection: Projection = {
  type: 'BoardCohort',
  table: 'integrated_care_board',
  // nobody is led to a board whose numbers they are not told
  visible: visibleToEveryone,
  fields: {
    board: { kind: 'relation', to: () => boardProjection, on: (board, own) => sql`${board('id')} = ${own('id')}` },
    countedOn: computed(({ clock }) => clock.today()),
    returners: {
      kind: 'derived',
      facts: { people: (board) => sql`(select count(*)::int from returner r where ${counted(board)})` },
      compute: ({ people }) => toldCount(Number(people)).returners,
    },
    byStage: {
      kind: 'derived',
      facts: {
        stages: (board) =>
          sql`(select coalesce(json_agg(row_to_json(g)), '[]'::json) from (select s.stage as of, count(*)::int as people
            from (select ${stageOf(rowOf('r'))} as stage from returner r where ${counted(board)}) s group by s.stage) g)`,
      },
      compute: ({ stages }) => {
        const found = new Map((stages as readonly CountedBy[]).map(({ of, people }) => [of, people]));
        return (Object.keys(cohortStages) as CohortStage[]).map((stage) => ({
          stage,
          fieldOfPractice: null,
          ...toldCount(found.get(stage) ?? 0),
        }));
      },
    },
    byFieldOfPractice: {
      kind: 'derived',
      facts: {
        fields: (board) =>
          sql`(select coalesce(json_agg(row_to_json(g) order by g.of), '[]'::json) from (select f.field_of_practice as of, count(r.id)::int as people
            from profession f left join returner r on r.profession_id = f.id and ${counted(board)} group by f.field_of_practice) g)`,
      },
      compute: ({ fields }) =>
        (fields as readonly CountedBy[]).map(({ of, people }) => ({
          stage: null,
          fieldOfPractice: of,
          ...toldCount(people),
        })),
    },
  },
};

const boards = fromRun(({ actor }) => countedFor(actor).boardIds);
const regions = fromRun(({ actor }) => countedFor(actor).regionIds);

/** The figures of boards, at the root of the API. */
export const boardCohortQueries: Record<string, FieldProjection> = {
  boardCohorts: {
    kind: 'list',
    to: () => boardCohortProjection,
    on: (board) =>
      sql`${board('closed_on')} is null and (${board('id')} = any(${boards}::uuid[]) or ${board('region_id')} = any(${regions}::uuid[]))`,
    orderBy: (board) => sql`${board('name')}, ${board('id')}`,
  },
};
