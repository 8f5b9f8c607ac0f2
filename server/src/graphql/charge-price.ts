import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { getVariableValues, GraphQLError, Kind, type GraphQLObjectType, type OperationDefinitionNode } from 'graphql';
import type { Log } from '../http/log.ts';
import { TurnedAway } from '../kernel/turned-away.ts';
import { reservePoints, returnPoints } from '../partners/budget.queries.ts';
import { BUDGET_SECONDS, secondsUntil, type BudgetNow } from '../partners/budget.rules.ts';
import type { Database } from '../persistence/database.ts';
import type { Document } from './compile/selection.ts';
import type { RequestContext } from './context.ts';
import type { FairShare } from './fair-share.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { isIntrospection } from './limit-rule.ts';
import { excessOfVariables } from './limit-variables.ts';
import { limits } from './limits.ts';
import { arithmeticOf, chargeOf, dearestOf, priceOf, type Charge, type Price } from './price.ts';
import { withoutValues } from './without-values.rules.ts';

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
    if (error instanceof GraphQLError) throw theirMistake('BAD_USER_INPUT', withoutValues(error.message));
    throw error;
  }
};

const tooDear = (price: Price): GraphQLError => {
  const dearest = dearestOf(price);
  return theirMistake(
    'LIMIT_EXCEEDED',
    `The query can cost ${price.points} points (1 + ${price.relations} relations + ${price.rows} rows / 100), more than ${limits.price}.${
      dearest ? ` The dearest field is ${dearest.path} (${dearest.arithmetic}).` : ''
    } Ask for smaller pages.`,
  );
};

const spent = (needed: number, budget: BudgetNow): GraphQLError => {
  const wait = secondsUntil(needed, budget);
  const message = `The query can cost ${needed} points, and ${budget.left} of ${budget.points} are left. Wait ${wait} seconds, or ask for smaller pages.`;
  return new GraphQLError(message, {
    originalError: new TurnedAway('RATE_LIMITED', message),
    extensions: { http: { status: 429, headers: new HeaderMap([['retry-after', String(wait)]]) } },
  });
};

/** Seconds after which somebody whose other queries are under way may ask again. */
const RETRY_SECONDS = 2;

const noTurn = (): GraphQLError => {
  const message = `You have as many queries under way as one caller may, ${limits.pointsAtOnce} points. Wait for their answers, or ask for smaller pages.`;
  return new GraphQLError(message, {
    originalError: new TurnedAway('RATE_LIMITED', message),
    extensions: { http: { status: 429, headers: new HeaderMap([['retry-after', String(RETRY_SECONDS)]]) } },
  });
};

/** The budget in headers, by the IETF draft on rate limits. */
const headersOf = (budget: BudgetNow): readonly (readonly [string, string])[] => [
  ['ratelimit-policy', `"points";q=${budget.points};w=${BUDGET_SECONDS}`],
  ['ratelimit', `"points";r=${budget.left};t=${budget.fullInSeconds}`],
];

/** Introspection costs the same whatever it asks. */
const ofIntrospection: Price = { points: limits.introspectionPrice, relations: 0, rows: 0, parts: [] };

interface Priced {
  readonly price: Price;
  /** What the answer has cost. */
  readonly charge: (data: unknown) => Charge;
}

const priceOperation = (document: Document, operation: OperationDefinitionNode, root: GraphQLObjectType): Priced => ({
  price: priceOrMistake(document, operation, root),
  charge: (data) => chargeOf(document, operation, root, data),
});

const isDryRun = (extensions: Readonly<Record<string, unknown>> | undefined): boolean =>
  extensions?.['dryRun'] === true;

/** What a dry run tells: the price before the meal, with the arithmetic of every field. */
const bill = (price: Price, budget: BudgetNow | undefined) => ({
  bound: price.points,
  limit: limits.price,
  arithmetic: price === ofIntrospection ? 'introspection costs the same whatever it asks' : arithmeticOf(price),
  dearest: dearestOf(price) ?? null,
  fields: price.parts,
  ...(budget ? { budget } : {}),
});

/** With whom a query shares the server's time, where nobody knows whose it is. */
const UNKNOWN = '';
/** All who ask about the schema in new words share one turn, with a pause: nothing takes a server as long. */
const ABOUT_SCHEMA = 'about the schema';
const ABOUT_SCHEMA_PAUSE_MS = 500;

