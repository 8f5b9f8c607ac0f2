import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { neededKeyHelp, refusedOf, resultOf, versionHelp } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar, UuidScalar } from '../graphql/scalars.ts';
import { answeredWithReturner } from '../returners/returner-commands.graphql.ts';
import {
  evidenceWarnings,
  fileKinds,
  formLines,
  tiesAtMost,
  titleAtMost,
  unfiledLastsHours,
  virusChecks,
  type EvidenceWarning,
  type FileKind,
  type FormLine,
  type VirusCheck,
} from './evidence.rules.ts';

export const FileKindEnum = enumOf('FileKind', fileKinds, 'What a file is, by its content. Source: H17.');
export const VirusCheckEnum = enumOf('VirusCheck', virusChecks, 'Whether a file was looked at for viruses.');
export const FormLineEnum = enumOf('FormLine', formLines, 'A part of the papers for HCPC. Source: H3, H7, H17.');
export const EvidenceWarningEnum = enumOf('EvidenceWarning', evidenceWarnings, 'What was noticed in a file.');
export const EvidenceOrderEnum = enumOf(
  'EvidenceOrder',
  { NEWEST: 'What was added last comes first.', OLDEST: 'What was added first comes first.' },
  'How to order files.',
);

@ObjectType('EvidenceTie', {
  description: 'What a file is for: a day of the log, a standard of proficiency or a form line; the others are null.',
})
export class EvidenceTieType {
  @Field(() => ID, { nullable: true, description: 'The day of the log.' })
  loggedDayId!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Its date; null if it is no longer in the log.' })
  onDate!: string | null;
  @Field(() => ID, { nullable: true, description: 'The standard of proficiency.' })
  standardId!: string | null;
  @Field(() => Int, { nullable: true, description: 'HCPC’s number of the standard.' })
  standardNumber!: number | null;
  @Field(() => FormLineEnum, { nullable: true, description: 'The part of the papers for HCPC.' })
  formLine!: FormLine | null;
}

@ObjectType('Evidence', {
  implements: NodeType,
  description:
    'A file that proves something. Open it at `/downloads/evidence/<id>`. It is its owner’s alone until it is filed with a day that a supervisor is asked to confirm, or a standard that an assessor looks at.',
})
export class EvidenceType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => String, { nullable: true, description: 'What it is, in the person’s words; null until it is filed.' })
  title!: string | null;
  @Field(() => FileKindEnum, { description: 'What it is, by its content.' })
  kind!: FileKind;
  @Field(() => Int, { description: 'Its size in bytes. Example: `182044`.' })
  bytes!: number;
  @Field(() => InstantScalar, { description: 'When it was sent.' })
  addedAt!: string;
  @Field(() => InstantScalar, {
    nullable: true,
    description: `When it was filed; null if it was not. What is not filed is forgotten after ${unfiledLastsHours} hours.`,
  })
  filedAt!: string | null;
  @Field(() => VirusCheckEnum, { description: 'Whether it was looked at for viruses.' })
  virusCheck!: VirusCheck;
  @Field(() => [EvidenceWarningEnum], { nullable: true, description: 'What was noticed in it. For its owner alone.' })
  warnings!: readonly EvidenceWarning[] | null;
  @Field(() => [EvidenceTieType], { nullable: true, description: 'What it is for. For its owner alone.' })
  ties!: EvidenceTieType[] | null;
  @Field(() => Boolean, {
    description: 'Whether you may open it now. Others than its owner only once it was checked for viruses.',
  })
  viewerMayOpen!: boolean;
}

@ObjectType('EvidenceBehindLink', {
  description: 'A file that is filed with the days of a link to sign, as the holder of the link sees it.',
})
export class EvidenceBehindLinkType {
  @Field(() => ID, {
    description:
      'Which file. It is opened by `POST /downloads/evidence/<id>` with `{"token": "…"}`, the secret of the link, as JSON.',
  })
  evidenceId!: string;
  @Field(() => String, { description: 'What it is, in the words of the returner.' })
  title!: string;
  @Field(() => FileKindEnum, { description: 'What it is, by its content.' })
  kind!: FileKind;
  @Field(() => Int, { description: 'Its size in bytes. Example: `182044`.' })
  bytes!: number;
  @Field(() => Boolean, {
    description: 'Whether it can be opened through the link: only once it was checked for viruses.',
  })
  mayBeOpened!: boolean;
}

