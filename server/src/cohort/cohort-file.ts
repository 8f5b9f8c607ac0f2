import type { Actor } from '../access/actor.ts';
import type { Ask } from '../graphql/compile/reader.ts';
import { fromRun, rowOf, type Run } from '../graphql/compile/projection.ts';
import { visibilityForKind } from '../graphql/compile/visibility-sql.ts';
import type { Clock } from '../kernel/clock.ts';
import { csvLine, csvStart } from '../kernel/csv.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { join, render, sql, text, type Sql } from '../kernel/sql.ts';
import { returnersVisibleTo } from '../returners/returner.policy.ts';
import { cohortCells, cohortHeadings, type CohortRow } from './cohort-file.rules.ts';
import { cohortFilters, cohortOrders, stageOf } from './cohort.projection.ts';

/** Which returners, in which order: what the list on the page is asked with. */
export interface AskedCohort {
  readonly filter: Readonly<Partial<Record<keyof typeof cohortFilters, string>>>;
  /** Only these, by the ids that the API shows; null for everybody. */
  readonly ids: readonly string[] | null;
  readonly orderBy: keyof typeof cohortOrders;
}
/** Who asks, when, and through what. */
export interface FileReading {
  readonly actor: Actor;
  readonly clock: Clock;
  readonly ask: Ask;
}

/** Rows of one read; the file is never whole in memory. */
const rowsAtOnce = 500;

const returner = rowOf('r');
const live = (column: Sql): Sql =>
  sql`(select ${column} from placement p where p.returner_id = r.id and p.is_live and p.state <> 'PROPOSED' order by p.starts_on, p.id limit 1)`;
const columns = sql`json_build_object(
  'name', coalesce(r.preferred_name, (select display_name from person where id = r.person_id)),
  'fieldOfPractice', coalesce((select field_of_practice from profession where id = r.profession_id), 'osteopathy'),
  'region', (select name from region where id = r.region_id),
  'board', (select name from integrated_care_board where id = r.board_id),
  'stage', ${stageOf(returner)},
  'placementState', ${live(sql`p.state`)},
  'siteName', ${live(sql`(select s.name from placement_site s where s.id = p.site_id)`)},
  'waitingSince', r.waiting_since::text,
  'loggedMinutes', coalesce((select sum(u.minutes) from updating_total u where u.returner_id = r.id), 0),
  'startedOn', r.started_on)::text`;

const value = (of: unknown): Sql => sql`${fromRun(() => of)}`;

/** Whoever the asking coordinator sees, by what was asked: the very conditions of the page. */
const conditionsOf = ({ filter, ids }: AskedCohort): Sql[] => [
  visibilityForKind('COORDINATOR', returnersVisibleTo, returner),
  ...Object.entries(cohortFilters).flatMap(([name, condition]) => {
    const asked = filter[name as keyof typeof cohortFilters];
    return asked === undefined ? [] : [condition(returner, value(asked))];
  }),
  ...(ids === null
    ? []
    : [
        sql`r.id = any(${value(
          ids.flatMap((id) => {
            const asked = fromGlobalId(id);
            return asked?.type === 'Returner' ? [asked.id] : [];
          }),
        )}::uuid[])`,
      ]),
];

const read = ({ actor, clock, ask }: FileReading, statement: Sql) => {
  const run: Run = { actor, clock, variables: {}, given: {}, argumentsOf: () => ({}) };
  const { text: written, parameters } = render(statement);
  return ask({ text: written, values: parameters.map((parameter) => parameter.valueFor(run)) });
};

/** How many rows the file will have. */
export const countCohort = async (reading: FileReading, asked: AskedCohort): Promise<number> => {
  const [row] = await read(reading, sql`select count(*) from returner r where ${join(conditionsOf(asked), ' and ')}`);
  return Number(row?.[0] ?? 0);
};

/** The file, a piece at a time, in the order of the page. */
export async function* cohortFile(reading: FileReading, asked: AskedCohort): AsyncGenerator<string> {
  yield `${csvStart}${csvLine(cohortHeadings)}`;
  const order: { readonly by: string; readonly descending?: true } = cohortOrders[asked.orderBy];
  const by = returner(order.by);
  const direction = text(order.descending ? 'desc' : 'asc');
  const beyond = text(order.descending ? '<' : '>');
  let last: readonly unknown[] | undefined;
  do {
    const after: Sql[] = last ? [sql`(${by}, r.id) ${beyond} (${value(last[0])}::date, ${value(last[1])}::uuid)`] : [];
    const rows = await read(
      reading,
      sql`select ${by}::text, r.id, ${columns} from returner r where ${join([...conditionsOf(asked), ...after], ' and ')}
        order by ${by} ${direction}, r.id ${direction} limit ${value(rowsAtOnce)}::int`,
    );
    if (rows.length > 0)
      yield rows.map((row) => csvLine(cohortCells(JSON.parse(String(row[2])) as CohortRow))).join('');
    last = rows.length === rowsAtOnce ? rows.at(-1) : undefined;
  } while (last);
}
