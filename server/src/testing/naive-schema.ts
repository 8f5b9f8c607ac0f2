import { createHash } from 'node:crypto';
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type pg from 'pg';
import type { Actor } from '../access/actor.ts';
import { existsFor } from '../access/scope-matrix.ts';
import type { RowTest, Visibility } from '../access/visibility.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { listOf, toCursor } from '../graphql/compile/cursor.ts';
import {
  rowOf,
  type Arguments,
  type FieldArguments,
  type FieldProjection,
  type Projection,
  type Run,
} from '../graphql/compile/projection.ts';
import { guardOperations } from '../graphql/guard.ts';
import { projections } from '../graphql/projections.ts';
import type { Clock } from '../kernel/clock.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { name, render, sql, text, type Sql } from '../kernel/sql.ts';

/** What the naive reads know: one connection, who asks, when. */
export interface NaiveContext {
  readonly pool: pg.Pool;
  readonly actor: Actor;
  readonly clock: Clock;
}

/** A stored row by its key; the root and other types without a table have none. */
interface Stored {
  readonly __typename: string;
  readonly id: string | null;
}

const runOf = ({ actor, clock }: NaiveContext, args: Arguments): Run => ({
  actor,
  clock,
  variables: {},
  given: {},
  argumentsOf: () => args,
});

const answers = new WeakMap<pg.Pool, Map<string, Promise<unknown[]>>>();
/** What a database has answered before. It stands still while documents are compared, and nothing else keeps this in time. */
const answersOf = (pool: pg.Pool): Map<string, Promise<unknown[]>> => {
  const known = answers.get(pool) ?? new Map<string, Promise<unknown[]>>();
  answers.set(pool, known);
  return known;
};
const nameOf = (statement: string): string =>
  `naive_${createHash('sha1').update(statement).digest('hex').slice(0, 20)}`;

const ask = async (context: NaiveContext, args: Arguments, statement: Sql): Promise<unknown[]> => {
  const { text: written, parameters } = render(statement);
  const run = runOf(context, args);
  const values = parameters.map((parameter) => parameter.valueFor(run));
  const answered = answersOf(context.pool);
  const key = `${written}|${JSON.stringify(values)}`;
  const known = answered.get(key);
  if (known) return known;
  const read = context.pool
    .query<{ v: unknown }>({ name: nameOf(written), text: written, values })
    .then(({ rows }) => rows.map(({ v }) => v));
  answered.set(key, read);
  return read;
};

const literal = (value: string): Sql => sql`${{ valueFor: () => value }}`;

/** `from <table> t where t.id = <row>`, or nothing for a type without a table. */
const fromRow = ({ table }: Projection, row: Stored): Sql =>
  table === null || row.id === null
    ? text('')
    : sql` from ${name(table)} t where ${rowOf('t')('id')} = ${literal(row.id)}::uuid`;

const passes = async (context: NaiveContext, table: string, id: string, visibility: Visibility): Promise<boolean> => {
  if (typeof visibility === 'string') return visibility === 'ALL';
  // a key or a flag
  const valueOf = async ({ column }: RowTest) =>
    (
      await ask(
        context,
        {},
        sql`select to_json(${rowOf('t')(column)}) v from ${name(table)} t where id = ${literal(id)}::uuid`,
      )
    )[0];
  for (const tests of visibility) {
    let all = true;
    for (const test of tests) {
      const value = await valueOf(test);
      const passed =
        'isTrue' in test
          ? value === true
          : 'isOneOf' in test
            ? test.isOneOf.includes(String(value))
            : 'isOneOfWords' in test
              ? test.isOneOfWords.includes(String(value))
              : value !== null && (await passes(context, test.belongsTo, value as string, test.visible));
      all &&= passed;
    }
    if (all) return true;
  }
  return false;
};

const visibleRows = async (context: NaiveContext, to: Projection, ids: readonly unknown[]): Promise<Stored[]> => {
  const rows: Stored[] = [];
  for (const id of ids)
    if (to.table === null) rows.push({ __typename: to.type, id: null });
    else if (await passes(context, to.table, String(id), to.visible(context.actor)))
      rows.push({ __typename: to.type, id: String(id) });
  return rows;
};

/** Keys of the rows of `to` that belong to a row, in order. */
const keysOf = (
  context: NaiveContext,
  args: Arguments,
  from: Projection,
  row: Stored,
  to: Projection,
  on: Sql,
  orderBy: Sql,
) => {
  if (to.table === null) return Promise.resolve([null]);
  const own = from.table === null ? text('') : sql`, ${name(from.table)} t`;
  const isOwn =
    from.table === null || row.id === null ? text('true') : sql`${rowOf('t')('id')} = ${literal(row.id)}::uuid`;
  return ask(
    context,
    args,
    sql`select ${rowOf('x')('id')} v from ${name(to.table)} x${own} where ${isOwn} and ${on} order by ${orderBy}`,
  );
};

