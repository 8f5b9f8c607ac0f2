import type { Refusal } from '../kernel/refusal.ts';

/** How a file is written. */
export const bulkFormats = {
  JSONL: 'One row a line, each a JSON object just as the query answers it.',
  CSV: 'A table with a heading, as spreadsheets open it: objects become columns such as `site.name`, lists stand as JSON in one column.',
} as const;
export type BulkFormat = keyof typeof bulkFormats;

/** How an export stands. */
export const bulkStates = {
  WAITING: 'It is in line.',
  RUNNING: 'Rows are being read. `rows` says how many so far.',
  READY: 'The file is whole and can be fetched.',
  STOPPED: 'It ended before it was whole. `stopReason` says why.',
} as const;
export type BulkState = keyof typeof bulkStates;

/** Why an export ended before it was whole. */
export const bulkStopReasons = {
  KEY_ENDED: 'The key or the program that asked for it is not let in any more.',
  ACCOUNT_CLOSED: 'The account that asked for it may not ask any more.',
  RIGHTS_LOST: 'Whoever asked for it may not read all of what the query reads any more.',
  QUERY_UNFIT: 'The query does not fit the schema any more.',
  TOO_LARGE: 'The file would be larger than 1 GB. Ask for less, in several exports.',
  FAILED: 'Something went wrong on our side, several times.',
} as const;
export type BulkStopReason = keyof typeof bulkStopReasons;

/** The rules that say no to an export, by their names in `rule`. */
export const bulkRules = {
  BULK_QUERY_FITS: 'The query is GraphQL that fits the schema and its limits, and so do its variables.',
  BULK_ONE_QUERY: 'The document has one query, and nothing else beside fragments.',
  BULK_CONNECTION: 'What stands at the root of the query is a connection.',
  BULK_ONE_CONNECTION: 'It is the only field at the root.',
  BULK_WHOLE: 'The query asks for the whole list: it has no `after` and no `before`.',
  BULK_ROWS: 'The query asks for the `nodes` of the connection, or for the `node` of its `edges`, once.',
  BULK_MAY_READ: 'Whoever asks may read all that the query reads.',
  BULK_PRICE: 'A page of 100 rows costs no more than any query may.',
  BULK_REGISTERED: 'In the browser only the lists of the service are exported, and no query of one’s own.',
  BULK_AT_ONCE: 'Only so many exports of one program or person run at once.',
  BULK_KEPT: 'Only so many files of one program or person are kept.',
} as const;
export type BulkRule = keyof typeof bulkRules;

/** So many exports of one program or person run or wait at once. */
export const exportsAtOnce = 2;
/** So many files of one program or person are kept. */
export const exportsKept = 20;
/** For so many days a file is kept, counted from when it was asked for. */
export const exportKeptDays = 7;
/** The largest file, in bytes. */
export const largestFile = 1_000_000_000;
/** The longest query, in characters, and the longest variables. */
export const longestQuery = 20_000;

/** Until when an export that is asked for now is kept. */
export const keptUntilOf = (askedAt: Date): Date => new Date(askedAt.getTime() + exportKeptDays * 86_400_000);

/** Where a file is fetched. */
export const downloadPathOf = (globalId: string): string => `/downloads/bulk/${globalId}`;

/** What a file is called. Example: `placements-2026-11-22.csv`. */
export const fileNameOf = (of: {
  readonly format: BulkFormat;
  readonly list: string | null;
  readonly askedAt: Date;
}): string =>
  `${of.list === null ? 'export' : of.list.toLowerCase().replaceAll('_', '-')}-${of.askedAt.toISOString().slice(0, 10)}.${of.format.toLowerCase()}`;

const refusal = (
  rule: BulkRule,
  path: readonly string[],
  help: string,
  message: string = bulkRules[rule],
): Refusal => ({
  code: 'RULE_NOT_MET',
  path,
  rule,
  message,
  help,
});

const rootHelp = 'Give one query such as `{ placements { nodes { id state } } }`.';

/** Why a document cannot be read as one list. */
export const faultOfList = (
  fault:
    | 'NOT_A_DOCUMENT'
    | 'NOT_ONE_OPERATION'
    | 'NO_CONNECTION'
    | 'SEVERAL_AT_THE_ROOT'
    | 'NO_ROWS'
    | 'PART_OF_A_LIST'
    | 'VARIABLES',
  message: string,
): Refusal => {
  switch (fault) {
    case 'NOT_A_DOCUMENT':
      return refusal('BULK_QUERY_FITS', ['query'], 'Try the query at `/graphql` first.', message);
    case 'VARIABLES':
      return refusal(
        'BULK_QUERY_FITS',
        ['variables'],
        'Try the query with its variables at `/graphql` first.',
        message,
      );
    case 'NOT_ONE_OPERATION':
      return refusal('BULK_ONE_QUERY', ['query'], rootHelp, message);
    case 'NO_CONNECTION':
      return refusal('BULK_CONNECTION', ['query'], rootHelp, message);
    case 'SEVERAL_AT_THE_ROOT':
      return refusal('BULK_ONE_CONNECTION', ['query'], 'Start one export for each list.', message);
    case 'PART_OF_A_LIST':
      return refusal('BULK_WHOLE', ['query'], 'Choose rows by `filter`.', message);
    case 'NO_ROWS':
      return refusal('BULK_ROWS', ['query'], rootHelp, message);
  }
};

export const mayNotRead = (message: string): Refusal =>
  refusal('BULK_MAY_READ', ['query'], 'Leave it out, or ask for the right to read it.', message);

export const tooDear = (points: number, most: number, dearest: string): Refusal =>
  refusal(
    'BULK_PRICE',
    ['query'],
    'Ask for smaller lists within a row.',
    `A page of 100 rows can cost ${points} points, more than ${most}. The dearest field is ${dearest}.`,
  );

export const notRegistered: Refusal = refusal('BULK_REGISTERED', ['query'], 'Choose one of the lists.');

export const tooManyAtOnce: Refusal = refusal(
  'BULK_AT_ONCE',
  [],
  'Wait until one of them is ready, or delete one.',
  `You have ${exportsAtOnce} exports that are not ready yet.`,
);
export const tooManyKept: Refusal = refusal(
  'BULK_KEPT',
  [],
  'Delete one that you have fetched.',
  `${exportsKept} of your exports are kept already.`,
);

/** What is wrong with the choice between a list of the service and a query of one’s own. */
export const faultsOfChoice = (input: { readonly list?: string | null; readonly query?: string | null }): Refusal[] =>
  (input.list == null) === (input.query == null)
    ? [
        {
          code: 'VALUE_INVALID',
          path: ['query'],
          message: 'It must be told what to export.',
          help: 'Give either `list` or `query`.',
        },
      ]
    : [];

/** Reads variables, which come as the text of a JSON object. */
export const readVariables = (text: string | null | undefined): Readonly<Record<string, unknown>> | Refusal => {
  const mistake: Refusal = {
    code: 'VALUE_INVALID',
    path: ['variables'],
    message: 'The variables are not the text of a JSON object.',
    help: 'Give for example `{"state": "STARTED"}` as text.',
  };
  if (text == null || text === '') return {};
  if (text.length > longestQuery) return mistake;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Readonly<Record<string, unknown>>)
      : mistake;
  } catch {
    return mistake;
  }
};
