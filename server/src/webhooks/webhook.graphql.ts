import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { EventTypeName } from '../audit/event-types.rules.ts';
import { EventTypeEnum } from '../events/event.graphql.ts';
import { answerWith, neededKeyHelp, refusedOf, resultOf, versionHelp } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { InstantScalar, UuidScalar } from '../graphql/scalars.ts';
import { triedForHours } from './delivery.rules.ts';
import {
  answerKept,
  deliveryKinds,
  deliveryStates,
  pauseReasons,
  replayedAtMost,
  webhooksAtMost,
  webhookStates,
  type DeliveryKind,
  type DeliveryState,
  type PauseReason,
  type WebhookState,
} from './webhook.rules.ts';

const WebhookStateEnum = enumOf('WebhookState', webhookStates, 'Whether events are sent to a webhook.');
const WebhookPauseReasonEnum = enumOf('WebhookPauseReason', pauseReasons, 'Why nothing is sent to a webhook.');
const WebhookDeliveryKindEnum = enumOf('WebhookDeliveryKind', deliveryKinds, 'Why something is delivered.');
const WebhookDeliveryStateEnum = enumOf('WebhookDeliveryState', deliveryStates, 'How a delivery stands.');
const WebhookOrderEnum = enumOf('WebhookOrder', { OLDEST: 'The first registered first.' }, 'How to order webhooks.');
const WebhookDeliveryOrderEnum = enumOf(
  'WebhookDeliveryOrder',
  { NEWEST: 'The latest in line first.', IN_LINE: 'In the order of the line.' },
  'How to order deliveries.',
);

@ObjectType('WebhookHeader', { description: 'A header of a request that was sent.' })
class WebhookHeaderType {
  @Field(() => String, { description: 'Its name. Example: `Signature-Input`.' })
  name!: string;
  @Field(() => String, { description: 'What it said.' })
  value!: string;
}

@ObjectType('WebhookAttempt', { description: 'One try to deliver, with what was sent and what was answered.' })
class WebhookAttemptType {
  @Field(() => InstantScalar, { description: 'When it was sent.' })
  at!: string;
  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  milliseconds!: number;
  @Field(() => String, { description: 'Where it was sent.' })
  url!: string;
  @Field(() => [WebhookHeaderType], { description: 'The headers that were sent, the signature among them.' })
  requestHeaders!: WebhookHeaderType[];
  @Field(() => String, { description: 'The body that was sent, byte by byte: one CloudEvent.' })
  requestBody!: string;
  @Field(() => Int, { nullable: true, description: 'The status that was answered; null where nothing was.' })
  status!: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why nothing was answered: `ADDRESS_NOT_PUBLIC`, `NAME_NOT_FOUND`, `NO_CONNECTION`, `TIMED_OUT` or `CERTIFICATE`; else null.',
  })
  failure!: string | null;
  @Field(() => String, {
    nullable: true,
    description: `The first ${answerKept} characters that were answered; null where nothing was.`,
  })
  answer!: string | null;
}

@ObjectType('WebhookDelivery', { implements: NodeType, description: 'One message for one webhook.' })
export class WebhookDeliveryType extends NodeType {
  @Field(() => WebhookDeliveryKindEnum, { description: 'Why it is sent.' })
  kind!: DeliveryKind;
  @Field(() => ID, { nullable: true, description: 'The event, as the body names it too; null for a ping.' })
  eventId!: string | null;
  @Field(() => EventTypeEnum, { nullable: true, description: 'What has happened; null for a ping.' })
  eventType!: EventTypeName | null;
  @Field(() => WebhookDeliveryStateEnum, { description: 'How it stands.' })
  state!: DeliveryState;
  @Field(() => InstantScalar, { description: 'When it came into line.' })
  madeAt!: string;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was taken or dropped; null while it waits.' })
  settledAt!: string | null;
  @Field(() => Int, { description: 'How often it was tried.' })
  tries!: number;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'From when on it may be tried, unless the whole webhook rests; null once it is settled.',
  })
  nextTryAt!: string | null;
  @Field(() => [WebhookAttemptType], { description: 'Every try, the first one first.' })
  attempts!: WebhookAttemptType[];
}
export const WebhookDeliveryConnection = connectionOf(
  () => WebhookDeliveryType,
  'WebhookDelivery',
  'deliveries of a webhook',
);

@InputType('WebhookDeliveryFilter', { description: 'Which deliveries to list; all conditions must hold.' })
export class WebhookDeliveryFilter {
  @Field(() => WebhookDeliveryStateEnum, { nullable: true, description: 'Only those that stand so.' })
  state?: DeliveryState;
}
/** A page of a log. */
@ArgsType()
export class WebhookDeliveriesArguments extends PageArguments {
  @Field(() => WebhookDeliveryFilter, { nullable: true, description: 'Which deliveries to list.' })
  filter?: WebhookDeliveryFilter;
  @Field(() => WebhookDeliveryOrderEnum, { defaultValue: 'NEWEST', description: 'How to order them.' })
  orderBy!: string;
}

