import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { operations, takesRecentSignIn, whyNotCall } from '../access/operations.ts';
import { TurnedAway } from '../kernel/turned-away.ts';
import { checkScopes } from './scope-check.ts';
import type { Actor } from '../access/actor.ts';

const words = {
  UNAUTHENTICATED: 'Sign in first.',
  FORBIDDEN: 'Your role may not do this.',
} as const;

/** Puts the list of operations before every field of the roots: what it does not allow is not resolved at all. */
export const guardOperations = (schema: GraphQLSchema): void => {
  for (const root of ['Query', 'Mutation'] as const) {
    const type = root === 'Query' ? schema.getQueryType() : schema.getMutationType();
    for (const field of Object.values(type?.getFields() ?? {})) {
      const callers = operations[root][field.name];
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: { readonly actor: Actor }, info) => {
        const turned = whyNotCall(context.actor, callers);
        if (turned) throw new TurnedAway(turned, words[turned]);
        if (root === 'Mutation' && context.actor.mustSignInAgain === true && takesRecentSignIn(field.name))
          throw new TurnedAway('UNAUTHENTICATED', 'It is some time since you signed in. Sign in again to change this.');
        checkScopes(context.actor, info);
        return resolve(source, args, context, info);
      };
    }
  }
  // streams ask the same of whoever opens one; here stands what holds for whoever runs the field in another way
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const { subscribe } = field;
    field.subscribe = (source, args, context: { readonly actor: Actor }, info) => {
      const turned = whyNotCall(context.actor, operations.Subscription[field.name]);
      if (turned) throw new TurnedAway(turned, words[turned]);
      checkScopes(context.actor, info);
      return subscribe?.(source, args, context, info);
    };
  }
};
