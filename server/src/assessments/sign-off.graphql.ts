import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { linkLastsDays } from '../access/link.rules.ts';
import { answerWith, neededKeyHelp, refusedOf, resultOf, versionHelp } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar, TimeOfDayScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { HostType, SupervisorType } from '../placements/host.graphql.ts';
import { activitiesAtMost } from './sign-off-days.rules.ts';
import {
  blockedWithinDays,
  commentAtMost,
  signOffActions,
  signOffDayStates,
  signOffStates,
  takeBackReasons,
  type SignOffAction,
  type SignOffDayState,
  type SignOffState,
  type SignedPractice,
  type TakeBackReason,
} from './sign-off.rules.ts';

export const SignOffStateEnum = enumOf('SignOffState', signOffStates, 'What becomes of days to confirm.');
export const SignOffDayStateEnum = enumOf('SignOffDayState', signOffDayStates, 'What becomes of one day to confirm.');
export const SignOffActionEnum = enumOf('SignOffAction', signOffActions, 'What may be done with a sign-off.');
export const TakeBackReasonEnum = enumOf('TakeBackReason', takeBackReasons, 'Why a signature is taken back.');
export const SignOffOrderEnum = enumOf(
  'SignOffOrder',
  { NEWEST: 'What was asked last comes first.', OLDEST: 'What was asked first comes first.' },
  'How to order sign-offs.',
);

@ObjectType('SignOffStatement', {
  description:
    'The words that a supervisor agrees to. Nobody certifies competence for HCPC: a signature confirms days, and no more. Source: H4.',
})
export class SignOffStatementType {
  @Field(() => Int, { description: 'Version of the wording; send it with the signature as `wordingVersion`.' })
  version!: number;
  @Field(() => [String], { description: 'What the signature confirms.' })
  confirms!: readonly string[];
  @Field(() => [String], { description: 'What it does not confirm.' })
  doesNotConfirm!: readonly string[];
}

@ObjectType('SignOffDay', {
  description:
    'A day to confirm, as it stands in the log; a signed day cannot change any more. The returner’s note is not shown.',
})
export class SignOffDayType {
  @Field(() => ID, { description: 'The logged day; send it with the answer.' })
  loggedDayId!: string;
  @Field(() => Int, { description: 'Which version of the day this is; send it with the answer.' })
  version!: number;
  @Field(() => CalendarDateScalar, { description: 'The day it began.' })
  onDate!: string;
  @Field(() => Int, { description: 'Length in minutes. Example: `420` is one day of updating.' })
  minutes!: number;
  @Field(() => TimeOfDayScalar, { nullable: true, description: 'When it began; null if not known.' })
  startsAt!: string | null;
  @Field(() => SignOffDayStateEnum, { description: 'What became of it.' })
  state!: SignOffDayState;
  @Field(() => String, { nullable: true, description: 'What the supervisor said of it.' })
  comment!: string | null;
}

const activitiesHelp = 'A supervisor supervises within their own scope alone. Source: H1, H4. Example: `Home visits`.';

