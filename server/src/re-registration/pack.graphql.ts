import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CitedRuleType, SourceType } from '../eligibility/cited.graphql.ts';
import {
  RouteEnum,
  UpdatingKindEnum,
  UpdatingRequirementType,
  UpdatingWindowType,
} from '../eligibility/eligibility.graphql.ts';
import type { Route, UpdatingKind } from '../eligibility/outcome.rules.ts';
import { NodeType } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar } from '../graphql/scalars.ts';
import { ExpiryForecastType, NotCountedReasonEnum } from '../updating/updating-count.graphql.ts';
import type { NotCountedReason } from '../updating/updating-count.rules.ts';
import { PackDocumentType } from './certified-document.graphql.ts';
import {
  CounterSignatureStateEnum,
  DaySigningEnum,
  PackCheckType,
  PackKindTotalType,
} from './counter-signature.graphql.ts';
import type { CounterSignatureState } from './counter-signature.rules.ts';
import {
  packFindings,
  packPages,
  packSections,
  type DaySigning,
  type PackFindingCode,
  type PackPage,
  type PackSection,
} from './pack-record.rules.ts';

export const PackFindingCodeEnum = enumOf(
  'PackFindingCode',
  packFindings,
  'What can be missing from a pack, or worth knowing.',
);
export const PackSectionEnum = enumOf('PackSection', packSections, 'A part of the pack.');
export const PackPageEnum = enumOf('PackPage', packPages, 'Where something is mended.');

@ObjectType('PackFinding', { description: 'Something that is missing, or worth knowing, with the way to mend it.' })
export class PackFindingType {
  @Field(() => PackFindingCodeEnum, { description: 'What it is.' })
  code!: PackFindingCode;
  @Field(() => PackSectionEnum, { description: 'Which part of the pack it is about.' })
  section!: PackSection;
  @Field(() => Boolean, { description: 'True where the pack is not ready for as long as it stands.' })
  stops!: boolean;
  @Field(() => String, { description: 'In a sentence.' })
  sentence!: string;
  @Field(() => String, { description: 'What to do.' })
  help!: string;
  @Field(() => PackPageEnum, { description: 'Where it is mended.' })
  page!: PackPage;
  @Field(() => ID, {
    nullable: true,
    description: 'The logged day or certified copy that it is about, where it is one.',
  })
  recordId!: string | null;
  @Field(() => CitedRuleType, { nullable: true, description: 'The rule behind it, where there is one.' })
  rule!: CitedRuleType | null;
}

@ObjectType('PackDay', { description: 'A day as it is declared.' })
export class PackDayType {
  @Field(() => ID, { description: 'The logged day.' })
  loggedDayId!: string;
  @Field(() => CalendarDateScalar, { description: 'The day.' })
  on!: string;
  @Field(() => Int, { description: 'Declared minutes: those of the log that count.' })
  minutes!: number;
  @Field(() => String, { nullable: true, description: 'What was done, in the words of the log.' })
  activity!: string | null;
  @Field(() => Boolean, { description: 'Whether the hours were paid.' })
  isPaidPost!: boolean;
  @Field(() => DaySigningEnum, { description: 'How far it is signed.' })
  signing!: DaySigning;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When it was signed.' })
  signedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'In whose name.' })
  signedBy!: string | null;
  @Field(() => CalendarDateScalar, { description: 'The last application date for which it counts.' })
  countsUntil!: string;
}

@ObjectType('SupervisedPractice', { description: 'Supervised practice under one supervisor at one site.' })
export class SupervisedPracticeType {
  @Field(() => String, { nullable: true, description: 'Who supervised; null where nobody is known.' })
  supervisorName!: string | null;
  @Field(() => String, { nullable: true, description: 'Their registration number, where it is known here.' })
  supervisorHcpcNumber!: string | null;
  @Field(() => String, { nullable: true, description: 'Where.' })
  siteName!: string | null;
  @Field(() => CalendarDateScalar, { description: 'First declared day.' })
  from!: string;
  @Field(() => CalendarDateScalar, { description: 'Last declared day.' })
  until!: string;
  @Field(() => Int, { description: 'Declared minutes.' })
  minutes!: number;
  @Field(() => Int, { description: 'Minutes of them that are signed.' })
  signedMinutes!: number;
  @Field(() => [PackCheckType], { description: 'The conditions on the supervisor on the first declared day.' })
  checks!: PackCheckType[];
  @Field(() => [PackDayType], { description: 'The days, the first one first.' })
  days!: PackDayType[];
}

@ObjectType('PackCounterSignature', { description: 'The signature on the cover sheet, as it stands.' })
export class PackCounterSignatureType {
  @Field(() => String, { description: 'Who is to sign.' })
  name!: string;
  @Field(() => String, { description: 'Their registration number.' })
  hcpcNumber!: string;
  @Field(() => CounterSignatureStateEnum, { description: 'How it stands.' })
  state!: CounterSignatureState;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When it was signed.' })
  signedOn!: string | null;
  @Field(() => Boolean, { description: 'True where it was given for another record than the one of today.' })
  isOutdated!: boolean;
  @Field(() => [PackCheckType], { description: 'The conditions on the counter-signatory today.' })
  checks!: PackCheckType[];
}

