import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from 'type-graphql';
import { AssessmentType } from '../assessments/assessment.graphql.ts';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { PlacementType } from '../placements/placement.graphql.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import {
  ApplicationConnection,
  ApplicationsArguments,
  ApplyAgainInput,
  ApplyAgainResult,
  CorrectApplicationEntryInput,
  CorrectApplicationEntryResult,
  PlanApplicationInput,
  PlanApplicationResult,
  PrepareApplicationStepInput,
  PrepareApplicationStepResult,
  RecordApplicationEntryInput,
  RecordApplicationEntryResult,
  ReturnerApplicationType,
  TakeBackApplicationEntryInput,
  TakeBackApplicationEntryResult,
} from './application.graphql.ts';
import { ExpectedSubmissionType } from './expected-submissions.graphql.ts';
import { applyAgain, planApplication, prepareApplicationStep } from './prepare-application.command.ts';
import {
  correctApplicationEntry,
  recordApplicationEntry,
  takeBackApplicationEntry,
} from './record-application.command.ts';

const inputHelp = { description: 'What is asked for.' };

/** The application to HCPC, as the person records it. */
@Resolver()
export class ApplicationResolver {
  @Query(() => ApplicationConnection, {
    description: 'Applications that have begun: your own, or for coordinators those of the people they see.',
  })
  applications(
    @Args(() => ApplicationsArguments) _page: ApplicationsArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => [ExpectedSubmissionType], {
    description:
      'For coordinators: applications that are not sent yet, by the day on which they are expected; at most 250. Whoever has neither named a day nor a plan that works is not among them.',
  })
  expectedSubmissions(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.read(info);
  }

  @Mutation(() => PlanApplicationResult, { description: 'Names the day on which you plan to send your application.' })
  async planApplication(
    @Arg('input', () => PlanApplicationInput, inputHelp) input: PlanApplicationInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await planApplication(context.commandContext(), input);
    return answerOf(context, info, 'ApplicationPlanned', 'PlanApplicationRefused', result);
  }
  @Mutation(() => PrepareApplicationStepResult, { description: 'Records whether something to send is ready.' })
  async prepareApplicationStep(
    @Arg('input', () => PrepareApplicationStepInput, inputHelp) input: PrepareApplicationStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await prepareApplicationStep(context.commandContext(), input);
    return answerOf(context, info, 'ApplicationStepPrepared', 'PrepareApplicationStepRefused', result);
  }
  @Mutation(() => RecordApplicationEntryResult, {
    description: 'Records what happened to your application: sent, asked, fee, on the Register, refused, appealed.',
  })
  async recordApplicationEntry(
    @Arg('input', () => RecordApplicationEntryInput, inputHelp) input: RecordApplicationEntryInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await recordApplicationEntry(context.commandContext(), input);
    return answerOf(context, info, 'ApplicationEntryRecorded', 'RecordApplicationEntryRefused', result);
  }
  @Mutation(() => CorrectApplicationEntryResult, { description: 'Corrects what you have recorded.' })
  async correctApplicationEntry(
    @Arg('input', () => CorrectApplicationEntryInput, inputHelp) input: CorrectApplicationEntryInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await correctApplicationEntry(context.commandContext(), input);
    return answerOf(context, info, 'ApplicationEntryCorrected', 'CorrectApplicationEntryRefused', result);
  }
  @Mutation(() => TakeBackApplicationEntryResult, { description: 'Takes back what you have recorded wrongly.' })
  async takeBackApplicationEntry(
    @Arg('input', () => TakeBackApplicationEntryInput, inputHelp) input: TakeBackApplicationEntryInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await takeBackApplicationEntry(context.commandContext(), input);
    return answerOf(context, info, 'ApplicationEntryTakenBack', 'TakeBackApplicationEntryRefused', result);
  }
  @Mutation(() => ApplyAgainResult, {
    description: 'Begins a new application after one that was refused, dismissed or taken back.',
  })
  async applyAgain(
    @Arg('input', () => ApplyAgainInput, inputHelp) input: ApplyAgainInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await applyAgain(context.commandContext(), input);
    return answerOf(context, info, 'AppliedAgain', 'ApplyAgainRefused', result);
  }
}

/** What this feature adds to a returner. */
@Resolver(() => ReturnerType)
export class ReturnerApplicationResolver {
  @FieldResolver(() => ReturnerApplicationType, {
    description: 'The application to HCPC: what to send, how it stands, and what became of it.',
  })
  application(): never {
    return readByProjection();
  }
  @FieldResolver(() => String, {
    description:
      'What to say beside the name: "returning to dietetics", and once HCPC has put the person on the Register "on the HCPC Register for dietetics". Never a protected title.',
  })
  describedAs(): never {
    return readByProjection();
  }
}

const beside = {
  description:
    'What to say beside the name of the returner: "returning to dietetics", and once HCPC has put them on the Register "on the HCPC Register for dietetics". Never a protected title.',
};

/** What this feature adds to a placement. */
@Resolver(() => PlacementType)
export class PlacementApplicationResolver {
  @FieldResolver(() => String, beside)
  describedAs(): never {
    return readByProjection();
  }
}

/** What this feature adds to an assessment. */
@Resolver(() => AssessmentType)
export class AssessmentApplicationResolver {
  @FieldResolver(() => String, beside)
  describedAs(): never {
    return readByProjection();
  }
}
