import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { HostType } from '../placements/host.graphql.ts';
import { PlacementType } from '../placements/placement.graphql.ts';
import {
  removeLearningGoal,
  saveLearningGoal,
  saveLearningPlan,
  startLearningAgreement,
} from './agreement-draft.command.ts';
import {
  AgreeToLearningInput,
  AnswerLearningByLinkInput,
  AnswerLearningByLinkResult,
  DisownLearningInput,
  DisownLearningResult,
  AgreeToLearningResult,
  LearningAgreementStepInput,
  RemoveLearningGoalInput,
  RemoveLearningGoalResult,
  RenewLearningLinkInput,
  RenewLearningLinkResult,
  ReopenLearningAgreementResult,
  SaveLearningGoalInput,
  SaveLearningGoalResult,
  SaveLearningPlanInput,
  SaveLearningPlanResult,
  SaveLocalPolicyInput,
  SaveLocalPolicyResult,
  SendBackLearningAgreementInput,
  SendBackLearningAgreementResult,
  ShareLearningAgreementResult,
  StartLearningAgreementInput,
  StartLearningAgreementResult,
  TakeBackLearningAgreementResult,
} from './agreement-input.graphql.ts';
import { saveLocalPolicy } from './agreement-policy.command.ts';
import type { AgreementPages } from './agreement-link.command.ts';
import {
  agreeToLearning,
  answerLearningByLink,
  disownLearning,
  reopenLearningAgreement,
  sendBackLearningAgreement,
  shareLearningAgreement,
  takeBackLearningAgreement,
} from './agreement-step.command.ts';
import { renewLearningLink } from './renew-agreement-link.command.ts';
import { LearningAgreementSheetType, LearningAgreementType, LocalPolicyType } from './agreement.graphql.ts';

const inputHelp = { description: 'What is asked for.' };
/** The pages that links in mails lead to. */
export const agreementPagesOf = ({ publicUrl }: Pick<RequestContext, 'publicUrl'>): AgreementPages => ({
  answer: `${publicUrl}/learning-agreement/link`,
  notMe: `${publicUrl}/learning-agreement/not-me`,
});

