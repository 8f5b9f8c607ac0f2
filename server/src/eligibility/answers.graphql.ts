import { Field, InputType, Int } from 'type-graphql';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import type { ApproximateDate } from '../kernel/approximate-date.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import {
  answerKinds,
  placeAnswers,
  practisingAnswers,
  professionAnswers,
  questionKeys,
  registrationAnswers,
  trainingAnswers,
  workAnswers,
  type EligibilityAnswers,
  type PlaceAnswer,
  type PractisingAnswer,
  type ProfessionAnswer,
  type RegistrationAnswer,
  type TrainingAnswer,
  type WorkAnswer,
} from './answers.rules.ts';

export const ProfessionAnswerEnum = enumOf(
  'ProfessionAnswer',
  professionAnswers,
  "A profession by HCPC's register code, or osteopathy.",
);
export const RegistrationAnswerEnum = enumOf(
  'RegistrationAnswer',
  registrationAnswers,
  'Where a person stands with the HCPC Register.',
);
export const PractisingAnswerEnum = enumOf(
  'PractisingAnswer',
  practisingAnswers,
  'Whether a person on the Register practises now.',
);
export const WorkAnswerEnum = enumOf(
  'WorkAnswer',
  workAnswers,
  'Work since coming off the Register, or since qualifying for a person who never joined it.',
);
export const TrainingAnswerEnum = enumOf('TrainingAnswer', trainingAnswers, 'Where a person trained.');
export const PlaceAnswerEnum = enumOf('PlaceAnswer', placeAnswers, 'Where a person lives or plans to work.');
export const EligibilityQuestionKeyEnum = enumOf(
  'EligibilityQuestionKey',
  questionKeys,
  'The questions, in the order in which they are asked. No path asks more than ten.',
);
export const AnswerKindEnum = enumOf('AnswerKind', answerKinds, 'How one part of a question is answered.');

@InputType('ApproximateDateInput', {
  description: 'A date as well as the person knows it: a year, perhaps a month, perhaps a day.',
})
export class ApproximateDateInput implements ApproximateDate {
  @Field(() => Int, { description: 'Year with four digits. Example: `2019`.' })
  year!: number;
  @Field(() => Int, { nullable: true, description: 'Month, 1 to 12.' })
  month?: number | null;
  @Field(() => Int, { nullable: true, description: 'Day of the month; only together with the month.' })
  day?: number | null;
}

@InputType('EligibilityAnswersInput', {
  description:
    'The answers so far. Send none to get the first question; send them all to get the outcome. Answers that the path does not need are left aside and named in `unusedAnswers`.',
})
export class EligibilityAnswersInput implements EligibilityAnswers {
  @Field(() => ProfessionAnswerEnum, { nullable: true, description: 'The profession. Example: `DT`.' })
  profession?: ProfessionAnswer | null;
  @Field(() => RegistrationAnswerEnum, { nullable: true, description: 'Where the person stands with the Register.' })
  registration?: RegistrationAnswer | null;
  @Field(() => ApproximateDateInput, {
    nullable: true,
    description: 'When the person came off the Register, or the renewal was missed. For `LEFT`.',
  })
  leftRegister?: ApproximateDateInput | null;
  @Field(() => PractisingAnswerEnum, {
    nullable: true,
    description: 'Whether the person practises now. For `REGISTERED`.',
  })
  practising?: PractisingAnswer | null;
  @Field(() => WorkAnswerEnum, {
    nullable: true,
    description: 'Work since coming off the Register (`LEFT`) or since qualifying (`NEVER_REGISTERED`).',
  })
  work?: WorkAnswer | null;
  @Field(() => ApproximateDateInput, {
    nullable: true,
    description: 'When the person last practised, in any country, with patients or without.',
  })
  lastPractised?: ApproximateDateInput | null;
  @Field(() => TrainingAnswerEnum, {
    nullable: true,
    description: 'Where the person trained. Asked for `NEVER_REGISTERED`; may be given for `LEFT`.',
  })
  trained?: TrainingAnswer | null;
  @Field(() => ApproximateDateInput, {
    nullable: true,
    description: 'When the person qualified. For `NEVER_REGISTERED`.',
  })
  qualified?: ApproximateDateInput | null;
  @Field(() => PlaceAnswerEnum, { nullable: true, description: 'Where the person lives.' })
  livesIn?: PlaceAnswer | null;
  @Field(() => PlaceAnswerEnum, { nullable: true, description: 'Where the person plans to work.' })
  plansToWorkIn?: PlaceAnswer | null;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Optional, never asked: when the person registered interest with the national programme.',
  })
  registeredWithProgrammeOn?: CalendarDate | null;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Optional, never asked: when the person means to apply. Today if missing.',
  })
  applicationOn?: CalendarDate | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Optional, never asked: whether an employer offers paid support work (band 3 or 4) meanwhile.',
  })
  paidPost?: boolean | null;
}
