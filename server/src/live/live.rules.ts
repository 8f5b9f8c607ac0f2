import { toGlobalId } from '../kernel/global-id.ts';

/** A record that has changed, at a position in the one order of all changes. */
export interface Change {
  readonly position: number;
  /** The GraphQL type of the record. Example: `Placement`. */
  readonly type: string;
  /** The record's UUID. */
  readonly id: string;
  /** The UUID of the returner it is about, if it is about one. */
  readonly returnerId: string | null;
}

/** The first and the last position that are kept; 0 where nothing is. */
export interface KeptChanges {
  readonly oldest: number;
  readonly newest: number;
}

/** Somebody who was away for longer asks anew for what they see, rather than hearing of every change. */
export const MOST_BEHIND = 2_000;

/** Where somebody begins to listen. */
export interface Beginning {
  /** The last position that they know. */
  readonly from: number;
  /** True where they have missed what cannot be told any more: everything they show may be old. */
  readonly isReset: boolean;
}

/**
 * Where to begin for somebody who knows this position from before; everything behind it must still be kept. An id that we have not
 * given, or gave before the database was made anew, is one that we cannot go on from.
 * @param lastId what the caller sent as `Last-Event-ID`, if anything.
 */
export const decideBeginning = (lastId: string | undefined, { oldest, newest }: KeptChanges): Beginning => {
  if (lastId === undefined || lastId === '') return { from: newest, isReset: false };
  const known = /^\d{1,15}$/.test(lastId) ? Number(lastId) : -1;
  const canGoOn = oldest <= known && known <= newest && newest - known <= MOST_BEHIND;
  return canGoOn ? { from: known, isReset: false } : { from: newest, isReset: true };
};

/** A record, as somebody may or may not see it. */
export interface ChangedRecord {
  readonly type: string;
  readonly id: string;
}

/** A name for a record among others. */
export const keyOf = ({ type, id }: ChangedRecord): string => `${type}:${id}`;

/** A day that was removed is in no list any more; whoever sees the returner's log sees that it is gone. */
const goneWithReturner: readonly string[] = ['LoggedDay'];

/** Every record that somebody's right to see must be asked for, to tell them of these changes. */
export const recordsOf = (changes: readonly Change[]): ChangedRecord[] => [
  ...new Map(changes.flatMap(possibleRecords).map((record) => [keyOf(record), record])).values(),
];

const possibleRecords = ({ type, id, returnerId }: Change): ChangedRecord[] => [
  { type, id },
  ...(returnerId === null ? [] : [{ type: 'Returner', id: returnerId }]),
];

/**
 * What of a change to tell somebody: the record, and the returner it is about, as far as they may see both. Who may not see the
 * record does not hear that something about the returner has changed: a proposal is nobody's business before it is offered.
 */
const toldOf = (change: Change, maySee: (record: ChangedRecord) => boolean): ChangedRecord[] => {
  const [record, returner] = possibleRecords(change);
  if (!record) return [];
  if (maySee(record)) return returner && maySee(returner) ? [record, returner] : [record];
  return returner && goneWithReturner.includes(change.type) && maySee(returner) ? [returner] : [];
};

/**
 * The events for somebody, as text. A record that changed several times is told once, the last time; an id follows the last record
 * of its position only, so that whoever goes on from it has missed nothing.
 */
export const eventsFor = (changes: readonly Change[], maySee: (record: ChangedRecord) => boolean): string => {
  const told = new Map<string, { record: ChangedRecord; position: number }>();
  for (const change of changes)
    for (const record of toldOf(change, maySee)) {
      told.delete(keyOf(record));
      told.set(keyOf(record), { record, position: change.position });
    }
  return [...told.values()]
    .map(({ record, position }, index, all) => {
      const isLastOfPosition = all[index + 1]?.position !== position;
      const data = JSON.stringify({ type: record.type, id: toGlobalId(record.type, record.id) });
      return `${isLastOfPosition ? `id: ${position}\n` : ''}event: change\ndata: ${data}\n\n`;
    })
    .join('');
};

/** The first words to somebody who listens. */
export const beginningText = ({ from, isReset }: Beginning): string =>
  `retry: 2000\n\nid: ${from}\nevent: ${isReset ? 'reset' : 'ready'}\ndata: {}\n\n`;

/** Keeps a quiet connection open, and tells how far it has come; no event is made of it. */
export const heartbeatText = (position: number): string => `: still here\nid: ${position}\n\n`;
