import { Field, ObjectType } from 'type-graphql';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import type { FiredRule } from './cited.rules.ts';
import type { Source } from './sources.rules.ts';

@ObjectType('Source', { description: 'A public page that a rule rests on.' })
export class SourceType implements Source {
  @Field(() => String, { description: 'Short key, the same as on the sources page. Example: `H39`.' })
  key!: string;
  @Field(() => String, { description: 'Title of the page, in our words.' })
  title!: string;
  @Field(() => String, { description: 'Who publishes it.' })
  publisher!: string;
  @Field(() => String, { description: 'Address of the page.' })
  url!: string;
  @Field(() => CalendarDateScalar, { description: 'The day the page was last read.' })
  readOn!: Source['readOn'];
}

@ObjectType('CitedRule', { description: 'A rule that took part in an answer, in our own words, with its sources.' })
export class CitedRuleType implements FiredRule {
  @Field(() => String, { description: 'Stable key. Example: `SIXTY_DAYS`.' })
  key!: string;
  @Field(() => String, { description: 'The rule in a few words.' })
  title!: string;
  @Field(() => String, { description: 'The rule in plain words.' })
  explanation!: string;
  @Field(() => Boolean, {
    description: 'True where the published text is silent or split and this is our own reading. Show it as "assumed".',
  })
  assumed!: boolean;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'First day of the rule, where it is known.' })
  inForceFrom!: FiredRule['inForceFrom'];
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last day of the rule; null while it is in force.' })
  inForceUntil!: FiredRule['inForceUntil'];
  @Field(() => [SourceType], { description: 'The pages it rests on.' })
  sources!: readonly SourceType[];
}
