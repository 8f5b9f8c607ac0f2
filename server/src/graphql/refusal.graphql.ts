import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { refusalCodes, type Refusal, type RefusalCode } from '../kernel/refusal.ts';
import { enumOf } from './enum.graphql.ts';

export const RefusalCodeEnum = enumOf('RefusalCode', refusalCodes, 'What kind of "no" a rule gives.');

/** An expected "no", as data. */
@InterfaceType('Refusal', { description: 'An expected "no", as data: which field, why, and what to do now.' })
export abstract class RefusalType {
  @Field(() => RefusalCodeEnum, { description: 'What kind of "no" it is.' })
  code!: RefusalCode;
  @Field(() => [String], {
    description: 'Where in the input. Example: `["answers", "leftRegister", "month"]`. Empty for the whole request.',
  })
  path!: readonly string[];
  @Field(() => String, { description: 'What is wrong, in plain words for the person.' })
  message!: string;
  @Field(() => String, { nullable: true, description: 'Key of the rule that decided, if one did.' })
  rule?: string;
  @Field(() => String, { description: 'What to do now.' })
  help!: string;
}

@ObjectType('RefusalReason', { implements: RefusalType, description: 'One reason why something was refused.' })
export class RefusalReasonType extends RefusalType implements Refusal {}
