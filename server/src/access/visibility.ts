/** A condition on one row, as plain data, so that a read, a command and a database policy can all apply the same one. */
export type RowTest =
  | { readonly column: string; readonly isOneOf: readonly string[] }
  /** The same for a column of words in place of ids. */
  | { readonly column: string; readonly isOneOfWords: readonly string[] }
  | { readonly column: string; readonly isTrue: true }
  /** The row belongs to a row of another table, which must be visible itself. */
  | { readonly column: string; readonly belongsTo: string; readonly visible: Visibility };

/** Which rows an actor may see: all, none, or those that pass every test of at least one group. */
export type Visibility = 'ALL' | 'NONE' | readonly (readonly RowTest[])[];

/** Public facts: everybody sees every row. */
export const visibleToEveryone = (): Visibility => 'ALL';

/** Whether any row at all could be seen. */
export const opensAnything = (visible: Visibility): boolean => {
  if (typeof visible === 'string') return visible === 'ALL';
  return visible.some((tests) =>
    tests.every((test) => {
      if ('isOneOf' in test) return test.isOneOf.length > 0;
      if ('isOneOfWords' in test) return test.isOneOfWords.length > 0;
      return !('belongsTo' in test) || opensAnything(test.visible);
    }),
  );
};
