import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import {
  ApproximateDateInput,
  PlaceAnswerEnum,
  PractisingAnswerEnum,
  ProfessionAnswerEnum,
  RegistrationAnswerEnum,
  TrainingAnswerEnum,
  WorkAnswerEnum,
} from '../eligibility/answers.graphql.ts';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { EligibilityCheck, RouteEnum } from '../eligibility/eligibility.graphql.ts';
import type { Route } from '../eligibility/outcome.rules.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar } from '../graphql/scalars.ts';
import type { ApproximateDate } from '../kernel/approximate-date.ts';
import { IntegratedCareBoardType, PostcodeDistrictType, RegionType } from '../organisations/organisation.graphql.ts';
import { ProfessionCodeEnum } from '../organisations/profession.graphql.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import { consentKinds, coordinatorsToAskAtMost, type ConsentKind } from './consent.rules.ts';
import { workTextAtMost, type PracticePeriod } from './profile.rules.ts';

export const ConsentKindEnum = enumOf('ConsentKind', consentKinds, 'What a person can agree to.');

export const ReturnerOrderEnum = enumOf(
  'ReturnerOrder',
  { NEWEST: 'Those who began last first.', OLDEST: 'Those who began first first.' },
  'How to order returners.',
);

@ObjectType('ApproximateDate', {
  description: 'A date as well as the person knows it: a year, perhaps a month, perhaps a day.',
})
export class ApproximateDateType implements ApproximateDate {
  @Field(() => Int, { description: 'Year with four digits. Example: `2019`.' })
  year!: number;
  @Field(() => Int, { nullable: true, description: 'Month, 1 to 12; null if it is not known.' })
  month?: number | null;
  @Field(() => Int, { nullable: true, description: 'Day of the month; null if it is not known.' })
  day?: number | null;
}

@ObjectType('EligibilityAnswers', {
  description:
    'What the person has told about the way here, in the form of `EligibilityAnswersInput`. It is never asked twice.',
})
export class EligibilityAnswersType implements EligibilityAnswers {
  @Field(() => ProfessionAnswerEnum, { nullable: true, description: 'The profession. Example: `DT`.' })
  profession?: EligibilityAnswers['profession'];
  @Field(() => RegistrationAnswerEnum, { nullable: true, description: 'Where the person stands with the Register.' })
  registration?: EligibilityAnswers['registration'];
  @Field(() => ApproximateDateType, { nullable: true, description: 'When the person came off the Register.' })
  leftRegister?: ApproximateDateType | null;
  @Field(() => PractisingAnswerEnum, { nullable: true, description: 'Whether a person on the Register practises now.' })
  practising?: EligibilityAnswers['practising'];
  @Field(() => WorkAnswerEnum, {
    nullable: true,
    description: 'Work since coming off the Register, or since qualifying.',
  })
  work?: EligibilityAnswers['work'];
  @Field(() => ApproximateDateType, { nullable: true, description: 'When the person last practised.' })
  lastPractised?: ApproximateDateType | null;
  @Field(() => TrainingAnswerEnum, { nullable: true, description: 'Where the person trained.' })
  trained?: EligibilityAnswers['trained'];
  @Field(() => ApproximateDateType, { nullable: true, description: 'When the person qualified.' })
  qualified?: ApproximateDateType | null;
  @Field(() => PlaceAnswerEnum, { nullable: true, description: 'Where the person lives.' })
  livesIn?: EligibilityAnswers['livesIn'];
  @Field(() => PlaceAnswerEnum, { nullable: true, description: 'Where the person plans to work.' })
  plansToWorkIn?: EligibilityAnswers['plansToWorkIn'];
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'When the person registered interest with the national programme.',
  })
  registeredWithProgrammeOn?: EligibilityAnswers['registeredWithProgrammeOn'];
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'When the person means to apply; null for "as soon as possible".',
  })
  applicationOn?: EligibilityAnswers['applicationOn'];
  @Field(() => Boolean, { nullable: true, description: 'Whether an employer offers paid support work meanwhile.' })
  paidPost?: EligibilityAnswers['paidPost'];
}

