import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { answerWith, keyHelp, neededKeyHelp, refusedOf, resultOf } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { InstantScalar, UuidScalar } from '../graphql/scalars.ts';
import {
  bulkFormats,
  bulkRules,
  bulkStates,
  bulkStopReasons,
  exportKeptDays,
  exportsAtOnce,
  exportsKept,
  longestQuery,
  type BulkFormat,
  type BulkState,
  type BulkStopReason,
} from './bulk-export.rules.ts';
import { commonLists, type CommonList } from './common-lists.rules.ts';

const BulkFormatEnum = enumOf('BulkFormat', bulkFormats, 'How a file is written.');
const BulkStateEnum = enumOf('BulkState', bulkStates, 'How an export stands.');
const BulkStopReasonEnum = enumOf('BulkStopReason', bulkStopReasons, 'Why an export ended before it was whole.');
const CommonListEnum = enumOf('CommonList', commonLists, 'Lists that many take out of the service.');
const BulkExportOrderEnum = enumOf('BulkExportOrder', { NEWEST: 'The latest first.' }, 'How to order exports.');

@ObjectType('BulkExport', {
  implements: NodeType,
  description: `A whole list, however long, as a file: read in the background, page by page, as whoever asked may see it at that time. It is kept for ${exportKeptDays} days.`,
})
export class BulkExportType extends NodeType {
  @Field(() => Int, { description: 'Grows when it is ready, or stops.' })
  version!: number;
  @Field(() => CommonListEnum, {
    nullable: true,
    description: 'Which of the lists it is; null for a query of one’s own.',
  })
  list!: CommonList | null;
  @Field(() => String, { description: 'The query that is read.' })
  query!: string;
  @Field(() => String, { description: 'Its variables, as the text of a JSON object. Example: `{"state": "STARTED"}`.' })
  variables!: string;
  @Field(() => BulkFormatEnum, { description: 'How the file is written.' })
  format!: BulkFormat;
  @Field(() => BulkStateEnum, { description: 'How it stands.' })
  state!: BulkState;
  @Field(() => BulkStopReasonEnum, { nullable: true, description: 'Why it stopped; null unless it did.' })
  stopReason!: BulkStopReason | null;
  @Field(() => InstantScalar, { description: 'When it was asked for.' })
  askedAt!: string;
  @Field(() => InstantScalar, { nullable: true, description: 'When its first row was read; null before.' })
  startedAt!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was ready, or stopped; null before.' })
  finishedAt!: string | null;
  @Field(() => InstantScalar, { description: 'When the file is forgotten, with all that is known of it.' })
  keptUntil!: string;
  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'It went on, or goes on, at this moment: the budget of the program was spent, or something failed. Else null.',
  })
  waitsUntil!: string | null;
  @Field(() => Int, { description: 'How many rows the file has so far; in the end, how many it has. Example: `2048`.' })
  rows!: number;
  @Field(() => Int, { description: 'How many bytes the file has so far; in the end, how many it has.' })
  bytes!: number;
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the whole file, as 64 hexadecimal digits; null until it is ready.',
  })
  sha256!: string | null;
  @Field(() => String, { description: 'What the file is called. Example: `placements-2026-11-22.csv`.' })
  fileName!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Where it is fetched, by GET, with the same key or session; `Range` is understood. Null until it is ready, and to people under another hat than they asked. Example: `/downloads/bulk/QnVsa0V4cG9ydDox`.',
  })
  downloadPath!: string | null;
}
export const BulkExportConnection = connectionOf(() => BulkExportType, 'BulkExport', 'exports');
/** A page of exports. */
@ArgsType()
export class BulkExportsArguments extends PageArguments {
  @Field(() => BulkExportOrderEnum, { defaultValue: 'NEWEST', description: 'How to order them.' })
  orderBy!: string;
}

const rules = Object.entries(bulkRules).map(([rule, meaning]) => `\`${rule}\`: ${meaning}`);
@InputType('StartBulkExportInput', {
  description: `What to export. At most ${exportsAtOnce} of one program or person at once, and ${exportsKept} files kept. A refusal names one of these in \`rule\`: ${rules.join(' ')}`,
})
export class StartBulkExportInput {
  @Field(() => CommonListEnum, {
    nullable: true,
    description: 'One of the lists of the service. Give either this or `query`.',
  })
  list?: CommonList | null;
  @Field(() => String, {
    nullable: true,
    description: `A query with one connection at its root, of at most ${longestQuery} characters. \`first\`, \`last\`, \`after\` and \`before\` of that connection are passed over: the whole list is read. Example: \`{ placements { nodes { id state } } }\`.`,
  })
  query?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The variables of the query, as the text of a JSON object. Example: `{"state": "STARTED"}`.',
  })
  variables?: string | null;
  @Field(() => BulkFormatEnum, { description: 'How the file is written.' })
  format!: BulkFormat;
  @Field(() => String, {
    nullable: true,
    description:
      'What the file is for, in one line of at most 200 characters without anybody’s name; it stands in the audit. People must say it; programs need not.',
  })
  purpose?: string | null;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
export const StartBulkExportResult = answerWith({
  done: 'BulkExportStarted',
  command: 'StartBulkExport',
  field: 'bulkExport',
  type: () => BulkExportType,
  doneMeans: 'The export is in line.',
  refusedMeans: 'Nothing is exported.',
});

@ObjectType('BulkExportDeleted', { description: 'The export is gone, with its file.' })
class BulkExportDeletedType {
  @Field(() => ID, { description: 'The id that it had.' })
  bulkExportId!: string;
}
export const DeleteBulkExportResult = resultOf(
  'DeleteBulkExportResult',
  BulkExportDeletedType,
  refusedOf('DeleteBulkExportRefused', 'Nothing was changed.'),
  'What was done, or why not.',
);
@InputType('DeleteBulkExportInput', { description: 'Which export.' })
export class DeleteBulkExportInput {
  @Field(() => ID, { description: 'The export. One that runs stops.' })
  bulkExportId!: string;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}
