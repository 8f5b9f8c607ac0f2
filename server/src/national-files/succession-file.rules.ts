import { addDays, compareDates, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Coming } from './coming.rules.ts';
import { readHeadedLines } from './headed-lines.rules.ts';
import { isOdsCode, linesOfDoubles, readDate } from './line-checks.rules.ts';
import { lineFault, type FileLine, type OrganisationChange } from './national-words.rules.ts';
import type { Judged } from './trust-file.rules.ts';

/** The headings of a file of boards that take over. */
export const successionHeadings = ['from', 'to', 'share', 'date'] as const;
/** Headings that are needed only for a board that is new, or one that is split by postcode. */
export const furtherSuccessionHeadings = ['name', 'region', 'districts'] as const;

/** A board as we know it. */
export interface BoardFact {
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
  readonly openedOn: CalendarDate | null;
  readonly closedOn: CalendarDate | null;
}
/** One board takes over from another, wholly or in part. */
export interface Succession {
  readonly from: string;
  readonly to: string;
  /** In percent; null for all of it. */
  readonly share: number | null;
  readonly on: CalendarDate;
  /** Postcode districts that the file gives to this successor, or to all that begin alike: `E1`, `CM17`. */
  readonly districts: readonly string[];
}
/** What a file of boards is judged by. */
export interface SuccessionFacts {
  readonly boards: readonly BoardFact[];
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly successions: readonly { readonly from: string; readonly to: string; readonly on: CalendarDate }[];
  readonly today: CalendarDate;
}
/** What a file of boards says. */
export interface JudgedSuccessions {
  readonly successions: readonly Succession[];
  readonly newBoards: readonly BoardFact[];
  readonly changes: readonly OrganisationChange[];
  /** Boards that are taken over on a day to come. */
  readonly coming: readonly Coming[];
  /** The codes of all boards that the file says are taken over. */
  readonly named: ReadonlySet<string>;
  readonly leftOut: readonly string[];
}

interface Row extends Succession {
  readonly line: number;
  readonly name: string;
  readonly regionCode: string;
}

const readShare = (text: string): number | null | undefined => {
  if (text === '') return null;
  const number = /^(\d{1,3})\s*%?$/.exec(text)?.[1];
  const share = Number(number);
  return number !== undefined && share >= 1 && share <= 100 ? share : undefined;
};

type Cells = ReturnType<typeof readHeadedLines>['rows'][number];

const readRow = ({ line, cell }: Cells, faults: Refusal[]): Row[] => {
  const fault = (message: string, help: string, rule?: string) =>
    void faults.push(lineFault(line, message, help, rule));
  const from = cell('from').toUpperCase();
  const to = cell('to').toUpperCase();
  const before = faults.length;
  for (const code of [from, to])
    if (!isOdsCode(code))
      fault(`“${code}” is not a code.`, 'Codes have three to six letters and digits. Example: QKK.');
  if (from === to && from !== '') fault(`${from} cannot take over from itself.`, 'Correct one of the two codes.');
  const share = readShare(cell('share'));
  if (share === undefined)
    fault(`“${cell('share')}” is not a share.`, 'Give a whole number of percent from 1 to 100.', 'SHARES');
  const on = readDate(cell('date'));
  if (on === undefined)
    fault(
      `“${cell('date')}” is not a date.`,
      'Give the first day of the board that takes over. Example: 2027-04-01.',
      'DATE',
    );
  if (faults.length > before || share === undefined || on === undefined) return [];
  const districts = cell('districts')
    .toUpperCase()
    .split(/[\s;]+/)
    .filter((code) => code !== '');
  return [{ line, from, to, share, on, districts, name: cell('name'), regionCode: cell('region').toUpperCase() }];
};

/** Faults of all rows of one board that is taken over. */
const checkBoard = (rows: readonly Row[], facts: SuccessionFacts, faults: Refusal[]): void => {
  const [row] = rows;
  if (row === undefined) return;
  const { line, from, on } = row;
  const fault = (message: string, help: string, rule?: string) =>
    void faults.push(lineFault(line, message, help, rule));
  const board = facts.boards.find(({ code }) => code === from);
  if (board === undefined)
    return fault(`the board ${from} is not known.`, 'Check the code in the column “from”.', 'PARENT');
  if (rows.some((other) => other.on !== on))
    fault(`${from} is taken over on different days.`, 'Give one day to all rows of a board.', 'DATE');
  if (rows.length > 1) {
    const shares = rows.flatMap(({ share }) => share ?? []);
    const sum = shares.reduce((total, share) => total + share, 0);
    if (shares.length < rows.length)
      fault(
        `${from} is taken over by ${rows.length} boards, and it is not said how much each takes.`,
        'Fill in the column “share” of each of these rows, in percent.',
        'SHARES',
      );
    else if (sum !== 100)
      fault(`the shares of those who take over ${from} make ${sum} percent.`, 'They must make 100 percent.', 'SHARES');
  } else if (row.share !== null && row.share !== 100)
    fault(
      `${row.to} takes over ${row.share} percent of ${from}, and nobody the rest.`,
      'Add the other board, or leave the share empty.',
      'SHARES',
    );
  if (board.openedOn !== null && compareDates(on, board.openedOn) <= 0)
    fault(
      `${board.name} would close on ${inWords(addDays(on, -1))}, before it opened on ${inWords(board.openedOn)}.`,
      'Correct the date.',
      'CLOSES_AFTER_OPENING',
    );
  if (board.closedOn !== null)
    fault(
      `${board.name} closed on ${inWords(board.closedOn)}, and others have taken over already.`,
      'Take the row out. To correct a merger, undo its import.',
      'ONE_LINE',
    );
};

