/** What one request may ask for. Documented for partners; a document beyond one of them is answered LIMIT_EXCEEDED. */
export const limits = {
  /** Words and signs of a document, comments aside. */
  tokens: 2_000,
  /** Fields within fields. */
  depth: 12,
  /** Fields within fields of a document that asks only about the schema. */
  introspectionDepth: 15,
  aliases: 30,
  rootFields: 20,
  /** Fields after all fragments are written out. */
  fields: 600,
  directives: 30,
  fragments: 60,
  operations: 5,
  variables: 100,
  /** Entries of a list in the input. */
  listInput: 250,
  /** Points of a query, see `price.ts`. */
  price: 1_000,
  /** Points of a document that asks only about the schema. */
  introspectionPrice: 10,
  /** How long an operation may take, in milliseconds. */
  operationTime: 10_000,
  /** Points of one caller's queries that one server has under way at once, see `fair-share.ts`. */
  pointsAtOnce: 200,
  /** How long a query waits for its turn behind others of the same caller, in milliseconds. */
  turnTime: 4_000,
} as const;

/** The limits of `limits`, in words for those who write programs. */
export const limitsInWords: Readonly<Record<keyof typeof limits, string>> = {
  tokens: 'Words and signs of a document, comments aside.',
  depth: 'Fields within fields.',
  introspectionDepth:
    'Fields within fields of a document that asks only about the schema. It stands alone in its document.',
  aliases: 'Aliases in an operation.',
  rootFields: 'Fields of the first level.',
  fields: 'Fields, once all fragments are written out.',
  directives: 'Directives in an operation.',
  fragments: 'Fragments in a document.',
  operations: 'Operations in a document.',
  variables: 'Variables of an operation.',
  listInput: 'Entries of a list in the input.',
  price: 'Points of one query: 1, and 1 for each relation that it reads, and 1 for each 100 rows that it can answer.',
  introspectionPrice: 'Points of a document that asks only about the schema, whatever it asks.',
  operationTime: 'Milliseconds that an operation may take. The error names the dearest field.',
  pointsAtOnce:
    'Points of the queries that one program, one person, or one address without a sign-in has under way at once; a dearer query goes alone. What is more waits for its turn.',
  turnTime:
    'Milliseconds that a query waits for its turn. Then it is answered 429 with `RATE_LIMITED` and `Retry-After`.',
};
