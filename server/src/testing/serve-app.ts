import type { AddressInfo } from 'node:net';
import { createApp } from '../http/app.ts';
import { openLog, type Log } from '../http/log.ts';
import { createHttpServer, drain, listen } from '../http/server.ts';
import { mountsOf } from '../mounts.ts';
import type { FreshDatabase } from './fresh-database.ts';

/** A whole server for a test, on a port of its own. */
export const serveApp = async (
  fresh: FreshDatabase,
  log: Log = openLog('silent'),
  documents: 'registered' | 'any' = 'registered',
) => {
  const publicUrl = 'http://localhost';
  const ends: (() => void)[] = [];
  const app = await createApp({
    log,
    publicUrl,
    clientFolder: '/nowhere',
    ping: () => Promise.resolve(),
    draining: () => false,
    mounts: mountsOf({
      environment: { demo: false, documents, publicUrl },
      store: { database: fresh.database, owner: fresh.connections.owner },
      sessionSecret: 'x'.repeat(32),
      log,
      onStop: (end) => void ends.push(end),
    }),
  });
  const server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const end of ends) end();
      await drain(server, 0);
    },
  };
};
