import { Field, ID, InputType, Int } from 'type-graphql';
import { answerWith, neededKeyHelp, versionHelp } from '../graphql/command-result.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { ProfessionCodeEnum } from '../organisations/profession.graphql.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import { actionsAtMost, evidenceAtMost, summaryAtMost, whatAtMost } from './assessment-draft.rules.ts';
import {
  AssessmentKindEnum,
  AssessmentOutcomeEnum,
  AssessmentType,
  AssessorType,
  CriterionOutcomeEnum,
  SettlementEnum,
  WithdrawalReasonEnum,
} from './assessment.graphql.ts';
import type {
  AssessmentKind,
  AssessmentOutcome,
  CriterionOutcome,
  Settlement,
  WithdrawalReason,
} from './assessment.rules.ts';

const answer = (done: string, command: string, doneMeans: string, refusedMeans: string) =>
  answerWith({ done, command, field: 'assessment', type: () => AssessmentType, doneMeans, refusedMeans });
const ofAssessor = (done: string, command: string, doneMeans: string, refusedMeans: string) =>
  answerWith({ done, command, field: 'assessor', type: () => AssessorType, doneMeans, refusedMeans });

export const AddAssessorResult = ofAssessor('AssessorAdded', 'AddAssessor', 'They may be asked.', 'Nobody was added.');
export const CheckAssessorResult = ofAssessor(
  'AssessorChecked',
  'CheckAssessor',
  'What was seen is noted.',
  'Nothing was noted.',
);
export const AssignAssessmentResult = answer(
  'AssessmentAssigned',
  'AssignAssessment',
  'The assessor is asked, and told.',
  'Nobody was asked.',
);
export const ReassignAssessmentResult = answer(
  'AssessmentReassigned',
  'ReassignAssessment',
  'Another assessor is asked, or there is another day.',
  'It stays as it was.',
);
export const WithdrawAssessmentResult = answer(
  'AssessmentWithdrawn',
  'WithdrawAssessment',
  'It is not wanted any more.',
  'It stays as it was.',
);
export const SaveAssessmentDraftResult = answer(
  'AssessmentDraftSaved',
  'SaveAssessmentDraft',
  'It is saved; nobody else sees it.',
  'Nothing was saved.',
);
export const SubmitAssessmentResult = answer(
  'AssessmentSubmitted',
  'SubmitAssessment',
  'It stands, and the returner reads it.',
  'It is a draft still.',
);
export const CorrectAssessmentResult = answer(
  'AssessmentCorrectionBegun',
  'CorrectAssessment',
  'A correction can be written; what stands, stands until it is submitted.',
  'Nothing was begun.',
);
export const DropCorrectionResult = answer(
  'CorrectionDropped',
  'DropCorrection',
  'What stands goes on standing.',
  'The correction is still there.',
);
export const TickAssessmentActionResult = answer(
  'AssessmentActionTicked',
  'TickAssessmentAction',
  'The plan shows it.',
  'The plan is as it was.',
);
export const AskModerationResult = answer(
  'ModerationAsked',
  'AskModeration',
  'A second assessor is asked, and told.',
  'Nobody was asked.',
);
export const AnswerModerationResult = answer(
  'ModerationAnswered',
  'AnswerModeration',
  'It is noted; where you differ, coordinators settle it.',
  'Nothing was noted.',
);
export const SettleModerationResult = answer(
  'ModerationSettled',
  'SettleModeration',
  'Two views are settled.',
  'They are not settled.',
);
export const NoteAppealResult = answer(
  'AppealNoted',
  'NoteAppeal',
  'Your note stands beside the assessment, and the coordinators are told.',
  'Nothing was noted.',
);
export const AnswerAppealResult = answer(
  'AppealAnswered',
  'AnswerAppeal',
  'The returner reads the answer.',
  'Nothing was answered.',
);

const namesNoPatient = 'Name no patient.';

