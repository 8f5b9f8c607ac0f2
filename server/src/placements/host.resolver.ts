import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { ViewerType } from '../accounts/account.graphql.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { answerOf } from '../graphql/answer-of-command.ts';
import { addHost, addPlacementSite } from './add-host.command.ts';
import { confirmSiteProfile, nameHostContact } from './change-host.command.ts';
import { acceptHostInvitation, giveHostRole, takeHostRole } from './give-host-role.command.ts';
import {
  AcceptHostInvitationInput,
  AcceptHostInvitationResult,
  AddHostInput,
  AddHostResult,
  AddPlacementSiteInput,
  AddPlacementSiteResult,
  AddSupervisorInput,
  AddSupervisorResult,
  ChangeSupervisorInput,
  ChangeSupervisorResult,
  ConfirmSiteProfileInput,
  ConfirmSiteProfileResult,
  GiveHostRoleInput,
  GiveHostRoleResult,
  HostConnection,
  HostInvitationType,
  HostRoleInput,
  HostsArguments,
  HostType,
  NameHostContactInput,
  NameHostContactResult,
  PlacementSiteConnection,
  PlacementSitesArguments,
  PlacementSiteType,
  RecordRegisterCheckInput,
  RecordRegisterCheckResult,
  SupervisorConnection,
  SupervisorDecisionArguments,
  SupervisorDecisionType,
  SupervisorsArguments,
  SupervisorType,
  TakeHostRoleResult,
} from './host.graphql.ts';
import { addSupervisor, changeSupervisor, recordRegisterCheck } from './save-supervisor.command.ts';

const inputHelp = { description: 'What is asked for.' };
const idHelp = { description: 'The id.' };

/** Organisations that host, their sites and supervisors. */
@Resolver()
export class HostResolver {
  @Query(() => HostType, {
    nullable: true,
    description: 'One organisation by id; null where there is none, or you may not see it.',
  })
  host(@Arg('id', () => ID, idHelp) _id: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.read(info);
  }

  @Query(() => HostConnection, { description: 'Organisations that may host returners.' })
  hosts(
    @Args(() => HostsArguments) _page: HostsArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => PlacementSiteType, {
    nullable: true,
    description: 'One site by id; null where there is none, or you may not see it.',
  })
  placementSite(
    @Arg('id', () => ID, idHelp) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => PlacementSiteConnection, { description: 'Sites of the organisations that you may see.' })
  placementSites(
    @Args(() => PlacementSitesArguments) _page: PlacementSitesArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => SupervisorType, {
    nullable: true,
    description: 'One supervisor by id; null where there is none, or you may not see them.',
  })
  supervisor(
    @Arg('id', () => ID, idHelp) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => AddHostResult, {
    description: 'For coordinators: puts an organisation on the list of those that may host.',
  })
  async addHost(
    @Arg('input', () => AddHostInput, inputHelp) input: AddHostInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(context, info, 'HostAdded', 'AddHostRefused', await addHost(context.commandContext(), input));
  }

