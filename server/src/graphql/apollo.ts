import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import type { Request, RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { addressRange } from '../http/address-range.rules.ts';
import { jsonBody } from '../http/bodies.ts';
import { sendError } from '../http/errors.ts';
import type { Mount } from '../http/app.ts';
import type { Log } from '../http/log.ts';
import { referenceOf } from '../http/reference.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import type { Reading } from './compile/reader.ts';
import { createReader } from './compile/reader.ts';
import { chargePrice } from './charge-price.ts';
import { createContext, type RequestContext } from './context.ts';
import { createFairShare } from './fair-share.ts';
import { limitRule } from './limit-rule.ts';
import { limits } from './limits.ts';
import { wordProblem } from './problems.ts';
import { tellDeprecations } from './tell-deprecations.ts';
import { projections } from './projections.ts';
import type { DocumentRegister } from './register.ts';

/** What the GraphQL endpoint is made from. */
export interface GraphqlParts {
  readonly schema: GraphQLSchema;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly demonstration: boolean;
  readonly publicUrl: string;
  readonly register: DocumentRegister;
  /** `registered`: a signed-in browser may only send documents of the register. */
  readonly documents: 'registered' | 'any';
  /** Learns who is asking, by at most one statement. */
  readonly actorOf: (request: Request) => Promise<Actor>;
  readonly onSensitive: (actor: Actor, traceId: string) => Reading['onSensitive'];
}

/** Gives every error the trace id of its request, which `formatError` alone does not know. */
const traceErrors: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) error.extensions['traceId'] = contextValue.traceId;
        return Promise.resolve();
      },
    }),
};

/**
 * GraphQL over HTTP: a well-formed request is answered 200 as `application/json`; only
 * `application/graphql-response+json` tells by its status that the document was wrong.
 */
const statusByMediaType: ApolloServerPlugin<BaseContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, response }) {
        const accepts = request.http?.headers.get('accept') ?? '';
        const body = response.body.kind === 'single' ? response.body.singleResult : undefined;
        const code = body?.errors?.[0]?.extensions?.['code'];
        if (code === 'UNAVAILABLE') response.http.status = 503;
        else if (code === 'RATE_LIMITED') response.http.status = 429;
        else if (code === 'PERSISTED_QUERY_NOT_SUPPORTED') response.http.status = 400;
        else if (accepts.includes('application/graphql-response+json')) {
          if (body && !('data' in body)) response.http.status = 400;
        } else if (response.http.status === 400) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};

/** Puts the text of a registered document in place of its id, and turns away what may not be sent. */
const resolveDocument =
  ({ register, documents }: GraphqlParts, actors: WeakMap<Request, Actor>): RequestHandler =>
  (request, response, next) => {
    const body: unknown = request.body;
    // a GET has no body, and may carry a document in its address all the same
    const sent = (typeof body === 'object' && body !== null ? body : {}) as { documentId?: unknown; query?: unknown };
    const isBrowserSession = (actors.get(request)?.sessionId ?? null) !== null;
    const refuse = () =>
      sendError(response, 400, 'DOCUMENT_NOT_REGISTERED', 'This document is not registered. Load the page again.');
    if (sent.documentId === undefined) return isBrowserSession && documents === 'registered' ? refuse() : next();
    const text = typeof sent.documentId === 'string' ? register.get(sent.documentId) : undefined;
    if (text === undefined) return refuse();
    sent.query = text;
    delete sent.documentId;
    return next();
  };

/** What is said of an operation that took too long: all of it is one statement, so that the dearest field is the one to blame. */
const tookTooLong = (dearest: unknown): string =>
  `That took more than ${limits.operationTime / 1_000} seconds.${typeof dearest === 'string' ? ` The dearest field is ${dearest}.` : ''} Ask for less of it, or try again.`;

/** Ends an operation that takes too long with an answer of its own. */
const limitTime: RequestHandler = (_request, response, next) => {
  const timer = setTimeout(() => {
    if (!response.headersSent) sendError(response, 503, 'UNAVAILABLE', tookTooLong(response.locals['dearest']));
  }, limits.operationTime);
  response.once('close', () => clearTimeout(timer));
  next();
};

/** Mounts the API at `/graphql`. */
export const graphql =
  (parts: GraphqlParts): Mount =>
  async (app) => {
    const { schema, database, clock, log, demonstration, publicUrl } = parts;
    const reader = createReader(projections);
    const actors = new WeakMap<Request, Actor>();
    const server = new ApolloServer<RequestContext>({
      schema,
      introspection: true,
      persistedQueries: false,
      allowBatchedHttpRequests: false,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: true,
      stopOnTerminationSignals: false,
      csrfPrevention: true,
      parseOptions: { maxTokens: limits.tokens },
      validationRules: [limitRule],
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        // its page would load scripts of another company's servers
        ApolloServerPluginLandingPageDisabled(),
        traceErrors,
        chargePrice(database, log, createFairShare()),
        tellDeprecations(schema, database, log),
        statusByMediaType,
      ],
      formatError: (formatted, error) => {
        const traceId = formatted.extensions?.['traceId'];
        return wordProblem(formatted, error, typeof traceId === 'string' ? traceId : randomUUID(), log);
      },
    });
    await server.start();
    app.use(
      '/graphql',
      jsonBody,
      limitTime,
      (request, _response, next) => {
        parts.actorOf(request).then((actor) => {
          actors.set(request, actor);
          next();
        }, next);
      },
      resolveDocument(parts, actors),
      expressMiddleware(server, {
        context: ({ req, res }) => {
          const actor = actors.get(req);
          if (!actor) throw new Error('The actor was not learned.');
          const traceId = referenceOf(res);
          const onSensitive = parts.onSensitive(actor, traceId);
          const context = createContext({
            traceId,
            actor,
            clock,
            demonstration,
            publicUrl,
            database,
            reader,
            onSensitive,
          });
          return Promise.resolve({
            ...context,
            takesFreeDocuments: parts.documents === 'any' || actor.sessionId === null,
            caller: actor.partner?.clientId ?? actor.personId ?? addressRange(req.ip ?? ''),
            onPriced: (dearest) => void (res.locals['dearest'] = dearest),
          });
        },
      }),
    );
  };
