import { createUnionType, Field, ObjectType, type ClassType } from 'type-graphql';
import { RefusalType } from './refusal.graphql.ts';

/** Declares `<name>`, the answer of a command that was refused. */
export const refusedOf = <Name extends string>(typeName: Name, description: string) => {
  @ObjectType(typeName, { description })
  class Refused {
    readonly __typename!: Name;
    @Field(() => [RefusalType], { description: 'Why, one reason for each thing that is wrong.' })
    refusals!: RefusalType[];
  }
  return Refused;
};

/** Declares `<name>`, the union of a command's two answers. */
export const resultOf = <Done extends object, Refused extends object>(
  unionName: string,
  done: ClassType<Done>,
  refused: ClassType<Refused>,
  description: string,
) => createUnionType({ name: unionName, description, types: () => [done, refused] as const });

/** What is said of the two answers of a command. */
export interface AnswerOf {
  /** The name of the success. Example: `HostAdded`. */
  readonly done: string;
  /** The name of the command with a capital. Example: `AddHost`. */
  readonly command: string;
  /** The field under which the record stands, and its type. */
  readonly field: string;
  readonly type: () => ClassType;
  readonly doneMeans: string;
  readonly refusedMeans: string;
}

/** Declares the answer of a command that answers one record as it stands now: `<done>`, `<command>Refused` and their union. */
export const answerWith = ({ done, command, field, type, doneMeans, refusedMeans }: AnswerOf) => {
  class Done {
    declare readonly record: unknown;
  }
  Field(type, { name: field, description: 'The record as it stands now.' })(Done.prototype, field);
  ObjectType(done, { description: doneMeans })(Done);
  const Refused = refusedOf(`${command}Refused`, refusedMeans);
  return createUnionType({
    name: `${command}Result`,
    description: 'What was done, or why not.',
    types: () => [Done, Refused] as const,
  });
};

/** What is said of a key that a command may be sent with. */
export const keyHelp =
  'Makes it safe to send the request again: the same key and input have one effect and one answer for 24 hours.';
/** What is said of a key that a command must be sent with. */
export const neededKeyHelp =
  'Needed: a new UUID for each thing you do, the same one each time you send it again. It then has one effect and one answer for 24 hours.';
/** What is said of `expectedVersion`. */
export const versionHelp =
  '`version` of the record when you read it. If it has changed since, the answer is a `ConflictRefusal`.';
