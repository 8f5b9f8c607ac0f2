import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
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

@ObjectType('RuleRefusal', {
  implements: RefusalType,
  description: 'A "no" that a rule or a check of the input gives.',
})
export class RuleRefusalType extends RefusalType implements Refusal {}

@ObjectType('ConflictRefusal', {
  implements: RefusalType,
  description:
    'Somebody changed the record after you read it. Read it again, and send your change with the new version.',
})
export class ConflictRefusalType extends RefusalType implements Refusal {
  @Field(() => Int, { description: 'The version that the record has now. Example: `4`.' })
  currentVersion!: number;
}

const isConflict = (refusal: Refusal): refusal is ConflictRefusalType => refusal.currentVersion !== undefined;

/** The answer of a refused command: `return refusedAs('LogDayRefused', result.refused)`. */
export const refusedAs = <Name extends string>(typeName: Name, refused: readonly Refusal[]) => ({
  __typename: typeName,
  refusals: refused.map((refusal) => ({
    ...refusal,
    __typename: isConflict(refusal) ? 'ConflictRefusal' : 'RuleRefusal',
  })),
});
