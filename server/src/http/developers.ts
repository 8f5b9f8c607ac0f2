import { existsSync, readFileSync } from 'node:fs';
import { Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { createReference } from '../graphql/reference.ts';
import type { Mount } from './app.ts';
import { changesAsAtom, changesAsJsonFeed, type Releases } from './changes-feed.ts';
import { sendError } from './errors.ts';

/** What the pages for developers are written from. */
export interface DeveloperParts {
  readonly schema: () => GraphQLSchema;
  readonly publicUrl: string;
}

const changelog = new URL('../../../schema/changelog.json', import.meta.url);
const releases = z.array(
  z.object({
    releasedOn: z.string(),
    groups: z.array(z.object({ title: z.string(), changes: z.array(z.string()) })),
  }),
);

const readReleases = (): Releases =>
  existsSync(changelog) ? releases.parse(JSON.parse(readFileSync(changelog, 'utf8'))) : [];

/** `/reference/…`: the reference of the API and the feed of its changes, for pages and for programs. They change only with a release. */
export const developerRoutes =
  ({ schema, publicUrl }: DeveloperParts): Mount =>
  (app) => {
    const router = Router();
    // made when somebody first asks, and not at the start
    let made: ReturnType<typeof createReference> | undefined;
    const reference = () => (made ??= createReference(schema()));
    const told = readReleases();
    router.use((_request, response, next) => {
      response.setHeader('Cache-Control', 'public, max-age=300');
      next();
    });
    router.get('/index.json', (_request, response) => void response.json(reference().index));
    router.get('/types/:file', (request, response) => {
      const found = reference().typeOf(request.params['file'].replace(/\.json$/, ''));
      if (found) response.json(found);
      else sendError(response, 404, 'NOT_FOUND', 'There is no such type.');
    });
    router.get('/changes.json', (_request, response) => {
      response.type('application/feed+json').send(JSON.stringify(changesAsJsonFeed(told, publicUrl)));
    });
    router.get('/changes.atom', (_request, response) => {
      response.type('application/atom+xml').send(changesAsAtom(told, publicUrl));
    });
    app.use('/reference', router);
  };