@InputType('AssessorLookedUpInput', { description: 'What somebody saw of an assessor on the Register.' })
abstract class AssessorLookedUpInput {
  @Field(() => CalendarDateScalar, { description: 'Since when they are on the Register.' })
  registeredFrom!: CalendarDate;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Until when; left out while it goes on.' })
  registeredUntil?: CalendarDate | null;
  @Field(() => Boolean, { description: 'Whether you saw an open fitness to practise case, a caution or conditions.' })
  hasProceedings!: boolean;
  @Field(() => CalendarDateScalar, { description: 'When you looked.' })
  checkedOn!: CalendarDate;
  @Field(() => String, { description: 'What you saw, in your words.' })
  seen!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('AddAssessorInput', { description: 'Somebody who may assess for an organisation.' })
export class AddAssessorInput extends AssessorLookedUpInput {
  @Field(() => ID, { description: 'The organisation.' })
  hostId!: string;
  @Field(() => String, { description: 'The address of their account.' })
  email!: string;
  @Field(() => String, { description: 'Their name, as returners are to read it.' })
  displayName!: string;
  @Field(() => ProfessionCodeEnum, { description: 'Their profession. Example: `DT`.' })
  professionCode!: ProfessionCode;
}
@InputType('CheckAssessorInput', { description: 'Which assessor was looked up again.' })
export class CheckAssessorInput extends AssessorLookedUpInput {
  @Field(() => ID, { description: 'The assessor.' })
  assessorId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
}

@InputType('AssignAssessmentInput', { description: 'Who is to assess, what, and by when.' })
export class AssignAssessmentInput {
  @Field(() => ID, { description: 'The placement.' })
  placementId!: string;
  @Field(() => AssessmentKindEnum, { description: 'Which kind; `Placement.assessmentsToPlan` lists what may be.' })
  kind!: AssessmentKind;
  @Field(() => ID, { description: 'The assessor; `Placement.assessorChoices` lists who may be asked.' })
  assessorId!: string;
  @Field(() => CalendarDateScalar, { description: 'By when it is to be submitted.' })
  dueOn!: CalendarDate;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@InputType('ChangeAssessmentInput', { description: 'Which assessment, as you saw it.' })
export class ChangeAssessmentInput {
  @Field(() => ID, { description: 'The assessment.' })
  assessmentId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('ReassignAssessmentInput', { description: 'Another assessor, or another day.' })
export class ReassignAssessmentInput extends ChangeAssessmentInput {
  @Field(() => ID, { description: 'The assessor from now on; the same one to change the day alone.' })
  assessorId!: string;
  @Field(() => CalendarDateScalar, { description: 'By when it is to be submitted.' })
  dueOn!: CalendarDate;
}
@InputType('WithdrawAssessmentInput', { description: 'Which assessment is not wanted, and why.' })
export class WithdrawAssessmentInput extends ChangeAssessmentInput {
  @Field(() => WithdrawalReasonEnum, { description: 'Why.' })
  reason!: WithdrawalReason;
}

@InputType('AssessmentCriterionInput', { description: 'What is said of one standard.' })
export class AssessmentCriterionInput {
  @Field(() => Int, { description: "HCPC's number of the standard." })
  standard!: number;
  @Field(() => CriterionOutcomeEnum, { description: 'The outcome.' })
  outcome!: CriterionOutcome;
  @Field(() => String, {
    description: `What was seen or read, and when; at most ${evidenceAtMost} characters, empty for nothing. ${namesNoPatient}`,
  })
  evidence!: string;
  @Field(() => String, {
    description: `What is missing, or anything else; at most ${evidenceAtMost} characters, empty for nothing. ${namesNoPatient}`,
  })
  comment!: string;
}
@InputType('AssessmentPlannedActionInput', { description: 'Something to do.' })
export class AssessmentPlannedActionInput {
  @Field(() => ID, { nullable: true, description: 'In a correction: the same thing in the version that stands.' })
  actionId?: string | null;
  @Field(() => String, { description: `What is to be done; at most ${whatAtMost} characters.` })
  what!: string;
  @Field(() => CalendarDateScalar, { description: 'By when.' })
  byOn!: CalendarDate;
}
@InputType('SaveAssessmentDraftInput', { description: 'What is saved; what is left out stays as it was.' })
export class SaveAssessmentDraftInput extends ChangeAssessmentInput {
  @Field(() => [AssessmentCriterionInput], {
    nullable: true,
    description: 'Standards that you have said something of.',
  })
  criteria?: AssessmentCriterionInput[] | null;
  @Field(() => AssessmentOutcomeEnum, { nullable: true, description: 'The outcome of the whole.' })
  outcome?: AssessmentOutcome | null;
  @Field(() => String, {
    nullable: true,
    description: `How it went; at most ${summaryAtMost} characters. ${namesNoPatient}`,
  })
  summary?: string | null;
  @Field(() => [AssessmentPlannedActionInput], {
    nullable: true,
    description: `The whole plan, at most ${actionsAtMost} things.`,
  })
  actions?: AssessmentPlannedActionInput[] | null;
}
@InputType('SubmitAssessmentInput', { description: 'Which assessment is submitted.' })
export class SubmitAssessmentInput extends ChangeAssessmentInput {
  @Field(() => Int, { description: '`statement.version` of the words that were read.' })
  wordingVersion!: number;
  @Field(() => Boolean, { description: 'Whether you confirm the statement, no conflict of interest above all.' })
  declares!: boolean;
}
@InputType('CorrectAssessmentInput', { description: 'Which assessment is corrected, and why.' })
export class CorrectAssessmentInput extends ChangeAssessmentInput {
  @Field(() => String, { description: 'Why; the returner reads it.' })
  reason!: string;
}
@InputType('TickAssessmentActionInput', { description: 'What is done of a plan.' })
export class TickAssessmentActionInput {
  @Field(() => ID, { description: 'The assessment.' })
  assessmentId!: string;
  @Field(() => ID, { description: 'The thing to do.' })
  assessmentActionId!: string;
  @Field(() => Boolean, { description: 'Whether it is done; false takes the tick away.' })
  isDone!: boolean;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('AskModerationInput', { description: 'Who looks a second time, and why.' })
export class AskModerationInput extends ChangeAssessmentInput {
  @Field(() => ID, { description: 'The second assessor.' })
  assessorId!: string;
  @Field(() => String, { description: 'Why; the assessors and the returner read it.' })
  reason!: string;
}
@InputType('AnswerModerationInput', { description: 'What the second assessor says.' })
export class AnswerModerationInput extends ChangeAssessmentInput {
  @Field(() => Boolean, { description: 'Whether you agree.' })
  agrees!: boolean;
  @Field(() => AssessmentOutcomeEnum, {
    nullable: true,
    description: 'Needed where you differ: the outcome you would give.',
  })
  outcome?: AssessmentOutcome | null;
  @Field(() => String, { description: `Your reasons. ${namesNoPatient}` })
  reasons!: string;
}
@InputType('SettleModerationInput', { description: 'How two views are settled.' })
export class SettleModerationInput extends ChangeAssessmentInput {
  @Field(() => SettlementEnum, { description: 'How.' })
  settlement!: Settlement;
  @Field(() => String, { description: 'Why; the assessors and the returner read it.' })
  reason!: string;
}
@InputType('NoteAppealInput', { description: 'What you do not agree with.' })
export class NoteAppealInput extends ChangeAssessmentInput {
  @Field(() => String, { description: `Your note. ${namesNoPatient}` })
  note!: string;
}
@InputType('AnswerAppealInput', { description: 'What you answer.' })
export class AnswerAppealInput extends ChangeAssessmentInput {
  @Field(() => String, { description: 'The answer; the returner and the assessors read it.' })
  answer!: string;
}
