import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { linkLastsDays } from '../access/link.rules.ts';
import { CitedRuleType } from '../eligibility/cited.graphql.ts';
import { UpdatingKindEnum } from '../eligibility/eligibility.graphql.ts';
import type { UpdatingKind } from '../eligibility/outcome.rules.ts';
import { answerWith, neededKeyHelp, refusedOf, resultOf, versionHelp } from '../graphql/command-result.graphql.ts';
import { NodeType } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { answeredWithReturner } from '../returners/returner-commands.graphql.ts';
import {
  counterCommentAtMost,
  counterSignatoryNameAtMost,
  counterSignatureActions,
  counterSignatureEnds,
  counterSignatureStates,
  type CounterSignatureAction,
  type CounterSignatureEnd,
  type CounterSignatureState,
} from './counter-signature.rules.ts';
import { daySignings, type DaySigning } from './pack-record.rules.ts';

export const CounterSignatureStateEnum = enumOf(
  'CounterSignatureState',
  counterSignatureStates,
  'What becomes of the signature on the cover sheet.',
);
export const CounterSignatureActionEnum = enumOf(
  'CounterSignatureAction',
  counterSignatureActions,
  'What may be done with a counter-signature.',
);
export const CounterSignatureEndEnum = enumOf(
  'CounterSignatureEnd',
  counterSignatureEnds,
  'Why a counter-signature is taken back.',
);
export const DaySigningEnum = enumOf('DaySigning', daySignings, 'How far a day is signed.');

@ObjectType('PackCheck', { description: 'One condition on somebody who signs, met or not.' })
export class PackCheckType {
  @Field(() => CitedRuleType, { description: 'The rule, with its sources.' })
  rule!: CitedRuleType;
  @Field(() => Boolean, { description: 'Whether it is met.' })
  isMet!: boolean;
  @Field(() => String, { description: 'In a sentence.' })
  message!: string;
}

@ObjectType('PackKindTotal', { description: 'What is declared of one kind of updating.' })
export class PackKindTotalType {
  @Field(() => UpdatingKindEnum, { description: 'Which kind.' })
  kind!: UpdatingKind;
  @Field(() => Int, { description: 'Declared minutes. Example: `4200` are ten days of updating.' })
  minutes!: number;
  @Field(() => Int, { description: 'Entries of the log that they come from.' })
  entries!: number;
}

@ObjectType('CounterSignatureStatement', {
  description:
    'The words that a counter-signatory agrees to. Nobody certifies competence for HCPC: the signature confirms what is declared. Source: H8.',
})
export class CounterSignatureStatementType {
  @Field(() => Int, { description: 'Version of the wording; send it with the signature as `wordingVersion`.' })
  version!: number;
  @Field(() => [String], { description: 'What the signature confirms.' })
  confirms!: readonly string[];
  @Field(() => [String], { description: 'What it does not confirm.' })
  doesNotConfirm!: readonly string[];
}

@ObjectType('CounterSignatureLine', {
  description: 'One declared day, as the counter-signatory sees it. The returner’s note is not shown.',
})
export class CounterSignatureLineType {
  @Field(() => CalendarDateScalar, { description: 'The day.' })
  on!: string;
  @Field(() => UpdatingKindEnum, { description: 'Which kind.' })
  kind!: UpdatingKind;
  @Field(() => Int, { description: 'Declared minutes.' })
  minutes!: number;
  @Field(() => String, { nullable: true, description: 'Who supervised; null for study.' })
  supervisorName!: string | null;
  @Field(() => String, { nullable: true, description: 'Where; null for study.' })
  siteName!: string | null;
  @Field(() => DaySigningEnum, { description: 'How far the supervisor has signed it.' })
  signing!: DaySigning;
}

