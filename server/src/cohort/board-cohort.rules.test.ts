import { describe, expect, it } from 'vitest';
import { toldCount } from './board-cohort.rules.ts';

describe('a number of people', () => {
  it.each([
    [0, null],
    [4, null],
    [5, 10],
    [14, 10],
    [15, 20],
    [132, 130],
  ])('%i is told as %s', (people, returners) => {
    expect(toldCount(people)).toEqual({ returners, isHidden: returners === null });
  });

  it.each([2, 3])('that is hidden cannot be told from its total and what stands beside it, among %i', (cells) => {
    const most = cells === 2 ? 40 : 18;
    const tables: number[][] = [];
    const fill = (table: number[]): void => {
      if (table.length === cells) tables.push(table);
      else for (let people = 0; people <= most; people++) fill([...table, people]);
    };
    fill([]);
    /** By what is told of a table and its total: which numbers its first cell can have. */
    const possible = new Map<string, Set<number>>();
    for (const table of tables) {
      const total = table.reduce((sum, people) => sum + people, 0);
      const sight = [...table, total].map((people) => toldCount(people).returners).join();
      possible.set(sight, (possible.get(sight) ?? new Set()).add(table[0] ?? 0));
    }
    for (const [sight, found] of possible) expect(found.size, sight).toBeGreaterThan(1);
  });
});
