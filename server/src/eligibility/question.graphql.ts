import { Field, ObjectType } from 'type-graphql';
import { AnswerKindEnum, EligibilityQuestionKeyEnum } from './answers.graphql.ts';
import type { AnswerKind, AnswerOption, Question, QuestionKey, QuestionPart } from './answers.rules.ts';
import type { EligibilityStep } from './questions.rules.ts';

@ObjectType('EligibilityOption', { description: 'One thing to choose.' })
export class EligibilityOptionType implements AnswerOption {
  @Field(() => String, { description: 'The enum value to send. Example: `LEFT`.' })
  value!: string;
  @Field(() => String, { description: 'What to show.' })
  label!: string;
  @Field(() => String, { nullable: true, description: 'A line of help under the label.' })
  hint?: string;
}

@ObjectType('EligibilityQuestionPart', { description: 'One field on the page of a question.' })
export class EligibilityQuestionPartType implements QuestionPart {
  @Field(() => String, {
    description: 'Field of `EligibilityAnswersInput` that takes the answer. Example: `leftRegister`.',
  })
  field!: QuestionPart['field'];
  @Field(() => String, { description: 'Label of the field.' })
  label!: string;
  @Field(() => String, { nullable: true, description: 'A line of help under the label.' })
  hint?: string;
  @Field(() => AnswerKindEnum, { description: 'How it is answered.' })
  kind!: AnswerKind;
  @Field(() => [EligibilityOptionType], { description: 'What to choose from; empty for a date.' })
  options!: readonly EligibilityOptionType[];
}

@ObjectType('EligibilityQuestion', { description: 'A question, for one page.' })
export class EligibilityQuestionType implements Question {
  @Field(() => EligibilityQuestionKeyEnum, { description: 'Which question.' })
  key!: QuestionKey;
  @Field(() => String, { description: 'The question, as the heading of the page.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'A line of help under the heading.' })
  hint?: string;
  @Field(() => String, { description: 'Why it is asked, in plain words.' })
  why!: string;
  @Field(() => [EligibilityQuestionPartType], { description: 'The fields of the page, in order.' })
  parts!: readonly EligibilityQuestionPartType[];
}

@ObjectType('EligibilityAnswerGiven', { description: 'One answer in words, for a page where answers are checked.' })
export class EligibilityAnswerGivenType {
  @Field(() => String, { description: 'Field of `EligibilityAnswersInput`.' })
  field!: QuestionPart['field'];
  @Field(() => String, { description: 'Label of the field.' })
  label!: string;
  @Field(() => String, { description: 'The answer in words. Example: `March 2019`.' })
  answer!: string;
}

@ObjectType('EligibilityStep', { description: 'A question that has been answered.' })
export class EligibilityStepType implements EligibilityStep {
  @Field(() => EligibilityQuestionType, { description: 'The question, so that it can be shown and changed again.' })
  question!: EligibilityQuestionType;
  @Field(() => [EligibilityAnswerGivenType], { description: 'Its answers in words.' })
  answers!: readonly EligibilityAnswerGivenType[];
}
