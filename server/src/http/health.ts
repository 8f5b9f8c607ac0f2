import { Router } from 'express';

/** What a health check needs to know of the process. */
export interface Health {
  /** Resolves if the database answers. */
  readonly ping: () => Promise<void>;
  /** True once the process has been told to stop. */
  readonly draining: () => boolean;
}

/** `/healthz`: the process lives. `/readyz`: it can do its work, which takes a database, and goes on doing so. */
export function health({ ping, draining }: Health): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const status = draining() ? 'stopping' : await databaseStatus(ping);
    response.status(status === 'ok' ? 200 : 503).json({ status });
  });
  return router;
}

async function databaseStatus(ping: () => Promise<void>): Promise<'ok' | 'no database'> {
  try {
    await ping();
    return 'ok';
  } catch {
    return 'no database';
  }
}
