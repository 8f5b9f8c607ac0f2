import { isNonNullType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import type { CommandResult } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { selectionOf } from './compile/selection.ts';
import type { RequestContext } from './context.ts';
import { refusedAs } from './refusal.graphql.ts';
import { wordedForPrograms } from './words-for-programs.rules.ts';

const goneSince: Refusal = {
  code: 'NOT_FOUND',
  path: [],
  message: 'This was done before. The record has been removed since, or you may not see it any more.',
  help: 'Load the page again to see how things stand now.',
};

/** Whether a record that the answer promises is not there: a request that is sent again may come long after the first. */
const isGone = (info: GraphQLResolveInfo, typeName: string, answer: unknown): boolean => {
  const type = info.schema.getType(typeName);
  if (!isObjectType(type)) return false;
  const document = { schema: info.schema, fragments: info.fragments, variables: info.variableValues };
  const values = answer as Readonly<Record<string, unknown>>;
  return [...selectionOf(document, type, info.fieldNodes)].some(
    ([key, [node]]) =>
      node !== undefined && isNonNullType(type.getFields()[node.name.value]?.type) && values[key] === null,
  );
};

/** The answer of a command: read by one statement where it was done, or the reasons where it was refused. */
export const answerOf = async (
  context: RequestContext,
  info: GraphQLResolveInfo,
  doneType: string,
  refusedType: string,
  result: CommandResult,
): Promise<never> => {
  // the answer is shaped by the compiler for the very selection of `info`, which no type of ours knows
  const refused = (refusals: readonly Refusal[]) =>
    refusedAs(refusedType, context.actor.partner ? refusals.map(wordedForPrograms) : refusals) as never;
  if ('refused' in result) return refused(result.refused);
  const answer = await context.readAnswer(info, doneType, result.done);
  return isGone(info, doneType, answer) ? refused([goneSince]) : (answer as never);
};
