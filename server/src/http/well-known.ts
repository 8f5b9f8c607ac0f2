import { schemaOfData, schemaVersions } from '../webhooks/cloud-event.rules.ts';
import { publishedKeys } from '../webhooks/signing-key.queries.ts';
import { publishedKeysKeptSeconds } from '../webhooks/signing-key.rules.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import type { Mount } from './app.ts';

/** What receivers of webhooks need. */
export interface WellKnownParts {
  readonly database: Pick<Database, 'orm'>;
  /** The machine's clock, by which keys change. */
  readonly clock: Clock;
  readonly publicUrl: string;
}

/** `/.well-known/jwks.json`: the keys by which webhooks are verified. `/schemas/events/<version>.json`: what stands in them. */
export const wellKnownRoutes =
  ({ database, clock, publicUrl }: WellKnownParts): Mount =>
  (app) => {
    app.get('/.well-known/jwks.json', async (_request, response) => {
      const keys = await publishedKeys(database.orm.em, clock.now());
      response
        .setHeader('Cache-Control', `public, max-age=${publishedKeysKeptSeconds}`)
        .type('application/jwk-set+json')
        .send(JSON.stringify({ keys }));
    });
    for (const version of schemaVersions)
      app.get(`/schemas/events/${version}.json`, (_request, response) => {
        response
          .setHeader('Cache-Control', 'public, max-age=86400')
          .type('application/schema+json')
          .send(JSON.stringify(schemaOfData(version, publicUrl)));
      });
  };
