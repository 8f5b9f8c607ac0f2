import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { answerWith, neededKeyHelp } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { InstantScalar, UuidScalar } from '../graphql/scalars.ts';
import { likenessReasons, type LikenessReason } from '../returners/merge.rules.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';

export const LikenessReasonEnum = enumOf(
  'LikenessReason',
  likenessReasons,
  'Why two records may be of one person. None of them is proof.',
);

@ObjectType('ReturnerLikeness', {
  implements: NodeType,
  description: 'Two records that may be of one person, with every reason.',
})
export class ReturnerLikenessType extends NodeType {
  @Field(() => ReturnerType, { description: 'The record that was made first.' })
  one!: ReturnerType;
  @Field(() => ReturnerType, { description: 'The record that was made later.' })
  other!: ReturnerType;
  @Field(() => [LikenessReasonEnum], { description: 'Why they may be of one person.' })
  reasons!: LikenessReason[];
  @Field(() => [String], {
    description:
      'What stands in the way of making them one, in words. Example: `Both records have an open request for a placement.`',
  })
  obstacles!: string[];
}
export const ReturnerLikenessConnection = connectionOf(
  () => ReturnerLikenessType,
  'ReturnerLikeness',
  'pairs of records',
);

@ObjectType('ReturnerMerge', { implements: NodeType, description: 'Two records that were made one.' })
export class ReturnerMergeType extends NodeType {
  @Field(() => ReturnerType, { description: 'The record that goes on.' })
  returner!: ReturnerType;
  @Field(() => ID, { description: 'The id of the record that ended. It leads to the one that goes on.' })
  mergedReturnerId!: string;
  @Field(() => InstantScalar, { description: 'When.' })
  mergedAt!: string;
  @Field(() => String, {
    nullable: true,
    description: 'How the coordinator knew, where the records were alike in nothing; null otherwise.',
  })
  reason!: string | null;
  @Field(() => InstantScalar, { description: 'Until when it can be undone (assumed: 30 days).' })
  undoUntil!: string;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was undone; null while it stands.' })
  undoneAt!: string | null;
  @Field(() => Int, { description: 'Logged days that went to the record that goes on.' })
  movedDays!: number;
  @Field(() => Int, { description: 'Requests that went there.' })
  movedRequests!: number;
  @Field(() => Int, { description: 'Placements that went there.' })
  movedPlacements!: number;
}

export const ReturnerMergeConnection = connectionOf(() => ReturnerMergeType, 'ReturnerMerge', 'merged records');

export const MergeReturnersResult = answerWith({
  done: 'ReturnersMerged',
  command: 'MergeReturners',
  field: 'returnerMerge',
  type: () => ReturnerMergeType,
  doneMeans: 'The two records are one.',
  refusedMeans: 'Both records stay as they were.',
});
@InputType('MergeReturnersInput', { description: 'Two records of one person.' })
export class MergeReturnersInput {
  @Field(() => ID, { description: 'Which record goes on.' })
  keepReturnerId!: string;
  @Field(() => ID, { description: 'Which record ends: its days, requests and placements go to the other.' })
  mergeReturnerId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'How you know that they are of one person: needed where the records are alike in nothing, and kept. At most 500 characters. Example: `They told us that they had a second address.`',
  })
  reason?: string | null;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
export const UndoMergeReturnersResult = answerWith({
  done: 'ReturnersMergeUndone',
  command: 'UndoMergeReturners',
  field: 'returnerMerge',
  type: () => ReturnerMergeType,
  doneMeans: 'The one record is two again.',
  refusedMeans: 'The record stays one.',
});
@InputType('UndoMergeReturnersInput', { description: 'A merge that was a mistake.' })
export class UndoMergeReturnersInput {
  @Field(() => ID, { description: 'Which merge.' })
  returnerMergeId!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
