import type { Actor } from '../../access/actor.ts';
import type { Visibility } from '../../access/visibility.ts';
import type { Clock } from '../../kernel/clock.ts';
import { name, sql, text, type Parameter, type Sql } from '../../kernel/sql.ts';

/** Field arguments after coercion by the schema. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What a compiled statement and its derived fields may know when they run. */
export interface Run {
  readonly actor: Actor;
  readonly clock: Clock;
  readonly variables: Arguments;
  /** What a command hands to the read of its own answer, for example the id it has just made. */
  readonly given: Readonly<Record<string, string>>;
  /** Coerced arguments of the field with this number in the compiled document. */
  readonly argumentsOf: (field: number) => Arguments;
}

/** A column of the row at hand: `site('name')`. */
export type Row = (column: string) => Sql;

/** Arguments of the field being compiled. Decide only by what is present and by enum values: the text is kept and used again. */
export interface FieldArguments {
  /** Values of the request that is compiled first. */
  readonly now: Arguments;
  /** A parameter taken from the arguments at each run. */
  readonly parameter: (read: (values: Arguments) => unknown) => Sql;
}

interface Common {
  /** Reading it leaves an entry in the audit, unless it is the reader's own record. */
  readonly sensitive?: true;
  /** Which rows show this field, where that is less than the row itself; elsewhere it reads null. */
  readonly shown?: (actor: Actor) => Visibility;
}

/** A stored value. */
export interface ColumnField extends Common {
  readonly kind: 'column';
  readonly column: string;
}
/** A value computed by SQL from the row. */
export interface ExpressionField extends Common {
  readonly kind: 'expression';
  readonly value: (row: Row, args: FieldArguments) => Sql;
}
/** A value computed by a pure rule from facts that the same statement reads. */
export interface DerivedField extends Common {
  readonly kind: 'derived';
  readonly facts: Readonly<Record<string, (row: Row, args: FieldArguments) => Sql>>;
  readonly compute: (facts: Readonly<Record<string, unknown>>, run: Run, args: Arguments) => unknown;
}
/** At most one row of another table. */
export interface RelationField extends Common {
  readonly kind: 'relation';
  readonly to: () => Projection;
  readonly on: (target: Row, row: Row, args: FieldArguments) => Sql;
}
/** A short list of rows that belong to this one, all of them, in order. */
export interface ListField extends Common {
  readonly kind: 'list';
  readonly to: () => Projection;
  readonly on: (target: Row, row: Row, args: FieldArguments) => Sql;
  readonly orderBy: (target: Row) => Sql;
}
/** One way to order a connection; ties are broken by id. */
export interface Order {
  readonly by: string;
  readonly descending?: true;
}
/** A page of rows by keyset. */
export interface ConnectionField extends Common {
  readonly kind: 'connection';
  readonly to: () => Projection;
  readonly on?: (target: Row, row: Row, args: FieldArguments) => Sql;
  /** Orders by enum value of the argument `orderBy`; the first is the default. Each needs an index. */
  readonly orders: Readonly<Record<string, Order>>;
  /** Cursors are places in one list that is the same for everybody, whatever the filters, and can be handed on. */
  readonly isShared?: true;
  /** Conditions by field of the argument `filter`; only those present are in the text. */
  readonly filters?: Readonly<Record<string, (target: Row, value: Sql) => Sql>>;
}
/** Exactly one of several types, told apart by a column. */
export interface UnionField extends Common {
  readonly kind: 'union';
  readonly choices: readonly {
    readonly when: (row: Row) => Sql;
    readonly to: () => Projection;
    readonly on: (target: Row, row: Row) => Sql;
  }[];
}
/** Any object by its global id, in the argument `id`. */
export interface NodeField extends Common {
  readonly kind: 'node';
}

/** How one GraphQL field is read. */
export type FieldProjection =
  ColumnField | ExpressionField | DerivedField | RelationField | ListField | ConnectionField | UnionField | NodeField;

/** How one GraphQL type is read, and who may see which rows. */
export interface Projection {
  /** Name of the GraphQL object type. */
  readonly type: string;
  /** Table or view; null for a type that is not stored, such as the answer of a command. */
  readonly table: string | null;
  readonly visible: (actor: Actor) => Visibility;
  readonly fields: Readonly<Record<string, FieldProjection>>;
  /** The id of the row to which an old id leads, where rows can become one; by default the id itself. */
  readonly leadsTo?: (id: Sql) => Sql;
}

/** `row('name')` for a table alias. */
export const rowOf =
  (alias: string): Row =>
  (column) =>
    sql`${text(alias)}.${name(column)}`;

/** A parameter read from the run, for example the asking person's id. */
export const fromRun = (read: (run: Run) => unknown): Sql => sql`${{ valueFor: read } satisfies Parameter}`;

/** A value that a command has handed on, as a UUID. */
export const given = (key: string): Sql => sql`${fromRun((run) => run.given[key])}::uuid`;

/** Reads a stored column. */
export const column = (of: string): ColumnField => ({ kind: 'column', column: of });
/** Reads the one row that a foreign key of this row points at. */
export const toOne = (to: () => Projection, foreignKey: string): RelationField => ({
  kind: 'relation',
  to,
  on: (target, row) => sql`${target('id')} = ${row(foreignKey)}`,
});
/** Text contains these letters, whatever their case; `%` and `_` stand for themselves. It takes an index by trigrams. */
export const contains = (whole: Sql, part: Sql): Sql =>
  sql`${whole} ilike '%' || replace(replace(replace(${part}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;
/** Computes a field from nothing but who asks and when. */
export const computed = (compute: (run: Run) => unknown): DerivedField => ({
  kind: 'derived',
  facts: {},
  compute: (_facts, run) => compute(run),
});
