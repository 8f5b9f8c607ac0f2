import { http, HttpResponse } from 'msw';
import { mockServer } from './mock-api.ts';

/** A server that tells what changes, as a test says. */
export interface LiveMock {
  /** Tells everybody who listens. */
  change: (type: string, id: string) => void;
  /** Says that everything may be old. */
  reset: () => void;
  /** Breaks all connections. */
  breakOff: () => void;
  /** How often somebody has come to listen, and the ids they came with. */
  came: (string | null)[];
}

/** Lets the server tell what changes. */
export function liveServer(): LiveMock {
  let listeners: ReadableStreamDefaultController<Uint8Array>[] = [];
  const came: (string | null)[] = [];
  let position = 0;
  const send = (text: string): void => {
    for (const listener of listeners) listener.enqueue(new TextEncoder().encode(text));
  };
  mockServer.use(
    http.get('*/live', ({ request }) => {
      came.push(request.headers.get('last-event-id'));
      const body = new ReadableStream<Uint8Array>({
        start: (listener) => {
          listeners.push(listener);
          listener.enqueue(new TextEncoder().encode(`retry: 1\n\nid: ${position}\nevent: ready\ndata: {}\n\n`));
        },
        cancel: () => {
          listeners = [];
        },
      });
      return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } });
    }),
  );
  return {
    came,
    change: (type, id) => send(`id: ${(position += 1)}\nevent: change\ndata: ${JSON.stringify({ type, id })}\n\n`),
    reset: () => send(`id: ${(position += 1)}\nevent: reset\ndata: {}\n\n`),
    breakOff: () => {
      for (const listener of listeners.splice(0)) listener.close();
    },
  };
}
