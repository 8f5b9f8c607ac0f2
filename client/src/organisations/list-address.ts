import { useSearchParams } from 'react-router';

/** How many rows a page of a list usually shows. */
const usualRows = 25;

/** Which rows to ask for: so many from the start, or so many before a row. */
export type PageOfList =
  | { first: number; after: string | null; last: null; before: null }
  | { first: null; after: null; last: number; before: string };

/** Where a page lies in its list. */
interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** The state of a list as its address holds it. */
export interface ListAddress<Filter extends string> {
  /** What each filter is set to; empty where it is not set. */
  filters: Readonly<Record<Filter, string>>;
  page: PageOfList;
  /** Sets filters and goes to the first page. */
  show: (filters: Record<Filter, string>) => void;
  /** The addresses of the pages before and after. */
  neighbours: (info: PageInfo) => { previous: string | undefined; next: string | undefined };
}

/** Reads filters and page from the address, so that a list can be bookmarked, shared and gone back to. */
export const useListAddress = <Filter extends string>(...names: Filter[]): ListAddress<Filter> =>
  useListAddressOf(usualRows, ...names);

/** The same, with so many rows on a page. */
export function useListAddressOf<Filter extends string>(rows: number, ...names: Filter[]): ListAddress<Filter> {
  const [search, setSearch] = useSearchParams();
  const entries = names.map((name): [Filter, string] => [name, search.get(name) ?? '']);
  const filters = Object.fromEntries(entries) as Record<Filter, string>;
  const before = search.get('before');
  const to = (changes: Record<string, string>) => {
    const next = new URLSearchParams(entries.filter(([, value]) => value !== ''));
    for (const [name, value] of Object.entries(changes)) next.set(name, value);
    return `?${next}`;
  };
  return {
    filters,
    page:
      before === null
        ? { first: rows, after: search.get('after'), last: null, before: null }
        : { first: null, after: null, last: rows, before },
    show: (chosen) =>
      setSearch(new URLSearchParams(Object.entries<string>(chosen).filter(([, value]) => value.trim() !== ''))),
    neighbours: ({ hasNextPage, hasPreviousPage, startCursor, endCursor }) => ({
      previous: hasPreviousPage && startCursor !== null ? to({ before: startCursor }) : undefined,
      next: hasNextPage && endCursor !== null ? to({ after: endCursor }) : undefined,
    }),
  };
}

/** "1 trust", "199 trusts", or "1,000 or more trusts" where the server stopped counting. */
export const sayCount = (count: number, one: string, many: string): string =>
  count >= 1000 ? `1,000 or more ${many}` : `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