/** Returners and sites agree on what is learned in a placement. */
@Resolver()
export class LearningAgreementResolver {
  @Mutation(() => StartLearningAgreementResult, { description: 'Begins the learning agreement of your placement.' })
  async startLearningAgreement(
    @Arg('input', () => StartLearningAgreementInput, inputHelp) input: StartLearningAgreementInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await startLearningAgreement(context.commandContext(), input);
    return answerOf(context, info, 'LearningAgreementStarted', 'StartLearningAgreementRefused', result);
  }
  @Mutation(() => SaveLearningGoalResult, { description: 'Keeps a goal of your draft, whole or half.' })
  async saveLearningGoal(
    @Arg('input', () => SaveLearningGoalInput, inputHelp) input: SaveLearningGoalInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await saveLearningGoal(context.commandContext(), input);
    return answerOf(context, info, 'LearningGoalSaved', 'SaveLearningGoalRefused', result);
  }
  @Mutation(() => RemoveLearningGoalResult, { description: 'Takes a goal out of your draft.' })
  async removeLearningGoal(
    @Arg('input', () => RemoveLearningGoalInput, inputHelp) input: RemoveLearningGoalInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await removeLearningGoal(context.commandContext(), input);
    return answerOf(context, info, 'LearningGoalRemoved', 'RemoveLearningGoalRefused', result);
  }
  @Mutation(() => SaveLearningPlanResult, {
    description: 'Keeps the days of each kind in your draft, and how often you meet your supervisor.',
  })
  async saveLearningPlan(
    @Arg('input', () => SaveLearningPlanInput, inputHelp) input: SaveLearningPlanInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const plan = {
      supervisedDays: input.supervisedDays ?? null,
      formalDays: input.formalDays ?? null,
      privateDays: input.privateDays ?? null,
      meetEveryWeeks: input.meetEveryWeeks ?? null,
    };
    const result = await saveLearningPlan(context.commandContext(), { ...input, ...plan });
    return answerOf(context, info, 'LearningPlanSaved', 'SaveLearningPlanRefused', result);
  }
  @Mutation(() => ShareLearningAgreementResult, {
    description: 'Agrees to your draft as the returner, and shares it with your supervisor and the site.',
  })
  async shareLearningAgreement(
    @Arg('input', () => AgreeToLearningInput, inputHelp) input: AgreeToLearningInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await shareLearningAgreement(context.commandContext(), input, agreementPagesOf(context));
    return answerOf(context, info, 'LearningAgreementShared', 'ShareLearningAgreementRefused', result);
  }
  @Mutation(() => TakeBackLearningAgreementResult, {
    description: 'Takes your agreement back before the site has answered.',
  })
  async takeBackLearningAgreement(
    @Arg('input', () => LearningAgreementStepInput, inputHelp) input: LearningAgreementStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await takeBackLearningAgreement(context.commandContext(), input);
    return answerOf(context, info, 'LearningAgreementTakenBack', 'TakeBackLearningAgreementRefused', result);
  }
  @Mutation(() => AgreeToLearningResult, {
    description: 'For the supervisor and the site: agrees to what the returner has shared.',
  })
  async agreeToLearning(
    @Arg('input', () => AgreeToLearningInput, inputHelp) input: AgreeToLearningInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await agreeToLearning(context.commandContext(), input, agreementPagesOf(context));
    return answerOf(context, info, 'LearningAgreedTo', 'AgreeToLearningRefused', result);
  }
  @Mutation(() => SendBackLearningAgreementResult, {
    description: 'For the supervisor and the site: sends it back, and says what should change.',
  })
  async sendBackLearningAgreement(
    @Arg('input', () => SendBackLearningAgreementInput, inputHelp) input: SendBackLearningAgreementInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await sendBackLearningAgreement(context.commandContext(), input, agreementPagesOf(context));
    return answerOf(context, info, 'LearningAgreementSentBack', 'SendBackLearningAgreementRefused', result);
  }
  @Query(() => LearningAgreementSheetType, {
    nullable: true,
    description:
      'The agreement that the holder of a link may answer. Null for a link that is forged, used, replaced or older than 7 days.',
  })
  learningAgreementSheet(
    @Arg('token', () => String, { description: 'The part of the link behind the #.' }) _token: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
  @Mutation(() => AnswerLearningByLinkResult, {
    description: 'For whoever holds the link, which went to the supervisor alone: agrees, or sends the agreement back.',
  })
  async answerLearningByLink(
    @Arg('input', () => AnswerLearningByLinkInput, inputHelp) input: AnswerLearningByLinkInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await answerLearningByLink(context.commandContext(), input, agreementPagesOf(context));
    return answerOf(context, info, 'LearningAnsweredByLink', 'AnswerLearningByLinkRefused', result);
  }
  @Mutation(() => RenewLearningLinkResult, {
    description:
      'For a supervisor whose link to answer a learning agreement has ended: sends a new one to their confirmed address, at most once a day.',
  })
  async renewLearningLink(
    @Arg('input', () => RenewLearningLinkInput, inputHelp) input: RenewLearningLinkInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await renewLearningLink(context.commandContext(), input, agreementPagesOf(context));
    return answerOf(context, info, 'LearningLinkRenewed', 'RenewLearningLinkRefused', result);
  }
  @Mutation(() => DisownLearningResult, {
    description: 'For whoever was named as the supervisor who agreed: it was not them, and the answer counts no more.',
  })
  async disownLearning(
    @Arg('input', () => DisownLearningInput, inputHelp) input: DisownLearningInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await disownLearning(context.commandContext(), input);
    return answerOf(context, info, 'LearningDisowned', 'DisownLearningRefused', result);
  }
  @Mutation(() => ReopenLearningAgreementResult, {
    description: 'Changes what both sides have agreed to: it stands until both agree anew.',
  })
  async reopenLearningAgreement(
    @Arg('input', () => LearningAgreementStepInput, inputHelp) input: LearningAgreementStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await reopenLearningAgreement(context.commandContext(), input);
    return answerOf(context, info, 'LearningAgreementReopened', 'ReopenLearningAgreementRefused', result);
  }
  @Mutation(() => SaveLocalPolicyResult, {
    description: 'For those who administer an organisation: writes what it asks on top of HCPC’s minimum.',
  })
  async saveLocalPolicy(
    @Arg('input', () => SaveLocalPolicyInput, inputHelp) input: SaveLocalPolicyInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const policy = {
      supervisedPercentAtLeast: input.supervisedPercentAtLeast ?? null,
      daysHereAtLeast: input.daysHereAtLeast ?? null,
      daysAWeekAtLeast: input.daysAWeekAtLeast ?? null,
      meetEveryWeeksAtMost: input.meetEveryWeeksAtMost ?? null,
      inOwnWords: input.inOwnWords ?? null,
    };
    const result = await saveLocalPolicy(context.commandContext(), { ...input, ...policy });
    return answerOf(context, info, 'LocalPolicySaved', 'SaveLocalPolicyRefused', result);
  }
}

/** What learning agreements add to a placement. */
@Resolver(() => PlacementType)
export class PlacementAgreementResolver {
  @FieldResolver(() => LearningAgreementType, {
    nullable: true,
    description: 'The learning agreement; for everybody but the returner once it was shared. Null without one.',
  })
  learningAgreement(): never {
    return readByProjection();
  }
  @FieldResolver(() => Boolean, { description: 'Whether you may begin the learning agreement of this placement now.' })
  viewerMayStartAgreement(): never {
    return readByProjection();
  }
}

/** What learning agreements add to an organisation. */
@Resolver(() => HostType)
export class HostPolicyResolver {
  @FieldResolver(() => LocalPolicyType, {
    nullable: true,
    description: 'What the organisation asks of learning agreements on top of HCPC’s minimum; null for nothing.',
  })
  localPolicy(): never {
    return readByProjection();
  }
}
