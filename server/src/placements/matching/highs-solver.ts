import highsModule from 'highs';
import type { LinearProblem, SolveLinear } from './model.rules.ts';

// its types are written for CommonJS, where the loader lies under `default`; the ES module that runs is the loader itself
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** HiGHS as WebAssembly. One thread, no time limit, a fixed seed: the same problem always has the same answer. */
export const createHighsSolver = async (): Promise<SolveLinear> => {
  const highs = await loadHighs();
  return (problem: LinearProblem) => {
    const columns = problem.objective.length;
    const rows = problem.rowUpper.length;
    // HiGHS calls a model without columns empty, and gives no answer
    if (columns === 0) return { values: new Float64Array(0), rowDuals: new Float64Array(rows) };
    const model = highs.createModel({
      numCols: columns,
      numRows: rows,
      sense: highs.constants.objectiveSense.maximize,
      colCost: problem.objective,
      colLower: new Float64Array(columns),
      // no row lets a column be more than 1; a bound that says so again would hide what the rows cost
      colUpper: new Float64Array(columns).fill(problem.isWhole ? 1 : highs.infinity),
      rowLower: problem.rowLower,
      rowUpper: problem.rowUpper,
      matrix: {
        format: 'csc',
        numRows: rows,
        numCols: columns,
        starts: problem.starts,
        indices: problem.rows,
        values: problem.values,
      },
      ...(problem.isWhole ? { integrality: new Int32Array(columns).fill(highs.constants.variableType.integer) } : {}),
    });
    try {
      // these matrices of ones leave presolve little to find, and it takes longer than it saves
      const presolve = problem.isWhole ? 'on' : 'off';
      // every objective is a whole number: an answer within less than 1 of the bound is the best
      model.options.set({ output_flag: false, random_seed: 1, presolve, mip_rel_gap: 0, mip_abs_gap: 0.9 });
      model.run();
      const status = model.getModelStatus();
      if (status === highs.constants.modelStatus.infeasible) return null;
      if (status !== highs.constants.modelStatus.optimal)
        throw new Error(`The solver ended without an answer: status ${status}`);
      const solution = model.getSolution();
      return { values: solution.colValue, rowDuals: solution.rowDual };
    } finally {
      model.dispose();
    }
  };
};
