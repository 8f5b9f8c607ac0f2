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
