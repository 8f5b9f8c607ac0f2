import { graphql } from '../generated/gql.ts';
import type { FieldError } from '../ui/ErrorSummary.tsx';

/** Why the server did not do what was asked for, as every form needs it. @fragment */
export const RefusalFields = graphql(`
  fragment RefusalFields on Refusal {
    code
    path
    message
    help
    rule
    ... on ConflictRefusal {
      currentVersion
    }
  }
`);

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

/** Whether somebody else changed the record after it was read. */
export const isConflict = (refusals: readonly { code: string }[]): boolean =>
  refusals.some(({ code }) => code === 'CONFLICT');
