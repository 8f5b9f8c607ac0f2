import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { letUniversityFollow, stopUniversityFollowing } from './decide-university-consent.command.ts';
import {
  FollowedPlacementConnection,
  FollowedPlacementsArguments,
  LetUniversityFollowInput,
  LetUniversityFollowResult,
  StopUniversityFollowingInput,
  StopUniversityFollowingResult,
  UniversitySharingType,
} from './university-consent.graphql.ts';

const inputHelp = { description: 'What is asked for.' };

/** Universities that follow placements, by consent. */
@Resolver()
export class UniversityConsentResolver {
  @Query(() => FollowedPlacementConnection, {
    description:
      'Placements of those who let your university follow them: for those who work there, and its programs. Nobody is on it any more from the moment they take that back.',
  })
  followedPlacements(
    @Args(() => FollowedPlacementsArguments) _page: FollowedPlacementsArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => LetUniversityFollowResult, {
    description: 'For returners: lets a university follow your placements, in the words that you have read.',
  })
  async letUniversityFollow(
    @Arg('input', () => LetUniversityFollowInput, inputHelp) input: LetUniversityFollowInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await letUniversityFollow(context.commandContext(), input);
    return answerOf(context, info, 'UniversityFollows', 'LetUniversityFollowRefused', result);
  }

  @Mutation(() => StopUniversityFollowingResult, {
    description: 'For returners: takes that back. The university sees nothing from then on.',
  })
  async stopUniversityFollowing(
    @Arg('input', () => StopUniversityFollowingInput, inputHelp) input: StopUniversityFollowingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await stopUniversityFollowing(context.commandContext(), input);
    return answerOf(context, info, 'UniversityStopped', 'StopUniversityFollowingRefused', result);
  }
}

/** What this adds to a returner. */
@Resolver(() => ReturnerType)
export class ReturnerUniversityResolver {
  @FieldResolver(() => UniversitySharingType, {
    nullable: true,
    description: 'The universities that may follow the placements; null to everybody but the person.',
  })
  universitySharing(): never {
    return readByProjection();
  }
}