@ObjectType('SignOff', {
  implements: NodeType,
  description: 'A supervisor is asked to confirm the days of a placement that they supervised, and answers.',
})
export class SignOffType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => SignOffStateEnum, { description: 'How it stands.' })
  state!: SignOffState;
  @Field(() => CalendarDateScalar, { description: 'First day of the span.' })
  from!: string;
  @Field(() => CalendarDateScalar, { description: 'Last day of the span.' })
  until!: string;
  @Field(() => [String], { description: `What the returner says was done on these days. ${activitiesHelp}` })
  activities!: readonly string[];
  @Field(() => CalendarDateScalar, { description: 'When it was asked.' })
  askedOn!: string;
  @Field(() => String, { description: 'Name of the returner.' })
  returnerName!: string;
  @Field(() => HostType, { description: 'The organisation whose supervisor is asked.' })
  host!: HostType;
  @Field(() => String, { nullable: true, description: 'The field the person returns to. Example: `dietetics`.' })
  fieldOfPractice!: string | null;
  @Field(() => String, { description: 'Name of the supervisor who is asked.' })
  supervisorName!: string;
  @Field(() => String, { description: 'Name of the site.' })
  siteName!: string;
  @Field(() => [SignOffDayType], { description: 'The days, the first one first.' })
  days!: SignOffDayType[];
  @Field(() => SignOffStatementType, { description: 'What is agreed to by signing today.' })
  statement!: SignOffStatementType;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'When a link was last sent; null while no address of the supervisor is confirmed.',
  })
  linkSentOn!: string | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: `When that link ends, ${linkLastsDays} days after it was sent; it works once.`,
  })
  linkEndsAt!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When the returner last reminded the supervisor.' })
  nudgedOn!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was signed; null if it was not.' })
  signedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'In whose name it was answered.' })
  signedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'The wording as it was agreed to, kept for good.' })
  agreedText!: string | null;
  @Field(() => Boolean, {
    description:
      'Whether a signature is provisional: it came through an address that neither the organisation nor a coordinator has confirmed for this supervisor.',
  })
  isProvisional!: boolean;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When the signature was taken back.' })
  takenBackOn!: string | null;
  @Field(() => TakeBackReasonEnum, { nullable: true, description: 'Why.' })
  takenBackReason!: TakeBackReason | null;
  @Field(() => [SignOffActionEnum], { description: 'What you may do with it now.' })
  viewerActions!: readonly SignOffAction[];
}
/** A page of sign-offs. */
export const SignOffConnection = connectionOf(() => SignOffType, 'SignOff', 'sign-offs');

@InputType('SignOffFilter', { description: 'Which sign-offs to list.' })
export class SignOffFilter {
  @Field(() => SignOffStateEnum, { nullable: true, description: 'Only those in this state.' })
  state?: SignOffState;
}
/** A page of sign-offs. */
@ArgsType()
export class SignOffsArguments extends PageArguments {
  @Field(() => SignOffFilter, { nullable: true, description: 'Which sign-offs to list.' })
  filter?: SignOffFilter;
  @Field(() => SignOffOrderEnum, { defaultValue: 'NEWEST', description: 'How to order them.' })
  orderBy!: string;
}

@ObjectType('SignOffSheet', {
  description: 'What the holder of a link sees: the days that wait, and what a signature confirms.',
})
export class SignOffSheetType {
  @Field(() => String, { description: 'Name of the returner.' })
  returnerName!: string;
  @Field(() => String, { nullable: true, description: 'The field the person returns to.' })
  fieldOfPractice!: string | null;
  @Field(() => String, {
    description: 'What to say beside the name: "returning to dietetics", or "on the HCPC Register for dietetics".',
  })
  describedAs!: string;
  @Field(() => String, { description: 'In whose name is signed.' })
  supervisorName!: string;
  @Field(() => String, { description: 'Name of the site.' })
  siteName!: string;
  @Field(() => [String], { description: `What the returner says was done on these days. ${activitiesHelp}` })
  activities!: readonly string[];
  @Field(() => InstantScalar, { description: 'When the link ends.' })
  linkEndsAt!: string;
  @Field(() => [SignOffDayType], { description: 'The days that wait.' })
  days!: SignOffDayType[];
  @Field(() => SignOffStatementType, { description: 'What is agreed to by signing.' })
  statement!: SignOffStatementType;
}

@ObjectType('SignOffToDo', { description: 'Days of one returner that wait for a supervisor.' })
export class SignOffToDoType {
  @Field(() => ID, { description: 'The sign-off.' })
  signOffId!: string;
  @Field(() => String, { description: 'Name of the returner.' })
  returnerName!: string;
  @Field(() => String, { description: 'Name of the site.' })
  siteName!: string;
  @Field(() => CalendarDateScalar, { description: 'When it was asked.' })
  askedOn!: string;
  @Field(() => Int, { description: 'How many days wait.' })
  days!: number;
  @Field(() => Int, { description: 'Their minutes.' })
  minutes!: number;
  @Field(() => Boolean, {
    description: `Whether the person is held up: they mean to apply, or a day drops out of the window, within ${blockedWithinDays} days. Assumed.`,
  })
  isBlocked!: boolean;
}

