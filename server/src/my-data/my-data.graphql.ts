import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ViewerType } from '../accounts/account.graphql.ts';
import { neededKeyHelp, refusedOf, resultOf } from '../graphql/command-result.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { answeredWithReturner } from '../returners/returner-commands.graphql.ts';
import {
  asideKinds,
  asideReasons,
  pauseMonthsAtMost,
  placeFates,
  placeKeptDays,
  type AsideKind,
  type AsideReason,
  type PlaceFate,
} from './standing-aside.rules.ts';

export const AsideKindEnum = enumOf('AsideKind', asideKinds, 'How somebody stands aside.');
export const AsideReasonEnum = enumOf('AsideReason', asideReasons, 'Why somebody pauses or withdraws.');
export const PlaceFateEnum = enumOf('PlaceFate', placeFates, 'What becomes of a place during a pause. Assumed.');

@ObjectType('StandingAside', { description: 'A pause, or a withdrawal, that holds now.' })
export class StandingAsideType {
  @Field(() => AsideKindEnum, { description: 'Which of the two.' })
  kind!: AsideKind;
  @Field(() => CalendarDateScalar, { description: 'Its first day.' })
  from!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day of a pause; null for a withdrawal.' })
  until!: string | null;
  @Field(() => AsideReasonEnum, { nullable: true, description: 'Why. For the person alone.' })
  reason!: AsideReason | null;
}

@ObjectType('PauseEffect', { description: 'What a pause would change. Nothing is saved by asking.' })
export class PauseEffectType {
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The last day of updating by the plan without the pause; null without a plan that ends.',
  })
  updatingDoneOnBefore!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The same with the pause.' })
  updatingDoneOnAfter!: string | null;
  @Field(() => Int, {
    description: 'Minutes in the log that count today, and would not for an application on the day after the pause.',
  })
  minutesThatDropOut!: number;
  @Field(() => PlaceFateEnum, { description: 'What becomes of the place.' })
  placeFate!: PlaceFate;
}

@ObjectType('Erasure', { description: 'That somebody has asked to be erased, and can take it back until the day.' })
export class ErasureType {
  @Field(() => InstantScalar, { description: 'When it was asked.' })
  askedAt!: string;
  @Field(() => CalendarDateScalar, { description: 'The day on which it is done.' })
  dueOn!: string;
}

@ObjectType('KeptAtErasure', { description: 'What is kept, empty of words, of somebody who is erased.' })
export class KeptAtErasureType {
  @Field(() => [String], { description: 'What. Example: `Placements`.' })
  what!: readonly string[];
  @Field(() => String, { description: 'Why.' })
  why!: string;
}

const answeredWithViewer = <Name extends string>(typeName: Name, description: string) => {
  @ObjectType(typeName, { description })
  class Done {
    readonly __typename!: Name;
    @Field(() => ViewerType, { description: 'You, as things stand now.' })
    viewer!: ViewerType;
  }
  return Done;
};

@InputType('OwnPathwayInput', { description: 'Whose pathway.' })
export class OwnPathwayInput {
  @Field(() => ID, { description: 'Your record.' })
  returnerId!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('WithdrawFromPathwayInput', { description: 'Why somebody withdraws.' })
export class WithdrawFromPathwayInput extends OwnPathwayInput {
  @Field(() => AsideReasonEnum, { description: 'Why.' })
  reason!: AsideReason;
}
@InputType('PausePathwayInput', { description: 'A pause.' })
export class PausePathwayInput extends WithdrawFromPathwayInput {
  @Field(() => CalendarDateScalar, { description: 'Its first day, today or later.' })
  from!: CalendarDate;
  @Field(() => CalendarDateScalar, { description: `Its last day, at most ${pauseMonthsAtMost} months later.` })
  until!: CalendarDate;
  @Field(() => Boolean, {
    nullable: true,
    description: `True to let a place go that cannot be kept: sites keep one for ${placeKeptDays} days at most (assumed).`,
  })
  letsPlaceGo?: boolean | null;
}
@InputType('AskErasureInput', { description: 'That somebody wants to be erased.' })
export class AskErasureInput {
  @Field(() => String, { description: 'The address of the account, typed again.' })
  email!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('TakeBackErasureInput', { description: 'That somebody has thought again.' })
export class TakeBackErasureInput {
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('AskEmailChangeInput', { description: 'The address that should hold from now on.' })
export class AskEmailChangeInput {
  @Field(() => String, { description: 'The new address. A link goes there, and the change holds once it is opened.' })
  email!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('ConfirmEmailChangeInput', { description: 'What a link to a new address holds.' })
export class ConfirmEmailChangeInput {
  @Field(() => String, { description: 'The part of the link behind the #.' })
  token!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('ChangeNameInput', { description: 'The name that the account should bear.' })
export class ChangeNameInput {
  @Field(() => String, { description: 'The name.' })
  name!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

export const PausePathwayResult = resultOf(
  'PausePathwayResult',
  answeredWithReturner('PathwayPaused', 'The pathway is paused.'),
  refusedOf('PausePathwayRefused', 'Nothing was changed.'),
  'The record, or why not.',
);
export const WithdrawFromPathwayResult = resultOf(
  'WithdrawFromPathwayResult',
  answeredWithReturner('WithdrawnFromPathway', 'The person has withdrawn; the record stays as it is.'),
  refusedOf('WithdrawFromPathwayRefused', 'Nothing was changed.'),
  'The record, or why not.',
);
export const ComeBackResult = resultOf(
  'ComeBackResult',
  answeredWithReturner('CameBack', 'The person goes on.'),
  refusedOf('ComeBackRefused', 'Nothing was changed.'),
  'The record, or why not.',
);
export const AskErasureResult = resultOf(
  'AskErasureResult',
  answeredWithViewer('ErasureAsked', 'It is done on the day, unless it is taken back.'),
  refusedOf('AskErasureRefused', 'Nothing will be erased.'),
  'You, or why not.',
);
export const TakeBackErasureResult = resultOf(
  'TakeBackErasureResult',
  answeredWithViewer('ErasureTakenBack', 'Nothing will be erased.'),
  refusedOf('TakeBackErasureRefused', 'There is nothing to take back.'),
  'You, or why not.',
);
export const AskEmailChangeResult = resultOf(
  'AskEmailChangeResult',
  answeredWithViewer('EmailChangeAsked', 'A link is on its way to the new address, unless somebody else has it.'),
  refusedOf('AskEmailChangeRefused', 'The address stays.'),
  'You, or why not.',
);
export const ChangeNameResult = resultOf(
  'ChangeNameResult',
  answeredWithViewer('NameChanged', 'The name is changed.'),
  refusedOf('ChangeNameRefused', 'The name stays.'),
  'You, or why not.',
);

@ObjectType('EmailChanged', { description: 'The new address holds.' })
export class EmailChangedType {
  readonly __typename!: 'EmailChanged';
  @Field(() => String, { description: 'The new address.' })
  email!: string;
}
export const ConfirmEmailChangeResult = resultOf(
  'ConfirmEmailChangeResult',
  EmailChangedType,
  refusedOf('ConfirmEmailChangeRefused', 'The address stays as it was.'),
  'The new address, or why not.',
);
