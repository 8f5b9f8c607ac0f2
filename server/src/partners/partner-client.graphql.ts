import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { scopes, type Scope } from '../access/scopes.ts';
import {
  answerWith,
  keyHelp,
  neededKeyHelp,
  refusedOf,
  resultOf,
  versionHelp,
} from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar, UuidScalar } from '../graphql/scalars.ts';
import { IntegratedCareBoardType } from '../organisations/organisation.graphql.ts';
import { HostType } from '../placements/host.graphql.ts';
import { clientStandings, OVERLAP_HOURS_AT_MOST, type ClientStanding } from './partner-client.rules.ts';

const PartnerScopeEnum = enumOf('PartnerScope', scopes, 'What the key of a partner program may be allowed.');
const PartnerClientStandingEnum = enumOf('PartnerClientStanding', clientStandings, 'How a partner program stands.');
const PartnerClientOrderEnum = enumOf(
  'PartnerClientOrder',
  { NAME: 'By name, A to Z.', NEWEST: 'The latest first.' },
  'How to order partner programs.',
);

@ObjectType('ScopeInWords', { description: 'A scope, with what it lets a program do.' })
class ScopeInWordsType {
  @Field(() => PartnerScopeEnum, { description: 'The scope. Example: `READ_CAPACITY`.' })
  scope!: Scope;
  @Field(() => String, { description: 'What it lets a program do, in plain words.' })
  meaning!: string;
}

@ObjectType('PartnerBudget', {
  description:
    'What a program’s queries may cost. One budget for everything: it grows evenly, from nothing to full within an hour.',
})
class PartnerBudgetType {
  @Field(() => Int, { description: 'All of it, in points. Example: `10000`.' })
  points!: number;
  @Field(() => Int, { description: 'What is left in this moment, in points.' })
  left!: number;
  @Field(() => Int, { description: 'After so many seconds without a query all of it is there again.' })
  fullInSeconds!: number;
}

@ObjectType('PartnerKey', {
  implements: NodeType,
  description: 'A key of a partner program. The key itself was shown once, when it was made.',
})
class PartnerKeyType extends NodeType {
  @Field(() => String, { description: 'How the key begins, to tell keys apart. Example: `rtpk_x7Lq2`.' })
  hint!: string;
  @Field(() => InstantScalar, { description: 'When it was made.' })
  madeAt!: string;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it ends or has ended, where another took its place or it was revoked; else null.',
  })
  endsAt!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was last used, to the minute; null for never.' })
  lastUsedAt!: string | null;
  @Field(() => Boolean, { description: 'Whether the key has not ended. The program may have, all the same.' })
  isInUse!: boolean;
}

@ObjectType('PartnerClient', {
  implements: NodeType,
  description: 'A program of an organisation or a board that asks this API.',
})
export class PartnerClientType extends NodeType {
  @Field(() => Int, { description: versionHelp })
  version!: number;
  @Field(() => String, { description: 'What it is called. Example: `Capacity sync`.' })
  name!: string;
  @Field(() => HostType, { nullable: true, description: 'The organisation whose program it is; null for a board’s.' })
  host!: HostType | null;
  @Field(() => IntegratedCareBoardType, {
    nullable: true,
    description: 'The board whose program it is; null for an organisation’s.',
  })
  board!: IntegratedCareBoardType | null;
  @Field(() => String, { description: 'The name of the organisation or board.' })
  belongsTo!: string;
  @Field(() => String, { description: 'Who answers for it.' })
  ownerName!: string;
  @Field(() => [ScopeInWordsType], { description: 'What it may do.' })
  scopes!: ScopeInWordsType[];
  @Field(() => CalendarDateScalar, { description: 'The last day on which it may ask.' })
  endsOn!: string;
  @Field(() => InstantScalar, { description: 'When it was let in.' })
  createdAt!: string;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was revoked; null if it was not.' })
  revokedAt!: string | null;
  @Field(() => PartnerClientStandingEnum, { description: 'How it stands today.' })
  standing!: ClientStanding;
  @Field(() => InstantScalar, { nullable: true, description: 'When it last asked, to the minute; null for never.' })
  lastUsedAt!: string | null;
  @Field(() => [PartnerKeyType], { description: 'Its keys, the newest first.' })
  keys!: PartnerKeyType[];
  @Field(() => PartnerBudgetType, { description: 'What its queries may cost.' })
  budget!: PartnerBudgetType;
  @Field(() => Boolean, { description: 'Whether you may change its keys and revoke it.' })
  viewerMayManage!: boolean;
}