/**
 * Reckons the price of every operation before it runs, refuses those beyond the limit, and answers a dry run by the price alone. By its
 * price a query waits for its turn behind others of the same caller. Of a partner program's budget the price is reserved before, by one
 * statement; afterwards what was not needed is given back.
 */
export const chargePrice = (
  database: Pick<Database, 'query'>,
  log: Log,
  share: FairShare,
): ApolloServerPlugin<RequestContext> => {
  const kept = createKeptAnswers();
  return {
    requestDidStart: () => {
      let leave: (() => void) | undefined;
      let aboutSchema: string | undefined;
      let priced: Priced | undefined;
      let reserved: BudgetNow | undefined;
      let isDry = false;
      return Promise.resolve({
        async didResolveOperation({ document, operation, schema, request, contextValue }) {
          const root = operation && schema.getRootType(operation.operation);
          if (!operation || !root) return;
          isDry = isDryRun(request.extensions);
          const { partner } = contextValue.actor;
          if (isIntrospection(document)) {
            aboutSchema = kept.keyOf(request);
            priced = { price: ofIntrospection, charge: () => ofIntrospection };
          } else {
            const excess = excessOfVariables(request.variables);
            if (excess !== undefined) throw theirMistake('LIMIT_EXCEEDED', excess);
            const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
            // impossible variables are refused in a moment, by the executor
            if (!coerced) return;
            const fragments = Object.fromEntries(
              document.definitions.flatMap((node) =>
                node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
              ),
            );
            priced = priceOperation({ schema, fragments, variables: coerced }, operation, root);
          }
          const { price } = priced;
          contextValue.onPriced?.(dearestOf(price)?.path);
          if (isDry) return;
          if (price.points > Math.min(limits.price, partner?.budget ?? limits.price)) throw tooDear(price);
          const isNew = aboutSchema !== undefined && !kept.has(aboutSchema);
          const turn = isNew
            ? await share.enter(ABOUT_SCHEMA, limits.pointsAtOnce)
            : await share.enter(contextValue.caller ?? UNKNOWN, price.points);
          if (!turn) throw noTurn();
          leave = isNew ? () => void setTimeout(turn, ABOUT_SCHEMA_PAUSE_MS).unref() : turn;
          if (!partner) return;
          const { isTaken, budget } = await reservePoints(database, partner, price.points);
          if (!isTaken) throw spent(price.points, budget);
          reserved = budget;
        },
        async responseForOperation({ contextValue }) {
          if (!priced) return null;
          if (!isDry) {
            const known = aboutSchema === undefined ? undefined : kept.get(aboutSchema);
            return known
              ? { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: known } } }
              : null;
          }
          const { partner } = contextValue.actor;
          const budget = partner && (await reservePoints(database, partner, 0)).budget;
          const headers = new HeaderMap();
          for (const [name, value] of budget ? headersOf(budget) : []) headers.set(name, value);
          return {
            http: { headers },
            body: { kind: 'single', singleResult: { data: null, extensions: { cost: bill(priced.price, budget) } } },
          };
        },
        didEncounterErrors({ errors }) {
          const dearest = priced && dearestOf(priced.price)?.path;
          if (dearest !== undefined) for (const error of errors) error.extensions['dearest'] = dearest;
          return Promise.resolve();
        },
        unexpectedErrorProcessingRequest() {
          leave?.();
          return Promise.resolve();
        },
        willSendResponse({ response, contextValue }) {
          leave?.();
          const { partner } = contextValue.actor;
          const body = response.body.kind === 'single' ? response.body.singleResult : undefined;
          if (aboutSchema !== undefined && body?.data && !body.errors && !isDry) kept.keep(aboutSchema, body.data);
          if (!partner || !priced || !reserved || !body) return Promise.resolve();
          const { price } = priced;
          const charged = Math.min(price.points, priced.charge(body.data).points);
          const unused = price.points - charged;
          const left = Math.min(reserved.points, reserved.left + unused);
          const fullInSeconds = Math.ceil(((reserved.points - left) * BUDGET_SECONDS) / reserved.points);
          const budget: BudgetNow = { points: reserved.points, left, fullInSeconds };
          body.extensions = { ...body.extensions, cost: { bound: price.points, charged, limit: limits.price, budget } };
          for (const [name, value] of headersOf(budget)) response.http.headers.set(name, value);
          // the answer waits for nothing; points that are not given back grow again
          returnPoints(database, partner, unused).catch((err: unknown) =>
            log.warn({ err }, 'points of a budget were not given back'),
          );
          return Promise.resolve();
        },
      });
    },
  };
};
