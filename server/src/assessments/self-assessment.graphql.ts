import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { SourceType } from '../eligibility/cited.graphql.ts';
import { answerWith, keyHelp } from '../graphql/command-result.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { ownWordsAtMost } from './own-words.rules.ts';
import {
  confidenceChanges,
  confidences,
  gapReasons,
  type AssessedStandard,
  type Confidence,
  type ConfidenceChange,
  type GapReason,
  type SelfAssessment,
} from './self-assessment.rules.ts';

export const ConfidenceEnum = enumOf(
  'Confidence',
  confidences,
  'How confident somebody feels in a standard, from least to most. The scale is ours (assumed).',
);
export const ConfidenceChangeEnum = enumOf(
  'ConfidenceChange',
  confidenceChanges,
  'What became of the confidence in a standard.',
);
export const ConfidenceGapReasonEnum = enumOf(
  'ConfidenceGapReason',
  gapReasons,
  'Why a standard is a gap, by our own rule (assumed).',
);

@ObjectType('ConfidenceGap', { description: 'Why a standard wants attention.' })
export class ConfidenceGapType {
  @Field(() => ConfidenceGapReasonEnum, { description: 'Which reason.' })
  reason!: GapReason;
  @Field(() => String, { description: 'The reason in a sentence, to the person.' })
  explanation!: string;
}

@ObjectType('SelfAssessedStandard', {
  description: 'What somebody says of one of HCPC’s fifteen standards of proficiency.',
})
export class SelfAssessedStandardType implements AssessedStandard {
  @Field(() => Int, { description: 'HCPC’s number, 1 to 15.' })
  number!: number;
  @Field(() => String, { description: 'Our own short label, not the words of HCPC.' })
  label!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Send it with a change as `expectedVersion`; null where nothing was said yet.',
  })
  version!: number | null;
  @Field(() => ConfidenceEnum, { nullable: true, description: 'At the start; null if not said.' })
  before!: Confidence | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When that was said.' })
  beforeOn!: AssessedStandard['beforeOn'];
  @Field(() => ConfidenceEnum, { nullable: true, description: 'Later, with updating behind; null if not said.' })
  after!: Confidence | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When that was said.' })
  afterOn!: AssessedStandard['afterOn'];
  @Field(() => String, { nullable: true, description: 'What the person wants to reach.' })
  goal!: string | null;
  @Field(() => String, { nullable: true, description: 'What would show it.' })
  evidence!: string | null;
  @Field(() => ConfidenceChangeEnum, { nullable: true, description: 'From the first answer to the second.' })
  change!: ConfidenceChange | null;
  @Field(() => ConfidenceGapType, { nullable: true, description: 'Why it wants attention; null if it does not.' })
  gap!: ConfidenceGapType | null;
}

@ObjectType('ConfidenceLevel', { description: 'How many standards stand at one level.' })
export class ConfidenceLevelType {
  @Field(() => ConfidenceEnum, { description: 'The level.' })
  confidence!: Confidence;
  @Field(() => Int, { description: 'By the first answers.' })
  before!: number;
  @Field(() => Int, { description: 'By the second answers.' })
  after!: number;
}

@ObjectType('SelfAssessment', {
  description:
    'How confident somebody feels in HCPC’s standards of proficiency. It is what the person feels and no mark: nobody here certifies competence for HCPC.',
})
export class SelfAssessmentType implements SelfAssessment {
  @Field(() => [SelfAssessedStandardType], { description: 'All fifteen, by number.' })
  standards!: SelfAssessedStandardType[];
  @Field(() => [SelfAssessedStandardType], {
    description: 'Those that want attention, the most urgent first. Worked out by our own rule (assumed).',
  })
  gaps!: SelfAssessedStandardType[];
  @Field(() => Int, { description: 'How many have a first answer.' })
  answeredBefore!: number;
  @Field(() => Int, { description: 'How many have a second answer.' })
  answeredAfter!: number;
  @Field(() => Int, { description: 'In how many the confidence rose.' })
  rose!: number;
  @Field(() => Int, { description: 'In how many it is the same.' })
  same!: number;
  @Field(() => Int, { description: 'In how many it fell.' })
  fell!: number;
  @Field(() => [ConfidenceLevelType], { description: 'How many standards stand at each level, from least to most.' })
  levels!: ConfidenceLevelType[];
  @Field(() => Boolean, {
    description: 'Whether the second answer can be given: something of the updating is logged (assumed).',
  })
  isAfterOpen!: boolean;
  @Field(() => SourceType, { description: 'Where HCPC’s own text is.' })
  source!: SourceType;
}

export const AssessStandardResult = answerWith({
  done: 'StandardAssessed',
  command: 'AssessStandard',
  field: 'returner',
  type: () => ReturnerType,
  doneMeans: 'What you said of the standard is kept.',
  refusedMeans: 'Nothing was kept.',
});

const left = 'Left out, it stays as it is; null takes it back.';
@InputType('AssessStandardInput', {
  description: 'What you say of one standard. Never write anything that could tell who a patient is.',
})
export class AssessStandardInput {
  @Field(() => ID, { description: 'Whose self-assessment.' })
  returnerId!: string;
  @Field(() => Int, { description: 'HCPC’s number of the standard, 1 to 15.' })
  number!: number;
  @Field(() => Int, {
    nullable: true,
    description: '`version` of the answer that this one replaces; leave it out for the first.',
  })
  expectedVersion?: number | null;
  @Field(() => ConfidenceEnum, {
    nullable: true,
    description: `How confident you feel at the start. It is fixed once you have answered again. ${left}`,
  })
  before?: Confidence | null;
  @Field(() => ConfidenceEnum, {
    nullable: true,
    description: `How confident you feel later; once updating is logged. ${left}`,
  })
  after?: Confidence | null;
  @Field(() => String, {
    nullable: true,
    description: `What you want to reach, at most ${ownWordsAtMost} characters. ${left}`,
  })
  goal?: string | null;
  @Field(() => String, {
    nullable: true,
    description: `What would show it, at most ${ownWordsAtMost} characters. ${left}`,
  })
  evidence?: string | null;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}
