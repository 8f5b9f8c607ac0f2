import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { answerWith, keyHelp, versionHelp } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar, UuidScalar } from '../graphql/scalars.ts';
import { comingStates } from './coming.rules.ts';
import { nationalFileKinds, organisationChangeKinds } from './national-words.rules.ts';

const NationalFileKindEnum = enumOf('NationalFileKind', nationalFileKinds, 'The national files that are taken in.');
const ComingStateEnum = enumOf('ComingState', comingStates, 'What becomes of a change that a national file spoke of.');
const OrganisationChangeKindEnum = enumOf(
  'OrganisationChangeKind',
  organisationChangeKinds,
  'What becomes of an organisation or a district.',
);

@ObjectType('AffectedByImport', {
  description: 'Whom a change affects, as counts: who they are is for their coordinators to see.',
})
class AffectedByImportType {
  @Field(() => Int, { description: 'Organisations that host returners.' })
  organisations!: number;
  @Field(() => Int, { description: 'Placements at these organisations that are proposed, offered or under way.' })
  placements!: number;
  @Field(() => Int, { description: 'People on the way back who come to another board or region.' })
  people!: number;
  @Field(() => Int, { description: 'Saved views that show another board.' })
  views!: number;
  @Field(() => Int, { description: 'Coordinators who go with a board.' })
  coordinators!: number;
}

@ObjectType('ImportedChange', { description: 'What a national file changed about one organisation or district.' })
class ImportedChangeType {
  @Field(() => OrganisationChangeKindEnum, { description: 'What became of it.' })
  kind!: string;
  @Field(() => String, { description: 'ODS code or postcode district. Example: `R0A`.' })
  code!: string;
  @Field(() => String, { description: 'Name. Example: `Barts Health NHS Trust`.' })
  name!: string;
  @Field(() => String, { description: 'What changed, in a sentence. Example: `Before: Example NHS Trust.`' })
  what!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'From when on; null where the file does not say.' })
  on!: string | null;
  @Field(() => Boolean, { description: 'Whether the file leaves something open and we have decided it.' })
  isAssumed!: boolean;
  @Field(() => AffectedByImportType, { description: 'Whom it affects.' })
  affected!: AffectedByImportType;
}

@ObjectType('NationalImport', {
  implements: NodeType,
  description: 'A national file that was taken in: trusts, boards that take over, or postcode districts.',
})
export class NationalImportType extends NodeType {
  @Field(() => Int, { description: versionHelp })
  version!: number;
  @Field(() => NationalFileKindEnum, { description: 'Which file it was.' })
  kind!: string;
  @Field(() => Int, { description: 'How many lines it had.' })
  rows!: number;
  @Field(() => InstantScalar, { description: 'When it was taken in.' })
  appliedAt!: string;
  @Field(() => String, { description: 'Who took it in.' })
  appliedBy!: string;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was undone; null while it stands.' })
  undoneAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Who undid it; null while it stands.' })
  undoneBy!: string | null;
  @Field(() => InstantScalar, { description: 'Until when it can be undone, if nothing stands upon it.' })
  undoUntil!: string;
  @Field(() => Boolean, {
    description:
      'Whether it can be undone now, as far as its age and later imports go. The rest is found out by undoing.',
  })
  viewerMayUndo!: boolean;
  @Field(() => AffectedByImportType, { description: 'Whom it affected in all, each counted once.' })
  affected!: AffectedByImportType;
  @Field(() => [ImportedChangeType], { description: 'What it changed, at most 300 changes.' })
  changes!: ImportedChangeType[];
  @Field(() => Int, { description: 'How many changes more there were.' })
  moreChanges!: number;
  @Field(() => [String], { description: 'What it left out, in sentences.' })
  leftOut!: string[];
  @Field(() => [ImportedChangeType], {
    description: 'What it says of days to come, at most 300 changes. Each is made on its day by itself.',
  })
  coming!: ImportedChangeType[];
  @Field(() => Int, { description: 'How many changes to come there are more.' })
  moreComing!: number;
  @Field(() => AffectedByImportType, {
    description: 'Whom the changes to come would have affected on the day of the import, each counted once.',
  })
  affectedByComing!: AffectedByImportType;
  @Field(() => Boolean, {
    description:
      'Whether it was made by itself, on a day that an earlier file spoke of. Then who imported that stands by it.',
  })
  isByItself!: boolean;
}

@ObjectType('ComingChange', {
  implements: NodeType,
  description:
    'What a national file says of one organisation and a day to come: it waits for its day, and is made then.',
})
export class ComingChangeType extends NodeType {
  @Field(() => Int, { description: versionHelp })
  version!: number;
  @Field(() => NationalFileKindEnum, { description: 'Which file says so.' })
  kind!: string;
  @Field(() => String, { description: 'ODS code of the board or the trust. Example: `QKK`.' })
  code!: string;
  @Field(() => String, { description: 'Name. Example: `South East London`.' })
  name!: string;
  @Field(() => String, {
    description: 'What will change, in a sentence. Example: `Taken over by Example South London.`',
  })
  what!: string;
  @Field(() => CalendarDateScalar, { description: 'The day on which it is made. Example: `2027-04-01`.' })
  on!: string;
  @Field(() => ComingStateEnum, { description: 'What has become of it.' })
  state!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Why it could not be made on its day, in sentences; null where nothing is in the way.',
  })
  inTheWay!: string | null;
  @Field(() => AffectedByImportType, { description: 'Whom it would have affected on the day of the import.' })
  affected!: AffectedByImportType;
}

export const ComingChangeConnection = connectionOf(() => ComingChangeType, 'ComingChange', 'changes to come');

export const NationalImportConnection = connectionOf(() => NationalImportType, 'NationalImport', 'national files');

@InputType('UndoNationalImportInput', { description: 'An import to undo.' })
export class UndoNationalImportInput {
  @Field(() => ID, { description: 'The import.' })
  nationalImportId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

export const UndoNationalImportResult = answerWith({
  done: 'NationalImportUndone',
  command: 'UndoNationalImport',
  field: 'nationalImport',
  type: () => NationalImportType,
  doneMeans: 'All that the import has changed is as it was.',
  refusedMeans: 'It was not undone: it is older than a day, another came after it, or something stands upon it.',
});
