import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from 'type-graphql';
import { AssessmentType } from '../assessments/assessment.graphql.ts';
import { SignOffType } from '../assessments/sign-off.graphql.ts';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { LoggedDayType } from '../updating/log.graphql.ts';
import {
  EvidenceBehindLinkType,
  EvidenceConnection,
  EvidencePageArguments,
  EvidenceRoomType,
  EvidenceType,
  FileEvidenceInput,
  FileEvidenceResult,
  RemoveEvidenceInput,
  RemoveEvidenceResult,
} from './evidence.graphql.ts';
import { fileEvidence, removeEvidence } from './file-evidence.command.ts';

const inputHelp = { description: 'What is asked for.' };

/** Files that prove something. */
@Resolver()
export class EvidenceResolver {
  @Query(() => [EvidenceBehindLinkType], {
    description:
      'What is filed with the days that a link asks to confirm. Whoever holds the secret may ask; a link that does not work finds nothing.',
  })
  signOffSheetEvidence(
    @Arg('token', () => String, { description: 'The secret of the link.' }) _token: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => FileEvidenceResult, {
    description:
      'Says what a file is, and ties it to days, standards and form lines. Files are sent by `POST /uploads/evidence`, which answers the id.',
  })
  async fileEvidence(
    @Arg('input', () => FileEvidenceInput, inputHelp) input: FileEvidenceInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await fileEvidence(context.commandContext(), input);
    return answerOf(context, info, 'EvidenceFiled', 'FileEvidenceRefused', result);
  }
  @Mutation(() => RemoveEvidenceResult, { description: 'Removes a file for good.' })
  async removeEvidence(
    @Arg('input', () => RemoveEvidenceInput, inputHelp) input: RemoveEvidenceInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await removeEvidence(context.commandContext(), input);
    return answerOf(context, info, 'EvidenceRemoved', 'RemoveEvidenceRefused', result);
  }
}

/** What evidence adds to a returner. */
@Resolver(() => ReturnerType)
export class ReturnerEvidenceResolver {
  @FieldResolver(() => EvidenceConnection, {
    description: 'Files that prove something. For the person alone; everybody else sees an empty page.',
  })
  evidence(@Args(() => EvidencePageArguments) _page: EvidencePageArguments): never {
    return readByProjection();
  }
  @FieldResolver(() => EvidenceRoomType, {
    nullable: true,
    description: 'How much is kept, and how much there is room for. For the person alone.',
  })
  evidenceRoom(): never {
    return readByProjection();
  }
}

/** What evidence adds to a day of the log. */
@Resolver(() => LoggedDayType)
export class LoggedDayEvidenceResolver {
  @FieldResolver(() => [EvidenceType], {
    nullable: true,
    description: 'Files that are tied to the day. For the person alone; null for everybody else.',
  })
  evidence(): never {
    return readByProjection();
  }
}

/** What evidence adds to days that a supervisor is asked to confirm. */
@Resolver(() => SignOffType)
export class SignOffEvidenceResolver {
  @FieldResolver(() => [EvidenceType], {
    nullable: true,
    description:
      'Files that are tied to the days. For the person and the supervisor who is asked; null for everybody else.',
  })
  evidence(): never {
    return readByProjection();
  }
}

/** What evidence adds to an assessment. */
@Resolver(() => AssessmentType)
export class AssessmentEvidenceResolver {
  @FieldResolver(() => [EvidenceType], {
    nullable: true,
    description:
      'Files that are tied to the standards that are looked at. For the person and those who assess; null for everybody else.',
  })
  evidence(): never {
    return readByProjection();
  }
}
