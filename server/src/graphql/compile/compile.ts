import { getArgumentValues, getNamedType, isObjectType, type FieldNode, type GraphQLObjectType } from 'graphql';
import type { Actor } from '../../access/actor.ts';
import { existsFor } from '../../access/scope-matrix.ts';
import { fromGlobalId } from '../../kernel/global-id.ts';
import { constant, join, name, render, sql, text, type Parameter, type Sql } from '../../kernel/sql.ts';
import { listOf, pageOf } from './cursor.ts';
import { finishAll, finishConnection, finishUnder, type ConnectionShape, type Finish } from './finish.ts';
import {
  fromRun,
  rowOf,
  type Arguments,
  type ConnectionField,
  type FieldArguments,
  type FieldProjection,
  type Projection,
  type Row,
  type Run,
} from './projection.ts';
import { selectionOf, type Document, type Selection } from './selection.ts';
import { visibilitySql } from './visibility-sql.ts';

/** One statement for a whole selection, and what to do with its answer. */
export interface Plan {
  readonly text: string;
  readonly parameters: readonly Parameter<Run>[];
  /** Reads the arguments of every compiled field from the variables of a run. */
  readonly fields: readonly ((variables: Arguments) => Arguments)[];
  readonly finish: Finish;
  /** Sensitive fields that the plan reads, as `Type.field`. */
  readonly sensitive: readonly string[];
}

/** What to compile: these fields of this type, for this kind of actor. */
export interface Request {
  readonly document: Document;
  readonly projection: Projection;
  readonly selection: Selection;
  readonly actor: Actor;
  readonly projections: ReadonlyMap<string, Projection>;
}

/** The arguments of one field of the document. */
interface Numbered extends FieldArguments {
  /** As type and field. Example: `Query.trusts`. */
  readonly name: string;
  readonly field: number;
}

interface Output {
  readonly columns: Sql[];
  readonly steps: Finish[];
}

/** A hidden output key, which no GraphQL name can collide with. */
const hidden = (key: string, part: string): string => `${key}.${part}`;

/**
 * Compiles a selection into one SQL statement that answers one JSON object. Visibility of every table it touches stands
 * inside the statement. Fields the projections do not name are left to their own resolvers.
 */