@ObjectType('CounterSignatureSheet', {
  description: 'The cover sheet as its counter-signatory sees it: the whole updating that is declared.',
})
export class CounterSignatureSheetType {
  @Field(() => String, { description: 'Name of the returner.' })
  returnerName!: string;
  @Field(() => String, { description: 'The field the person returns to. Example: `dietetics`.' })
  fieldOfPractice!: string;
  @Field(() => String, {
    description: 'What to say beside the name: "returning to dietetics", or "on the HCPC Register for dietetics".',
  })
  describedAs!: string;
  @Field(() => String, { description: 'In whose name is signed.' })
  counterSignatoryName!: string;
  @Field(() => InstantScalar, { nullable: true, description: 'When the link ends; null where none was sent.' })
  linkEndsAt!: string | null;
  @Field(() => Int, { description: 'Minutes that HCPC asks for.' })
  requiredMinutes!: number;
  @Field(() => Int, { description: 'Minutes that are declared.' })
  totalMinutes!: number;
  @Field(() => [PackKindTotalType], { description: 'Totals by kind.' })
  kinds!: PackKindTotalType[];
  @Field(() => CalendarDateScalar, { nullable: true, description: 'First declared day.' })
  from!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last declared day.' })
  until!: string | null;
  @Field(() => [CounterSignatureLineType], { description: 'Every declared day, the first one first.' })
  lines!: CounterSignatureLineType[];
  @Field(() => [String], { description: 'What must be mended before anybody can sign; empty where nothing must.' })
  toMend!: string[];
  @Field(() => String, {
    description: 'Names the record as you see it; send it with the answer as `seenDigest`. SHA-256, hexadecimal.',
  })
  digest!: string;
  @Field(() => CounterSignatureStatementType, { description: 'What is agreed to by signing today.' })
  statement!: CounterSignatureStatementType;
}

@ObjectType('CounterSignature', {
  implements: NodeType,
  description: 'Somebody is named to sign the cover sheet, is asked, and answers.',
})
export class CounterSignatureType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => CounterSignatureStateEnum, { description: 'How it stands.' })
  state!: CounterSignatureState;
  @Field(() => String, { description: 'Name of the returner.' })
  returnerName!: string;
  @Field(() => String, { description: 'The field the person returns to. Example: `dietetics`.' })
  fieldOfPractice!: string;
  @Field(() => String, { description: 'Name of the counter-signatory.' })
  displayName!: string;
  @Field(() => String, { description: 'Address to which the link goes.' })
  email!: string;
  @Field(() => String, { description: 'Registration number of the counter-signatory.' })
  hcpcNumber!: string;
  @Field(() => Boolean, { description: 'Whether the returner found them on HCPC’s online Register.' })
  isOnRegister!: boolean;
  @Field(() => CalendarDateScalar, { description: 'The day on which the returner looked.' })
  lookedUpOn!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When they were asked.' })
  askedOn!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When a link was last sent.' })
  linkSentOn!: string | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: `When that link ends, ${linkLastsDays} days after it was sent; it works once.`,
  })
  linkEndsAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why the record was sent back.' })
  comment!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was signed; null if it was not.' })
  signedAt!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The wording and the totals as they were agreed to, kept for good.',
  })
  agreedText!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When the signature was taken back.' })
  takenBackOn!: string | null;
  @Field(() => CounterSignatureEndEnum, { nullable: true, description: 'Why.' })
  takenBackReason!: CounterSignatureEnd | null;
  @Field(() => CounterSignatureSheetType, { description: 'The record as it stands now.' })
  sheet!: CounterSignatureSheetType;
  @Field(() => [CounterSignatureActionEnum], { description: 'What you may do with it now.' })
  viewerActions!: readonly CounterSignatureAction[];
}

@ObjectType('CounterSignatureToDo', { description: 'A cover sheet that waits for a counter-signatory.' })
export class CounterSignatureToDoType {
  @Field(() => ID, { description: 'The counter-signature.' })
  counterSignatureId!: string;
  @Field(() => String, { description: 'Name of the returner.' })
  returnerName!: string;
  @Field(() => String, { description: 'The field the person returns to.' })
  fieldOfPractice!: string;
  @Field(() => String, {
    description: 'What to say beside the name: "returning to dietetics", or "on the HCPC Register for dietetics".',
  })
  describedAs!: string;
  @Field(() => CalendarDateScalar, { description: 'When it was asked.' })
  askedOn!: string;
}

const CounterSignatoryNamed = answeredWithReturner(
  'CounterSignatoryNamed',
  'The counter-signatory is named, and not asked yet.',
);
const NameCounterSignatoryRefused = refusedOf('NameCounterSignatoryRefused', 'Nobody else is named.');
export const NameCounterSignatoryResult = resultOf(
  'NameCounterSignatoryResult',
  CounterSignatoryNamed,
  NameCounterSignatoryRefused,
  'The record as it is now, or why not.',
);
const answer = (done: string, command: string, doneMeans: string, refusedMeans: string) =>
  answerWith({ done, command, field: 'counterSignature', type: () => CounterSignatureType, doneMeans, refusedMeans });
