import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Router, type Request, type RequestHandler, type Response } from 'express';

/** The encodings that the client's build writes beside each file, best first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/**
 * Serves the built web application: its files, and for every other path its page, since the application finds its own way from
 * the address. Only files that were there at the start are served, so no address can reach outside the folder.
 */
export function webApp(folder: string): RequestHandler {
  const files = listFiles(folder);
  const router = Router();
  router.get('/{*path}', (request, response) => {
    const path = decodeURIComponent(request.path);
    if (files.has(path) && !ENCODINGS.some(({ ending }) => path.endsWith(ending))) {
      send(request.acceptsEncodings(), response, folder, files, path);
    } else if (path.startsWith('/assets/')) {
      response.status(404).type('text/plain').send('This file is not part of the current version. Reload the page.');
    } else if (files.has('/index.html')) {
      send(request.acceptsEncodings(), response, folder, files, '/index.html');
    } else {
      response.status(503).type('text/plain').send('The web application has not been built.');
    }
  });
  return router;
}

/** The files of a folder, as they were at the start, each sent in the best form that the browser takes. */
export function serveFiles(folder: string): {
  readonly has: (path: string) => boolean;
  readonly send: (request: Request, response: Response, path: string) => void;
} {
  const files = listFiles(folder);
  return {
    has: (path) => files.has(path),
    send: (request, response, path) => send(request.acceptsEncodings(), response, folder, files, path),
  };
}

function listFiles(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`),
  );
}

function send(accepted: string[], response: Response, root: string, files: ReadonlySet<string>, path: string): void {
  const encoding = ENCODINGS.find(({ name, ending }) => accepted.includes(name) && files.has(path + ending));
  response.vary('Accept-Encoding').type(path.slice(path.lastIndexOf('.')));
  if (encoding) response.setHeader('Content-Encoding', encoding.name);
  response.setHeader('Cache-Control', howLong(path));
  response.sendFile(path + (encoding?.ending ?? ''), { root, cacheControl: false, dotfiles: 'allow' });
}

/** What may change with every release, and decides which other files are asked for. */
const ALWAYS_ASKED_FOR = new Set(['/index.html', '/service-worker.js']);

/** The build puts a hash of the content into the names under `/assets/`, so those never change. The page always might. */
function howLong(path: string): string {
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  return ALWAYS_ASKED_FOR.has(path) ? 'no-cache' : 'public, max-age=3600';
}
