import { createHash } from 'node:crypto';
import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { Actor } from '../../access/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { TurnedAway } from '../../kernel/turned-away.ts';
import { compile, type Plan } from './compile.ts';
import type { Shaped } from './finish.ts';
import type { Arguments, Projection, Run } from './projection.ts';
import { selectionOf } from './selection.ts';
import { shapeOfVariables } from './shape.ts';

/** A statement with numbered parameters; a name asks the database to keep it prepared. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs a statement that answers rows of columns. */
export type Ask = (statement: Statement) => Promise<readonly (readonly unknown[])[]>;

/** Who asks, when, and through what. */
export interface Reading {
  readonly actor: Actor;
  readonly clock: Clock;
  readonly ask: Ask;
  /** Told which sensitive fields a statement has read, before the answer leaves. */
  readonly onSensitive: (fields: readonly string[]) => Promise<void>;
}

/** Reads whole operations, and the answers of commands, each by one statement. */
export interface Reader {
  /** The value of a field of `Query`; all fields of the operation are read by one statement. */
  readonly readOperation: (reading: Reading, info: GraphQLResolveInfo) => Promise<unknown>;
  /** What was asked of a command's answer of type `type`, which the command describes by `given`. */
  readonly readAnswer: (
    reading: Reading,
    info: GraphQLResolveInfo,
    type: string,
    given: Readonly<Record<string, string>>,
  ) => Promise<unknown>;
}

/** As many prepared statements as one connection may keep; hostile documents cannot make more. */
const mostNames = 500;
const mostShapes = 64;

/** The classes of PostgreSQL errors that a caller's odd value causes: data exceptions. */
const isOddValue = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22');

/** Makes the reader over all projections; plans are kept as long as their document is. */
export const createReader = (projections: ReadonlyMap<string, Projection>): Reader => {
  const plans = new WeakMap<object, Map<string, Plan & { uses: number; name?: string }>>();
  const operations = new WeakMap<Reading, WeakMap<object, Promise<Shaped>>>();
  let names = 0;

  const planFor = (
    reading: Reading,
    info: GraphQLResolveInfo,
    type: GraphQLObjectType,
    nodes: readonly Pick<FieldNode, 'selectionSet'>[],
    keeper: object,
  ) => {
    const variables = info.variableValues as Arguments;
    const known = plans.get(keeper) ?? new Map<string, Plan & { uses: number; name?: string }>();
    plans.set(keeper, known);
    const key = `${type.name}|${reading.actor.kind}|${shapeOfVariables(info.schema, info.operation, variables)}`;
    const found = known.get(key);
    if (found) return found;
    const projection = projections.get(type.name);
    if (!projection) throw new Error(`No projection for ${type.name}`);
    const document = { schema: info.schema, fragments: info.fragments, variables };
    const selection = selectionOf(document, type, nodes);
    const plan = { ...compile({ document, projection, selection, actor: reading.actor, projections }), uses: 0 };
    if (known.size >= mostShapes) known.clear();
    known.set(key, plan);
    return plan;
  };

  const run = async (
    reading: Reading,
    info: GraphQLResolveInfo,
    plan: Plan & { uses: number; name?: string },
    given: Readonly<Record<string, string>>,
  ): Promise<Shaped> => {
    const variables = info.variableValues as Arguments;
    const coerced: Arguments[] = [];
    const running: Run = {
      actor: reading.actor,
      clock: reading.clock,
      variables,
      given,
      argumentsOf: (field) => (coerced[field] ??= plan.fields[field]?.(variables) ?? {}),
    };
    plan.uses += 1;
    if (plan.uses === 2 && names < mostNames) {
      plan.name = `read_${createHash('sha1').update(plan.text).digest('hex').slice(0, 20)}`;
      names += 1;
    }
    const statement = { text: plan.text, values: plan.parameters.map((parameter) => parameter.valueFor(running)) };
    try {
      const [row] = await reading.ask(plan.name === undefined ? statement : { ...statement, name: plan.name });
      const shaped = JSON.parse(String(row?.[0])) as Shaped;
      plan.finish(shaped, running);
      if (plan.sensitive.length > 0) await reading.onSensitive(plan.sensitive);
      return shaped;
    } catch (error) {
      if (isOddValue(error)) throw new TurnedAway('BAD_USER_INPUT', 'One of the values is not possible here.');
      throw error;
    }
  };

  return {
    async readOperation(reading, info) {
      const started = operations.get(reading) ?? new WeakMap<object, Promise<Shaped>>();
      operations.set(reading, started);
      const read =
        started.get(info.operation) ??
        (async () =>
          run(reading, info, planFor(reading, info, info.parentType, [info.operation], info.operation), {}))();
      started.set(info.operation, read);
      return (await read)[info.path.key];
    },
    async readAnswer(reading, info, type, given) {
      const object = info.schema.getType(type) as GraphQLObjectType;
      const keeper = info.fieldNodes[0] ?? info.operation;
      return run(reading, info, planFor(reading, info, object, info.fieldNodes, keeper), given);
    },
  };
};
