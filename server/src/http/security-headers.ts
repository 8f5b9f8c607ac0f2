import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * The headers of every answer. The page may load and call only this server, runs no inline script or style, and may be
 * framed by nobody. There are no CORS headers: no other site's page may read an answer.
 * @param publicUrl the address people type; where it is https, the browser is told to use nothing else.
 */
export function securityHeaders(publicUrl: string): RequestHandler[] {
  const https = publicUrl.startsWith('https:');
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          scriptSrcAttr: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          ...(https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      frameguard: { action: 'deny' },
      // not `no-referrer`: with it a form's post to ourselves would carry `Origin: null`, and look like a stranger's
      referrerPolicy: { policy: 'same-origin' },
    }),
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
      next();
    },
  ];
}
