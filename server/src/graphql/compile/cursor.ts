import { createHash } from 'node:crypto';
import type { Actor } from '../../access/actor.ts';
import { TurnedAway } from '../../kernel/turned-away.ts';
import type { Arguments, ConnectionField } from './projection.ts';

/** A page's edge in a cursor: the list it belongs to and the values of the row it stands behind. */
interface Cursor {
  readonly list: string;
  readonly values: readonly [string, string];
}

/** What says where a page begins and how long it is; all other arguments say which list it is a page of. */
const ofThePage: ReadonlySet<string> = new Set(['first', 'last', 'after', 'before']);
const withoutNothing = (_key: string, value: unknown): unknown => value ?? undefined;

/**
 * Names the list that a cursor belongs to: this field, in this order, with these filters, for this partner program. A cursor of another
 * list is refused, since it would leave rows out without a word.
 */
export const listOf = (
  field: string,
  { isShared }: Pick<ConnectionField, 'isShared'>,
  order: string,
  values: Arguments,
  actor: Pick<Actor, 'partner'>,
): string => {
  if (isShared) return order;
  const others = Object.entries(values).filter(([name]) => !ofThePage.has(name));
  const identity = [field, order, Object.fromEntries(others), actor.partner?.clientId];
  return createHash('sha256').update(JSON.stringify(identity, withoutNothing)).digest('base64url').slice(0, 12);
};

/** Writes the opaque cursor of a row. */
export const toCursor = (list: string, values: readonly [string, string]): string =>
  Buffer.from(JSON.stringify([list, ...values])).toString('base64url');

const fromCursor = (cursor: string): Cursor | undefined => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || parsed.length !== 3 || !parsed.every((part) => typeof part === 'string'))
      return undefined;
    const [list, value, id] = parsed as [string, string, string];
    if (value.includes('\0') || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
    return { list, values: [value, id] };
  } catch {
    return undefined;
  }
};

/** What a caller asked of a connection, checked. */
export interface Page {
  readonly size: number;
  readonly backwards: boolean;
  readonly from: readonly [string, string] | null;
}

const largestPage = 100;

/**
 * Reads `first`/`after` or `last`/`before`; anything else is the caller's mistake and says so.
 * @param field which list is asked for, for who has several in a document. Example: `Host.sites`.
 */
export const pageOf = (values: Arguments, list: string | (() => string), field: string): Page => {
  const { first, last, after, before } = values as Record<'first' | 'last', number | null | undefined> &
    Record<'after' | 'before', string | null | undefined>;
  const backwards = last != null;
  const sizeName = backwards ? 'last' : 'first';
  const size = backwards ? last : first;
  if ((first == null) === (last == null))
    throw new TurnedAway(
      'BAD_USER_INPUT',
      `${field}: give either \`first\` or \`last\`: how many rows you want, 1 to 100.`,
      'first',
    );
  if (size == null || size < 1 || size > largestPage)
    throw new TurnedAway('BAD_USER_INPUT', `${field}: \`${sizeName}\` must be from 1 to ${largestPage}.`, sizeName);
  if (backwards ? after != null : before != null)
    throw new TurnedAway(
      'BAD_USER_INPUT',
      `${field}: use \`after\` with \`first\`, and \`before\` with \`last\`.`,
      sizeName,
    );
  const edge = backwards ? before : after;
  if (edge == null) return { size, backwards, from: null };
  const edgeName = backwards ? 'before' : 'after';
  const cursor = fromCursor(edge);
  if (!cursor || cursor.list !== (typeof list === 'string' ? list : list()))
    throw new TurnedAway(
      'BAD_USER_INPUT',
      `${field}: the cursor in \`${edgeName}\` is not one of this list with these filters in this order. Begin again without it.`,
      edgeName,
    );
  return { size, backwards, from: cursor.values };
};
