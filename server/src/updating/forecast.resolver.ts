import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context.ts';
import { ForecastInputType, ForecastResult } from './forecast.graphql.ts';
import { answerForecast } from './forecast.rules.ts';

/** "When could I be back?", for anybody; nothing is stored. */
@Resolver()
export class ForecastResolver {
  @Query(() => ForecastResult, {
    description:
      'When a plan of updating could end with the person back on the Register. No account is needed and nothing is kept.',
  })
  forecast(
    @Arg('input', () => ForecastInputType, { description: 'The plan.' }) input: ForecastInputType,
    @Ctx() context: RequestContext,
  ): typeof ForecastResult {
    return answerForecast(input, context.clock.today());
  }
}
