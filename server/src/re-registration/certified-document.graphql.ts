import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CitedRuleType } from '../eligibility/cited.graphql.ts';
import { keyHelp, refusedOf, resultOf, versionHelp } from '../graphql/command-result.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { answeredWithReturner } from '../returners/returner-commands.graphql.ts';
import {
  documentConditions,
  documentKinds,
  documentTextAtMost,
  documentUses,
  type DocumentCondition,
  type DocumentKind,
  type DocumentUse,
} from './certified-document.rules.ts';

export const DocumentUseEnum = enumOf('DocumentUse', documentUses, 'What a certified copy shows.');
export const DocumentKindEnum = enumOf('DocumentKind', documentKinds, 'A kind of paper. Source: H17.');
export const DocumentConditionEnum = enumOf(
  'DocumentCondition',
  documentConditions,
  'What is asked of a certified copy.',
);

@ObjectType('DocumentCheck', { description: 'One condition on a certified copy, met or not.' })
export class DocumentCheckType {
  @Field(() => DocumentConditionEnum, { description: 'Which condition.' })
  condition!: DocumentCondition;
  @Field(() => Boolean, { description: 'Whether it is met.' })
  isMet!: boolean;
  @Field(() => Boolean, { description: 'False where we only tell of it.' })
  isNeeded!: boolean;
  @Field(() => String, { description: 'In a sentence.' })
  message!: string;
  @Field(() => String, { description: 'What to do; empty where it is met.' })
  help!: string;
  @Field(() => CitedRuleType, { description: 'The rule, with its sources.' })
  rule!: CitedRuleType;
}

@ObjectType('PackDocument', {
  description: 'A certified copy that is to be sent, with what stands on it, as its owner has ticked it off.',
})
export class PackDocumentType {
  @Field(() => ID, { description: 'The certified copy.' })
  certifiedDocumentId!: string;
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => DocumentUseEnum, { description: 'What it shows.' })
  use!: DocumentUse;
  @Field(() => DocumentKindEnum, { description: 'What it is.' })
  kind!: DocumentKind;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The date on a bill or statement.' })
  issuedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Who certified it.' })
  certifierName!: string | null;
  @Field(() => String, { nullable: true, description: 'Their professional title. Example: `solicitor`.' })
  certifierTitle!: string | null;
  @Field(() => String, { nullable: true, description: 'How to reach them.' })
  certifierContact!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The date beside the certifier’s signature.' })
  certifiedOn!: string | null;
  @Field(() => Boolean, { description: 'Whether it bears the words of a true copy. Source: H18.' })
  hasWords!: boolean;
  @Field(() => Boolean, { description: 'Whether the certifier signed it.' })
  hasSignature!: boolean;
  @Field(() => Boolean, { description: 'Whether the one who applies certified it, as they have told.' })
  isCertifiedByApplicant!: boolean;
  @Field(() => ID, { nullable: true, description: 'The file that it is a copy of, where that is kept here.' })
  evidenceId!: string | null;
  @Field(() => String, { nullable: true, description: 'What that file is, in the words of its owner.' })
  evidenceTitle!: string | null;
  @Field(() => [DocumentCheckType], { description: 'Every condition on it.' })
  checks!: DocumentCheckType[];
}

const result = (done: string, command: string, doneMeans: string) =>
  resultOf(
    `${command}Result`,
    answeredWithReturner(done, doneMeans),
    refusedOf(`${command}Refused`, 'The list of copies stays as it was.'),
    'The record as it is now, or why not.',
  );
export const AddCertifiedDocumentResult = result(
  'CertifiedDocumentAdded',
  'AddCertifiedDocument',
  'The certified copy is on the list.',
);
export const ChangeCertifiedDocumentResult = result(
  'CertifiedDocumentChanged',
  'ChangeCertifiedDocument',
  'The certified copy is corrected.',
);
export const RemoveCertifiedDocumentResult = result(
  'CertifiedDocumentRemoved',
  'RemoveCertifiedDocument',
  'The certified copy is off the list.',
);

@InputType('CertifiedDocumentInput', { description: 'What stands on a certified copy.' })
abstract class CertifiedDocumentInput {
  @Field(() => DocumentUseEnum, { description: 'What it shows.' })
  use!: DocumentUse;
  @Field(() => DocumentKindEnum, { description: 'What it is.' })
  kind!: DocumentKind;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The date on a bill or statement.' })
  issuedOn?: CalendarDate | null;
  @Field(() => String, { nullable: true, description: `Who certified it, at most ${documentTextAtMost} characters.` })
  certifierName?: string | null;
  @Field(() => String, { nullable: true, description: 'Their professional title.' })
  certifierTitle?: string | null;
  @Field(() => String, { nullable: true, description: 'How to reach them.' })
  certifierContact?: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The date beside their signature.' })
  certifiedOn?: CalendarDate | null;
  @Field(() => Boolean, { description: 'Whether it bears the words of a true copy.' })
  hasWords!: boolean;
  @Field(() => Boolean, { description: 'Whether they signed it.' })
  hasSignature!: boolean;
  @Field(() => Boolean, { description: 'Whether you certified it yourself.' })
  isCertifiedByApplicant!: boolean;
  @Field(() => ID, {
    nullable: true,
    description: 'The file that it is a copy of: one of your own that is filed. Null for none.',
  })
  evidenceId?: string | null;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}
@InputType('AddCertifiedDocumentInput', { description: 'A certified copy to tick off.' })
export class AddCertifiedDocumentInput extends CertifiedDocumentInput {
  @Field(() => ID, { description: 'Whose copy.' })
  returnerId!: string;
}
@InputType('ChangeCertifiedDocumentInput', { description: 'What stands on a certified copy from now on.' })
export class ChangeCertifiedDocumentInput extends CertifiedDocumentInput {
  @Field(() => ID, { description: 'The certified copy.' })
  certifiedDocumentId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
}
@InputType('RemoveCertifiedDocumentInput', { description: 'Which certified copy to take off the list.' })
export class RemoveCertifiedDocumentInput {
  @Field(() => ID, { description: 'The certified copy.' })
  certifiedDocumentId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}