@ObjectType('Webhook', {
  implements: NodeType,
  description: `An address to which events of an organisation are sent, as signed CloudEvents. What is not taken is tried again for ${triedForHours} hours, after growing waits.`,
})
export class WebhookType extends NodeType {
  @Field(() => Int, { description: versionHelp })
  version!: number;
  @Field(() => ID, { description: 'The organisation.' })
  hostId!: string;
  @Field(() => String, { description: 'Where events are sent, by POST. Example: `https://example.org/hooks`.' })
  url!: string;
  @Field(() => [EventTypeEnum], { description: 'What is sent.' })
  types!: EventTypeName[];
  @Field(() => Int, {
    description: 'The version of what stands in `data`; it stays as long as the webhook does. Example: `1`.',
  })
  schemaVersion!: number;
  @Field(() => WebhookStateEnum, { description: 'Whether events are sent.' })
  state!: WebhookState;
  @Field(() => WebhookPauseReasonEnum, { nullable: true, description: 'Why nothing is sent; null while it is.' })
  pauseReason!: PauseReason | null;
  @Field(() => InstantScalar, { description: 'When it was registered.' })
  createdAt!: string;
  @Field(() => Int, { description: 'How often in a row it has taken nothing.' })
  failures!: number;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Nothing is tried before, since it took nothing; null where all is well.',
  })
  restsUntil!: string | null;
  @Field(() => Int, { description: 'How many deliveries wait, counted up to 1000.' })
  waitingUpTo1000!: number;
}
export const WebhookConnection = connectionOf(() => WebhookType, 'Webhook', 'webhooks');
/** A page of webhooks. */
@ArgsType()
export class WebhooksArguments extends PageArguments {
  @Field(() => WebhookOrderEnum, { defaultValue: 'OLDEST', description: 'How to order them.' })
  orderBy!: string;
}

const webhookAnswer = (done: string, command: string, doneMeans: string) =>
  answerWith({
    done,
    command,
    field: 'webhook',
    type: () => WebhookType,
    doneMeans,
    refusedMeans: 'Nothing was changed.',
  });
export const RegisterWebhookResult = webhookAnswer(
  'WebhookRegistered',
  'RegisterWebhook',
  'What happens from now on is sent to the address.',
);
export const ChangeWebhookResult = webhookAnswer('WebhookChanged', 'ChangeWebhook', 'The webhook has changed.');
export const PauseWebhookResult = webhookAnswer('WebhookPaused', 'PauseWebhook', 'Nothing is sent until it goes on.');
export const ResumeWebhookResult = webhookAnswer(
  'WebhookResumed',
  'ResumeWebhook',
  'What waits is sent now, then what has happened meanwhile.',
);
export const ReplayWebhookResult = webhookAnswer(
  'WebhookReplayed',
  'ReplayWebhook',
  'The events are in line to be sent again, each under the id that it has.',
);
export const PingWebhookResult = webhookAnswer(
  'WebhookPinged',
  'PingWebhook',
  'A ping is in line; its delivery shows what came back.',
);

@ObjectType('WebhookDeleted', { description: 'The webhook is gone, with its log.' })
class WebhookDeletedType {
  @Field(() => ID, { description: 'The id that it had.' })
  webhookId!: string;
}
export const DeleteWebhookResult = resultOf(
  'DeleteWebhookResult',
  WebhookDeletedType,
  refusedOf('DeleteWebhookRefused', 'Nothing was changed.'),
  'What was done, or why not.',
);

@ObjectType('SigningKeyRotated', {
  description:
    'Another key signs webhooks soon. It is published at `/.well-known/jwks.json` from now on; the one before stays there for a week after it has signed for the last time.',
})
class SigningKeyRotatedType {
  readonly __typename!: 'SigningKeyRotated';
  @Field(() => String, { description: 'The id under which it is published: its thumbprint (RFC 7638).' })
  keyId!: string;
  @Field(() => InstantScalar, { description: 'When it signs for the first time.' })
  signsFrom!: string;
}
export const RotateSigningKeyResult = resultOf(
  'RotateSigningKeyResult',
  SigningKeyRotatedType,
  refusedOf('RotateSigningKeyRefused', 'The key goes on.'),
  'What was done, or why not.',
);

@InputType('RotateSigningKeyInput', { description: 'That another key is to sign.' })
export class RotateSigningKeyInput {
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

const urlHelp =
  'Begins with `https://` and leads to the public internet, now and whenever something is sent; its port is 443 or above 1023.';

@InputType('RegisterWebhookInput', {
  description: `Where to send what. A program has at most ${webhooksAtMost} webhooks, and so have an organisation’s administrators together.`,
})
export class RegisterWebhookInput {
  @Field(() => ID, { nullable: true, description: 'The organisation; not needed by those who act for one only.' })
  hostId?: string | null;
  @Field(() => String, { description: urlHelp })
  url!: string;
  @Field(() => [EventTypeEnum], { description: 'What to send.' })
  types!: EventTypeName[];
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@InputType('WebhookInput', { description: 'Which webhook.' })
export class WebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@InputType('ChangeWebhookInput', { description: 'What is different from now on.' })
export class ChangeWebhookInput extends WebhookInput {
  @Field(() => String, { nullable: true, description: `${urlHelp} Left out, it stays.` })
  url?: string | null;
  @Field(() => [EventTypeEnum], { nullable: true, description: 'What to send. Left out, it stays.' })
  types?: EventTypeName[] | null;
}

@InputType('PingWebhookInput', { description: 'Which webhook gets a ping.' })
export class PingWebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@InputType('ReplayWebhookInput', {
  description: `Which events are sent again: give some by id, or all from one moment until another. At most ${replayedAtMost} at once.`,
})
export class ReplayWebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;
  @Field(() => [ID], { nullable: true, description: 'Events by id; at most 250.' })
  eventIds?: string[] | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Events that happened at this moment or later.' })
  from?: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Events that happened before this moment.' })
  until?: string | null;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