export const compile = ({ document, projection, selection, actor, projections }: Request): Plan => {
  const fields: ((variables: Arguments) => Arguments)[] = [];
  const sensitive = new Set<string>();
  let aliases = 0;
  const alias = (): string => `t${aliases++}`;

  const argumentsOf = (type: GraphQLObjectType, node: FieldNode): Numbered => {
    const definition = type.getFields()[node.name.value];
    if (!definition) throw new Error(`${type.name} has no field ${node.name.value}`);
    const field = fields.push((variables) => getArgumentValues(definition, node, variables)) - 1;
    return {
      name: `${type.name}.${node.name.value}`,
      field,
      now: getArgumentValues(definition, node, document.variables),
      parameter: (read) => fromRun((run) => read(run.argumentsOf(field))),
    };
  };

  const objectType = (typeName: string): GraphQLObjectType => {
    const type = document.schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is not an object type`);
    return type;
  };

  /** One row of `to` as JSON; `typed` adds the name of its type, for unions and interfaces. */
  const rowAsJson = (to: Projection, chosen: Selection, where: (target: Row) => Sql, typed: boolean) => {
    const at = alias();
    const output = write(to, chosen, rowOf(at), typed);
    const from = to.table === null ? text('') : sql` from ${name(to.table)} ${text(at)}`;
    const seen = to.table === null ? text('') : sql` and ${visibilitySql(to.visible, actor, rowOf(at), alias)}`;
    return {
      value: sql`(select row_to_json(r) from (select ${join(output.columns, ', ')}${from} where ${where(rowOf(at))}${seen} limit 1) r)`,
      finish: output.steps.length > 0 ? finishAll(output.steps) : undefined,
    };
  };

  const writeConnection = (
    key: string,
    field: ConnectionField,
    args: Numbered,
    chosen: { readonly type: GraphQLObjectType; readonly nodes: readonly FieldNode[] },
    row: Row,
    output: Output,
  ): void => {
    const to = field.to();
    const nodeType = objectType(to.type);
    const orderName = (args.now['orderBy'] as string | undefined) ?? Object.keys(field.orders)[0] ?? '';
    const order = field.orders[orderName];
    if (!order) throw new Error(`${to.type} has no order ${orderName}`);
    const listFor = (values: Arguments, asking: Actor) => () => listOf(args.name, field, orderName, values, asking);
    const pageIn = (run: Run) => {
      const values = run.argumentsOf(args.field);
      return pageOf(values, listFor(values, run.actor), args.name);
    };
    const page = pageOf(args.now, listFor(args.now, actor), args.name);
    const at = alias();
    const target = rowOf(at);
    const by = order.by === 'id' ? target('id') : target(order.by);
    const down = (order.descending === true) !== page.backwards;
    const direction = text(down ? ' desc' : ' asc');
    const filter = (args.now['filter'] ?? {}) as Arguments;
    const conditions = [
      ...(field.on ? [field.on(target, row, args)] : []),
      ...Object.entries(field.filters ?? {}).flatMap(([filterName, condition]) =>
        filter[filterName] == null
          ? []
          : [
              condition(
                target,
                args.parameter((values) => (values['filter'] as Arguments)[filterName]),
              ),
            ],
      ),
      visibilitySql(to.visible, actor, target, alias),
    ];
    const edge = (index: 0 | 1) => fromRun((run) => pageIn(run).from?.[index]);
    const after = page.from
      ? [sql`(${by}, ${target('id')}) ${text(down ? '<' : '>')} (${edge(0)}, ${edge(1)}::uuid)`]
      : [];

    const rows: Output = { columns: [sql`json_build_array(${by}::text, ${target('id')}) "__cursor"`], steps: [] };
    const shape = {
      list: (run: Run) => listFor(run.argumentsOf(args.field), run.actor)(),
      field: args.field,
      name: args.name,
      nodes: [] as string[],
      edges: [] as ConnectionShape['edges'][number][],
      pageInfo: [] as ConnectionShape['pageInfo'][number][],
    };
    const nodeColumn = (column: string, nodes: readonly FieldNode[]): void => {
      const node = write(to, selectionOf(document, nodeType, nodes), target, false);
      rows.columns.push(sql`(select row_to_json(n) from (select ${join(node.columns, ', ')}) n) ${name(column)}`);
      const step = node.steps.length > 0 ? finishUnder(column, finishAll(node.steps)) : undefined;
      if (step) rows.steps.push(step);
    };
    const extra: Sql[] = [];
    for (const [part, nodes] of selectionOf(document, chosen.type, chosen.nodes)) {
      const partName = nodes[0]?.name.value;
      const type = getNamedType(chosen.type.getFields()[partName ?? '']?.type);
      if (partName === 'nodes') {
        shape.nodes.push(part);
        nodeColumn(part, nodes);
      } else if (partName === 'edges' && isObjectType(type)) {
        const edges = { key: part, node: [] as string[], cursor: [] as string[] };
        for (const [edgePart, edgeNodes] of selectionOf(document, type, nodes)) {
          if (edgeNodes[0]?.name.value === 'cursor') edges.cursor.push(edgePart);
          if (edgeNodes[0]?.name.value !== 'node') continue;
          edges.node.push(edgePart);
          nodeColumn(hidden(part, edgePart), edgeNodes);
        }
        shape.edges.push(edges);
      } else if (partName === 'pageInfo' && isObjectType(type)) {
        const info = [...selectionOf(document, type, nodes)].map(
          ([asked, found]) => [asked, found[0]?.name.value ?? ''] as const,
        );
        shape.pageInfo.push({ key: part, fields: info });
      } else if (partName === 'countUpTo1000') {
        const counted = sql`(select count(*) from (select 1 from ${name(to.table ?? '')} ${text(at)} where ${join(conditions, ' and ')} limit 1000) c)`;
        extra.push(sql`${counted} ${name(part)}`);
      }
    }
    const size = fromRun((run) => pageIn(run).size + 1);
    const list = sql`select ${join(rows.columns, ', ')} from ${name(to.table ?? '')} ${text(at)} where ${join([...conditions, ...after], ' and ')} order by ${by}${direction}, ${target('id')}${direction} limit ${size}::int`;
    const parts = [sql`(select coalesce(json_agg(row_to_json(p)), '[]'::json) from (${list}) p) "rows"`, ...extra];
    output.columns.push(sql`(select row_to_json(c) from (select ${join(parts, ', ')}) c) ${name(key)}`);
    if (rows.steps.length > 0) {
      const each = finishUnder('rows', finishAll(rows.steps));
      const step = finishUnder(key, each);
      if (step) output.steps.push(step);
    }
    output.steps.push(finishConnection(key, shape));
  };

  const writeField = (
    type: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
    field: FieldProjection,
    row: Row,
    output: Output,
  ): void => {
    const node = nodes[0];
    const definition = node && type.getFields()[node.name.value];
    if (!node || !definition) return;
    const target = getNamedType(definition.type);
    const push = (value: Sql) => {
      const shown = field.shown && visibilitySql(field.shown, actor, row, alias);
      output.columns.push(shown ? sql`case when ${shown} then ${value} end ${name(key)}` : sql`${value} ${name(key)}`);
    };
    const pushRow = (value: { value: Sql; finish: Finish | undefined }) => {
      push(value.value);
      const step = finishUnder(key, value.finish);
      if (step) output.steps.push(step);
    };
    if (field.sensitive) sensitive.add(`${type.name}.${node.name.value}`);
    switch (field.kind) {
      case 'column':
        return push(row(field.column));
      case 'expression':
        return push(field.value(row, argumentsOf(type, node)));
      case 'derived': {
        const args = argumentsOf(type, node);
        const facts = Object.entries(field.facts).map(([fact, read]) => sql`${read(row, args)} ${name(fact)}`);
        push(facts.length > 0 ? sql`(select row_to_json(f) from (select ${join(facts, ', ')}) f)` : text(`'{}'::json`));
        output.steps.push((shaped, run) => {
          const found = shaped[key] as Record<string, unknown> | null;
          shaped[key] = found && field.compute(found, run, run.argumentsOf(args.field));
        });
        return;
      }
      case 'relation': {
        const args = argumentsOf(type, node);
        const to = field.to();
        const chosen = selectionOf(document, objectType(to.type), nodes);
        return pushRow(rowAsJson(to, chosen, (at) => field.on(at, row, args), !isObjectType(target)));
      }
      case 'list': {
        const args = argumentsOf(type, node);
        const to = field.to();
        const at = alias();
        const rows = write(to, selectionOf(document, objectType(to.type), nodes), rowOf(at), false);
        push(
          sql`(select coalesce(json_agg(row_to_json(l)), '[]'::json) from (select ${join(rows.columns, ', ')} from ${name(to.table ?? '')} ${text(at)} where ${field.on(rowOf(at), row, args)} and ${visibilitySql(to.visible, actor, rowOf(at), alias)} order by ${field.orderBy(rowOf(at))}) l)`,
        );
        const step = rows.steps.length > 0 ? finishUnder(key, finishAll(rows.steps)) : undefined;
        if (step) output.steps.push(step);
        return;
      }
      case 'union': {
        const cases: Sql[] = [];
        const steps = new Map<string, Finish>();
        for (const choice of field.choices) {
          const to = choice.to();
          const chosen = selectionOf(document, objectType(to.type), nodes);
          const found = rowAsJson(to, chosen, (at) => choice.on(at, row), true);
          cases.push(sql`when ${choice.when(row)} then ${found.value}`);
          if (found.finish) steps.set(to.type, found.finish);
        }
        push(sql`case ${join(cases, ' ')} end`);
        output.steps.push((shaped, run) => {
          const found = shaped[key] as Record<string, unknown> | null;
          if (found) steps.get(String(found['__typename']))?.(found, run);
        });
        return;
      }
      case 'node': {
        const args = argumentsOf(type, node);
        const asked = fromGlobalId(String(args.now['id']));
        const to = asked && projections.get(asked.type);
        if (!to?.fields['id'] || !existsFor(actor, to.type)) return push(text('null::json'));
        const id = args.parameter((values) => fromGlobalId(String(values['id']))?.id ?? null);
        const chosen = selectionOf(document, objectType(to.type), nodes);
        return pushRow(
          rowAsJson(to, chosen, (at) => sql`${at('id')} = ${to.leadsTo?.(sql`${id}::uuid`) ?? sql`${id}::uuid`}`, true),
        );
      }
      case 'connection': {
        if (!isObjectType(target)) throw new Error(`${type.name}.${node.name.value} is not a connection`);
        return writeConnection(key, field, argumentsOf(type, node), { type: target, nodes }, row, output);
      }
    }
  };

  const write = (of: Projection, chosen: Selection, row: Row, typed: boolean): Output => {
    const type = objectType(of.type);
    const output: Output = { columns: [], steps: [] };
    if (typed) output.columns.push(sql`${constant(of.type)} "__typename"`);
    for (const [key, nodes] of chosen) {
      const field = of.fields[nodes[0]?.name.value ?? ''];
      if (field) writeField(type, key, nodes, field, row, output);
    }
    if (output.columns.length === 0) output.columns.push(text('1 "__row"'));
    return output;
  };

  const whole = rowAsJson(projection, selection, () => text('true'), true);
  const { text: statement, parameters } = render(sql`select ${whole.value}::text`);
  return {
    text: statement,
    parameters,
    fields,
    finish: whole.finish ?? (() => {}),
    sensitive: [...sensitive],
  };
};