/** A page of files. */
export const EvidenceConnection = connectionOf(() => EvidenceType, 'Evidence', 'files');

@InputType('EvidenceFilter', { description: 'Which files to list; all conditions must hold.' })
export class EvidenceFilter {
  @Field(() => FormLineEnum, { nullable: true, description: 'Only those for this part of the papers.' })
  formLine?: FormLine;
  @Field(() => Int, { nullable: true, description: 'Only those for the standard with this number.' })
  standardNumber?: number;
}

/** A page of a person's files. */
@ArgsType()
export class EvidencePageArguments extends PageArguments {
  @Field(() => EvidenceFilter, { nullable: true, description: 'Which files to list.' })
  filter?: EvidenceFilter;
  @Field(() => EvidenceOrderEnum, { defaultValue: 'NEWEST', description: 'How to order them.' })
  orderBy!: string;
}

@ObjectType('EvidenceRoom', { description: 'How much a person keeps, and how much there is room for.' })
export class EvidenceRoomType {
  @Field(() => Int, { description: 'Bytes kept now.' })
  bytes!: number;
  @Field(() => Int, { description: 'Bytes that may be kept.' })
  bytesAtMost!: number;
  @Field(() => Int, { description: 'Bytes of one file at most.' })
  fileBytesAtMost!: number;
  @Field(() => Int, { description: 'Files kept now.' })
  files!: number;
  @Field(() => Int, { description: 'Files that may be kept.' })
  filesAtMost!: number;
}

@InputType('RemoveEvidenceInput', { description: 'Which file to remove for good.' })
export class RemoveEvidenceInput {
  @Field(() => ID, { description: 'Which file.' })
  evidenceId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@InputType('FileEvidenceInput', {
  description: 'What a file is and what it is for. What was said before is replaced.',
})
export class FileEvidenceInput extends RemoveEvidenceInput {
  @Field(() => String, {
    description: `What it is, at most ${titleAtMost} characters. Never anything about a patient.`,
  })
  title!: string;
  @Field(() => [ID], {
    defaultValue: [],
    description: `Days of the log that it proves. With standards and form lines at most ${tiesAtMost}.`,
  })
  loggedDayIds!: string[];
  @Field(() => [ID], { defaultValue: [], description: 'Standards of proficiency that it is about.' })
  standardIds!: string[];
  @Field(() => [FormLineEnum], { defaultValue: [], description: 'Parts of the papers for HCPC that it belongs to.' })
  formLines!: FormLine[];
  @Field(() => Boolean, { description: 'True: the person has looked, and nothing in it identifies a patient.' })
  isAboutNoPatient!: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True once the person has looked at `warnings`, and says that they are not about a patient.',
  })
  isChecked?: boolean | null;
}

@ObjectType('EvidenceFiled', { description: 'The file is filed.' })
export class EvidenceFiledType {
  readonly __typename!: 'EvidenceFiled';
  @Field(() => EvidenceType, { description: 'The file as it stands now.' })
  evidence!: EvidenceType;
}
const FileEvidenceRefused = refusedOf('FileEvidenceRefused', 'The file stays as it was.');
export const FileEvidenceResult = resultOf(
  'FileEvidenceResult',
  EvidenceFiledType,
  FileEvidenceRefused,
  'The filed file, or why not.',
);

const EvidenceRemoved = answeredWithReturner('EvidenceRemoved', 'The file is gone for good.');
const RemoveEvidenceRefused = refusedOf('RemoveEvidenceRefused', 'The file stays.');
export const RemoveEvidenceResult = resultOf(
  'RemoveEvidenceResult',
  EvidenceRemoved,
  RemoveEvidenceRefused,
  'The record without the file, or why not.',
);