@ObjectType('SignedPractice', {
  description: 'Supervised practice in the log by how far it is signed, whether it counts or not.',
})
export class SignedPracticeType implements SignedPractice {
  @Field(() => Int, { description: 'Minutes that are signed.' })
  signedMinutes!: number;
  @Field(() => Int, { description: 'Minutes signed through an address that nobody has confirmed yet.' })
  provisionalMinutes!: number;
  @Field(() => Int, { description: 'Minutes that wait for an answer.' })
  waitingMinutes!: number;
  @Field(() => Int, { description: 'Minutes that nobody was asked about, or that came back.' })
  unsignedMinutes!: number;
  @Field(() => Int, {
    description: 'Those of `unsignedMinutes` on days outside any placement: nobody can be asked about them here.',
  })
  outsideMinutes!: number;
  @Field(() => [CalendarDateScalar], {
    description:
      'The days of placements that have begun on which something is unsigned, the first one first: ask for a signature with a span that holds them.',
  })
  unsignedOn!: CalendarDate[];
}

const answer = (done: string, command: string, doneMeans: string, refusedMeans: string) =>
  answerWith({ done, command, field: 'signOff', type: () => SignOffType, doneMeans, refusedMeans });
export const AskSignOffResult = answer(
  'SignOffAsked',
  'AskSignOff',
  'The supervisor is asked; by a link, where their address is confirmed.',
  'Nobody was asked.',
);
export const NudgeSignOffResult = answer(
  'SignOffNudged',
  'NudgeSignOff',
  'The supervisor is reminded; an older link works no more.',
  'Nobody was reminded.',
);
export const WithdrawSignOffResult = answer(
  'SignOffWithdrawn',
  'WithdrawSignOff',
  'The question is taken back; its link works no more.',
  'The question stands.',
);
export const PassOnSignOffResult = answer(
  'SignOffPassedOn',
  'PassOnSignOff',
  'Another supervisor is asked; the link of the first works no more.',
  'The same supervisor is asked as before.',
);
export const SettleSignOffResult = answer(
  'SignOffSettled',
  'SettleSignOff',
  'The days are signed and locked, or back with the returner.',
  'Nothing was signed.',
);
export const TakeBackSignatureResult = answer(
  'SignatureTakenBack',
  'TakeBackSignature',
  'The signature counts no more; the days are unlocked.',
  'The signature stands.',
);
export const ConfirmSupervisorAddressResult = answerWith({
  done: 'SupervisorAddressConfirmed',
  command: 'ConfirmSupervisorAddress',
  field: 'supervisor',
  type: () => SupervisorType,
  doneMeans: 'Links go to this address from now on; those that waited are sent.',
  refusedMeans: 'The address stays as it was.',
});

@ObjectType('SignOffSettledByLink', { description: 'The days are signed and locked, or back with the returner.' })
export class SignOffSettledByLinkType {
  readonly __typename!: 'SignOffSettledByLink';
  @Field(() => SignOffStateEnum, { description: 'What became of the days.' })
  state!: SignOffState;
}
const SettleSignOffByLinkRefused = refusedOf('SettleSignOffByLinkRefused', 'Nothing was signed.');
export const SettleSignOffByLinkResult = resultOf(
  'SettleSignOffByLinkResult',
  SignOffSettledByLinkType,
  SettleSignOffByLinkRefused,
  'What became of the days, or why nothing was signed.',
);
@ObjectType('SignatureDisowned', { description: 'The signature counts no more.' })
export class SignatureDisownedType {
  readonly __typename!: 'SignatureDisowned';
  @Field(() => SignOffStateEnum, { description: 'How it stands now.' })
  state!: SignOffState;
}
const DisownSignatureRefused = refusedOf('DisownSignatureRefused', 'Nothing was changed.');
export const DisownSignatureResult = resultOf(
  'DisownSignatureResult',
  SignatureDisownedType,
  DisownSignatureRefused,
  'How the signature stands now, or why nothing was changed.',
);

