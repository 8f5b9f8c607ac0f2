import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { HostType } from '../placements/host.graphql.ts';
import { PlacementType } from '../placements/placement.graphql.ts';
import { assignAssessment, reassignAssessment, withdrawAssessment } from './assign-assessment.command.ts';
import {
  AddAssessorInput,
  AddAssessorResult,
  AnswerAppealInput,
  AnswerAppealResult,
  AnswerModerationInput,
  AnswerModerationResult,
  AskModerationInput,
  AskModerationResult,
  AssignAssessmentInput,
  AssignAssessmentResult,
  ChangeAssessmentInput,
  CheckAssessorInput,
  CheckAssessorResult,
  CorrectAssessmentInput,
  CorrectAssessmentResult,
  DropCorrectionResult,
  NoteAppealInput,
  NoteAppealResult,
  ReassignAssessmentInput,
  ReassignAssessmentResult,
  SaveAssessmentDraftInput,
  SaveAssessmentDraftResult,
  SettleModerationInput,
  SettleModerationResult,
  SubmitAssessmentInput,
  SubmitAssessmentResult,
  TickAssessmentActionInput,
  TickAssessmentActionResult,
  WithdrawAssessmentInput,
  WithdrawAssessmentResult,
} from './assessment-commands.graphql.ts';
import {
  AssessmentConnection,
  AssessmentKindEnum,
  AssessmentsArguments,
  AssessmentToDoType,
  AssessmentType,
  AssessorChoiceType,
  AssessorType,
} from './assessment.graphql.ts';
import type { AssessmentKind } from './assessment.rules.ts';
import {
  answerAppeal,
  answerModeration,
  askModeration,
  noteAppeal,
  settleModeration,
} from './moderate-assessment.command.ts';
import { addAssessor, checkAssessor } from './save-assessor.command.ts';
import {
  correctAssessment,
  dropCorrection,
  saveAssessmentDraft,
  submitAssessment,
  tickAssessmentAction,
} from './write-assessment.command.ts';

const inputHelp = { description: 'What is asked for.' };

/** Assessors look at how returners do in their placements. */
@Resolver()
export class AssessmentResolver {
  @Query(() => AssessmentType, { nullable: true, description: 'One assessment by its id; null if you may not see it.' })
  assessment(
    @Arg('id', () => ID, { description: 'The assessment.' }) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
  @Query(() => AssessmentConnection, {
    description:
      'Assessments that you may see: your own, those you write or look at a second time, or those of the placements that you see.',
  })
  assessments(
    @Args(() => AssessmentsArguments) _page: AssessmentsArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
  @Query(() => [AssessmentToDoType], {
    description: 'For assessors: what waits for you, over all returners. What is due first comes first; at most 100.',
  })
  assessmentsToDo(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.read(info);
  }
  @Query(() => AssessorType, { nullable: true, description: 'One assessor by its id; null if you may not see it.' })
  assessor(
    @Arg('id', () => ID, { description: 'The assessor.' }) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => AddAssessorResult, {
    description: 'For the organisation and coordinators: puts somebody with an account on the list of assessors.',
  })
  async addAssessor(
    @Arg('input', () => AddAssessorInput, inputHelp) input: AddAssessorInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'AssessorAdded',
      'AddAssessorRefused',
      await addAssessor(context.commandContext(), input),
    );
  }

  @Mutation(() => CheckAssessorResult, {
    description: 'For the organisation and coordinators: notes what you saw of an assessor on the Register.',
  })
  async checkAssessor(
    @Arg('input', () => CheckAssessorInput, inputHelp) input: CheckAssessorInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'AssessorChecked',
      'CheckAssessorRefused',
      await checkAssessor(context.commandContext(), input),
    );
  }