@ObjectType('PracticePeriod', { description: 'A stretch of time in which the person practised.' })
export class PracticePeriodType implements PracticePeriod {
  @Field(() => String, { description: "What the work was, in the person's own words." })
  work!: string;
  @Field(() => PlaceAnswerEnum, { description: 'Where it was.' })
  place!: PracticePeriod['place'];
  @Field(() => ApproximateDateType, { description: 'When it began.' })
  from!: ApproximateDateType;
  @Field(() => ApproximateDateType, { nullable: true, description: 'When it ended; null while it goes on.' })
  to?: ApproximateDateType | null;
}

@InputType('PracticePeriodInput', { description: 'A stretch of time in which the person practised.' })
export class PracticePeriodInput implements PracticePeriod {
  @Field(() => String, {
    description: `What the work was, 1 to ${workTextAtMost} characters. Example: \`Community team, children\`.`,
  })
  work!: string;
  @Field(() => PlaceAnswerEnum, { description: 'Where it was.' })
  place!: PracticePeriod['place'];
  @Field(() => ApproximateDateInput, { description: 'When it began. Not in the future.' })
  from!: ApproximateDateInput;
  @Field(() => ApproximateDateInput, { nullable: true, description: 'When it ended; leave it out while it goes on.' })
  to?: ApproximateDateInput | null;
}

@ObjectType('ConsentDecision', {
  description: 'One line of the consent ledger: given or withdrawn, for which words, when. Never changed.',
})
export class ConsentDecisionType {
  @Field(() => ConsentKindEnum, { description: 'What it is about.' })
  kind!: ConsentKind;
  @Field(() => Boolean, { description: 'True if given, false if withdrawn.' })
  isGiven!: boolean;
  @Field(() => Int, { description: 'Version of the words agreed to. Example: `1`.' })
  wordingVersion!: number;
  @Field(() => InstantScalar, { description: 'When.' })
  decidedAt!: string;
}

@ObjectType('ConsentChoice', { description: 'A consent that can be given or withdrawn, with its words.' })
export class ConsentChoiceType {
  @Field(() => ConsentKindEnum, { description: 'What it is about.' })
  kind!: ConsentKind;
  @Field(() => String, { description: 'The words in force, as they must be shown.' })
  text!: string;
  @Field(() => Int, { description: 'Their version; send it with `giveConsent`.' })
  wordingVersion!: number;
  @Field(() => Boolean, { description: 'Whether the person agrees now.' })
  isGiven!: boolean;
}

@ObjectType('QuestionToHcpc', {
  description:
    'A question that the person has put to HCPC, because the published rules do not settle the answer, and what came back.',
})
export class QuestionToHcpcType {
  @Field(() => CalendarDateScalar, { description: 'The day it was asked.' })
  askedOn!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day HCPC answered; null while waiting.' })
  answeredOn!: string | null;
  @Field(() => Int, { nullable: true, description: 'Days of updating that HCPC asks for: 0, 30 or 60.' })
  answeredDays!: number | null;
  @Field(() => RouteEnum, { nullable: true, description: 'The way back that HCPC named.' })
  answeredRoute!: Route | null;
}

@ObjectType('CoordinatorToAsk', {
  description:
    'Somebody whom a person on the way back can ask, and who may read their record. Shown to that person alone, while they agree to be seen. A part of the record, with no id of its own. Example: `{"displayName": "Example Coordinator, London", "email": "coordinator-london@example.invalid"}`.',
})
export class CoordinatorToAskType {
  @Field(() => String, { description: 'The name of their account. Example: `Example Coordinator, London`.' })
  displayName!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'E-mail address at work, the one of their account; null until they have confirmed that it is theirs. Example: `coordinator-london@example.invalid`.',
  })
  email!: string | null;
}

