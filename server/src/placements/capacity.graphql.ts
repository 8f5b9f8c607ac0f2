import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { answerWith, neededKeyHelp, versionHelp } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IntegratedCareBoardType } from '../organisations/organisation.graphql.ts';
import { ProfessionType } from '../organisations/profession.graphql.ts';
import {
  capacityAnswers,
  contracts,
  noReasons,
  type Adjustment,
  type CapacityAnswer,
  type Contract,
  type NoReason,
} from './capacity-words.rules.ts';
import { AdjustmentEnum, HostType, PlacementSiteType, SupervisorType } from './host.graphql.ts';
import { settings, type Setting } from './matching/terms.rules.ts';
import { lapsesAfterDays, offerStandings, staleAfterDays, type OfferStanding } from './offer.rules.ts';

export const CapacityAnswerEnum = enumOf(
  'CapacityAnswer',
  capacityAnswers,
  'What a site answers when it is asked for places.',
);
export const NoReasonEnum = enumOf('CapacityNoReason', noReasons, 'Why a site has no places.');
export const ContractEnum = enumOf(
  'PlacementContract',
  contracts,
  'On what footing a returner works at a site. Source: P10, P12c, T1, T5.',
);
export const OfferStandingEnum = enumOf(
  'CapacityStanding',
  offerStandings,
  'How far an offer of places can be believed today.',
);
export const SettingEnum = enumOf('PlacementSetting', settings, 'Where supervised practice takes place.');
export const CapacityOfferOrderEnum = enumOf(
  'CapacityOfferOrder',
  {
    START: 'What starts first comes first.',
    LAST_CONFIRMED: 'What was confirmed longest ago comes first.',
    NEWEST_CONFIRMED: 'What was confirmed last comes first; old offers sink.',
  },
  'How to order offers of places.',
);

@ObjectType('CapacityOffer', {
  implements: NodeType,
  description: 'Places that a site offers for one profession on some dates, or its “no”.',
})
export class CapacityOfferType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => HostType, { description: 'Whose places.' })
  host!: HostType;
  @Field(() => PlacementSiteType, { description: 'At which site.' })
  site!: PlacementSiteType;
  @Field(() => ProfessionType, { description: 'For which profession.' })
  profession!: ProfessionType;
  @Field(() => CapacityAnswerEnum, { description: 'Yes, maybe or no.' })
  answer!: CapacityAnswer;
  @Field(() => NoReasonEnum, { nullable: true, description: 'With NO: why.' })
  noReason!: NoReason | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'With MAYBE: the last day on which it is open.' })
  maybeUntil!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'With NO: when the site wants to be asked again.' })
  askAgainOn!: string | null;
  @Field(() => OfferStandingEnum, {
    description: `How far it can be believed today. Days without a word are counted (assumed: stale after ${staleAfterDays}, lapsed after ${lapsesAfterDays}).`,
  })
  standing!: OfferStanding;
  @Field(() => CalendarDateScalar, { description: 'First day.' })
  startsOn!: string;
  @Field(() => CalendarDateScalar, { description: 'Last day.' })
  endsOn!: string;
  @Field(() => Int, { description: 'How many returners at once.' })
  places!: number;
  @Field(() => Int, { description: 'Places that are given or proposed.' })
  takenPlaces!: number;
  @Field(() => [Int], { description: 'Days of the week, 1 (Monday) to 7 (Sunday).' })
  weekdays!: number[];
  @Field(() => Int, { description: 'When a day starts, in minutes after midnight. Example: `540` is 9:00.' })
  dayStartsAt!: number;
  @Field(() => Int, { description: 'When a day ends, in minutes after midnight.' })
  dayEndsAt!: number;
  @Field(() => Int, { description: 'Days that the site needs from an offer to a start.' })
  noticeDays!: number;
  @Field(() => SupervisorType, { nullable: true, description: 'Who supervises; null while nobody is named.' })
  supervisor!: SupervisorType | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'By when a supervisor is named.' })
  supervisorNamedBy!: string | null;
  @Field(() => SettingEnum, { description: 'Where the practice takes place.' })
  setting!: Setting;
  @Field(() => Int, { description: 'How much can be done from elsewhere, in percent.' })
  remotePercent!: number;
  @Field(() => ContractEnum, { description: 'On what footing.' })
  contract!: Contract;
  @Field(() => [AdjustmentEnum], { description: 'Adjustments here, beyond those of the whole site.' })
  adjustments!: Adjustment[];
  @Field(() => CalendarDateScalar, { description: 'When somebody last confirmed it.' })
  confirmedOn!: string;
  @Field(() => String, { description: 'Who confirmed it.' })
  confirmedBy!: string;
  @Field(() => Boolean, { description: 'Whether a coordinator entered it for the site. Show it.' })
  isOnBehalf!: boolean;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'From when returners of all boards may have it; null for from the beginning.',
  })
  shownToAllOn!: string | null;
  @Field(() => [IntegratedCareBoardType], {
    description: 'Boards whose returners may have it first; empty where everybody may from the beginning.',
  })
  firstShownTo!: IntegratedCareBoardType[];
}
export const CapacityOfferConnection = connectionOf(() => CapacityOfferType, 'CapacityOffer', 'offers of places');

