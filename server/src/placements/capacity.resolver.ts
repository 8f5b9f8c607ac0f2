import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { answerOf } from '../graphql/answer-of-command.ts';
import {
  AddCapacityOfferInput,
  AddCapacityOfferResult,
  CapacityOfferConnection,
  CapacityOffersArguments,
  CapacityOfferType,
  ChangeCapacityOfferInput,
  ChangeCapacityOfferResult,
  ConfirmCapacityOfferInput,
  ConfirmCapacityOfferResult,
} from './capacity.graphql.ts';
import { HostType, PlacementSiteType } from './host.graphql.ts';
import { MatchPlanType, WhatIfInput } from './match.graphql.ts';
import {
  ChangePlacementRequestInput,
  ChangePlacementRequestResult,
  PlacementOddsType,
  PlacementRequestConnection,
  PlacementRequestsArguments,
  PlacementRequestType,
  PlacementWishInput,
  SendPlacementRequestInput,
  SendPlacementRequestResult,
  WithdrawPlacementRequestInput,
  WithdrawPlacementRequestResult,
} from './request.graphql.ts';
import { addCapacityOffer, changeCapacityOffer, confirmCapacityOffer } from './save-capacity.command.ts';
import { changePlacementRequest, sendPlacementRequest, withdrawPlacementRequest } from './send-request.command.ts';

const inputHelp = { description: 'What is asked for.' };

/** What sites offer, what returners ask for, and what would fit. */
@Resolver()
export class CapacityResolver {
  @Query(() => CapacityOfferType, {
    nullable: true,
    description: 'One offer of places by id; null where there is none, or you may not see it.',
  })
  capacityOffer(
    @Arg('id', () => ID, { description: 'The id.' }) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => CapacityOfferConnection, {
    description: 'Offers of the organisations that you manage, or that lie in your regions or boards.',
  })
  capacityOffers(
    @Args(() => CapacityOffersArguments) _page: CapacityOffersArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => PlacementRequestConnection, { description: 'For coordinators: requests of the returners you see.' })
  placementRequests(
    @Args(() => PlacementRequestsArguments) _page: PlacementRequestsArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => MatchPlanType, {
    description:
      'For coordinators: the best plan for all open requests and offers of your regions and boards, with every reason. With `whatIf`, the same for what is tried out.',
  })
  match(
    @Arg('whatIf', () => WhatIfInput, {
      nullable: true,
      description: 'What is tried out; leave it out for things as they are.',
    })
    _whatIf: WhatIfInput | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => AddCapacityOfferResult, { description: 'Offers places of a site, or says why there are none.' })
  async addCapacityOffer(
    @Arg('input', () => AddCapacityOfferInput, inputHelp) input: AddCapacityOfferInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'CapacityOfferAdded',
      'AddCapacityOfferRefused',
      await addCapacityOffer(context.commandContext(), input),
    );
  }

  @Mutation(() => ChangeCapacityOfferResult, { description: 'Changes places that are offered.' })
  async changeCapacityOffer(
    @Arg('input', () => ChangeCapacityOfferInput, inputHelp) input: ChangeCapacityOfferInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'CapacityOfferChanged',
      'ChangeCapacityOfferRefused',
      await changeCapacityOffer(context.commandContext(), input),
    );
  }

  @Mutation(() => ConfirmCapacityOfferResult, { description: 'Confirms that an offer still holds.' })
  async confirmCapacityOffer(
    @Arg('input', () => ConfirmCapacityOfferInput, inputHelp) input: ConfirmCapacityOfferInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'CapacityOfferConfirmed',
      'ConfirmCapacityOfferRefused',
      await confirmCapacityOffer(context.commandContext(), input),
    );
  }

  @Mutation(() => SendPlacementRequestResult, { description: 'Asks for a placement.' })
  async sendPlacementRequest(
    @Arg('input', () => SendPlacementRequestInput, inputHelp) input: SendPlacementRequestInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementRequestSent',
      'SendPlacementRequestRefused',
      await sendPlacementRequest(context.commandContext(), input),
    );
  }

  @Mutation(() => ChangePlacementRequestResult, { description: 'Changes your open request.' })
  async changePlacementRequest(
    @Arg('input', () => ChangePlacementRequestInput, inputHelp) input: ChangePlacementRequestInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementRequestChanged',
      'ChangePlacementRequestRefused',
      await changePlacementRequest(context.commandContext(), input),
    );
  }

  @Mutation(() => WithdrawPlacementRequestResult, { description: 'Takes your request back.' })
  async withdrawPlacementRequest(
    @Arg('input', () => WithdrawPlacementRequestInput, inputHelp) input: WithdrawPlacementRequestInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementRequestWithdrawn',
      'WithdrawPlacementRequestRefused',
      await withdrawPlacementRequest(context.commandContext(), input),
    );
  }
}

/** What an organisation offers. */
@Resolver(() => HostType)
export class HostCapacityResolver {
  @FieldResolver(() => CapacityOfferConnection, { description: 'What its sites offer, for those who manage it.' })
  capacityOffers(@Args(() => CapacityOffersArguments) _page: CapacityOffersArguments): never {
    return readByProjection();
  }
}

/** What a site offers. */
@Resolver(() => PlacementSiteType)
export class SiteCapacityResolver {
  @FieldResolver(() => CapacityOfferConnection, { description: 'What it offers, for those who manage it.' })
  capacityOffers(@Args(() => CapacityOffersArguments) _page: CapacityOffersArguments): never {
    return readByProjection();
  }
}

/** What this feature adds to a returner. */
@Resolver(() => ReturnerType)
export class ReturnerRequestResolver {
  @FieldResolver(() => PlacementRequestType, {
    nullable: true,
    description: 'The open request for a placement, or else the last one; null if there never was one.',
  })
  placementRequest(): never {
    return readByProjection();
  }
  @FieldResolver(() => PlacementOddsType, {
    nullable: true,
    description:
      'For the person alone: how many offers of the region would fit a wish. Null where the wish cannot be sent, or no home is known.',
  })
  placementOdds(
    @Arg('wish', () => PlacementWishInput, { description: 'What would be asked for.' }) _wish: PlacementWishInput,
  ): never {
    return readByProjection();
  }
}