@InputType('AskSignOffInput', { description: 'Which days you ask your supervisor to confirm: a week, or any span.' })
export class AskSignOffInput {
  @Field(() => ID, { description: 'Your placement.' })
  placementId!: string;
  @Field(() => CalendarDateScalar, { description: 'First day of the span.' })
  from!: CalendarDate;
  @Field(() => CalendarDateScalar, {
    description: 'Last day of the span, not in the future. Days that wait or are signed are left out.',
  })
  until!: CalendarDate;
  @Field(() => [String], {
    nullable: true,
    description: `What was done on these days, in the words of the supervisor’s scope; at most ${activitiesAtMost}. ${activitiesHelp}`,
  })
  activities?: readonly string[] | null;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@InputType('ChangeSignOffInput', { description: 'Which sign-off, as you saw it.' })
export class ChangeSignOffInput {
  @Field(() => ID, { description: 'The sign-off.' })
  signOffId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('PassOnSignOffInput', { description: 'Which sign-off, and who is asked instead.' })
export class PassOnSignOffInput extends ChangeSignOffInput {
  @Field(() => ID, { description: 'Another supervisor of the same organisation.' })
  supervisorId!: string;
}
@InputType('TakeBackSignatureInput', { description: 'Which signature, and why.' })
export class TakeBackSignatureInput extends ChangeSignOffInput {
  @Field(() => TakeBackReasonEnum, { description: 'Why.' })
  reason!: TakeBackReason;
}

@InputType('SignOffDayAnswerInput', { description: 'What is said of one day.' })
export class SignOffDayAnswerInput {
  @Field(() => ID, { description: 'The logged day.' })
  loggedDayId!: string;
  @Field(() => Int, { description: 'The version that you saw; a day that has changed since is not signed.' })
  version!: number;
  @Field(() => Boolean, { description: 'True to confirm it, false to send it back.' })
  isConfirmed!: boolean;
  @Field(() => String, {
    nullable: true,
    description: `What is wrong with it, needed where it is sent back; at most ${commentAtMost} characters, and nothing about a patient.`,
  })
  comment?: string | null;
}
@InputType('SignOffAnswerInput', { description: 'An answer to all days that wait.' })
abstract class SignOffAnswerInput {
  @Field(() => [SignOffDayAnswerInput], { description: 'An answer to each day, at most 366.' })
  days!: SignOffDayAnswerInput[];
  @Field(() => Int, { description: '`statement.version` of the words that were read.' })
  wordingVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('SettleSignOffInput', { description: 'An answer to all days of a sign-off.' })
export class SettleSignOffInput extends SignOffAnswerInput {
  @Field(() => ID, { description: 'The sign-off.' })
  signOffId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
}
@InputType('SettleSignOffByLinkInput', { description: 'An answer by somebody who holds the link.' })
export class SettleSignOffByLinkInput extends SignOffAnswerInput {
  @Field(() => String, { description: 'The part of the link behind the #.' })
  token!: string;
}
@InputType('DisownSignatureInput', { description: 'Which signature was not yours.' })
export class DisownSignatureInput {
  @Field(() => String, { description: 'The part of the link behind the #.' })
  token!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('ConfirmSupervisorAddressInput', { description: 'An address that you know to be the supervisor’s own.' })
export class ConfirmSupervisorAddressInput {
  @Field(() => ID, { description: 'The supervisor.' })
  supervisorId!: string;
  @Field(() => String, { description: 'Their e-mail address at work.' })
  email!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
