import type { CapacityRow } from './capacity.rules.ts';

/** A linear problem to be made as large as possible; every column is at least 0, the matrix is given by columns. */
export interface LinearProblem {
  readonly objective: Float64Array;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** True if every column must be 0 or 1; false leaves that to luck, which a matching mostly has. */
  readonly isWhole: boolean;
  /** Where an answer of a problem with fewer columns ended; null to begin from nothing. It saves time and changes no best value. */
  readonly start: Basis | null;
}

/** Where an answer stands: a code of the solver for each column and each row; 0 is a column that is not chosen. */
export interface Basis {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

/** The best values; for problems that need not be whole, also what shows every other best answer. */
export interface LinearAnswer {
  readonly values: Float64Array;
  /** What one more in a row would be worth; not 0 only for rows that are full in every best answer. */
  readonly rowDuals: Float64Array;
  /** Null for problems that must be whole. */
  readonly basis: Basis | null;
}

/** Something that solves linear problems, always alike for the same problem; null where nothing fits all rows. */
export type SolveLinear = (problem: LinearProblem) => LinearAnswer | null;

/** Which returner may have which place; one column a pair. */
export interface Columns {
  /** Index of the returner, ascending. */
  readonly requests: Int32Array;
  readonly slots: Int32Array;
}

/** Levels of the objective with whole numbers, for each column; those of a stage are weighed together. */
export type Stage = readonly { readonly points: Float64Array; readonly weight: number }[];

const tolerance = 0.01;
const isNearlyWhole = (values: Float64Array): boolean =>
  values.every((value) => Math.abs(value - Math.round(value)) < 1e-5);

/** The value of a level for the chosen columns. */
const valueOf = (points: Float64Array, chosen: Uint8Array): number => {
  let sum = 0;
  for (let column = 0; column < points.length; column++) if (chosen[column]) sum += points[column] ?? 0;
  return sum;
};

interface Matrix {
  readonly requests: number;
  readonly columns: Columns;
  readonly rowsOfSlot: readonly (readonly number[])[];
  readonly rowUpper: Float64Array;
}

/** The problem over some of the columns, with some rows that must be full, and with more rows of values by column. */
const problemOf = (
  matrix: Matrix,
  kept: Int32Array,
  objective: (column: number) => number,
  isFull: Uint8Array,
  extra: readonly { readonly points: Float64Array; readonly atLeast: number }[],
  isWhole: boolean,
): LinearProblem => {
  const rowUpper = new Float64Array(matrix.rowUpper.length + extra.length).fill(Number.POSITIVE_INFINITY);
  rowUpper.set(matrix.rowUpper);
  const rowLower = new Float64Array(rowUpper.length).fill(Number.NEGATIVE_INFINITY);
  isFull.forEach((full, row) => {
    if (full) rowLower[row] = rowUpper[row] ?? 0;
  });
  extra.forEach(({ atLeast }, index) => (rowLower[matrix.rowUpper.length + index] = atLeast));
  const starts = new Int32Array(kept.length + 1);
  const rows: number[] = [];
  const values: number[] = [];
  kept.forEach((column, index) => {
    rows.push(matrix.columns.requests[column] ?? 0);
    values.push(1);
    for (const row of matrix.rowsOfSlot[matrix.columns.slots[column] ?? 0] ?? []) {
      rows.push(matrix.requests + row);
      values.push(1);
    }
    extra.forEach(({ points }, at) => {
      const value = points[column] ?? 0;
      if (value === 0) return;
      rows.push(matrix.rowUpper.length + at);
      values.push(value);
    });
    starts[index + 1] = rows.length;
  });
  return {
    objective: Float64Array.from(kept, objective),
    starts,
    rows: Int32Array.from(rows),
    values: Float64Array.from(values),
    rowLower,
    rowUpper,
    isWhole,
    start: null,
  };
};

const weighed = (stage: Stage, column: number): number =>
  stage.reduce((sum, { points, weight }) => sum + weight * (points[column] ?? 0), 0);

/** Columns a first try begins with: so many for each returner and for each place. */
const firstColumnsEach = 10;
/** The most columns that one more try adds for each returner. */
const addedColumnsEach = 6;

/** For each group the columns with the most points, at most so many; among equals those that come first. */
const bestOfEach = (
  columns: readonly number[],
  groupOf: Int32Array,
  points: Float64Array,
  atMost: number,
): Iterable<readonly number[]> => {
  const groups = new Map<number, number[]>();
  for (const column of columns) {
    const group = groupOf[column] ?? 0;
    const best = groups.get(group) ?? [];
    if (best.length === 0) groups.set(group, best);
    const value = points[column] ?? 0;
    let at = best.length;
    while (at > 0 && (points[best[at - 1] ?? 0] ?? 0) < value) at -= 1;
    if (at >= atMost) continue;
    best.splice(at, 0, column);
    if (best.length > atMost) best.pop();
  }
  return groups.values();
};

/** The columns with the most points for each returner and each place, as marks. */
const promising = (matrix: Matrix, allowed: Uint8Array, points: (column: number) => number): Uint8Array => {
  const { requests, slots } = matrix.columns;
  const marks = new Uint8Array(slots.length);
  const all = Array.from({ length: slots.length }, (_, column) => column).filter((column) => allowed[column]);
  const value = Float64Array.from(slots, (_, column) => points(column));
  for (const side of [requests, slots])
    for (const best of bestOfEach(all, side, value, firstColumnsEach)) for (const column of best) marks[column] = 1;
  return marks;
};

interface Sifted {
  /** For each column, 0 to 1. */
  readonly values: Float64Array;
  /** What each allowed column would lose or gain; 0 for those that some best answer may choose. */
  readonly reducedCosts: Float64Array;
  readonly rowDuals: Float64Array;
  /** By all columns, so that the next stage begins where this one ended. */
  readonly basis: Basis | null;
}

/**
 * Most columns of a large problem are never chosen. It is solved with a few, the rows then say what each place and each
 * returner is worth, and columns that would gain by that are added until none would. That proves the answer best for all.
 */
const solveSifting = (
  solve: SolveLinear,
  matrix: Matrix,
  allowed: Uint8Array,
  first: Uint8Array,
  points: (column: number) => number,
  isFull: Uint8Array,
  start: Basis | null,
): Sifted => {
  const { requests, slots } = matrix.columns;
  const count = slots.length;
  const isIn = Uint8Array.from(first);
  const reducedCosts = new Float64Array(count);
  let basis = start;
  for (;;) {
    const kept = Int32Array.from({ length: count }, (_, column) => column).filter((column) => isIn[column]);
    const before: Basis | null = basis;
    const answer = solve({
      ...problemOf(matrix, kept, points, isFull, [], false),
      start: before && { columns: kept.map((column) => before.columns[column] ?? 0), rows: before.rows },
    });
    if (!answer) throw new Error('The answer of the stage before does not fit its own rows');
    const reached = answer.basis;
    if (reached) {
      const columns = new Int32Array(count);
      kept.forEach((column, index) => (columns[column] = reached.columns[index] ?? 0));
      basis = { columns, rows: reached.rows };
    }
    const outside: number[] = [];
    let hasGains = false;
    for (let column = 0; column < count; column++) {
      if (!allowed[column]) continue;
      let gain = points(column) - (answer.rowDuals[requests[column] ?? 0] ?? 0);
      for (const row of matrix.rowsOfSlot[slots[column] ?? 0] ?? [])
        gain -= answer.rowDuals[matrix.requests + row] ?? 0;
      reducedCosts[column] = gain;
      if (isIn[column]) continue;
      outside.push(column);
      if (gain > tolerance) hasGains = true;
    }
    if (!hasGains) {
      const values = new Float64Array(count);
      kept.forEach((column, index) => (values[column] = answer.values[index] ?? 0));
      return { values, reducedCosts, rowDuals: answer.rowDuals, basis };
    }
    // those that nearly gain come too: they are what the next try would ask for
    for (const best of bestOfEach(outside, requests, reducedCosts, addedColumnsEach))
      for (const column of best) isIn[column] = 1;
  }
};

/** Where the best answers of the stages so far lie. */
interface Face {
  /** Columns that some best answer chooses. */
  readonly allowed: Uint8Array;
  /** Rows that every best answer fills. */
  readonly isFull: Uint8Array;
}

/** The levels of some stages by whole numbers, each as good as those before it found; undefined where the face has none. */
const solveByLevels = (
  solve: SolveLinear,
  matrix: Matrix,
  { allowed, isFull }: Face,
  stages: readonly Stage[],
): Uint8Array | undefined => {
  const count = allowed.length;
  const kept = Int32Array.from({ length: count }, (_, column) => column).filter((column) => allowed[column]);
  const found: { points: Float64Array; atLeast: number }[] = [];
  let chosen = new Uint8Array(count);
  for (const { points } of stages.flat()) {
    const answer = solve(problemOf(matrix, kept, (column) => points[column] ?? 0, isFull, found, true));
    if (!answer) return undefined;
    chosen = new Uint8Array(count);
    kept.forEach((column, index) => (chosen[column] = (answer.values[index] ?? 0) > 0.5 ? 1 : 0));
    found.push({ points, atLeast: valueOf(points, chosen) });
  }
  return chosen;
};

/**
 * Each stage is solved among the best answers of the stage before it: only columns without a reduced cost may still be
 * chosen, and rows with a dual value stay full. What a stage finds is a bound for whole numbers too, so a last answer that is
 * whole and as good as every bound is the best. A last answer in parts (overlapping caps can give one) is looked for again by
 * whole numbers: first among the few columns of the last stage, and only if there is none in the larger faces before.
 */
const solveByStages = (solve: SolveLinear, matrix: Matrix, stages: readonly Stage[]): Uint8Array => {
  const count = matrix.columns.slots.length;
  const everything: Face = { allowed: new Uint8Array(count).fill(1), isFull: new Uint8Array(matrix.rowUpper.length) };
  const faces: Face[] = [everything];
  const bounds: number[] = [];
  let values: Float64Array = new Float64Array(count);
  let basis: Basis | null = null;
  for (const [index, stage] of stages.entries()) {
    const { allowed, isFull } = faces[index] ?? everything;
    const points = Float64Array.from(values, (_, column) => weighed(stage, column));
    // what the next stage likes is a good guess for the first, which cares only for who is placed
    const likely = stages[Math.max(index, 1)] ?? stage;
    const first = promising(matrix, allowed, (column) => weighed(likely, column));
    values.forEach((value, column) => {
      if (value > 1e-9) first[column] = 1;
    });
    const answer = solveSifting(solve, matrix, allowed, first, (column) => points[column] ?? 0, isFull, basis);
    values = answer.values;
    basis = answer.basis;
    bounds.push(points.reduce((sum, each, column) => sum + each * (answer.values[column] ?? 0), 0));
    faces.push({
      allowed: allowed.map((may, column) => (may && Math.abs(answer.reducedCosts[column] ?? 0) < tolerance ? 1 : 0)),
      isFull: isFull.map((full, row) => (full || Math.abs(answer.rowDuals[row] ?? 0) >= tolerance ? 1 : 0)),
    });
  }
  const chosen = Uint8Array.from(values, (value) => (value > 0.5 ? 1 : 0));
  const reaches = (answer: Uint8Array, until: number): boolean =>
    stages.slice(0, until).every((stage, index) => {
      const value = stage.reduce((sum, { points, weight }) => sum + weight * valueOf(points, answer), 0);
      return value > (bounds[index] ?? 0) - 0.5;
    });
  if (isNearlyWhole(values) && reaches(chosen, stages.length)) return chosen;
  for (let index = stages.length - 1; index > 0; index--) {
    const whole = solveByLevels(solve, matrix, faces[index] ?? everything, stages.slice(index));
    if (whole && reaches(whole, index)) return whole;
  }
  const whole = solveByLevels(solve, matrix, everything, stages);
  if (!whole) throw new Error('Not even the empty plan fits the rows');
  return whole;
};

/** The best choice of columns by the stages in their order: 1 for those that are chosen. */
export const solveInOrder = (
  solve: SolveLinear,
  requests: number,
  columns: Columns,
  rowsOfSlot: readonly (readonly number[])[],
  capacity: readonly CapacityRow[],
  stages: readonly Stage[],
): Uint8Array => {
  if (columns.slots.length === 0) return new Uint8Array(0);
  const rowUpper = new Float64Array(requests + capacity.length).fill(1);
  capacity.forEach(({ atMost }, row) => (rowUpper[requests + row] = atMost));
  const matrix: Matrix = { requests, columns, rowsOfSlot, rowUpper };
  return solveByStages(solve, matrix, stages);
};
