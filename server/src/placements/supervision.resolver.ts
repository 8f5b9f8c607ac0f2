import { Arg, Args, Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { decideCounterSignatory } from './counter-signatory.rules.ts';
import { faultsOfTask } from './hands-on-task.rules.ts';
import { firedOnPlacement } from './placement-cited.rules.ts';
import { PlacementType } from './placement.graphql.ts';
import {
  CounterSignatoryDecisionType,
  CounterSignatoryInput,
  PlacementSupervisionArguments,
  PlacementSupervisionType,
  PlacementTaskDecisionType,
  PlacementTaskInput,
} from './supervision.graphql.ts';

/** Who may sign and what may be done, for anybody; nothing is stored. */
@Resolver()
export class SupervisionResolver {
  @Query(() => CounterSignatoryDecisionType, {
    description: 'May this person sign the cover sheet? With every reason. Nothing is kept.',
  })
  counterSignatory(
    @Arg('input', () => CounterSignatoryInput, { description: 'What is known of them.' }) input: CounterSignatoryInput,
    @Ctx() context: RequestContext,
  ): CounterSignatoryDecisionType {
    return decideCounterSignatory(
      {
        profession: input.profession,
        returnerProfession: input.returnerProfession,
        registered: input.registered.map(({ from, until }) => ({ from, until: until ?? null })),
        isSupervisor: input.isSupervisor,
      },
      input.on ?? context.clock.today(),
    );
  }

  @Query(() => PlacementTaskDecisionType, {
    description: 'May a returner do this on a placement? With the way out if not. Nothing is kept.',
  })
  placementTask(
    @Arg('input', () => PlacementTaskInput, { description: 'The task.' }) input: PlacementTaskInput,
  ): PlacementTaskDecisionType {
    const refusals = faultsOfTask({ ...input, title: input.title ?? null });
    return { isAllowed: refusals.length === 0, refusals, rule: firedOnPlacement('HANDS_ON_DELEGATED') };
  }
}

/** What supervision adds to a placement. */
@Resolver(() => PlacementType)
export class PlacementSupervisionResolver {
  @FieldResolver(() => PlacementSupervisionType, {
    description: 'Whether days may be supervised and signed here on a day, and from when they may not.',
  })
  supervision(@Args(() => PlacementSupervisionArguments) _on: PlacementSupervisionArguments): never {
    return readByProjection();
  }
}