/** A board that is new, from the rows that name it; undefined with a fault. */
const newBoardOf = (rows: readonly Row[], facts: SuccessionFacts, faults: Refusal[]): BoardFact | undefined => {
  const [row] = rows;
  if (row === undefined) return undefined;
  const { line, to } = row;
  const names = [...new Set(rows.flatMap(({ name }) => (name === '' ? [] : [name])))];
  const regions = [
    ...new Set(
      rows.flatMap(({ from, regionCode }) =>
        regionCode === '' ? (facts.boards.find(({ code }) => code === from)?.regionCode ?? []) : [regionCode],
      ),
    ),
  ];
  const [name] = names;
  const [regionCode] = regions;
  const fault = (message: string, help: string) => {
    faults.push(lineFault(line, message, help, 'PARENT'));
    return undefined;
  };
  if (name === undefined)
    return fault(`the board ${to} is not known.`, 'Check the code. If the board is new, fill in the column “name”.');
  if (names.length > 1) return fault(`the board ${to} has two names.`, 'Give the same name in each row.');
  if (regionCode === undefined || !facts.regions.some(({ code }) => code === regionCode))
    return fault(`the region of ${to} is not known.`, 'Fill in the column “region” with its code. Example: Y56.');
  if (regions.length > 1)
    return fault(`the board ${to} would lie in several regions.`, 'Fill in the column “region” of each of its rows.');
  return { code: to, name, regionCode, openedOn: row.on, closedOn: null };
};

const checkSuccessor = (row: Row, facts: SuccessionFacts, taken: ReadonlySet<string>, faults: Refusal[]): void => {
  const known = facts.boards.find(({ code }) => code === row.to);
  if (taken.has(row.to))
    faults.push(
      lineFault(
        row.line,
        `${row.to} takes over, and is taken over itself.`,
        'Import the two steps as two files.',
        'ONE_STEP',
      ),
    );
  else if (known?.closedOn != null)
    faults.push(lineFault(row.line, `${known.name} has closed, and cannot take over.`, 'Check the code.', 'PARENT'));
};

const changesOf = (rows: readonly Row[], boards: readonly BoardFact[], isNew: (code: string) => boolean) => {
  const named = (wanted: string) => boards.find(({ code }) => code === wanted)?.name ?? wanted;
  const changes: OrganisationChange[] = [];
  for (const [from, parts] of Map.groupBy(rows, (row) => row.from)) {
    const on = parts[0]?.on ?? null;
    const successors = parts.map(({ to, share }) => named(to) + (parts.length > 1 ? ` (${share} percent)` : ''));
    changes.push({
      kind: 'MERGED',
      code: from,
      name: named(from),
      what: `Taken over by ${successors.join(' and ')}.`,
      on,
      isAssumed: false,
    });
  }
  for (const [to, parts] of Map.groupBy(rows, (row) => row.to))
    if (isNew(to))
      changes.push({
        kind: 'NEW',
        code: to,
        name: named(to),
        what: `Takes over from ${parts.map(({ from }) => named(from)).join(' and ')}.`,
        on: parts[0]?.on ?? null,
        isAssumed: false,
      });
  return changes;
};

/**
 * Reads a file of boards that take over from others, and says what it changes. Nothing is taken of a file with a fault. A merger
 * that is still to come waits for its day.
 */
export const judgeSuccessions = (lines: readonly FileLine[], facts: SuccessionFacts): Judged<JudgedSuccessions> => {
  const headed = readHeadedLines(lines, successionHeadings, furtherSuccessionHeadings);
  const faults = [...headed.faults];
  const read = headed.rows.flatMap((row) => readRow(row, faults));
  for (const [line, earlier] of linesOfDoubles(read.map((row) => ({ line: row.line, key: `${row.from} ${row.to}` }))))
    faults.push(
      lineFault(line, `the same two boards stand in line ${earlier} already.`, 'Take one line out.', 'ONE_LINE'),
    );
  const isKnown = (row: Row) =>
    facts.successions.some(({ from, to, on }) => from === row.from && to === row.to && on === row.on);
  const byBoard = Map.groupBy(read, ({ from }) => from);
  // a board whose rows are all known was taken over by an earlier import, or by the tables that we began with
  const open = [...byBoard.values()].filter((rows) => !rows.every(isKnown));
  for (const rows of open) checkBoard(rows, facts, faults);
  const rows = open.flat();
  const taken = new Set(rows.map(({ from }) => from));
  for (const row of rows) checkSuccessor(row, facts, taken, faults);
  const newBoards = [...Map.groupBy(rows, ({ to }) => to)].flatMap(([to, of]) =>
    facts.boards.some(({ code }) => code === to) ? [] : (newBoardOf(of, facts, faults) ?? []),
  );
  if (faults.length > 0)
    return { faults: faults.toSorted((one, other) => Number(one.path[1]) - Number(other.path[1])) };
  const due = rows.filter(({ on }) => compareDates(on, facts.today) <= 0);
  const later = Map.groupBy(
    rows.filter((row) => !due.includes(row)),
    ({ from }) => from,
  );
  const coming = [...later].map(([code, parts]): Coming => ({
    code,
    name: facts.boards.find((board) => board.code === code)?.name ?? code,
    on: parts[0]?.on ?? facts.today,
    lines: lines.filter(({ line }) => parts.some((part) => part.line === line)),
  }));
  const isNew = (code: string) => newBoards.some((board) => board.code === code);
  const inUse = newBoards.filter(({ code }) => due.some(({ to }) => to === code));
  return {
    found: {
      successions: due.map(({ from, to, share, on, districts }) => ({ from, to, share, on, districts })),
      newBoards: inUse,
      changes: changesOf(due, [...facts.boards, ...newBoards], isNew),
      coming,
      named: new Set(byBoard.keys()),
      leftOut: [],
    },
  };
};
