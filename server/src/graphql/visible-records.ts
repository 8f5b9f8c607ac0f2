import type { Actor, ActorKind } from '../access/actor.ts';
import { existsFor } from '../access/scope-matrix.ts';
import type { Clock } from '../kernel/clock.ts';
import { constant, join, name, render, sql, text, type Sql } from '../kernel/sql.ts';
import { type ChangedRecord, keyOf } from '../live/live.rules.ts';
import type { Database } from '../persistence/database.ts';
import { fromRun, rowOf, type Projection, type Run } from './compile/projection.ts';
import { visibilitySql } from './compile/visibility-sql.ts';
import { projections } from './projections.ts';

/** Types of what is stored and has an id: what a change can be told of. */
const tellable: readonly Projection[] = [...projections.values()].filter(
  ({ table, fields }) => table !== null && fields['id']?.kind === 'column',
);

const tellableTo = (actor: Actor): readonly Projection[] =>
  tellable.filter(({ type, visible }) => existsFor(actor, type) && visible(actor) !== 'NONE');

/** Answers the keys of those records that somebody may see, by at most one statement. */
export type VisibleRecords = (actor: Actor, records: readonly ChangedRecord[]) => Promise<ReadonlySet<string>>;

/**
 * The same for all who see the same of these records: policies answer with plain data, and the data are the same for all coordinators
 * of one region. They can be asked for together.
 */
export const sightOf = (actor: Actor, records: readonly ChangedRecord[]): string => {
  const types = new Set(records.map(({ type }) => type));
  return JSON.stringify([
    actor.kind,
    ...tellable.filter(({ type }) => types.has(type)).map(({ visible }) => visible(actor)),
  ]);
};

/** One statement for everybody of a kind: of each type, which of the ids asked for pass the policy that all reads apply. */
const statementFor = (actor: Actor) => {
  let aliases = 0;
  const alias = (): string => `v${(aliases += 1)}`;
  const ofType = ({ type, table, visible }: Projection): Sql => {
    const row = rowOf('r');
    const asked = fromRun((run) => run.variables[type] ?? []);
    return sql`select ${constant(type)} as type, r.id from ${name(table ?? '')} r
      where r.id = any(${asked}::uuid[]) and ${visibilitySql(visible, actor, row, alias)}`;
  };
  const parts = tellableTo(actor).map(ofType);
  return render(parts.length > 0 ? join(parts, ' union all ') : text('select null as type, null as id where false'));
};

/** Tells which records somebody may see, by the same policies as every read. */
export const createVisibleRecords = (database: Pick<Database, 'query'>, clock: Clock): VisibleRecords => {
  const statements = new Map<ActorKind, ReturnType<typeof statementFor>>();
  return async (actor, records) => {
    const asked: Record<string, string[]> = {};
    for (const { type, id } of records) (asked[type] ??= []).push(id);
    if (!tellableTo(actor).some(({ type }) => type in asked)) return new Set();
    const statement = statements.get(actor.kind) ?? statementFor(actor);
    statements.set(actor.kind, statement);
    const run: Run = { actor, clock, variables: asked, given: {}, argumentsOf: () => ({}) };
    const rows = await database.query<{ type: string; id: string }>({
      name: `visible_to_${actor.kind.toLowerCase()}`,
      text: statement.text,
      values: statement.parameters.map((parameter) => parameter.valueFor(run)),
    });
    return new Set(rows.map(keyOf));
  };
};
