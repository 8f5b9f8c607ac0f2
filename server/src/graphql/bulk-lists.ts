import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { recordReading } from '../audit/record-reading.command.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import { createReader } from './compile/reader.ts';
import { createContext, type RequestContext } from './context.ts';
import { pagedListOf, type PagedList } from './paged-list.ts';
import { projections } from './projections.ts';
import { priceOfPage, readPage, whyNotRead, type ReadPage, type Turned } from './read-pages.ts';

/** What lists are read with. */
export interface ListParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly demonstration: boolean;
  readonly publicUrl: string;
}

/** Reads a page of a list as somebody; what is special about a person stands in the audit, as at every read. */
export type ReadPageAs = (list: PagedList, actor: Actor, after: string | null) => Promise<ReadPage | Turned>;

/** Makes the way in which pages are read beside requests: by exports, downloads and streams. */
export const createPageReads = ({ database, clock, demonstration, publicUrl }: ListParts): ReadPageAs => {
  const reader = createReader(projections);
  return (list, actor, after) => {
    const traceId = randomUUID();
    // one context a page: it remembers what it has read
    const context: RequestContext = createContext({
      traceId,
      actor,
      clock,
      demonstration,
      publicUrl,
      database,
      reader,
      onSensitive: (fields) => recordReading(database.orm.em.fork(), clock, actor, traceId, fields),
    });
    return readPage(list, context, after);
  };
};

/** Opens the lists of exports: `schema` is asked for when the first is. */
export const createBulkLists = (parts: ListParts & { readonly schema: () => GraphQLSchema }) => {
  const readAs = createPageReads(parts);
  return (query: string, variables: Readonly<Record<string, unknown>>) => {
    const list = pagedListOf(parts.schema(), query, variables);
    if ('fault' in list) return null;
    const price = priceOfPage(list);
    if ('mistake' in price) return null;
    return {
      columns: list.columns,
      relations: price.relations,
      rowsOfPage: price.rows,
      mayRead: (actor: Actor) => whyNotRead(actor, list) === null,
      read: (actor: Actor, after: string | null) => readAs(list, actor, after),
    };
  };
};
