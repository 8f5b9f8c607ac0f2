import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { askSite } from './ask-site.command.ts';
import { PlacementRequestType } from './request.graphql.ts';
import {
  AskSiteInput,
  AskSiteResult,
  SiteQuestionConnection,
  SiteQuestionsArguments,
  SiteToAskType,
} from './site-question.graphql.ts';

/** Questions to sites that do not offer yet. */
@Resolver()
export class SiteQuestionResolver {
  @Query(() => SiteQuestionConnection, {
    description:
      'Questions to sites that you may see: your own, those to your organisation, or those of your returners.',
  })
  siteQuestions(
    @Args(() => SiteQuestionsArguments) _page: SiteQuestionsArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => AskSiteResult, { description: 'Asks a site that does not offer yet whether it could.' })
  async askSite(
    @Arg('input', () => AskSiteInput, { description: 'What is asked for.' }) input: AskSiteInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(context, info, 'SiteAsked', 'AskSiteRefused', await askSite(context.commandContext(), input));
  }
}

/** What a request may ask beyond the offers. */
@Resolver(() => PlacementRequestType)
export class RequestSitesResolver {
  @FieldResolver(() => [SiteToAskType], {
    description: 'Known sites within reach that offer nothing for the profession yet, those that were asked first.',
  })
  sitesToAsk(): never {
    return readByProjection();
  }
}