export const AskCounterSignatureResult = answer(
  'CounterSignatureAsked',
  'AskCounterSignature',
  'The counter-signatory is asked by a link; an older one works no more.',
  'Nobody was asked.',
);
export const WithdrawCounterSignatureResult = answer(
  'CounterSignatureWithdrawn',
  'WithdrawCounterSignature',
  'The question is taken back; its link works no more.',
  'The question stands.',
);
export const SettleCounterSignatureResult = answer(
  'CounterSignatureSettled',
  'SettleCounterSignature',
  'The cover sheet is signed, or the record is back with the returner.',
  'Nothing was signed.',
);
export const TakeBackCounterSignatureResult = answer(
  'CounterSignatureTakenBack',
  'TakeBackCounterSignature',
  'The signature counts no more.',
  'The signature stands.',
);

@ObjectType('CounterSignatureSettledByLink', {
  description: 'The cover sheet is signed, or the record is back with the returner.',
})
export class CounterSignatureSettledByLinkType {
  readonly __typename!: 'CounterSignatureSettledByLink';
  @Field(() => CounterSignatureStateEnum, { description: 'What became of it.' })
  state!: CounterSignatureState;
}
const SettleCounterSignatureByLinkRefused = refusedOf('SettleCounterSignatureByLinkRefused', 'Nothing was signed.');
export const SettleCounterSignatureByLinkResult = resultOf(
  'SettleCounterSignatureByLinkResult',
  CounterSignatureSettledByLinkType,
  SettleCounterSignatureByLinkRefused,
  'What became of it, or why nothing was signed.',
);
@ObjectType('CounterSignatureDisowned', { description: 'The signature counts no more.' })
export class CounterSignatureDisownedType {
  readonly __typename!: 'CounterSignatureDisowned';
  @Field(() => CounterSignatureStateEnum, { description: 'How it stands now.' })
  state!: CounterSignatureState;
}
const DisownCounterSignatureRefused = refusedOf('DisownCounterSignatureRefused', 'Nothing was changed.');
export const DisownCounterSignatureResult = resultOf(
  'DisownCounterSignatureResult',
  CounterSignatureDisownedType,
  DisownCounterSignatureRefused,
  'How the signature stands now, or why nothing was changed.',
);

@InputType('NameCounterSignatoryInput', { description: 'Who is to sign your cover sheet.' })
export class NameCounterSignatoryInput {
  @Field(() => ID, { description: 'Whose cover sheet.' })
  returnerId!: string;
  @Field(() => String, { description: `Their name, at most ${counterSignatoryNameAtMost} characters.` })
  displayName!: string;
  @Field(() => String, { description: 'Their e-mail address: the link goes there, and nowhere else.' })
  email!: string;
  @Field(() => String, { description: 'Their registration number, which tells the profession. Example: `DT012345`.' })
  hcpcNumber!: string;
  @Field(() => Boolean, { description: 'Whether you found them on HCPC’s online Register.' })
  isOnRegister!: boolean;
  @Field(() => CalendarDateScalar, { description: 'The day on which you looked.' })
  lookedUpOn!: CalendarDate;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('ChangeCounterSignatureInput', { description: 'Which counter-signature, as you saw it.' })
export class ChangeCounterSignatureInput {
  @Field(() => ID, { description: 'The counter-signature.' })
  counterSignatureId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('CounterSignatureAnswerInput', { description: 'An answer to the whole record.' })
abstract class CounterSignatureAnswerInput {
  @Field(() => Boolean, { description: 'True to sign, false to send the record back.' })
  isConfirmed!: boolean;
  @Field(() => String, {
    nullable: true,
    description: `What is wrong, needed where it is sent back; at most ${counterCommentAtMost} characters, and nothing about a patient.`,
  })
  comment?: string | null;
  @Field(() => String, { description: '`sheet.digest` of the record that was read.' })
  seenDigest!: string;
  @Field(() => Int, { description: '`statement.version` of the words that were read.' })
  wordingVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('SettleCounterSignatureInput', { description: 'An answer by somebody who is signed in.' })
export class SettleCounterSignatureInput extends CounterSignatureAnswerInput {
  @Field(() => ID, { description: 'The counter-signature.' })
  counterSignatureId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
}
@InputType('SettleCounterSignatureByLinkInput', { description: 'An answer by somebody who holds the link.' })
export class SettleCounterSignatureByLinkInput extends CounterSignatureAnswerInput {
  @Field(() => String, { description: 'The part of the link behind the #.' })
  token!: string;
}
@InputType('DisownCounterSignatureInput', { description: 'Which signature was not yours.' })
export class DisownCounterSignatureInput {
  @Field(() => String, { description: 'The part of the link behind the #.' })
  token!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