@ObjectType('Returner', {
  implements: NodeType,
  description:
    'A person on the way back to the HCPC Register. Seen by the person, and by coordinators of the region or board while the person agrees. Never shown with a protected title.',
})
export class ReturnerType extends NodeType {
  @Field(() => Int, {
    description: 'Send it with a change as `expectedVersion`; it grows with every change of this record. Example: `3`.',
  })
  version!: number;
  @Field(() => String, { description: 'What to call the person.' })
  displayName!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The name the person prefers; null for the name of the account.',
  })
  preferredName!: string | null;
  @Field(() => ProfessionCodeEnum, {
    nullable: true,
    description:
      'Register code of the profession; null for one that HCPC does not regulate. Not its name, which is a protected title. Example: `DT`.',
  })
  professionCode!: ProfessionCode | null;
  @Field(() => String, { description: 'For "returning to …". Never a protected title. Example: `dietetics`.' })
  fieldOfPractice!: string;
  @Field(() => RegionType, {
    nullable: true,
    description:
      'The region whose coordinators help: that of the trust nearest to the home (assumed), unless the person has named another.',
  })
  region!: RegionType | null;
  @Field(() => IntegratedCareBoardType, {
    nullable: true,
    description: 'The board of the nearest trust (assumed); null where the person has named another region.',
  })
  board!: IntegratedCareBoardType | null;
  @Field(() => Boolean, { description: 'Whether the person has named the region.' })
  isRegionChosen!: boolean;
  @Field(() => PostcodeDistrictType, { nullable: true, description: 'First half of the home postcode, for distances.' })
  homeDistrict!: PostcodeDistrictType | null;
  @Field(() => Boolean, {
    description:
      'Whether the first half of the home postcode is not known to us, and `homeDistrict` is the nearest one by name.',
  })
  homeDistrictIsNearest!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Home postcode. Shown to the person alone; null for everybody else.',
  })
  homePostcode!: string | null;
  @Field(() => String, { nullable: true, description: 'Former HCPC registration number. Example: `DT012345`.' })
  hcpcNumber!: string | null;
  @Field(() => [PracticePeriodType], {
    nullable: true,
    description: 'Where and when the person practised. Shown to the person alone; null for everybody else.',
  })
  practiceHistory!: PracticePeriodType[] | null;
  @Field(() => EligibilityAnswersType, { description: 'The answers about the way here.' })
  answers!: EligibilityAnswersType;
  @Field(() => EligibilityCheck, { description: 'What the rules make of the answers today.' })
  eligibility!: typeof EligibilityCheck;
  @Field(() => QuestionToHcpcType, {
    nullable: true,
    description: 'The question to HCPC that stands, if one was recorded.',
  })
  questionToHcpc!: QuestionToHcpcType | null;
  @Field(() => [ConsentChoiceType], { description: 'What the person can agree to, and whether that is so now.' })
  consentChoices!: ConsentChoiceType[];
  @Field(() => [ConsentDecisionType], { description: 'Every consent given or withdrawn, oldest first.' })
  consents!: ConsentDecisionType[];
  @Field(() => [CoordinatorToAskType], {
    nullable: true,
    description: `Whom you can ask: at most ${coordinatorsToAskAtMost} coordinators of your board and region, those of the board first, then by name. Nobody whose account is suspended. Empty while you do not share your record with them, while no region is known, and where nobody coordinates it here; null, without an error, to everybody but the person. Example: \`[{"displayName": "Example Coordinator, London", "email": "coordinator-london@example.invalid"}]\`.`,
  })
  coordinatorsToAsk!: CoordinatorToAskType[] | null;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Since when coordinators can see this record; null while they cannot.',
  })
  coordinatorsSeeSince!: string | null;
  @Field(() => CalendarDateScalar, { description: 'When the pathway began.' })
  startedOn!: string;
  @Field(() => Boolean, { description: 'Whether you may change this record and log updating.' })
  viewerMayEdit!: boolean;
}

/** A page of returners. */
export const ReturnerConnection = connectionOf(() => ReturnerType, 'Returner', 'returners');

@InputType('ReturnerFilter', { description: 'Which returners to list; all conditions must hold.' })
export class ReturnerFilter {
  @Field(() => ProfessionCodeEnum, { nullable: true, description: 'Only those of this profession. Example: `OT`.' })
  professionCode?: ProfessionCode;
  @Field(() => String, { nullable: true, description: 'Only those of the region with this code. Example: `Y58`.' })
  regionCode?: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Only those who began on this day or later.' })
  startedFrom?: string;
}

/** A page of returners. */
@ArgsType()
export class ReturnersArguments extends PageArguments {
  @Field(() => ReturnerFilter, { nullable: true, description: 'Which returners to list.' })
  filter?: ReturnerFilter;
  @Field(() => ReturnerOrderEnum, { defaultValue: 'NEWEST', description: 'How to order them.' })
  orderBy!: string;
}
