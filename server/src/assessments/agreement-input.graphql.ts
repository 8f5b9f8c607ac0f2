import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { linkLastsDays } from '../access/link.rules.ts';
import {
  answerWith,
  keyHelp,
  neededKeyHelp,
  refusedOf,
  resultOf,
  versionHelp,
} from '../graphql/command-result.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { HostType } from '../placements/host.graphql.ts';
import { policyLimits, policyWordsAtMost } from './agreement-policy.rules.ts';
import { LearningAgreementStateEnum, LearningAgreementType } from './agreement.graphql.ts';
import type { AgreementState } from './agreement.rules.ts';
import { ownWordsAtMost } from './own-words.rules.ts';

const answer = (done: string, command: string, doneMeans: string, refusedMeans: string) =>
  answerWith({
    done,
    command,
    field: 'learningAgreement',
    type: () => LearningAgreementType,
    doneMeans,
    refusedMeans,
  });
export const StartLearningAgreementResult = answer(
  'LearningAgreementStarted',
  'StartLearningAgreement',
  'A draft is there, with the days of your plan and the goals of your self-assessment.',
  'Nothing was begun.',
);
export const SaveLearningGoalResult = answer(
  'LearningGoalSaved',
  'SaveLearningGoal',
  'The goal is kept.',
  'Nothing was kept.',
);
export const RemoveLearningGoalResult = answer(
  'LearningGoalRemoved',
  'RemoveLearningGoal',
  'The goal is taken out.',
  'The goal stands.',
);
export const SaveLearningPlanResult = answer(
  'LearningPlanSaved',
  'SaveLearningPlan',
  'The numbers of the plan are kept.',
  'Nothing was kept.',
);
export const ShareLearningAgreementResult = answer(
  'LearningAgreementShared',
  'ShareLearningAgreement',
  'You have agreed to it; the supervisor and the site see it and are told.',
  'Nobody was told.',
);
export const TakeBackLearningAgreementResult = answer(
  'LearningAgreementTakenBack',
  'TakeBackLearningAgreement',
  'It is a draft again.',
  'It waits for an answer as before.',
);
export const AgreeToLearningResult = answer(
  'LearningAgreedTo',
  'AgreeToLearning',
  'Both sides agree; the check before day one is done.',
  'Nothing was agreed to.',
);
export const SendBackLearningAgreementResult = answer(
  'LearningAgreementSentBack',
  'SendBackLearningAgreement',
  'It is back with the returner, with your comment.',
  'It stands as before.',
);
export const ReopenLearningAgreementResult = answer(
  'LearningAgreementReopened',
  'ReopenLearningAgreement',
  'It can be changed; what both agreed to stands until both agree anew.',
  'It stands as before.',
);
export const SaveLocalPolicyResult = answerWith({
  done: 'LocalPolicySaved',
  command: 'SaveLocalPolicy',
  field: 'host',
  type: () => HostType,
  doneMeans: 'The policy is kept, and held against every plan from now on.',
  refusedMeans: 'The policy stays as it was.',
});

@InputType('StartLearningAgreementInput', { description: 'For which placement.' })
export class StartLearningAgreementInput {
  @Field(() => ID, { description: 'Your placement, which both sides have accepted.' })
  placementId!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@InputType('EditedAgreementInput', { description: 'Which draft, as you saw it.' })
abstract class EditedAgreementInput {
  @Field(() => ID, { description: 'The learning agreement.' })
  learningAgreementId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}
const words = (what: string) => ({
  nullable: true,
  description: `${what}, at most ${ownWordsAtMost} characters, and nothing about a patient.`,
});
@InputType('SaveLearningGoalInput', { description: 'A goal as it should be. Half of one can be kept, too.' })
export class SaveLearningGoalInput extends EditedAgreementInput {
  @Field(() => Int, { description: 'HCPC’s number of the standard, 1 to 15.' })
  number!: number;
  @Field(() => String, words('What you want to reach'))
  goal?: string | null;
  @Field(() => String, words('How you get there'))
  how?: string | null;
  @Field(() => String, words('What would show it'))
  evidence?: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'By when, within the placement.' })
  by?: CalendarDate | null;
}
@InputType('RemoveLearningGoalInput', { description: 'Which goal is taken out.' })
export class RemoveLearningGoalInput extends EditedAgreementInput {
  @Field(() => Int, { description: 'HCPC’s number of the standard.' })
  number!: number;
}
@InputType('SaveLearningPlanInput', { description: 'The numbers of the plan as they should be.' })
export class SaveLearningPlanInput extends EditedAgreementInput {
  @Field(() => Int, { nullable: true, description: 'Days of supervised practice, in all.' })
  supervisedDays!: number | null;
  @Field(() => Int, { nullable: true, description: 'Days of formal study.' })
  formalDays!: number | null;
  @Field(() => Int, { nullable: true, description: 'Days of private study.' })
  privateDays!: number | null;
  @Field(() => Int, { nullable: true, description: 'Weeks from one meeting over the plan to the next, 1 to 26.' })
  meetEveryWeeks!: number | null;
}

