import OAuth2Server, { OAuthError } from '@node-oauth/oauth2-server';
import { Router } from 'express';
import type { Actor } from '../access/actor.ts';
import { allScopes } from '../access/scopes.ts';
import type { Clock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { createLearnPartner } from '../partners/learn-partner.queries.ts';
import { giveAccessToken, TOKEN_SECONDS } from '../partners/give-access-token.command.ts';
import { isKey } from '../partners/partner-secret.ts';
import type { Database } from '../persistence/database.ts';
import type { Mount } from './app.ts';
import { formBody } from './bodies.ts';
import { referenceOf } from './reference.ts';

/** What giving out tokens needs. */
export interface OAuthParts {
  readonly database: Database;
  /** The machine's clock: keys and tokens end by it. */
  readonly clock: Clock;
}

/** The program behind a client that the library carries about. */
const programOf = (client: OAuth2Server.Client): Actor => client['actor'] as Actor;

/**
 * `/oauth/token`: access tokens by OAuth 2.0 client credentials (RFC 6749, section 4.4), for libraries that ask for them. The client's
 * id is the id of the program, its secret a key. A token is good for an hour, and for no longer than its key.
 */
export const oauthRoutes =
  ({ database, clock }: OAuthParts): Mount =>
  (app) => {
    const learn = createLearnPartner(database, clock);
    const modelFor = (traceId: string): OAuth2Server.ClientCredentialsModel => ({
      getClient: async (clientId, secret) => {
        const learned = isKey(secret) ? await learn(secret) : undefined;
        if (!learned || !('actor' in learned)) return false;
        const { actor } = learned;
        return actor.partner && toGlobalId('PartnerClient', actor.partner.clientId) === clientId
          ? { id: clientId, grants: ['client_credentials'], accessTokenLifetime: TOKEN_SECONDS, actor }
          : false;
      },
      getUserFromClient: ({ id }) => Promise.resolve({ id }),
      validateScope: (_user, client, asked) => {
        const scopes: readonly string[] = programOf(client).partner?.scopes ?? [];
        const wanted = asked ?? [...scopes];
        return Promise.resolve(wanted.every((scope) => scopes.includes(scope)) && wanted);
      },
      saveToken: async (_made, client, user) => {
        const actor = programOf(client);
        const scope = _made.scope ?? [];
        const { token, endsAt } = await giveAccessToken(
          { actor, clock, traceId, em: database.orm.em.fork() },
          allScopes.filter((each) => scope.includes(each)),
        );
        return { accessToken: token, accessTokenExpiresAt: endsAt, scope, client, user };
      },
      // tokens are read at the door of the API, beside the keys
      getAccessToken: () => Promise.resolve(false),
    });
    const router = Router();
    router.post('/token', formBody, async (request, response) => {
      const server = new OAuth2Server({ model: modelFor(referenceOf(response)) });
      const answer = new OAuth2Server.Response();
      response.setHeader('Cache-Control', 'no-store');
      // what stands in an address is not read: a scope there would be left out, and the token would have all
      if (request.url.includes('?')) {
        response.status(400).json({
          error: 'invalid_request',
          error_description:
            'Send every parameter in the body, as application/x-www-form-urlencoded, and none in the address.',
        });
        return;
      }
      try {
        const { headers, method, body } = request;
        const plain = Object.entries(headers).filter(
          (header): header is [string, string] => typeof header[1] === 'string',
        );
        const asked = { headers: Object.fromEntries(plain), method, query: {}, body: (body as unknown) ?? {} };
        await server.token(new OAuth2Server.Request(asked), answer);
        response
          .set(answer.headers ?? {})
          .status(answer.status ?? 200)
          .json(answer.body);
      } catch (error) {
        // what is no fault of the caller is answered as everywhere
        if (!(error instanceof OAuthError) || error.code >= 500) throw error;
        response
          .set(answer.headers ?? {})
          .status(error.code)
          .json({ error: error.name, error_description: error.message });
      }
    });
    app.use('/oauth', router);
  };
