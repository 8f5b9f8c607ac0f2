import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { linkLastsDays } from '../access/link.rules.ts';
import { answerWith, neededKeyHelp, refusedOf, resultOf } from '../graphql/command-result.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { PlacementType } from '../placements/placement.graphql.ts';

@ObjectType('StandIn', {
  description:
    'Another supervisor who stands in at a placement from a day on, until the next one does. Each signs the days of their own. Assumed.',
})
export class StandInType {
  @Field(() => String, { description: 'Their name.' })
  supervisorName!: string;
  @Field(() => CalendarDateScalar, { description: 'The first day that is theirs.' })
  from!: string;
  @Field(() => CalendarDateScalar, { description: 'When they were named.' })
  namedOn!: string;
}

@ObjectType('PlacementSupervisor', {
  description: 'Whoever supervises a placement today: the one who was named first, or the last one who stands in.',
})
export class PlacementSupervisorType {
  @Field(() => String, { description: 'Their name.' })
  name!: string;
  @Field(() => CalendarDateScalar, { description: 'The first day that is theirs.' })
  since!: string;
  @Field(() => [String], {
    description: 'What they supervise, in the words of the site; empty where nothing was said. Source: H1, H4.',
  })
  scope!: readonly string[];
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description:
      'The first day that cannot be logged under them, because they lapsed or were sanctioned; null while all is well. Assumed.',
  })
  frozenFrom!: string | null;
}

export const NameStandInResult = answerWith({
  done: 'StandInNamed',
  command: 'NameStandIn',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'The days from then on are those of the other supervisor.',
  refusedMeans: 'The supervisor stays the same.',
});
@InputType('NameStandInInput', { description: 'Who stands in at which placement, and from when.' })
export class NameStandInInput {
  @Field(() => ID, { description: 'A placement that is under way.' })
  placementId!: string;
  @Field(() => ID, { description: 'Another supervisor of the same organisation, who is eligible on that day.' })
  supervisorId!: string;
  @Field(() => CalendarDateScalar, { description: 'The first day that is theirs, within the placement.' })
  from!: CalendarDate;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@ObjectType('SignOffLinkRenewed', {
  description: `A new link is on its way to the supervisor’s confirmed address. It works once, and for ${linkLastsDays} days.`,
})
export class SignOffLinkRenewedType {
  readonly __typename!: 'SignOffLinkRenewed';
  @Field(() => CalendarDateScalar, { description: 'When it was sent.' })
  linkSentOn!: string;
}
const RenewSignOffLinkRefused = refusedOf('RenewSignOffLinkRefused', 'No link was sent.');
export const RenewSignOffLinkResult = resultOf(
  'RenewSignOffLinkResult',
  SignOffLinkRenewedType,
  RenewSignOffLinkRefused,
  'Whether a new link is on its way.',
);
@InputType('RenewSignOffLinkInput', { description: 'A link to sign that has ended.' })
export class RenewSignOffLinkInput {
  @Field(() => String, { description: 'The part of the link behind the #.' })
  token!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
