import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { createPartnerClient, rotatePartnerKey, type KeyMade } from './make-partner-client.command.ts';
import {
  CreatePartnerClientInput,
  CreatePartnerClientResult,
  PartnerClientConnection,
  PartnerClientsArguments,
  PartnerClientType,
  PartnerType,
  RevokePartnerClientInput,
  RevokePartnerClientResult,
  RevokePartnerKeyInput,
  RevokePartnerKeyResult,
  RotatePartnerKeyInput,
  RotatePartnerKeyResult,
} from './partner-client.graphql.ts';
import { revokePartnerClient, revokePartnerKey } from './revoke-partner-client.command.ts';

const inputHelp = { description: 'What is asked for.' };

/** The answer, with the key for this once. */
const withKey = ({ result, key }: KeyMade) =>
  'done' in result && key !== null ? { done: { ...result.done, key } } : result;

/** Programs of partners and their keys. */
@Resolver()
export class PartnerClientResolver {
  @Query(() => PartnerType, {
    nullable: true,
    description: 'You, where you are a partner program: who you are, what you may do, what is left of your budget.',
  })
  partner(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.read(info);
  }

  @Query(() => PartnerClientType, {
    nullable: true,
    description: 'One partner program by id; null where there is none, or you may not see it.',
  })
  partnerClient(
    @Arg('id', () => ID, { description: 'The id.' }) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => PartnerClientConnection, {
    description: 'Partner programs: to administrators all, to an organisation’s administrators theirs.',
  })
  partnerClients(
    @Args(() => PartnerClientsArguments) _args: PartnerClientsArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => CreatePartnerClientResult, {
    description: 'Lets a program of an organisation or a board ask this API, and shows its first key, once.',
  })
  async createPartnerClient(
    @Arg('input', () => CreatePartnerClientInput, inputHelp) input: CreatePartnerClientInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const made = withKey(await createPartnerClient(context.commandContext(), input));
    return answerOf(context, info, 'PartnerClientCreated', 'CreatePartnerClientRefused', made);
  }

  @Mutation(() => RotatePartnerKeyResult, {
    description: 'Makes a new key for a program and shows it, once; the old ones go on for as long as you say.',
  })
  async rotatePartnerKey(
    @Arg('input', () => RotatePartnerKeyInput, inputHelp) input: RotatePartnerKeyInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const made = withKey(await rotatePartnerKey(context.commandContext(), input));
    return answerOf(context, info, 'PartnerKeyRotated', 'RotatePartnerKeyRefused', made);
  }

  @Mutation(() => RevokePartnerClientResult, {
    description: 'Shuts a program out for good, within a second, with all its keys and tokens.',
  })
  async revokePartnerClient(
    @Arg('input', () => RevokePartnerClientInput, inputHelp) input: RevokePartnerClientInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await revokePartnerClient(context.commandContext(), input);
    return answerOf(context, info, 'PartnerClientRevoked', 'RevokePartnerClientRefused', result);
  }

  @Mutation(() => RevokePartnerKeyResult, {
    description: 'Ends one key within a second; the others of the program go on.',
  })
  async revokePartnerKey(
    @Arg('input', () => RevokePartnerKeyInput, inputHelp) input: RevokePartnerKeyInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await revokePartnerKey(context.commandContext(), input);
    return answerOf(context, info, 'PartnerKeyRevoked', 'RevokePartnerKeyRefused', result);
  }
}
