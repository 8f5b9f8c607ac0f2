import { ArgsType, Field, ObjectType } from 'type-graphql';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { InstantScalar } from '../graphql/scalars.ts';
import { PartnerClientType } from './partner-client.graphql.ts';

const DeprecatedUseOrderEnum = enumOf(
  'DeprecatedUseOrder',
  { LAST_SEEN: 'The latest use first.' },
  'How to order uses of what will go away.',
);

@ObjectType('DeprecatedUse', {
  implements: NodeType,
  description: 'Something of this API that will go away, and a program that still uses it.',
})
export class DeprecatedUseType extends NodeType {
  @Field(() => PartnerClientType, { description: 'The program.' })
  partnerClient!: PartnerClientType;
  @Field(() => String, { description: 'What will go away, as a schema coordinate. Example: `Query.trusts(name:)`.' })
  coordinate!: string;
  @Field(() => String, { description: 'What to use in its place, and by when.' })
  reason!: string;
  @Field(() => InstantScalar, { description: 'When the program was first seen to use it, once it was to go away.' })
  firstSeenAt!: string;
  @Field(() => InstantScalar, { description: 'When it was last seen to use it, to the hour.' })
  lastSeenAt!: string;
}

export const DeprecatedUseConnection = connectionOf(
  () => DeprecatedUseType,
  'DeprecatedUse',
  'uses of what will go away',
);

@ArgsType()
export class DeprecatedUsesArguments extends PageArguments {
  @Field(() => DeprecatedUseOrderEnum, { defaultValue: 'LAST_SEEN', description: 'How to order them.' })
  orderBy!: string;
}