  @Mutation(() => AddPlacementSiteResult, { description: 'Puts a site of an organisation on the list.' })
  async addPlacementSite(
    @Arg('input', () => AddPlacementSiteInput, inputHelp) input: AddPlacementSiteInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementSiteAdded',
      'AddPlacementSiteRefused',
      await addPlacementSite(context.commandContext(), input),
    );
  }

  @Mutation(() => NameHostContactResult, { description: 'Names the one person to turn to.' })
  async nameHostContact(
    @Arg('input', () => NameHostContactInput, inputHelp) input: NameHostContactInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'HostContactNamed',
      'NameHostContactRefused',
      await nameHostContact(context.commandContext(), input),
    );
  }

  @Mutation(() => ConfirmSiteProfileResult, { description: 'Changes and confirms what a site says of itself.' })
  async confirmSiteProfile(
    @Arg('input', () => ConfirmSiteProfileInput, inputHelp) input: ConfirmSiteProfileInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'SiteProfileConfirmed',
      'ConfirmSiteProfileRefused',
      await confirmSiteProfile(context.commandContext(), input),
    );
  }

  @Mutation(() => GiveHostRoleResult, {
    description: 'Gives somebody a role at an organisation, or invites them by mail.',
  })
  async giveHostRole(
    @Arg('input', () => GiveHostRoleInput, inputHelp) input: GiveHostRoleInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'HostRoleGiven',
      'GiveHostRoleRefused',
      await giveHostRole(context.commandContext(), input),
    );
  }

  @Mutation(() => TakeHostRoleResult, { description: 'Takes a role at an organisation away.' })
  async takeHostRole(
    @Arg('input', () => HostRoleInput, inputHelp) input: HostRoleInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'HostRoleTaken',
      'TakeHostRoleRefused',
      await takeHostRole(context.commandContext(), input),
    );
  }

  @Mutation(() => AcceptHostInvitationResult, {
    description: 'Takes an invitation to a role that went to your address.',
  })
  async acceptHostInvitation(
    @Arg('input', () => AcceptHostInvitationInput, inputHelp) input: AcceptHostInvitationInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'HostInvitationAccepted',
      'AcceptHostInvitationRefused',
      await acceptHostInvitation(context.commandContext(), input),
    );
  }

  @Mutation(() => AddSupervisorResult, { description: 'Puts a supervisor on an organisation’s list.' })
  async addSupervisor(
    @Arg('input', () => AddSupervisorInput, inputHelp) input: AddSupervisorInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'SupervisorAdded',
      'AddSupervisorRefused',
      await addSupervisor(context.commandContext(), input),
    );
  }

  @Mutation(() => ChangeSupervisorResult, { description: 'Changes what is said of a supervisor.' })
  async changeSupervisor(
    @Arg('input', () => ChangeSupervisorInput, inputHelp) input: ChangeSupervisorInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'SupervisorChanged',
      'ChangeSupervisorRefused',
      await changeSupervisor(context.commandContext(), input),
    );
  }

  @Mutation(() => RecordRegisterCheckResult, {
    description: 'Notes that you looked a supervisor up on the Register, and what you saw.',
  })
  async recordRegisterCheck(
    @Arg('input', () => RecordRegisterCheckInput, inputHelp) input: RecordRegisterCheckInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'RegisterCheckRecorded',
      'RecordRegisterCheckRefused',
      await recordRegisterCheck(context.commandContext(), input),
    );
  }
}

/** What an organisation has. */
@Resolver(() => HostType)
export class HostFieldsResolver {
  @FieldResolver(() => PlacementSiteConnection, { description: 'Its sites.' })
  sites(@Args(() => PlacementSitesArguments) _page: PlacementSitesArguments): never {
    return readByProjection();
  }
  @FieldResolver(() => SupervisorConnection, { description: 'Its supervisors, for those who manage it.' })
  supervisors(@Args(() => SupervisorsArguments) _page: SupervisorsArguments): never {
    return readByProjection();
  }
}

/** What the rules say of a supervisor. */
@Resolver(() => SupervisorType)
export class SupervisorFieldsResolver {
  @FieldResolver(() => SupervisorDecisionType, {
    description: 'Whether they may supervise, with every reason and the day it becomes true.',
  })
  eligibility(@Args(() => SupervisorDecisionArguments) _asked: SupervisorDecisionArguments): never {
    return readByProjection();
  }
}

/** What this feature adds to whoever is asking. */
@Resolver(() => ViewerType)
export class ViewerHostsResolver {
  @FieldResolver(() => [HostType], { description: 'The organisations that your role is for.' })
  hosts(): never {
    return readByProjection();
  }
  @FieldResolver(() => [HostInvitationType], { description: 'Roles at organisations that wait for you to take them.' })
  hostInvitations(): never {
    return readByProjection();
  }
}
