import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import type { Request, RequestHandler } from 'express';
import { getVariableValues, GraphQLError, Kind, type GraphQLSchema } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { jsonBody } from '../http/bodies.ts';
import { sendError } from '../http/errors.ts';
import type { Mount } from '../http/app.ts';
import type { Log } from '../http/log.ts';
import { referenceOf } from '../http/reference.ts';
import type { Clock } from '../kernel/clock.ts';
import { TurnedAway } from '../kernel/turned-away.ts';
import type { Database } from '../persistence/database.ts';
import type { Reading } from './compile/reader.ts';
import { createReader } from './compile/reader.ts';
import { createContext, type RequestContext } from './context.ts';
import { isIntrospection, limitRule } from './limit-rule.ts';
import { excessOfVariables } from './limit-variables.ts';
import { limits } from './limits.ts';
import { priceOf } from './price.ts';
import { wordProblem } from './problems.ts';
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

const theirMistake = (code: 'LIMIT_EXCEEDED' | 'BAD_USER_INPUT', message: string): GraphQLError =>
  new GraphQLError(message, {
    originalError: new TurnedAway(code, message),
    // the caller's mistake, and not ours, which Apollo takes errors of a plugin for
    extensions: { http: { status: 400 } },
  });

/**
 * The price; every argument is read for it. What the schema does not take, though its variable does (null for an argument
 * that has a default), is the caller's mistake.
 */
const priceOrMistake: typeof priceOf = (...asked) => {
  try {
    return priceOf(...asked);
  } catch (error) {
    if (error instanceof GraphQLError) throw theirMistake('BAD_USER_INPUT', error.message);
    throw error;
  }
};

/** Reckons the price of every operation before it runs, refuses those beyond the limit, and tells the price. */
const chargePrice: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ document, operation, schema, request }) {
        const root = operation && schema.getRootType(operation.operation);
        if (!operation || !root || isIntrospection(document)) return Promise.resolve();
        const excess = excessOfVariables(request.variables);
        if (excess !== undefined) throw theirMistake('LIMIT_EXCEEDED', excess);
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
        // impossible variables are refused in a moment, by the executor
        if (!coerced) return Promise.resolve();
        const fragments = Object.fromEntries(
          document.definitions.flatMap((node) =>
            node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
          ),
        );
        const price = priceOrMistake({ schema, fragments, variables: coerced }, operation, root);
        if (price.points > limits.price)
          throw theirMistake(
            'LIMIT_EXCEEDED',
            `The query can cost ${price.points} points (1 + ${price.relations} relations + ${price.rows} rows / 100), more than ${limits.price}. Ask for smaller pages.`,
          );
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

/** Ends an operation that takes too long with an answer of its own. */
const limitTime: RequestHandler = (_request, response, next) => {
  const timer = setTimeout(() => {
    if (!response.headersSent)
      sendError(response, 503, 'UNAVAILABLE', 'That took too long. Ask for less, or try again.');
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
        chargePrice,
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
          return Promise.resolve(
            createContext({ traceId, actor, clock, demonstration, publicUrl, database, reader, onSensitive }),
          );
        },
      }),
    );
  };
