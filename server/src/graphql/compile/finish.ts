import { pageOf, toCursor } from './cursor.ts';
import type { Run } from './projection.ts';

/** A row as the statement returned it, by output key. */
export type Shaped = Record<string, unknown>;

/** What is still to do with a row after the statement: pages to cut, rules to apply, children to visit. */
export type Finish = (row: Shaped, run: Run) => void;

/** One thing to do with one output key of a row. */
export const finishAll =
  (steps: readonly Finish[]): Finish =>
  (row, run) => {
    for (const step of steps) step(row, run);
  };

/** Visits the object or the objects under a key. */
export const finishUnder = (key: string, step: Finish | undefined): Finish | undefined =>
  step &&
  ((row, run) => {
    const child = row[key];
    if (Array.isArray(child)) for (const one of child) step(one as Shaped, run);
    else if (child) step(child as Shaped, run);
  });

/** Where the parts of a connection go in the answer. */
export interface ConnectionShape {
  /** Names the list for one run. */
  readonly list: (run: Run) => string;
  readonly field: number;
  /** As type and field. Example: `Query.trusts`. */
  readonly name: string;
  readonly nodes: readonly string[];
  readonly edges: readonly {
    readonly key: string;
    readonly node: readonly string[];
    readonly cursor: readonly string[];
  }[];
  readonly pageInfo: readonly { readonly key: string; readonly fields: readonly (readonly [string, string])[] }[];
}

interface RawPage {
  readonly rows: (Shaped & { __cursor: [string, string] })[];
}

/** Turns the rows of one page, one more than asked for, into nodes, edges and page info. */
export const finishConnection =
  (key: string, shape: ConnectionShape): Finish =>
  (row, run) => {
    const connection = row[key] as (Shaped & RawPage) | null;
    if (!connection) return;
    const { size, backwards, from } = pageOf(run.argumentsOf(shape.field), () => shape.list(run), shape.name);
    const rows = connection.rows;
    const more = rows.length > size;
    if (more) rows.pop();
    if (backwards) rows.reverse();
    const list = shape.list(run);
    const cursors = rows.map((one) => toCursor(list, one.__cursor));
    const info: Shaped = {
      hasNextPage: backwards ? from !== null : more,
      hasPreviousPage: backwards ? more : from !== null,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    };
    for (const nodes of shape.nodes) connection[nodes] = rows.map((one) => one[nodes]);
    for (const edges of shape.edges)
      connection[edges.key] = rows.map((one, index) => {
        const edge: Shaped = {};
        for (const node of edges.node) edge[node] = one[`${edges.key}.${node}`];
        for (const cursor of edges.cursor) edge[cursor] = cursors[index];
        return edge;
      });
    for (const page of shape.pageInfo)
      connection[page.key] = Object.fromEntries(page.fields.map(([output, field]) => [output, info[field]]));
  };