@InputType('CapacityOfferFilter', { description: 'Which offers to list; all conditions must hold.' })
export class CapacityOfferFilter {
  @Field(() => CapacityAnswerEnum, { nullable: true, description: 'Only this answer.' })
  answer?: CapacityAnswer;
  @Field(() => String, {
    nullable: true,
    description: 'Only for the profession with this register code. Example: `DT`.',
  })
  professionCode?: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Only what ends on this day or later.' })
  endsFrom?: CalendarDate;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Only what was last confirmed on this day or before: offers to ask about.',
  })
  confirmedUntil?: CalendarDate;
}
/** A page of offers. */
@ArgsType()
export class CapacityOffersArguments extends PageArguments {
  @Field(() => CapacityOfferFilter, { nullable: true, description: 'Which offers to list.' })
  filter?: CapacityOfferFilter;
  @Field(() => CapacityOfferOrderEnum, { defaultValue: 'START', description: 'How to order them.' })
  orderBy!: string;
}

/** What several inputs say of places. */
@InputType('CapacityTermsInput', { description: 'What is said of places.' })
abstract class CapacityTermsInput {
  @Field(() => CapacityAnswerEnum, { description: 'Yes, maybe or no.' })
  answer!: CapacityAnswer;
  @Field(() => NoReasonEnum, { nullable: true, description: 'With NO, and only then: why.' })
  noReason?: NoReason | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'With the reason ASK_LATER: the day.' })
  askAgainOn?: CalendarDate | null;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'With MAYBE, and only then: the last day on which it is open.',
  })
  maybeUntil?: CalendarDate | null;
  @Field(() => CalendarDateScalar, { description: 'First day.' })
  startsOn!: CalendarDate;
  @Field(() => CalendarDateScalar, { description: 'Last day.' })
  endsOn!: CalendarDate;
  @Field(() => Int, { defaultValue: 1, description: 'How many returners at once, 1 to 50.' })
  places!: number;
  @Field(() => [Int], { description: 'Days of the week, 1 (Monday) to 7 (Sunday).' })
  weekdays!: number[];
  @Field(() => Int, { defaultValue: 540, description: 'When a day starts, in minutes after midnight.' })
  dayStartsAt!: number;
  @Field(() => Int, { defaultValue: 1020, description: 'When a day ends, in minutes after midnight.' })
  dayEndsAt!: number;
  @Field(() => Int, { defaultValue: 0, description: 'Days that the site needs from an offer to a start, 0 to 180.' })
  noticeDays!: number;
  @Field(() => ID, { nullable: true, description: 'Who supervises; somebody of the same organisation and profession.' })
  supervisorId?: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'With no supervisor yet: by when one is named.' })
  supervisorNamedBy?: CalendarDate | null;
  @Field(() => SettingEnum, { defaultValue: 'CLINICAL', description: 'Where the practice takes place.' })
  setting!: Setting;
  @Field(() => Int, { defaultValue: 0, description: 'How much can be done from elsewhere, in percent.' })
  remotePercent!: number;
  @Field(() => ContractEnum, { description: 'On what footing.' })
  contract!: Contract;
  @Field(() => [AdjustmentEnum], { defaultValue: [], description: 'Adjustments here, beyond those of the whole site.' })
  adjustments!: Adjustment[];
  @Field(() => [ID], { defaultValue: [], description: 'Boards whose returners may have the places first.' })
  firstShownToBoardIds!: string[];
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'From when everybody may have them; needed with boards.',
  })
  shownToAllOn?: CalendarDate | null;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

export const AddCapacityOfferResult = answerWith({
  done: 'CapacityOfferAdded',
  command: 'AddCapacityOffer',
  field: 'capacityOffer',
  type: () => CapacityOfferType,
  doneMeans: 'The answer of the site is kept, confirmed today.',
  refusedMeans: 'Nothing was kept.',
});
@InputType('AddCapacityOfferInput', { description: 'Places of a site, or its “no”.' })
export class AddCapacityOfferInput extends CapacityTermsInput {
  @Field(() => ID, { description: 'At which site.' })
  placementSiteId!: string;
  @Field(() => String, { description: 'Register code of the profession. Example: `DT`.' })
  professionCode!: string;
}
export const ChangeCapacityOfferResult = answerWith({
  done: 'CapacityOfferChanged',
  command: 'ChangeCapacityOffer',
  field: 'capacityOffer',
  type: () => CapacityOfferType,
  doneMeans: 'The offer is changed, and confirmed today.',
  refusedMeans: 'The offer stays as it was.',
});
@InputType('ChangeCapacityOfferInput', { description: 'Places as they should be from now on.' })
export class ChangeCapacityOfferInput extends CapacityTermsInput {
  @Field(() => ID, { description: 'Which offer.' })
  capacityOfferId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
}
export const ConfirmCapacityOfferResult = answerWith({
  done: 'CapacityOfferConfirmed',
  command: 'ConfirmCapacityOffer',
  field: 'capacityOffer',
  type: () => CapacityOfferType,
  doneMeans: 'The offer is confirmed today.',
  refusedMeans: 'Nothing was confirmed.',
});
@InputType('ConfirmCapacityOfferInput', { description: 'Which offer still holds as it stands.' })
export class ConfirmCapacityOfferInput {
  @Field(() => ID, { description: 'Which offer.' })
  capacityOfferId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
