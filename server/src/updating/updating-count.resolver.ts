import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context.ts';
import { UpdatingCountInput, UpdatingCountResult } from './updating-count.graphql.ts';
import { answerUpdatingCount } from './updating-count.rules.ts';

/** Counts updating for anybody; nothing is stored. */
@Resolver()
export class UpdatingCountResolver {
  @Query(() => UpdatingCountResult, {
    description: 'What counts of some updating, what does not, and why. No account is needed and nothing is kept.',
  })
  updatingCount(
    @Arg('input', () => UpdatingCountInput, { description: 'The updating to be counted.' }) input: UpdatingCountInput,
    @Ctx() context: RequestContext,
  ): typeof UpdatingCountResult {
    return answerUpdatingCount(input, context.clock.today());
  }
}
