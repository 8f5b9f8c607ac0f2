import highsModule from 'highs';
import type { LinearProblem, SolveLinear } from './model.rules.ts';

// its types are written for CommonJS, where the loader lies under `default`; the ES module that runs is the loader itself
const loadHighs = highsModule as unknown as typeof highsModule.default;

const fromNothing = { presolve: 'off', simplex_scale_strategy: 0, simplex_dual_edge_weight_strategy: 1 };
/** The columns that were added are left out at first, which breaks no row: from there the primal simplex goes on. */
const fromStart = { presolve: 'off', simplex_scale_strategy: 0, simplex_strategy: 4 };

/** HiGHS as WebAssembly. One thread, no time limit, a fixed seed: the same problem always has the same answer. */
export const createHighsSolver = async (): Promise<SolveLinear> => {
  const highs = await loadHighs();
  return (problem: LinearProblem) => {
    const columns = problem.objective.length;
    const rows = problem.rowUpper.length;
    // HiGHS calls a model without columns empty, and gives no answer
    if (columns === 0) return { values: new Float64Array(0), rowDuals: new Float64Array(rows), basis: null };
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
      // every objective is a whole number: an answer within less than 1 of the bound is the best
      model.options.set({ output_flag: false, random_seed: 1, mip_rel_gap: 0, mip_abs_gap: 0.9 });
      // these matrices of ones leave presolve and scaling little to find, and they take longer than they save
      if (!problem.isWhole) model.options.set(problem.start ? fromStart : fromNothing);
      if (problem.start) model.setBasis({ colStatus: problem.start.columns, rowStatus: problem.start.rows });
      model.run();
      const status = model.getModelStatus();
      if (status === highs.constants.modelStatus.infeasible) return null;
      if (status !== highs.constants.modelStatus.optimal)
        throw new Error(`The solver ended without an answer: status ${status}`);
      const solution = model.getSolution();
      const basis = problem.isWhole ? null : model.getBasis();
      return {
        values: solution.colValue,
        rowDuals: solution.rowDual,
        basis: basis && { columns: basis.colStatus, rows: basis.rowStatus },
      };
    } finally {
      model.dispose();
    }
  };
};
