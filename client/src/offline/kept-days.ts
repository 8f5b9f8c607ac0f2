import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LogDayInput } from '../generated/graphql.ts';

/** The facts of a day, as they are sent. */
export type DayFacts = Omit<LogDayInput, 'returnerId' | 'idempotencyKey'>;

/** Why a kept day needs the person: the server's reason, or our own. */
export interface Reason {
  readonly path: readonly string[];
  readonly message: string;
  readonly help: string;
  readonly rule: string | null;
}

/** How a kept day stands. */
export type Standing = 'ON_THIS_PHONE' | 'SENDING' | 'SAVED' | 'NEEDS_YOU';

/** A day kept on this device on its way into the log. */
export interface KeptDay {
  /** Counts up on this device, so that days go out in the order in which they were logged, whatever the clock says. */
  readonly id: number;
  readonly returnerId: string;
  /** The same at every try, so that a lost answer puts nothing into the log twice. A changed day gets a new one. */
  readonly idempotencyKey: string;
  readonly day: DayFacts;
  readonly standing: Standing;
  readonly reasons: readonly Reason[];
  /** It went out at least once and no answer came. */
  readonly isTried: boolean;
  /** It had to wait for a network. */
  readonly hasWaited: boolean;
  /** The person knows that the log holds a day like it, and wants both. */
  readonly isWantedTwice: boolean;
  /** Its id in the log, once it is there. */
  readonly loggedDayId: string | null;
  /** When it got there, by this device's clock. */
  readonly savedAt: string | null;
}

interface Shape extends DBSchema {
  days: { key: number; value: KeptDay; indexes: { returnerId: string } };
}

/** This device keeps nothing: it is full, or in private mode. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
}

const changes = new EventTarget();
const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('kept-days');
others?.addEventListener('message', () => changes.dispatchEvent(new Event('change')));
let opened: Promise<IDBPDatabase<Shape>> | undefined;

function open(): Promise<IDBPDatabase<Shape>> {
  opened ??= openDB<Shape>('log', 1, {
    upgrade: (database) => {
      database
        .createObjectStore('days', { keyPath: 'id', autoIncrement: true })
        .createIndex('returnerId', 'returnerId');
    },
    // Another tab brings a newer version: it may go on, and this one opens anew when it next needs to.
    blocking: (_current, _next, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** Does something with the store; whatever the browser says against it is one thing to the caller. */
async function withStore<Result>(work: (database: IDBPDatabase<Shape>) => Promise<Result>): Promise<Result> {
  try {
    return await work(await open());
  } catch (cause) {
    throw new NotKept('This device keeps nothing.', { cause });
  }
}

function tell(): void {
  changes.dispatchEvent(new Event('change'));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window: it reaches this origin alone
  others?.postMessage('change');
}

/** Hears of every change to what is kept, in this tab and in others. Gives back how to stop. */
export function onKeptDaysChange(heard: () => void): () => void {
  changes.addEventListener('change', heard);
  return () => changes.removeEventListener('change', heard);
}

/** Keeps a new day. Throws `NotKept` where the device takes nothing. */
export async function keepDay(returnerId: string, day: DayFacts): Promise<number> {
  const entry: Omit<KeptDay, 'id'> = {
    returnerId,
    day,
    idempotencyKey: crypto.randomUUID(),
    standing: 'ON_THIS_PHONE',
    reasons: [],
    isTried: false,
    hasWaited: false,
    isWantedTwice: false,
    loggedDayId: null,
    savedAt: null,
  };
  const id = await withStore((database) => database.add('days', entry as KeptDay));
  tell();
  return id;
}

/** Changes how a day stands; nothing happens where it is gone. */
export async function changeKeptDay(id: number, change: Partial<Omit<KeptDay, 'id'>>): Promise<void> {
  await withStore(async (database) => {
    const transaction = database.transaction('days', 'readwrite');
    const kept = await transaction.store.get(id);
    if (kept !== undefined) await transaction.store.put({ ...kept, ...change });
    await transaction.done;
  });
  tell();
}

/** Takes a day off this device. */
export async function dropKeptDay(id: number): Promise<void> {
  await withStore((database) => database.delete('days', id));
  tell();
}

/** One day, if it is kept here. */
export const keptDay = (id: number): Promise<KeptDay | undefined> => withStore((database) => database.get('days', id));

/** What is kept for one person, in the order in which it was logged. Nobody else's is ever among it. */
export const keptDaysOf = (returnerId: string): Promise<KeptDay[]> =>
  withStore((database) => database.getAllFromIndex('days', 'returnerId', returnerId));
