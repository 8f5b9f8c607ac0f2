import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { answerOf } from '../returners/returner.resolver.ts';
import { decideProgrammeEntry } from './decide-programme-entry.command.ts';
import {
  DecideProgrammeEntryInput,
  DecideProgrammeEntryResult,
  PathwayType,
  ProgrammeDecisionType,
} from './pathway.graphql.ts';

/** What coordinators decide on a pathway. */
@Resolver()
export class PathwayResolver {
  @Mutation(() => DecideProgrammeEntryResult, {
    description:
      'For coordinators: decides whether the national programme takes a person, where the published conditions settle nothing.',
  })
  async decideProgrammeEntry(
    @Arg('input', () => DecideProgrammeEntryInput, { description: 'What is asked for.' })
    input: DecideProgrammeEntryInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await decideProgrammeEntry(context.commandContext(), input);
    return answerOf(context, info, 'ProgrammeEntryDecided', 'DecideProgrammeEntryRefused', result);
  }
}

/** What this feature adds to a returner. */
@Resolver(() => ReturnerType)
export class ReturnerPathwayResolver {
  @FieldResolver(() => PathwayType, { description: "The person's own way back, step by step." })
  pathway(): never {
    return readByProjection();
  }
  @FieldResolver(() => ProgrammeDecisionType, {
    nullable: true,
    description:
      'The decision about the national programme that holds for the answers as they are now; null if there is none.',
  })
  programmeDecision(): never {
    return readByProjection();
  }
  @FieldResolver(() => Boolean, {
    description: 'Whether you may decide about the national programme, and there is something to decide.',
  })
  viewerMayDecideProgrammeEntry(): never {
    return readByProjection();
  }
}
