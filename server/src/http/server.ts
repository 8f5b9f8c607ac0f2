import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import { Server as NetServer } from 'node:net';

/** How often idle connections are looked for while the server drains. */
const SWEEP_MS = 50;
/** A connection that seems idle may have a request on its way: for so long it is read and answered, and told to be the last. */
const ON_ITS_WAY_MS = 300;

/** An HTTP server that waits for nobody for long: 10 s for the headers, 15 s for a whole request. */
export function createHttpServer(listener: RequestListener): Server {
  return createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      keepAliveTimeout: 30_000,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16 * 1024,
    },
    listener,
  );
}

/** The port is taken, or the address is not one of this machine's. The message is one sentence. */
export class AddressUnusableError extends Error {
  override name = 'AddressUnusableError';
}

/** Listens, or says why not. */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen({ host, port });
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new AddressUnusableError(whyNot(cause, host, port), { cause });
  }
}

function whyNot(error: unknown, host: string, port: number): string {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return `Port ${port} is already in use on ${host}: stop the program that uses it, or set PORT to another number.`;
    case 'EACCES':
      return `Port ${port} may not be used without more rights: set PORT to a number above 1023.`;
    default:
      return `The server cannot listen on ${host}: set HOST to an address of this machine.`;
  }
}

/** Takes no new connections, lets the requests in flight finish, and after `patience` milliseconds cuts what is left. */
export async function drain(server: Server, patience: number): Promise<void> {
  const closed = once(server, 'close');
  // an HTTP server's own way to close would cut off every idle connection at once
  NetServer.prototype.close.call(server);
  const cutIdleFrom = Date.now() + Math.min(ON_ITS_WAY_MS, patience);
  const sweep = setInterval(() => {
    if (Date.now() >= cutIdleFrom) server.closeIdleConnections();
  }, SWEEP_MS);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  try {
    await closed;
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
}
