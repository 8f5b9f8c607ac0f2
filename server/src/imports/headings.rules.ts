import type { Refusal } from '../kernel/refusal.ts';
import { type Column, whatToMend } from './columns.rules.ts';
import { columnLetters, type Line } from './file/table.ts';

/** Which cell of a line belongs to which column. */
export type Layout = ReadonlyMap<string, number>;

/** A text without what people write differently: capitals, spaces, accents and signs. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const wrong = (path: string, message: string, help: string): Refusal => ({
  code: 'VALUE_INVALID',
  path: ['headings', path],
  rule: 'HEADINGS',
  message,
  help,
});

/** Letters to change, add or take out to make one text of the other. */
const distance = (one: string, other: string): number => {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1];
    for (const [at, with_] of [...other].entries())
      now.push(Math.min((now[at] ?? 0) + 1, (before[at + 1] ?? 0) + 1, (before[at] ?? 0) + (letter === with_ ? 0 : 1)));
    before = now;
  }
  return before.at(-1) ?? 0;
};

const nearest = (typed: string, columns: readonly Column[]): string | undefined => {
  const near = columns
    .map(({ heading }) => [heading, distance(plain(typed), plain(heading))] as const)
    .toSorted(([, one], [, other]) => one - other)[0];
  return near && near[1] <= 3 ? near[0] : undefined;
};

/** Finds the columns by their headings, in any order; or says which are missing, unknown or there twice. */
export const readHeadings = (
  { number, cells }: Line,
  columns: readonly Column[],
): { readonly layout: Layout } | { readonly refused: readonly Refusal[] } => {
  const byHeading = new Map(
    columns.flatMap(({ key, heading, also }) => [heading, ...also].map((name) => [plain(name), key])),
  );
  const layout = new Map<string, number>();
  const refused: Refusal[] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell === '' || plain(cell) === plain(whatToMend)) continue;
    const key = byHeading.get(plain(cell));
    const place = `${columnLetters(index)}${number}`;
    if (key === undefined) {
      const meant = nearest(cell, columns);
      refused.push(
        wrong(
          place,
          `We do not know the column “${cell.slice(0, 60)}” (${place}).`,
          meant === undefined ? 'Take it out, or use a heading of the template.' : `Did you mean “${meant}”?`,
        ),
      );
    } else if (layout.has(key))
      refused.push(wrong(place, `The column “${cell}” is there twice (${place}).`, 'Take one of them out.'));
    else layout.set(key, index);
  }
  for (const { key, heading, isNeeded } of columns)
    if (isNeeded && !layout.has(key))
      refused.push(
        wrong(
          key,
          `The column “${heading}” is missing.`,
          'The first row holds the headings. Add it, as in the template.',
        ),
      );
  return refused.length > 0 ? { refused } : { layout };
};
