import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { EligibilityAnswersInput } from '../eligibility/answers.graphql.ts';
import { RouteEnum } from '../eligibility/eligibility.graphql.ts';
import type { Route } from '../eligibility/outcome.rules.ts';
import { keyHelp, refusedOf, resultOf } from '../graphql/command-result.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ConsentKind } from './consent.rules.ts';
import { nameAtMost, practicePeriodsAtMost } from './profile.rules.ts';
import { ConsentKindEnum, PracticePeriodInput, ReturnerType } from './returner.graphql.ts';

/** Declares the answer of a command that answers the returner as it is now. */
export const answeredWithReturner = <Name extends string>(typeName: Name, description: string) => {
  @ObjectType(typeName, { description })
  class Done {
    readonly __typename!: Name;
    @Field(() => ReturnerType, { description: 'The person as the record stands now.' })
    returner!: ReturnerType;
  }
  return Done;
};

const PathwayStarted = answeredWithReturner('PathwayStarted', 'The pathway has begun.');
const StartPathwayRefused = refusedOf('StartPathwayRefused', 'The pathway was not begun.');
export const StartPathwayResult = resultOf(
  'StartPathwayResult',
  PathwayStarted,
  StartPathwayRefused,
  'The begun pathway, or why not.',
);

@InputType('StartPathwayInput', { description: 'What a pathway begins with.' })
export class StartPathwayInput {
  @Field(() => EligibilityAnswersInput, {
    description: 'The answers given to the eligibility check; they are not asked again.',
  })
  answers!: EligibilityAnswersInput;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

const AnswersChanged = answeredWithReturner('AnswersChanged', 'The answers are changed.');
const ChangeAnswersRefused = refusedOf('ChangeAnswersRefused', 'The answers stay as they were.');
export const ChangeAnswersResult = resultOf(
  'ChangeAnswersResult',
  AnswersChanged,
  ChangeAnswersRefused,
  'The changed record, or why not.',
);

@InputType('ChangeAnswersInput', { description: 'The answers as they should be from now on.' })
export class ChangeAnswersInput {
  @Field(() => ID, { description: 'Whose answers.' })
  returnerId!: string;
  @Field(() => Int, {
    description:
      '`version` of the returner when you read it. If it has changed since, the answer is a `ConflictRefusal`.',
  })
  expectedVersion!: number;
  @Field(() => EligibilityAnswersInput, {
    description: 'All answers. What HCPC or a coordinator settled for other answers holds no longer.',
  })
  answers!: EligibilityAnswersInput;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

const ProfileUpdated = answeredWithReturner('ProfileUpdated', 'The profile is changed.');
const UpdateProfileRefused = refusedOf('UpdateProfileRefused', 'The profile stays as it was.');
export const UpdateProfileResult = resultOf(
  'UpdateProfileResult',
  ProfileUpdated,
  UpdateProfileRefused,
  'The changed record, or why not.',
);

@InputType('UpdateProfileInput', {
  description: 'What should change in the profile. What is left out stays; null takes it out.',
})
export class UpdateProfileInput {
  @Field(() => ID, { description: 'Whose profile.' })
  returnerId!: string;
  @Field(() => Int, {
    description:
      '`version` of the returner when you read it. If it has changed since, the answer is a `ConflictRefusal`.',
  })
  expectedVersion!: number;
  @Field(() => String, {
    nullable: true,
    description: `What to call the person, at most ${nameAtMost} characters; empty for the name of the account.`,
  })
  preferredName?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Former HCPC registration number: letters of the own profession and four to six digits (the length is assumed). Spaces and small letters are mended. Example: `DT012345`.',
  })
  hcpcNumber?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Home postcode, whole. The region is then that of the nearest trust (assumed), unless one was named. Example: `BS1 4ND`.',
  })
  homePostcode?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The region whose coordinators should help; null for that of the nearest trust.',
  })
  regionId?: string | null;
  @Field(() => [PracticePeriodInput], {
    nullable: true,
    description: `Where and when the person practised, at most ${practicePeriodsAtMost} entries; they replace those before.`,
  })
  practiceHistory?: PracticePeriodInput[] | null;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

const ConsentGiven = answeredWithReturner('ConsentGiven', 'The person agrees.');
const GiveConsentRefused = refusedOf('GiveConsentRefused', 'Nothing was agreed to.');
export const GiveConsentResult = resultOf(
  'GiveConsentResult',
  ConsentGiven,
  GiveConsentRefused,
  'The changed record, or why not.',
);

@InputType('GiveConsentInput', { description: 'What the person agrees to.' })
export class GiveConsentInput {
  @Field(() => ID, { description: 'Who agrees.' })
  returnerId!: string;
  @Field(() => ConsentKindEnum, { description: 'To what.' })
  kind!: ConsentKind;
  @Field(() => Int, { description: 'Version of the words that were shown. Only the words in force can be agreed to.' })
  wordingVersion!: number;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

const ConsentWithdrawn = answeredWithReturner('ConsentWithdrawn', 'The person no longer agrees; it holds at once.');
const WithdrawConsentRefused = refusedOf('WithdrawConsentRefused', 'Nothing was taken back.');
export const WithdrawConsentResult = resultOf(
  'WithdrawConsentResult',
  ConsentWithdrawn,
  WithdrawConsentRefused,
  'The changed record, or why not.',
);

@InputType('WithdrawConsentInput', { description: 'What the person takes back.' })
export class WithdrawConsentInput {
  @Field(() => ID, { description: 'Who takes it back.' })
  returnerId!: string;
  @Field(() => ConsentKindEnum, { description: 'What.' })
  kind!: ConsentKind;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

const QuestionToHcpcRecorded = answeredWithReturner(
  'QuestionToHcpcRecorded',
  'The question is recorded; the answer is waited for.',
);
const RecordQuestionToHcpcRefused = refusedOf('RecordQuestionToHcpcRefused', 'The question was not recorded.');
export const RecordQuestionToHcpcResult = resultOf(
  'RecordQuestionToHcpcResult',
  QuestionToHcpcRecorded,
  RecordQuestionToHcpcRefused,
  'The changed record, or why not.',
);

@InputType('RecordQuestionToHcpcInput', { description: 'A question that the person has put to HCPC.' })
export class RecordQuestionToHcpcInput {
  @Field(() => ID, { description: 'Who asked.' })
  returnerId!: string;
  @Field(() => CalendarDateScalar, { description: 'The day it was asked; not in the future.' })
  askedOn!: CalendarDate;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

const AnswerFromHcpcRecorded = answeredWithReturner(
  'AnswerFromHcpcRecorded',
  'The answer is recorded and holds from now on.',
);
const RecordAnswerFromHcpcRefused = refusedOf('RecordAnswerFromHcpcRefused', 'The answer was not recorded.');
export const RecordAnswerFromHcpcResult = resultOf(
  'RecordAnswerFromHcpcResult',
  AnswerFromHcpcRecorded,
  RecordAnswerFromHcpcRefused,
  'The changed record, or why not.',
);

@InputType('RecordAnswerFromHcpcInput', { description: 'What HCPC answered to the person’s question.' })
export class RecordAnswerFromHcpcInput {
  @Field(() => ID, { description: 'Who was answered.' })
  returnerId!: string;
  @Field(() => CalendarDateScalar, {
    description: 'The day of the answer; not before the question, not in the future.',
  })
  answeredOn!: CalendarDate;
  @Field(() => RouteEnum, { description: 'The way back that HCPC named.' })
  route!: Route;
  @Field(() => Int, { description: 'Days of updating that HCPC asks for: 0, 30 or 60.' })
  days!: number;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}
