import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { createClock } from '../kernel/clock.ts';
import { changeWebhook, deleteWebhook, pauseWebhook, resumeWebhook } from './change-webhook.command.ts';
import { registerWebhook } from './register-webhook.command.ts';
import { pingWebhook, replayWebhook } from './replay-webhook.command.ts';
import { rotateSigningKey } from './rotate-signing-key.command.ts';
import {
  ChangeWebhookInput,
  ChangeWebhookResult,
  DeleteWebhookResult,
  PauseWebhookResult,
  PingWebhookInput,
  PingWebhookResult,
  RegisterWebhookInput,
  RegisterWebhookResult,
  RotateSigningKeyInput,
  RotateSigningKeyResult,
  ReplayWebhookInput,
  ReplayWebhookResult,
  ResumeWebhookResult,
  WebhookConnection,
  WebhookDeliveriesArguments,
  WebhookDeliveryConnection,
  WebhookInput,
  WebhooksArguments,
  WebhookType,
} from './webhook.graphql.ts';

/** Deliveries are signed by the clock of the machine. */
const machineClock = createClock();

const inputHelp = { description: 'What is asked for.' };

/** Addresses to which events are sent. */
@Resolver()
export class WebhookResolver {
  @Query(() => WebhookType, {
    nullable: true,
    description: 'One webhook by id; null where there is none, or you may not see it.',
  })
  webhook(
    @Arg('id', () => ID, { description: 'The id.' }) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => WebhookConnection, {
    description: 'Webhooks: to an organisation’s administrators all of it, to a program those that it registered.',
  })
  webhooks(
    @Args(() => WebhooksArguments) _page: WebhooksArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => RegisterWebhookResult, { description: 'Sends what happens from now on to an address.' })
  async registerWebhook(
    @Arg('input', () => RegisterWebhookInput, inputHelp) input: RegisterWebhookInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await registerWebhook(context.commandContext(), input);
    return answerOf(context, info, 'WebhookRegistered', 'RegisterWebhookRefused', result);
  }

  @Mutation(() => ChangeWebhookResult, {
    description: 'Sends to another address, or other events, from now on. What waits goes to the new address.',
  })
  async changeWebhook(
    @Arg('input', () => ChangeWebhookInput, inputHelp) input: ChangeWebhookInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await changeWebhook(context.commandContext(), input);
    return answerOf(context, info, 'WebhookChanged', 'ChangeWebhookRefused', result);
  }

  @Mutation(() => RotateSigningKeyResult, {
    description:
      'For administrators: has another key sign all webhooks, in an hour. It is published at once, and the one before stays published for a week, so that no receiver is at a loss. Where one waits for its hour already, it is answered.',
  })
  async rotateSigningKey(
    @Arg('input', () => RotateSigningKeyInput, inputHelp) input: RotateSigningKeyInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await rotateSigningKey(context.commandContext(), input, machineClock);
    return answerOf(context, info, 'SigningKeyRotated', 'RotateSigningKeyRefused', result);
  }

  @Mutation(() => PauseWebhookResult, { description: 'Sends nothing until the webhook goes on. Nothing is lost.' })
  async pauseWebhook(
    @Arg('input', () => WebhookInput, inputHelp) input: WebhookInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await pauseWebhook(context.commandContext(), input);
    return answerOf(context, info, 'WebhookPaused', 'PauseWebhookRefused', result);
  }

  @Mutation(() => ResumeWebhookResult, {
    description: 'Sends what waits at once, then what has happened meanwhile, in order.',
  })
  async resumeWebhook(
    @Arg('input', () => WebhookInput, inputHelp) input: WebhookInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await resumeWebhook(context.commandContext(), input);
    return answerOf(context, info, 'WebhookResumed', 'ResumeWebhookRefused', result);
  }

  @Mutation(() => DeleteWebhookResult, { description: 'Removes a webhook with its log.' })
  async deleteWebhook(
    @Arg('input', () => WebhookInput, inputHelp) input: WebhookInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await deleteWebhook(context.commandContext(), input);
    return answerOf(context, info, 'WebhookDeleted', 'DeleteWebhookRefused', result);
  }

  @Mutation(() => PingWebhookResult, { description: 'Sends a message that only shows whether the receiver is there.' })
  async pingWebhook(
    @Arg('input', () => PingWebhookInput, inputHelp) input: PingWebhookInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await pingWebhook(context.commandContext(), input);
    return answerOf(context, info, 'WebhookPinged', 'PingWebhookRefused', result);
  }

  @Mutation(() => ReplayWebhookResult, {
    description: 'Sends events again, by id or by time, after what waits already.',
  })
  async replayWebhook(
    @Arg('input', () => ReplayWebhookInput, inputHelp) input: ReplayWebhookInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await replayWebhook(context.commandContext(), input);
    return answerOf(context, info, 'WebhookReplayed', 'ReplayWebhookRefused', result);
  }
}

/** The log of a webhook. */
@Resolver(() => WebhookType)
export class WebhookFieldsResolver {
  @FieldResolver(() => WebhookDeliveryConnection, { description: 'Its log: every message, with every try.' })
  deliveries(@Args(() => WebhookDeliveriesArguments) _page: WebhookDeliveriesArguments): never {
    return readByProjection();
  }
}
