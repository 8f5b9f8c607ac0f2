import { join } from 'node:path';
import express, { type Express } from 'express';
import { answerErrors, sendError } from './errors.ts';
import { explorer } from './explorer.ts';
import { health, type Health } from './health.ts';
import type { Log } from './log.ts';
import { giveReference } from './reference.ts';
import { securityHeaders } from './security-headers.ts';
import { webApp } from './web-app.ts';

/** Paths that answer programs: what goes wrong there is told as JSON, and the web application never stands in. */
export const API_PATHS: (string | RegExp)[] = [
  '/graphql',
  '/auth',
  '/demo',
  '/live',
  '/uploads',
  '/downloads',
  '/oauth',
  '/healthz',
  '/readyz',
  '/.well-known',
  '/schemas',
  '/reference',
  // nothing stands there, but programs look for it there
  '/api',
  '/webhooks',
  /^\/developers\/.*\.json$/,
];

/** Adds one feature's paths. It reads bodies by `jsonBody` or `formBody`, on its own paths only. */
export type Mount = (app: Express) => void | Promise<void>;

export interface AppDependencies extends Health {
  readonly log: Log;
  /** The address people type, without a slash at the end. */
  readonly publicUrl: string;
  /** The proxies that may say who called: addresses and ranges. Nobody's word counts without them. */
  readonly trustedProxies?: readonly string[];
  /** Where the built web application lies. */
  readonly clientFolder: string;
  /** Sign-in, GraphQL and the rest, in the order in which they are asked. */
  readonly mounts: readonly Mount[];
}

/** Everything the server answers. It listens to nothing yet. */
export async function createApp({
  log,
  publicUrl,
  trustedProxies = [],
  clientFolder,
  mounts,
  ...life
}: AppDependencies): Promise<Express> {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', [...trustedProxies]);
  app.use(giveReference, ...securityHeaders(publicUrl));
  app.use((_request, response, next) => {
    if (life.draining()) response.setHeader('Connection', 'close');
    next();
  });
  app.use(health(life));
  for (const mount of mounts) await mount(app);
  app.use(API_PATHS, (_request, response) => {
    sendError(response, 404, 'NOT_FOUND', 'There is nothing at this address.');
  });
  app.use(explorer(join(clientFolder, '../explorer/dist')));
  app.use(webApp(clientFolder));
  app.use((_request, response) => {
    response.status(405).setHeader('Allow', 'GET, HEAD').type('text/plain').send('Only reading is possible here.');
  });
  app.use(answerErrors(log));
  return app;
}
