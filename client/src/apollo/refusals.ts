import type { FieldError } from '../ui/ErrorSummary.tsx';

/** Why the server did not do what a form asked for. */
export interface RefusalTold {
  path: readonly string[];
  message: string;
  help: string;
}

/** The server's reasons as errors of a form, each at the field that `fieldOf` finds for it. */
export const errorsFrom = (
  refusals: readonly RefusalTold[],
  fieldOf: (path: readonly string[]) => string | undefined = (path) => path.at(-1),
): FieldError[] =>
  refusals.map(({ path, message, help }) => ({ field: fieldOf(path), message: `${message} ${help}`.trim() }));