@ObjectType('Partner', { description: 'You, where you are a partner program: what your key lets you do.' })
export class PartnerType {
  @Field(() => PartnerClientType, { description: 'The program.' })
  client!: PartnerClientType;
  @Field(() => PartnerKeyType, {
    description: 'The key that you came with, or for which your access token was given.',
  })
  key!: PartnerKeyType;
  @Field(() => [ScopeInWordsType], {
    description: 'What you may do. An access token may have been asked for with less than the key has.',
  })
  scopes!: ScopeInWordsType[];
}

export const PartnerClientConnection = connectionOf(() => PartnerClientType, 'PartnerClient', 'partner programs');

@ArgsType()
export class PartnerClientsArguments extends PageArguments {
  @Field(() => PartnerClientOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' })
  orderBy!: string;
}

@InputType('CreatePartnerClientInput', { description: 'A program to let in.' })
export class CreatePartnerClientInput {
  @Field(() => String, { description: 'What it is called, at most 80 characters. Example: `Capacity sync`.' })
  name!: string;
  @Field(() => ID, { nullable: true, description: 'The organisation whose program it is. Give this or `boardId`.' })
  hostId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The board whose program it is. Give this or `hostId`.' })
  boardId?: string | null;
  @Field(() => [PartnerScopeEnum], { description: 'What it may do; no more than it needs.' })
  scopes!: Scope[];
  @Field(() => CalendarDateScalar, { description: 'The last day on which it may ask, a year from now at the most.' })
  endsOn!: string;
  @Field(() => String, {
    nullable: true,
    description: 'E-mail address of the account that answers for it: somebody with a role there. Left out: you.',
  })
  ownerEmail?: string | null;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@InputType('RotatePartnerKeyInput', { description: 'For which program to make a new key.' })
export class RotatePartnerKeyInput {
  @Field(() => ID, { description: 'Which program.' })
  partnerClientId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => Int, {
    defaultValue: 24,
    description: `For how many hours the old keys go on beside the new one, 0 to ${OVERLAP_HOURS_AT_MOST}.`,
  })
  overlapHours!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@InputType('RevokePartnerClientInput', { description: 'Which program to shut out.' })
export class RevokePartnerClientInput {
  @Field(() => ID, { description: 'Which program.' })
  partnerClientId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

@InputType('RevokePartnerKeyInput', { description: 'Which key to end.' })
export class RevokePartnerKeyInput {
  @Field(() => ID, { description: 'Which key.' })
  partnerKeyId!: string;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

const withKey = <Name extends string>(typeName: Name, description: string) => {
  @ObjectType(typeName, { description })
  class Done {
    readonly __typename!: Name;
    @Field(() => PartnerClientType, { description: 'The program as it is now.' })
    partnerClient!: PartnerClientType;
    @Field(() => String, {
      nullable: true,
      description:
        'The key. Copy it now: it is shown once, and we keep only its hash. Null where the same request was sent again.',
    })
    key!: string | null;
  }
  return Done;
};

export const CreatePartnerClientResult = resultOf(
  'CreatePartnerClientResult',
  withKey('PartnerClientCreated', 'The program may ask from now on.'),
  refusedOf('CreatePartnerClientRefused', 'Nothing was made.'),
  'The program and its first key, or why not.',
);
export const RotatePartnerKeyResult = resultOf(
  'RotatePartnerKeyResult',
  withKey('PartnerKeyRotated', 'The program has a new key; the old ones end soon.'),
  refusedOf('RotatePartnerKeyRefused', 'The keys are as they were.'),
  'The program with its new key, or why not.',
);
export const RevokePartnerClientResult = answerWith({
  done: 'PartnerClientRevoked',
  command: 'RevokePartnerClient',
  field: 'partnerClient',
  type: () => PartnerClientType,
  doneMeans: 'The program is shut out within a second, with all its keys and tokens.',
  refusedMeans: 'The program goes on.',
});
export const RevokePartnerKeyResult = answerWith({
  done: 'PartnerKeyRevoked',
  command: 'RevokePartnerKey',
  field: 'partnerClient',
  type: () => PartnerClientType,
  doneMeans: 'The key has ended.',
  refusedMeans: 'The key goes on.',
});