@InputType('LearningAgreementStepInput', { description: 'Which learning agreement, as you saw it.' })
export class LearningAgreementStepInput {
  @Field(() => ID, { description: 'The learning agreement.' })
  learningAgreementId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('AgreeToLearningInput', { description: 'Which learning agreement, and the words that you agree to.' })
export class AgreeToLearningInput extends LearningAgreementStepInput {
  @Field(() => Int, { description: '`statement.version` of the words that you have read.' })
  wordingVersion!: number;
}
@InputType('SendBackLearningAgreementInput', { description: 'Which learning agreement, and what should change.' })
export class SendBackLearningAgreementInput extends LearningAgreementStepInput {
  @Field(() => String, { description: 'What should change, at most 1000 characters, and nothing about a patient.' })
  comment!: string;
}

const least = (field: keyof typeof policyLimits, what: string) => ({
  nullable: true,
  description: `${what}, ${policyLimits[field].least} to ${policyLimits[field].most}; null to ask for nothing more.`,
});
@InputType('SaveLocalPolicyInput', { description: 'What an organisation asks on top of HCPC’s minimum.' })
export class SaveLocalPolicyInput {
  @Field(() => ID, { description: 'Which organisation.' })
  hostId!: string;
  @Field(() => Int, {
    nullable: true,
    description: '`version` of the policy that this one replaces; leave it out for the first.',
  })
  expectedVersion?: number | null;
  @Field(() => Int, least('supervisedPercentAtLeast', 'Supervised practice in percent of the days that HCPC needs'))
  supervisedPercentAtLeast!: number | null;
  @Field(() => Int, least('daysHereAtLeast', 'Days of the placement here'))
  daysHereAtLeast!: number | null;
  @Field(() => Int, least('daysAWeekAtLeast', 'Days a week here'))
  daysAWeekAtLeast!: number | null;
  @Field(() => Int, least('meetEveryWeeksAtMost', 'A meeting at least every so many weeks'))
  meetEveryWeeksAtMost!: number | null;
  @Field(() => [Int], { defaultValue: [], description: 'Numbers of the standards that want a goal, each once.' })
  standards!: number[];
  @Field(() => String, {
    nullable: true,
    description: `Anything else, at most ${policyWordsAtMost} characters. The service cannot check it.`,
  })
  inOwnWords!: string | null;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

@ObjectType('LearningAnsweredByLink', { description: 'The agreement is agreed to, or back with the returner.' })
export class LearningAnsweredByLinkType {
  readonly __typename!: 'LearningAnsweredByLink';
  @Field(() => LearningAgreementStateEnum, { description: 'How it stands now.' })
  state!: AgreementState;
}
const AnswerLearningByLinkRefused = refusedOf('AnswerLearningByLinkRefused', 'Nothing was answered.');
export const AnswerLearningByLinkResult = resultOf(
  'AnswerLearningByLinkResult',
  LearningAnsweredByLinkType,
  AnswerLearningByLinkRefused,
  'How the agreement stands now, or why nothing was answered.',
);
@ObjectType('LearningDisowned', { description: 'The answer counts no more.' })
export class LearningDisownedType {
  readonly __typename!: 'LearningDisowned';
  @Field(() => LearningAgreementStateEnum, { description: 'How the agreement stands now.' })
  state!: AgreementState;
}
const DisownLearningRefused = refusedOf('DisownLearningRefused', 'Nothing was changed.');
export const DisownLearningResult = resultOf(
  'DisownLearningResult',
  LearningDisownedType,
  DisownLearningRefused,
  'How the agreement stands now, or why the answer stands.',
);

@InputType('DisownLearningInput', { description: 'Which answer was not yours.' })
export class DisownLearningInput {
  @Field(() => String, { description: 'The part of the link behind the #.' })
  token!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@ObjectType('LearningLinkRenewed', {
  description: `A new link is on its way to the supervisor’s confirmed address. It works once, and for ${linkLastsDays} days.`,
})
export class LearningLinkRenewedType {
  readonly __typename!: 'LearningLinkRenewed';
  @Field(() => CalendarDateScalar, { description: 'When it was sent. Example: `2026-11-21`.' })
  linkSentOn!: string;
}
const RenewLearningLinkRefused = refusedOf('RenewLearningLinkRefused', 'No link was sent.');
export const RenewLearningLinkResult = resultOf(
  'RenewLearningLinkResult',
  LearningLinkRenewedType,
  RenewLearningLinkRefused,
  'Whether a new link is on its way.',
);
@InputType('RenewLearningLinkInput', { description: 'A link to answer a learning agreement that has ended.' })
export class RenewLearningLinkInput {
  @Field(() => String, { description: 'The part of the link behind the #.' })
  token!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('AnswerLearningByLinkInput', { description: 'An answer by somebody who holds the link.' })
export class AnswerLearningByLinkInput extends DisownLearningInput {
  @Field(() => Boolean, { description: 'True: agreed. False: back to the returner, with a comment.' })
  isAgreed!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'What should change, at most 1000 characters; needed where it goes back.',
  })
  comment?: string | null;
  @Field(() => Int, { description: '`statement.version` of the words that you have read.' })
  wordingVersion!: number;
}
