import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { assessStandard } from './self-assessment.command.ts';
import { AssessStandardInput, AssessStandardResult, SelfAssessmentType } from './self-assessment.graphql.ts';

/** Returners say how confident they feel. */
@Resolver()
export class SelfAssessmentResolver {
  @Mutation(() => AssessStandardResult, {
    description: 'Keeps how confident you feel in one standard of proficiency, and what you want to reach.',
  })
  async assessStandard(
    @Arg('input', () => AssessStandardInput, { description: 'What you say of it.' }) input: AssessStandardInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await assessStandard(context.commandContext(), input);
    return answerOf(context, info, 'StandardAssessed', 'AssessStandardRefused', result);
  }
}

/** What self-assessment adds to a returner. */
@Resolver(() => ReturnerType)
export class ReturnerSelfAssessmentResolver {
  @FieldResolver(() => SelfAssessmentType, {
    description:
      'How confident the person feels in the standards of proficiency, with the gaps and how far they have come.',
  })
  selfAssessment(): never {
    return readByProjection();
  }
}
