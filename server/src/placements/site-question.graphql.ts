import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { answerWith, neededKeyHelp } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { ProfessionType } from '../organisations/profession.graphql.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { HostType, PlacementSiteType } from './host.graphql.ts';
import { MatchTravelType } from './match.graphql.ts';
import { escalationWorkingDays } from './placement.rules.ts';
import { PlacementRequestType } from './request.graphql.ts';
import { sitesListedAtMost } from './site-question.rules.ts';

export const SiteQuestionOrderEnum = enumOf(
  'SiteQuestionOrder',
  { LONGEST_WAIT: 'Who has waited longest comes first.' },
  'How to order questions to sites.',
);

@ObjectType('SiteQuestion', {
  implements: NodeType,
  description: 'A site that does not offer yet is asked whether it could. Its next word about its places answers it.',
})
export class SiteQuestionType extends NodeType {
  @Field(() => HostType, { description: 'Whose site it is.' })
  host!: HostType;
  @Field(() => PlacementSiteType, { description: 'Which site.' })
  site!: PlacementSiteType;
  @Field(() => ProfessionType, { description: 'For which profession.' })
  profession!: ProfessionType;
  @Field(() => ReturnerType, {
    nullable: true,
    description: 'Who asks, for those who may see the record; null for the site.',
  })
  returner!: ReturnerType | null;
  @Field(() => CalendarDateScalar, { description: 'When it was asked.' })
  askedOn!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When the site said something; null for not yet.' })
  answeredOn!: string | null;
  @Field(() => CalendarDateScalar, {
    description: `The day after ${escalationWorkingDays} working days; from then on a coordinator should step in. Source: S3.`,
  })
  escalatesOn!: string;
  @Field(() => Boolean, { description: 'Whether the wait is too long already.' })
  isOverdue!: boolean;
}
export const SiteQuestionConnection = connectionOf(() => SiteQuestionType, 'SiteQuestion', 'questions to sites');

@InputType('SiteQuestionFilter', { description: 'Which questions to list; all conditions must hold.' })
export class SiteQuestionFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those that are answered, or only those that are not.' })
  isAnswered?: boolean;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Only those asked on this day or before.' })
  askedUntil?: CalendarDate;
}
/** A page of questions. */
@ArgsType()
export class SiteQuestionsArguments extends PageArguments {
  @Field(() => SiteQuestionFilter, { nullable: true, description: 'Which questions to list.' })
  filter?: SiteQuestionFilter;
  @Field(() => SiteQuestionOrderEnum, { defaultValue: 'LONGEST_WAIT', description: 'How to order them.' })
  orderBy!: string;
}

@ObjectType('SiteToAsk', {
  description: `A known site within reach that offers nothing for the profession yet. At most ${sitesListedAtMost} are listed.`,
})
export class SiteToAskType {
  @Field(() => ID, { description: 'The site.' })
  placementSiteId!: string;
  @Field(() => String, { description: 'Name of the site.' })
  siteName!: string;
  @Field(() => String, { description: 'Name of the organisation.' })
  hostName!: string;
  @Field(() => MatchTravelType, { description: 'The way there.' })
  travel!: MatchTravelType;
  @Field(() => Boolean, { description: 'Whether somebody is named there who can be asked.' })
  hasContact!: boolean;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When this request asked it; null for not yet.' })
  askedOn!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When it answered; null for not yet.' })
  answeredOn!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When the wait becomes too long.' })
  escalatesOn!: string | null;
  @Field(() => Boolean, { description: 'Whether the wait is too long already.' })
  isOverdue!: boolean;
}

export const AskSiteResult = answerWith({
  done: 'SiteAsked',
  command: 'AskSite',
  field: 'placementRequest',
  type: () => PlacementRequestType,
  doneMeans: 'The site is asked, by one mail to its contact that names no person.',
  refusedMeans: 'Nobody was asked.',
});
@InputType('AskSiteInput', { description: 'Which site is asked, for which of your requests.' })
export class AskSiteInput {
  @Field(() => ID, { description: 'Your open request.' })
  placementRequestId!: string;
  @Field(() => ID, { description: 'The site.' })
  placementSiteId!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
