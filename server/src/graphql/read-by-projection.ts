/**
 * Body of a field that only a projection reads: it declares the field and its arguments for the schema. The schema
 * builder replaces it, so to reach it is a bug.
 */
export const readByProjection = (): never => {
  throw new Error('This field is read by its projection.');
};
