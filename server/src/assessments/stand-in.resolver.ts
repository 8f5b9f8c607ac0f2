import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from 'type-graphql';
import { ViewerType } from '../accounts/account.graphql.ts';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { SupervisorType } from '../placements/host.graphql.ts';
import { PlacementType } from '../placements/placement.graphql.ts';
import { nameStandIn } from './name-stand-in.command.ts';
import { renewSignOffLink } from './renew-sign-off-link.command.ts';
import { pagesOf } from './sign-off.resolver.ts';
import { SignOffConnection, SignOffsArguments } from './sign-off.graphql.ts';
import {
  NameStandInInput,
  NameStandInResult,
  PlacementSupervisorType,
  RenewSignOffLinkInput,
  RenewSignOffLinkResult,
  StandInType,
} from './stand-in.graphql.ts';

const inputHelp = { description: 'What is asked for.' };

/** Who signs instead, and links that have ended. */
@Resolver()
export class StandInResolver {
  @Query(() => SignOffConnection, {
    description:
      'What supervisors were asked to confirm: for a supervisor what they were asked, for an organisation its own, for a coordinator those of the returners who agree to be seen.',
  })
  signOffs(
    @Args(() => SignOffsArguments) _page: SignOffsArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
  @Mutation(() => NameStandInResult, {
    description: 'For the organisation and coordinators: another supervisor there stands in at a placement under way.',
  })
  async nameStandIn(
    @Arg('input', () => NameStandInInput, inputHelp) input: NameStandInInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await nameStandIn(context.commandContext(), input);
    return answerOf(context, info, 'StandInNamed', 'NameStandInRefused', result);
  }
  @Mutation(() => RenewSignOffLinkResult, {
    description:
      'For a supervisor whose link to sign has ended: sends a new one to their confirmed address, at most once a day.',
  })
  async renewSignOffLink(
    @Arg('input', () => RenewSignOffLinkInput, inputHelp) input: RenewSignOffLinkInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await renewSignOffLink(context.commandContext(), input, pagesOf(context));
    return answerOf(context, info, 'SignOffLinkRenewed', 'RenewSignOffLinkRefused', result);
  }
}

/** What sign-off adds to a placement. */
@Resolver(() => PlacementType)
export class PlacementSignOffResolver {
  @FieldResolver(() => SignOffConnection, { description: 'What its supervisors were asked to confirm.' })
  signOffs(@Args(() => SignOffsArguments) _page: SignOffsArguments): never {
    return readByProjection();
  }
  @FieldResolver(() => [StandInType], {
    description: 'Supervisors who stand in for the one who was named first, in the order of their days.',
  })
  standIns(): never {
    return readByProjection();
  }
  @FieldResolver(() => PlacementSupervisorType, {
    nullable: true,
    description:
      'Whoever supervises it today; before it begins on its first day, after it on its last. Null for nobody.',
  })
  supervisorNow(): never {
    return readByProjection();
  }
}

/** What supervising adds to whoever is asking. */
@Resolver(() => ViewerType)
export class ViewerSupervisorsResolver {
  @FieldResolver(() => [SupervisorType], {
    description: 'Your own record as a supervisor at each organisation, with whether you may supervise and why.',
  })
  supervisors(): never {
    return readByProjection();
  }
}
