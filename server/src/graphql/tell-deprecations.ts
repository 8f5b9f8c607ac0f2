import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../http/log.ts';
import { createNoteUses } from '../partners/deprecated-use.queries.ts';
import type { Database } from '../persistence/database.ts';
import { createDeprecations } from './deprecations.ts';
import type { RequestContext } from './context.ts';

/**
 * Tells whoever sends a document in `extensions.deprecations` what of it will go away, when, and what to use in its place. Of programs it
 * is noted as well, so that those who look after them can be asked in time.
 */
export const tellDeprecations = (
  schema: GraphQLSchema,
  database: Pick<Database, 'query'>,
  log: Log,
): ApolloServerPlugin<RequestContext> => {
  const deprecations = createDeprecations(schema);
  const noteUses = createNoteUses(database);
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ document, request, response, contextValue }) {
          const body = response.body.kind === 'single' ? response.body.singleResult : undefined;
          if (!document || !body) return Promise.resolve();
          // a document that does not fit the schema has no parts to tell of
          const found = 'data' in body ? deprecations(document, request.variables ?? {}) : [];
          if (found.length === 0) return Promise.resolve();
          body.extensions = { ...body.extensions, deprecations: found };
          const { partner } = contextValue.actor;
          // the answer waits for nothing; what is not noted now is noted with the next document
          if (partner)
            noteUses(partner.clientId, found).catch((err: unknown) =>
              log.warn({ err }, 'the use of a deprecated field was not noted'),
            );
          return Promise.resolve();
        },
      }),
  };
};
