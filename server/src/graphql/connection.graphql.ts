import { ArgsType, Field, Int, InterfaceType, ID, ObjectType, type ClassType } from 'type-graphql';

/** Anything that can be read again by its id. */
@InterfaceType('Node', { description: 'Anything that can be read again by its id, with the query `node`.' })
export abstract class NodeType {
  @Field(() => ID, { description: 'Stable and opaque. Do not take it apart: its form may change.' })
  id!: string;
}

@ObjectType('PageInfo', { description: 'Where this page lies in the whole list.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether more rows follow this page.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether rows come before this page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null on an empty page.' })
  endCursor!: string | null;
}

/** Arguments of every connection. One of `first` and `last` is needed: nothing is cut off silently. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: 'How many rows from the start, 1 to 100. Needed unless `last` is given.',
  })
  first?: number;
  @Field(() => String, { nullable: true, description: 'With `first`: begin after the row with this cursor.' })
  after?: string;
  @Field(() => Int, {
    nullable: true,
    description: 'How many rows from the end, 1 to 100. Needed unless `first` is given.',
  })
  last?: number;
  @Field(() => String, { nullable: true, description: 'With `last`: end before the row with this cursor.' })
  before?: string;
}

/** What a connection of `Item` looks like in the schema. */
export interface ConnectionShape<Item> {
  readonly nodes: Item[];
  readonly edges: { readonly cursor: string; readonly node: Item }[];
  readonly pageInfo: PageInfoType;
  readonly countUpTo1000: number;
}

/** Declares `<typeName>Connection` and `<typeName>Edge` for a type; `plural` is used in the descriptions. */
export const connectionOf = <Item extends object>(
  item: () => ClassType<Item>,
  typeName: string,
  plural: string,
): ClassType<ConnectionShape<Item>> => {
  @ObjectType(`${typeName}Edge`, { description: `One of the ${plural} of a page, with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'Where the row stands; give it to `after` or `before`.' })
    cursor!: string;
    @Field(item, { description: 'The row.' })
    node!: Item;
  }
  @ObjectType(`${typeName}Connection`, { description: `A page of ${plural}.` })
  class Connection {
    @Field(() => [item()], { description: 'The rows of this page, in order.' })
    nodes!: Item[];
    @Field(() => [Edge], { description: 'The rows of this page with their cursors.' })
    edges!: Edge[];
    @Field(() => PageInfoType, { description: 'Where this page lies in the whole list.' })
    pageInfo!: PageInfoType;
    @Field(() => Int, {
      description: 'How many rows the whole list has, counted up to 1000: the answer 1000 means "1000 or more".',
    })
    countUpTo1000!: number;
  }
  return Connection;
};
