import type { RequestHandler } from 'express';
import { Router } from 'express';
import { serveFiles } from './web-app.ts';

/** The page of the explorer, under the folder that its build writes. */
const PAGE = '/index.html';

/**
 * Serves the explorer of the API at `/explorer`. Its editor writes styles of its own while one types, and carries its letters along, so
 * this page alone may have them; scripts come from here and from nowhere else, as everywhere.
 */
export function explorer(folder: string): RequestHandler {
  const { has, send } = serveFiles(folder);
  const router = Router();
  router.get('/explorer', (request, response, next) => {
    if (!has(PAGE)) return next();
    const policy = String(response.getHeader('Content-Security-Policy'));
    response.setHeader('Content-Security-Policy', `${policy};style-src 'self' 'unsafe-inline';font-src 'self' data:`);
    return send(request, response, PAGE);
  });
  router.get('/explorer/assets/:file', (request, response) => {
    const path = `/assets/${request.params['file']}`;
    if (has(path)) send(request, response, path);
    else response.status(404).type('text/plain').send('This file is not part of the current version. Reload the page.');
  });
  return router;
}
