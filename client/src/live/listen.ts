import { readEvents, type LiveEvent } from './events.ts';

/** Where the server tells what changes. */
const address = '/live';

/** How long to wait, in milliseconds. */
const waits = {
  /** After a stream that was fine: with others, so not all at the same moment. */
  first: 500,
  /** Twice as long after each try in vain, up to this. */
  longest: 60_000,
  /** The server sends a sign of life every 15 s; without one the connection is dead, though nobody has said so. */
  silence: 40_000,
  /** A tab that nobody looks at lets go of its connection: a browser has six for all its tabs. */
  hidden: 5_000,
};

interface Ears {
  hear: (event: LiveEvent) => void;
  /** The server knows nobody by this session any more. */
  onEnd: () => void;
}

/** The server has said what there is to say: trying again would change nothing. */
const isFinal = (status: number): boolean => [204, 401, 403, 404].includes(status);

/**
 * Listens to what changes, for as long as somebody looks at the page. A break is bridged: it comes back by itself, later each time,
 * and goes on from the last id it knows. Answers how to leave off.
 */
export function listen(origin: string, { hear, onEnd }: Ears): () => void {
  let lastId: string | undefined;
  let tries = 0;
  let connection: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  let isDone = false;

  const leave = (): void => {
    clearTimeout(timer);
    connection?.abort();
    connection = undefined;
  };
  const done = (): void => {
    isDone = true;
    leave();
  };
  const tryLater = (atLeast: number): void => {
    const wait = Math.min(waits.longest, waits.first * 2 ** tries) * (0.75 + Math.random() / 2);
    tries += 1;
    timer = setTimeout(() => void connect(), Math.max(atLeast, wait));
  };

  async function connect(): Promise<void> {
    leave();
    if (isDone) return;
    const abort = new AbortController();
    connection = abort;
    let silence = setTimeout(() => abort.abort(), waits.silence);
    let atLeast = 0;
    try {
      const response = await fetch(new URL(address, origin), {
        credentials: 'same-origin',
        headers: { accept: 'text/event-stream', ...(lastId === undefined ? {} : { 'last-event-id': lastId }) },
        signal: abort.signal,
        // it goes on for as long as the page is open: whatever else the page asks for comes first
        priority: 'low',
      });
      if (isFinal(response.status)) {
        done();
        if (response.status === 401) onEnd();
        return;
      }
      atLeast = Number(response.headers.get('retry-after') ?? 0) * 1_000;
      if (response.ok && response.body !== null) {
        const reader = readEvents(lastId);
        for await (const piece of piecesOf(response.body)) {
          clearTimeout(silence);
          silence = setTimeout(() => abort.abort(), waits.silence);
          tries = 0;
          for (const event of reader.take(piece)) hear(event);
          lastId = reader.lastId();
          atLeast = reader.pause() ?? 0;
        }
      }
    } catch {
      // a break: the same as an end
    } finally {
      clearTimeout(silence);
    }
    // where another connection has taken over, or nobody looks, this one is not made again
    if (connection === abort) tryLater(atLeast);
  }

  const look = (): void => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(leave, waits.hidden);
    else if (connection === undefined && !isDone) void connect();
  };
  const backOnline = (): void => {
    tries = 0;
    if (!document.hidden && !isDone) void connect();
  };

  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', backOnline);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', backOnline);
    clearTimeout(hiding);
    done();
  };
}

async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read())
      yield decoder.decode(read.value, { stream: true });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
