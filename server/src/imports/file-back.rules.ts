import { csvLine, csvStart } from '../kernel/csv.ts';
import { columnsOf, whatToMend } from './columns.rules.ts';
import { columnLetters, type Table } from './file/table.ts';
import { plain, type Layout } from './headings.rules.ts';
import type { ImportKind, JudgedRow, RowOutcome } from './import-words.rules.ts';

/** One reason, as it is told: by row, column and cell as a spreadsheet names them. */
export interface ToldFault {
  /** The number beside the row. Example: `5`. */
  readonly row: number;
  /** The heading in the file; null for the row as a whole. */
  readonly column: string | null;
  /** Example: `C5`; null where the file has no such cell. */
  readonly cell: string | null;
  readonly message: string;
  readonly help: string;
}
/** What a dry run says. */
export interface ImportReport {
  readonly kind: ImportKind;
  readonly rows: number;
  readonly counts: Readonly<Record<RowOutcome, number>>;
  readonly faults: readonly ToldFault[];
}
/** A file that was looked at. */
export interface Looked {
  readonly kind: ImportKind;
  readonly table: Table;
  readonly layout: Layout;
  readonly rows: readonly JudgedRow<unknown>[];
}

const toldFaults = ({ kind, table, layout, rows }: Looked): ToldFault[] =>
  rows.flatMap(({ number, faults }) =>
    faults.map(({ column, message, help }) => {
      const index = layout.get(column ?? '');
      const heading = columnsOf[kind].find(({ key }) => key === column)?.heading ?? null;
      return {
        row: number,
        column: index === undefined ? heading : (table[0]?.cells[index] ?? heading),
        cell: index === undefined ? null : `${columnLetters(index)}${number}`,
        message,
        help,
      };
    }),
  );

/** Every row with its reasons, and how many there are of what. */
export const reportOf = (looked: Looked): ImportReport => {
  const count = (asked: RowOutcome) => looked.rows.filter(({ outcome }) => outcome === asked).length;
  return {
    kind: looked.kind,
    rows: looked.rows.length,
    counts: {
      CREATE: count('CREATE'),
      CHANGE: count('CHANGE'),
      UNCHANGED: count('UNCHANGED'),
      REFUSED: count('REFUSED'),
    },
    faults: toldFaults(looked),
  };
};

/** Lines as a CSV file that spreadsheets open with every letter right. */
export const asCsv = (lines: readonly (readonly string[])[]): string => `${csvStart}${lines.map(csvLine).join('')}`;

/** The file as it came, with a last column that says what to mend. It can be mended and sent again as it is. */
export const fileBack = (looked: Looked): string => {
  const [headings, ...lines] = looked.table;
  const width = Math.max(...looked.table.map(({ cells }) => cells.length));
  const isOurs = (headings?.cells ?? []).map((heading) => plain(heading) === plain(whatToMend));
  const own = (cells: readonly string[]) =>
    Array.from({ length: width }, (_, index) => cells[index] ?? '').filter((_, index) => isOurs[index] !== true);
  const faults = Map.groupBy(toldFaults(looked), ({ row }) => row);
  const told = (row: number): string =>
    (faults.get(row) ?? [])
      .map(({ column, message, help }) => `${column === null ? '' : `${column}: `}${message} ${help}`)
      .join(' / ');
  return asCsv([
    [...own(headings?.cells ?? []), whatToMend],
    ...lines.map(({ number, cells }) => [...own(cells), told(number)]),
  ]);
};

/** An empty file with the headings of a kind. */
export const templateOf = (kind: ImportKind): string => asCsv([columnsOf[kind].map(({ heading }) => heading)]);