const naiveValue = async (
  context: NaiveContext,
  projection: Projection,
  field: FieldProjection,
  row: Stored,
  values: Arguments,
): Promise<unknown> => {
  const t = rowOf('t');
  const x = rowOf('x');
  const args: FieldArguments = {
    now: values,
    parameter: (read) => sql`${{ valueFor: () => read(values) }}`,
  };
  if (field.shown && projection.table !== null && row.id !== null)
    if (!(await passes(context, projection.table, row.id, field.shown(context.actor)))) return null;
  const one = async (value: Sql) =>
    (
      await ask(
        context,
        values,
        sql`select row_to_json(r) -> 'v' v from (select ${value} v${fromRow(projection, row)}) r`,
      )
    )[0];
  switch (field.kind) {
    case 'column':
      return one(t(field.column));
    case 'expression':
      return one(field.value(t, args));
    case 'derived': {
      const facts: Record<string, unknown> = {};
      for (const [fact, read] of Object.entries(field.facts)) facts[fact] = await one(read(t, args));
      return field.compute(facts, runOf(context, values), values);
    }
    case 'relation': {
      const to = field.to();
      const keys = await keysOf(
        context,
        values,
        projection,
        row,
        to,
        field.on(x, t, args),
        to.table === null ? text('1') : x('id'),
      );
      return (await visibleRows(context, to, keys))[0] ?? null;
    }
    case 'list': {
      const to = field.to();
      return visibleRows(
        context,
        to,
        await keysOf(context, values, projection, row, to, field.on(x, t, args), field.orderBy(x)),
      );
    }
    case 'union': {
      for (const choice of field.choices) {
        if ((await one(choice.when(t))) !== true) continue;
        const to = choice.to();
        return (
          (
            await visibleRows(context, to, await keysOf(context, values, projection, row, to, choice.on(x, t), x('id')))
          )[0] ?? null
        );
      }
      return null;
    }
    case 'node': {
      const asked = fromGlobalId(String(values['id']));
      const to = asked && projections.get(asked.type);
      if (!asked || !to?.fields['id'] || to.table === null) return null;
      if (!existsFor(context.actor, to.type)) return null;
      const keys = await ask(
        context,
        values,
        sql`select id v from ${name(to.table)} where id = ${to.leadsTo?.(sql`${literal(asked.id)}::uuid`) ?? sql`${literal(asked.id)}::uuid`}`,
      );
      return (await visibleRows(context, to, keys))[0] ?? null;
    }
    case 'connection': {
      const to = field.to();
      const orderName = (values['orderBy'] as string | undefined) ?? Object.keys(field.orders)[0] ?? '';
      const order = field.orders[orderName];
      if (!order) throw new Error(`no order ${orderName}`);
      const filter = (values['filter'] ?? {}) as Arguments;
      const conditions = Object.entries(field.filters ?? {})
        .filter(([key]) => filter[key] != null)
        .map(([key, condition]) => condition(x, sql`${{ valueFor: () => filter[key] }}`));
      const on = [...(field.on ? [field.on(x, t, args)] : []), ...conditions].reduce(
        (all, condition) => sql`${all} and ${condition}`,
        text('true'),
      );
      const direction = text(order.descending ? 'desc' : 'asc');
      const keys = await keysOf(
        context,
        values,
        projection,
        row,
        to,
        on,
        sql`${x(order.by)} ${direction}, ${x('id')} ${direction}`,
      );
      const all = await visibleRows(context, to, keys);
      const keyOf = async (found: Stored) =>
        String((await ask(context, {}, sql`select ${t(order.by)}::text v${fromRow(to, found)}`))[0]);
      const idInCursor = (cursor: unknown) =>
        (JSON.parse(Buffer.from(String(cursor), 'base64url').toString('utf8')) as string[])[2];
      const { first, last, after, before } = values as {
        first?: number;
        last?: number;
        after?: string;
        before?: string;
      };
      const start = after == null ? 0 : all.findIndex(({ id }) => id === idInCursor(after)) + 1;
      const end = before == null ? all.length : all.findIndex(({ id }) => id === idInCursor(before));
      const rest = all.slice(start, end);
      const page = first == null ? rest.slice(Math.max(0, rest.length - Number(last))) : rest.slice(0, first);
      const cursors: string[] = [];
      const [fieldName = ''] = Object.entries(projection.fields).find(([, each]) => each === field) ?? [];
      const list = listOf(`${projection.type}.${fieldName}`, field, orderName, values, context.actor);
      for (const found of page) cursors.push(toCursor(list, [await keyOf(found), String(found.id)]));
      return {
        nodes: page,
        edges: page.map((node, index) => ({ node, cursor: cursors[index] })),
        countUpTo1000: Math.min(1000, all.length),
        pageInfo: {
          hasNextPage: first == null ? before != null : rest.length > first,
          hasPreviousPage: first == null ? rest.length > Number(last) : after != null,
          startCursor: cursors[0] ?? null,
          endCursor: cursors.at(-1) ?? null,
        },
      };
    }
  }
};

/**
 * The schema, read by the slowest and simplest means: every field of every row by a statement of its own, visibility and
 * pages worked out in plain code. Slow on purpose; the compiler is held against it.
 */
export const buildNaiveSchema = (): GraphQLSchema => {
  const schema = buildSchema();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const projection = projections.get(type.name);
    for (const field of Object.values(type.getFields())) {
      const how = projection?.fields[field.name];
      if (projection && how) {
        const read: GraphQLFieldResolver<Stored | undefined, NaiveContext, Record<string, unknown>> = async (
          source,
          args,
          context,
        ) => {
          const row = source ?? { __typename: type.name, id: null };
          const value = await naiveValue(context, projection, how, row, args);
          return field.name === 'id' ? toGlobalId(type.name, String(value)) : value;
        };
        field.resolve = read;
      } else if (/(Connection|Edge)$/.test(type.name) || type.name === 'PageInfo') {
        field.resolve = (page: Record<string, unknown>) => page[field.name];
      }
    }
  }
  // who may call what is no matter of reading, and holds here too
  guardOperations(schema);
  return schema;
};
