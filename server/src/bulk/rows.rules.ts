import { csvLine, csvStart } from '../kernel/csv.ts';
import type { BulkFormat } from './bulk-export.rules.ts';

/** What a cell of a table is read from: a value within a row, or something longer that stands there as JSON. */
export interface Column {
  /** The keys that lead to it, from the row. Example: `['site', 'name']`. */
  readonly path: readonly string[];
  readonly isJson: boolean;
}

/** A row as the query answers it. */
export type Row = Readonly<Record<string, unknown>>;

const valueAt = (row: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? (found as Readonly<Record<string, unknown>>)[key] : undefined,
    row,
  );

const cellOf = (row: Row, { path, isJson }: Column): string | number => {
  const value = valueAt(row, path) ?? null;
  if (value === null) return '';
  // a text stands as it is; a number stays one, and true, false and what has parts are written as in JSON
  if (typeof value === 'string' && !isJson) return value;
  return typeof value === 'number' && !isJson ? value : JSON.stringify(value);
};

/** What stands before the first row of a file. */
export const headingOf = (format: BulkFormat, columns: readonly Column[]): string =>
  format === 'CSV' ? `${csvStart}${csvLine(columns.map(({ path }) => path.join('.')))}` : '';

/** One row of a file, with its end of line. */
export const lineOf = (format: BulkFormat, columns: readonly Column[], row: Row): string =>
  format === 'CSV' ? csvLine(columns.map((column) => cellOf(row, column))) : `${JSON.stringify(row)}\n`;
