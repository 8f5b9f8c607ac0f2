import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { takesConfirmation } from '../access/confirmed-operations.ts';
import { operations, takesRecentSignIn, whyNotCall } from '../access/operations.ts';
import { signInFirst } from '../kernel/sign-in-first.ts';
import { TurnedAway } from '../kernel/turned-away.ts';
import { checkScopes } from './scope-check.ts';
import type { Actor } from '../access/actor.ts';

const words = {
  UNAUTHENTICATED: signInFirst,
  FORBIDDEN: 'Your role may not do this.',
} as const;

/** All that somebody is shown who lacks the second factor that their role takes: that they do. */
const shownToUnproven = 'viewer';
const secondFactorNeeded = () =>
  new TurnedAway(
    'SECOND_FACTOR_NEEDED',
    'Your role takes a second factor. Show it, or set one up: /account/second-factor.',
  );
const confirmFirst = 'Confirm that it is you by /auth/confirm, and send this again with the same idempotency key.';

/** Puts the list of operations before every field of the roots: what it does not allow is not resolved at all. */
export const guardOperations = (schema: GraphQLSchema): void => {
  for (const root of ['Query', 'Mutation'] as const) {
    const type = root === 'Query' ? schema.getQueryType() : schema.getMutationType();
    for (const field of Object.values(type?.getFields() ?? {})) {
      const callers = operations[root][field.name];
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: { readonly actor: Actor }, info) => {
        if (context.actor.unproven && field.name !== shownToUnproven) throw secondFactorNeeded();
        const turned = whyNotCall(context.actor, callers);
        if (turned) throw new TurnedAway(turned, words[turned]);
        if (root === 'Mutation' && context.actor.mustSignInAgain === true && takesRecentSignIn(field.name))
          throw new TurnedAway('UNAUTHENTICATED', 'It is some time since you signed in. Sign in again to change this.');
        if (root === 'Mutation' && context.actor.mustConfirm === true && takesConfirmation(field.name))
          throw new TurnedAway('CONFIRM_IT_IS_YOU', confirmFirst);
        checkScopes(context.actor, info);
        return resolve(source, args, context, info);
      };
    }
  }
  // streams ask the same of whoever opens one; here stands what holds for whoever runs the field in another way
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const { subscribe } = field;
    field.subscribe = (source, args, context: { readonly actor: Actor }, info) => {
      if (context.actor.unproven) throw secondFactorNeeded();
      const turned = whyNotCall(context.actor, operations.Subscription[field.name]);
      if (turned) throw new TurnedAway(turned, words[turned]);
      checkScopes(context.actor, info);
      return subscribe?.(source, args, context, info);
    };
  }
};
