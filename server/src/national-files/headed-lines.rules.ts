import type { Refusal } from '../kernel/refusal.ts';
import { countInWords } from './line-checks.rules.ts';
import { lineFault, type FileLine } from './national-words.rules.ts';

/** The lines of a file with headings, each cell by its heading, or what is wrong with the headings and the columns. */
export const readHeadedLines = (
  lines: readonly FileLine[],
  needed: readonly string[],
  others: readonly string[] = [],
): {
  readonly rows: readonly { readonly line: number; readonly cell: (heading: string) => string }[];
  readonly faults: readonly Refusal[];
} => {
  const [first, ...rest] = lines;
  const headings = (first?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = needed.filter((heading) => !headings.includes(heading));
  const unknown = headings.filter((heading) => ![...needed, ...others].includes(heading));
  const inLine = first?.line ?? 1;
  if (missing.length > 0 || unknown.length > 0 || new Set(headings).size < headings.length)
    return {
      rows: [],
      faults: [
        lineFault(
          inLine,
          missing.length > 0
            ? `the ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`
            : unknown.length > 0
              ? `the column “${unknown[0]}” is not known.`
              : 'a column stands there twice.',
          `The first line holds the headings: ${needed.join(', ')}${others.length === 0 ? '' : `, and if you like ${others.join(', ')}`}.`,
          'COLUMNS',
        ),
      ],
    };
  const faults: Refusal[] = [];
  const rows = rest.flatMap(({ line, cells }) => {
    if (cells.length === headings.length)
      return [{ line, cell: (heading: string) => (cells[headings.indexOf(heading)] ?? '').trim() }];
    faults.push(
      lineFault(
        line,
        `it has ${countInWords(cells.length, 'column', 'columns')}, and the headings have ${headings.length}.`,
        'A name with a comma in it needs quotation marks around it.',
        'COLUMNS',
      ),
    );
    return [];
  });
  return { rows, faults };
};
