import type { RequestHandler } from 'express';
import { sendError } from './errors.ts';

/**
 * Refuses requests that another site's page makes a browser send. Browsers tell where a request comes from; programs that are no
 * browser tell nothing, and carry no cookie that they were not given.
 */
export const refuseCrossSite: RequestHandler = (request, response, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return next();
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const isForeign =
    site === undefined
      ? origin !== undefined && hostOf(origin) !== request.get('host')
      : !['same-origin', 'none'].includes(site);
  if (!isForeign) return next();
  sendError(response, 403, 'FORBIDDEN', 'This request came from the page of another site.');
};

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);
