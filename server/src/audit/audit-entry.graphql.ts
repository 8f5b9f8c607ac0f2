import { ArgsType, Field, InputType, ObjectType } from 'type-graphql';
import type { ActorKind } from '../access/actor.ts';
import { DoerEnum } from '../access/role.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { InstantScalar } from '../graphql/scalars.ts';

export const AuditEntryOrderEnum = enumOf(
  'AuditEntryOrder',
  { NEWEST: 'The latest first.', OLDEST: 'The earliest first.' },
  'How to order what was done.',
);

@InputType('AuditEntryFilter', { description: 'Which entries to list; all conditions must hold.' })
export class AuditEntryFilter {
  @Field(() => String, { nullable: true, description: 'Only this action. Example: `logDay`.' })
  action?: string | null;
  @Field(() => DoerEnum, { nullable: true, description: 'Only what was done in this role.' })
  doneAs?: string | null;
}

@ArgsType()
export class AuditEntriesArguments extends PageArguments {
  @Field(() => AuditEntryFilter, { nullable: true, description: 'Which entries to list.' })
  filter?: AuditEntryFilter | null;
  @Field(() => AuditEntryOrderEnum, { defaultValue: 'NEWEST', description: 'How to order them.' })
  orderBy!: string;
}

@ObjectType('AuditEntry', {
  implements: NodeType,
  description: 'Who did what, to which record, when. Entries are only ever added.',
})
export class AuditEntryType extends NodeType {
  @Field(() => InstantScalar, { description: 'When it was done.' })
  at!: string;
  @Field(() => String, { description: 'What was done: the name of a mutation, or a way in or out. Example: `logDay`.' })
  action!: string;
  @Field(() => DoerEnum, { description: 'In which role it was done.' })
  doneAs!: ActorKind | 'SERVICE';
  @Field(() => String, {
    nullable: true,
    description:
      'The name of the person or the program that did it; null if it was nobody with an account, or somebody who was erased.',
  })
  doneBy!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The name of the person who answered for the program that did it; null where no program did it.',
  })
  answeredForBy!: string | null;
  @Field(() => String, { description: 'What kind of record it was done to. Example: `Returner`.' })
  subjectType!: string;
  @Field(() => [String], {
    description: 'The fields that changed. Example: `["hcpcNumber"]`. Their values are kept sealed.',
  })
  fields!: string[];
  @Field(() => String, {
    description: 'By which the request is found in the log. Quote it when you ask about the entry.',
  })
  traceId!: string;
}

export const AuditEntryConnection = connectionOf(() => AuditEntryType, 'AuditEntry', 'entries');