@ObjectType('PackCover', { description: 'The cover sheet.' })
export class PackCoverType {
  @Field(() => UpdatingRequirementType, { description: 'What is asked for.' })
  requirement!: UpdatingRequirementType;
  @Field(() => UpdatingWindowType, { description: 'The days that count.' })
  window!: UpdatingWindowType;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'First declared day.' })
  from!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last declared day.' })
  until!: string | null;
  @Field(() => [PackKindTotalType], { description: 'Totals by kind.' })
  kinds!: PackKindTotalType[];
  @Field(() => Int, { description: 'Declared minutes.' })
  totalMinutes!: number;
  @Field(() => Int, { description: 'Minutes that are missing.' })
  shortfallMinutes!: number;
  @Field(() => PackCounterSignatureType, { nullable: true, description: 'The signature; null while nobody is named.' })
  counterSignature!: PackCounterSignatureType | null;
}

@ObjectType('LeftOut', { description: 'Hours of the log that are not declared.' })
export class LeftOutType {
  @Field(() => ID, { description: 'The logged day.' })
  loggedDayId!: string;
  @Field(() => CalendarDateScalar, { description: 'The day.' })
  on!: string;
  @Field(() => UpdatingKindEnum, { description: 'Which kind.' })
  kind!: UpdatingKind;
  @Field(() => Int, { description: 'Minutes that are left off.' })
  minutes!: number;
  @Field(() => NotCountedReasonEnum, { description: 'Why.' })
  reason!: NotCountedReason;
  @Field(() => String, { description: 'Why, in plain words.' })
  explanation!: string;
}

@ObjectType('Declaration', {
  description: 'Something that HCPC asks a person to declare. It is prepared for and never answered for them.',
})
export class DeclarationType {
  @Field(() => String, { description: 'What it is about.' })
  title!: string;
  @Field(() => String, { description: 'What is asked, in our words.' })
  explanation!: string;
  @Field(() => SourceType, { description: 'HCPC’s own page.' })
  link!: SourceType;
}

@ObjectType('Pack', {
  description:
    'Everything that goes to HCPC, put together from the record as it stands now. HCPC alone decides about readmission.',
})
export class PackType {
  @Field(() => CalendarDateScalar, { description: 'The day of this reading.' })
  preparedOn!: string;
  @Field(() => CalendarDateScalar, { description: 'The application date that it is reckoned for.' })
  applicationOn!: string;
  @Field(() => Boolean, { description: 'False where no date was named, so that it is reckoned for today.' })
  isApplicationDateNamed!: boolean;
  @Field(() => RouteEnum, { nullable: true, description: 'The way back; null while it is not settled.' })
  route!: Route | null;
  @Field(() => Boolean, { description: 'Whether nothing that is needed is missing.' })
  isReady!: boolean;
  @Field(() => [PackFindingType], { description: 'What is missing comes first, then what is worth knowing.' })
  findings!: PackFindingType[];
  @Field(() => PackCoverType, { nullable: true, description: 'The cover sheet; null where no updating is needed.' })
  cover!: PackCoverType | null;
  @Field(() => [SupervisedPracticeType], { description: 'Supervised practice, supervisor by supervisor.' })
  supervised!: SupervisedPracticeType[];
  @Field(() => [PackDayType], { description: 'Days of formal study.' })
  formal!: PackDayType[];
  @Field(() => [PackDayType], { description: 'Days of private study.' })
  private!: PackDayType[];
  @Field(() => [LeftOutType], { description: 'Hours of the log that are not declared, with the reason.' })
  leftOut!: LeftOutType[];
  @Field(() => [ExpiryForecastType], { description: 'When declared hours stop counting.' })
  expiries!: ExpiryForecastType[];
  @Field(() => Boolean, { description: 'Whether certified copies are asked for on this way back.' })
  needsDocuments!: boolean;
  @Field(() => [PackDocumentType], { description: 'Certified copies.' })
  documents!: PackDocumentType[];
  @Field(() => [DeclarationType], { description: 'What HCPC asks the person to declare.' })
  declarations!: DeclarationType[];
  @Field(() => String, {
    description: 'Names the updating as it is declared: it changes when a day, a kind or an hour does. SHA-256.',
  })
  updatingDigest!: string;
}

@ObjectType('FrozenPack', {
  implements: NodeType,
  description: 'The pack as it was sent. Its files are under `/downloads/packs/`, by this id.',
})
export class FrozenPackType extends NodeType {
  @Field(() => InstantScalar, { description: 'When it was sent.' })
  frozenAt!: string;
  @Field(() => String, { description: 'SHA-256 of the PDF, in hexadecimal digits.' })
  pdfSha256!: string;
  @Field(() => String, { description: 'SHA-256 of the page to print.' })
  htmlSha256!: string;
  @Field(() => String, { description: 'SHA-256 of the data.' })
  jsonSha256!: string;
}
