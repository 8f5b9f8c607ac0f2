import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { PageArguments } from '../graphql/connection.graphql.ts';
import type { RequestContext } from '../graphql/context.ts';
import {
  ProfessionCodeEnum,
  ProfessionConnection,
  ProfessionFilter,
  ProfessionOrderEnum,
  ProfessionType,
  StandardOfProficiencyConnection,
  StandardOfProficiencyOrderEnum,
} from './profession.graphql.ts';
import type { ProfessionCode } from './profession.rules.ts';

/** Public facts about professions; no account is needed. */
@Resolver()
export class ProfessionResolver {
  @Query(() => ProfessionConnection, { description: 'The professions that HCPC regulates.' })
  professions(
    @Args(() => PageArguments) _page: PageArguments,
    @Arg('filter', () => ProfessionFilter, { nullable: true, description: 'Which professions to list.' })
    _filter: ProfessionFilter | null,
    @Arg('orderBy', () => ProfessionOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' })
    _orderBy: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => ProfessionType, { nullable: true, description: 'One profession by its register code.' })
  profession(
    @Arg('code', () => ProfessionCodeEnum, { description: 'Register code. Example: `PH`.' }) _code: ProfessionCode,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => StandardOfProficiencyConnection, {
    description: "HCPC's fifteen standards of proficiency by number, under labels of our own.",
  })
  standardsOfProficiency(
    @Args(() => PageArguments) _page: PageArguments,
    @Arg('orderBy', () => StandardOfProficiencyOrderEnum, { defaultValue: 'NUMBER', description: 'How to order them.' })
    _orderBy: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
}