  @Mutation(() => AssignAssessmentResult, {
    description: 'For the organisation and coordinators: asks an assessor to look at how a returner does.',
  })
  async assignAssessment(
    @Arg('input', () => AssignAssessmentInput, inputHelp) input: AssignAssessmentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'AssessmentAssigned',
      'AssignAssessmentRefused',
      await assignAssessment(context.commandContext(), input),
    );
  }

  @Mutation(() => ReassignAssessmentResult, {
    description: 'For the organisation and coordinators: another assessor, or another day.',
  })
  async reassignAssessment(
    @Arg('input', () => ReassignAssessmentInput, inputHelp) input: ReassignAssessmentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'AssessmentReassigned',
      'ReassignAssessmentRefused',
      await reassignAssessment(context.commandContext(), input),
    );
  }

  @Mutation(() => WithdrawAssessmentResult, {
    description: 'For the organisation and coordinators: it is not wanted any more.',
  })
  async withdrawAssessment(
    @Arg('input', () => WithdrawAssessmentInput, inputHelp) input: WithdrawAssessmentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'AssessmentWithdrawn',
      'WithdrawAssessmentRefused',
      await withdrawAssessment(context.commandContext(), input),
    );
  }

  @Mutation(() => SaveAssessmentDraftResult, {
    description: 'For the assessor: saves what is written so far. Nobody else sees it.',
  })
  async saveAssessmentDraft(
    @Arg('input', () => SaveAssessmentDraftInput, inputHelp) input: SaveAssessmentDraftInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'AssessmentDraftSaved',
      'SaveAssessmentDraftRefused',
      await saveAssessmentDraft(context.commandContext(), {
        ...input,
        actions: input.actions?.map(({ actionId, ...action }) => ({ ...action, id: actionId ?? null })) ?? null,
      }),
    );
  }

  @Mutation(() => SubmitAssessmentResult, {
    description: 'For the assessor: submits what is written. It never changes then; a correction is a new version.',
  })
  async submitAssessment(
    @Arg('input', () => SubmitAssessmentInput, inputHelp) input: SubmitAssessmentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'AssessmentSubmitted',
      'SubmitAssessmentRefused',
      await submitAssessment(context.commandContext(), input),
    );
  }

  @Mutation(() => CorrectAssessmentResult, {
    description: 'For the assessor: begins a correction of what was submitted.',
  })
  async correctAssessment(
    @Arg('input', () => CorrectAssessmentInput, inputHelp) input: CorrectAssessmentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'AssessmentCorrectionBegun',
      'CorrectAssessmentRefused',
      await correctAssessment(context.commandContext(), input),
    );
  }

  @Mutation(() => DropCorrectionResult, {
    description: 'For the assessor and coordinators: gives up a correction that is not submitted.',
  })
  async dropCorrection(
    @Arg('input', () => ChangeAssessmentInput, inputHelp) input: ChangeAssessmentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'CorrectionDropped',
      'DropCorrectionRefused',
      await dropCorrection(context.commandContext(), input),
    );
  }

  @Mutation(() => TickAssessmentActionResult, {
    description: 'For the returner and the assessor: ticks what is done of the plan.',
  })
  async tickAssessmentAction(
    @Arg('input', () => TickAssessmentActionInput, inputHelp) input: TickAssessmentActionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'AssessmentActionTicked',
      'TickAssessmentActionRefused',
      await tickAssessmentAction(context.commandContext(), input),
    );
  }

  @Mutation(() => AskModerationResult, {
    description: 'For coordinators: asks a second assessor to look at what was submitted.',
  })
  async askModeration(
    @Arg('input', () => AskModerationInput, inputHelp) input: AskModerationInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'ModerationAsked',
      'AskModerationRefused',
      await askModeration(context.commandContext(), input),
    );
  }

  @Mutation(() => AnswerModerationResult, { description: 'For the second assessor: agrees, or differs with reasons.' })
  async answerModeration(
    @Arg('input', () => AnswerModerationInput, inputHelp) input: AnswerModerationInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'ModerationAnswered',
      'AnswerModerationRefused',
      await answerModeration(context.commandContext(), input),
    );
  }

  @Mutation(() => SettleModerationResult, { description: 'For coordinators: settles two views of assessors.' })
  async settleModeration(
    @Arg('input', () => SettleModerationInput, inputHelp) input: SettleModerationInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'ModerationSettled',
      'SettleModerationRefused',
      await settleModeration(context.commandContext(), input),
    );
  }

  @Mutation(() => NoteAppealResult, {
    description: 'For the returner: notes that you do not agree with an assessment. It is no appeal against HCPC.',
  })
  async noteAppeal(
    @Arg('input', () => NoteAppealInput, inputHelp) input: NoteAppealInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'AppealNoted',
      'NoteAppealRefused',
      await noteAppeal(context.commandContext(), input),
    );
  }

  @Mutation(() => AnswerAppealResult, { description: 'For coordinators: answers the note of a returner.' })
  async answerAppeal(
    @Arg('input', () => AnswerAppealInput, inputHelp) input: AnswerAppealInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'AppealAnswered',
      'AnswerAppealRefused',
      await answerAppeal(context.commandContext(), input),
    );
  }
}

/** What assessments add to a placement. */
@Resolver(() => PlacementType)
export class PlacementAssessmentsResolver {
  @FieldResolver(() => [AssessmentType], {
    description: 'Assessments of this placement, what is due first comes first.',
  })
  assessments(): never {
    return readByProjection();
  }
  @FieldResolver(() => [AssessmentType], {
    description:
      'Assessments of the placements that were moved here which nobody has submitted. Planning the same kind here withdraws the one there.',
  })
  assessmentsBeforeMove(): never {
    return readByProjection();
  }
  @FieldResolver(() => [AssessmentKindEnum], {
    nullable: true,
    description: 'Kinds of assessment that may be planned now; for those who plan them.',
  })
  assessmentsToPlan(): never {
    return readByProjection();
  }
  @FieldResolver(() => [AssessorChoiceType], {
    nullable: true,
    description:
      'Assessors who could be asked, and whether they may assess: for coordinators those of the region, for the organisation its own; at most 200.',
  })
  assessorChoices(
    @Arg('kind', () => AssessmentKindEnum, { description: 'Which kind of assessment.' }) _kind: AssessmentKind,
    @Arg('isSecondLook', () => Boolean, {
      defaultValue: false,
      description: 'Whether they are to look at what another assessor has submitted.',
    })
    _isSecondLook: boolean,
  ): never {
    return readByProjection();
  }
}

/** What assessments add to an organisation. */
@Resolver(() => HostType)
export class HostAssessorsResolver {
  @FieldResolver(() => [AssessorType], {
    description: 'Those who may assess for it, by name: for those who run it, and each for themself.',
  })
  assessors(): never {
    return readByProjection();
  }
}
