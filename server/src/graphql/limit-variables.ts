import { limits } from './limits.ts';

/** The longest list in the variables of a request, however deep it lies; 0 where there is none. */
const longestList = (variables: unknown): number => {
  let longest = 0;
  // a heap and no recursion: a caller's lists can be nested deeper than our stack
  const heap: unknown[] = [variables];
  while (heap.length > 0) {
    const value = heap.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) longest = Math.max(longest, value.length);
    if (longest > limits.listInput) return longest;
    heap.push(...Object.values(value));
  }
  return longest;
};

/** Why the variables of a request are too much, or undefined if they are not. */
export const excessOfVariables = (variables: unknown): string | undefined =>
  longestList(variables) > limits.listInput ? `A list may have at most ${limits.listInput} entries.` : undefined;
