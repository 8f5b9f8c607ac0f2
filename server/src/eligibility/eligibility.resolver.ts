import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context.ts';
import { EligibilityAnswersInput } from './answers.graphql.ts';
import { EligibilityCheck } from './eligibility.graphql.ts';
import { decideEligibility } from './eligibility.rules.ts';

/** "Could I come back?", for anybody; nothing is stored. */
@Resolver()
export class EligibilityResolver {
  @Query(() => EligibilityCheck, {
    description:
      'Could I come back, by which way, and with how much updating? Send the answers so far; get the next question or the outcome. No account is needed and nothing is kept.',
  })
  eligibility(
    @Arg('answers', () => EligibilityAnswersInput, { description: 'The answers so far.' })
    answers: EligibilityAnswersInput,
    @Ctx() context: RequestContext,
  ): typeof EligibilityCheck {
    return decideEligibility(answers, context.clock.today());
  }
}
