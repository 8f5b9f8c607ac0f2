import { LockMode } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { runCommand, type CommandContext, type CommandResult } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { conflict, type Refusal } from '../kernel/refusal.ts';
import { notFound } from '../returners/returner.queries.ts';
import { queryAsKept, viewNameAtMost, viewsAtMost } from './cohort.rules.ts';
import { SavedViewSchema } from './saved-view.entity.ts';

interface Named {
  readonly name: string;
  readonly idempotencyKey?: string | null;
}
interface One {
  readonly savedViewId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey?: string | null;
}

const nameTaken: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['name'],
  rule: 'ONE_SAVED_VIEW_PER_NAME',
  message: 'You have a view of this name already.',
  help: 'Choose another name, or delete the other view.',
};
const constraints = { one_saved_view_per_name: nameTaken };
const faultsOf = (name: string): Refusal[] =>
  name === '' || name.length > viewNameAtMost || /\p{Cc}/u.test(name) || !name.isWellFormed()
    ? [
        {
          code: 'VALUE_INVALID',
          path: ['name'],
          message: 'The view needs a name.',
          help: `Give a name of 1 to ${viewNameAtMost} characters.`,
        },
      ]
    : [];

/** Keeps what a list of returners shows, by a name, for oneself. */
export const saveView = (context: CommandContext, input: Named & { readonly query: string }) =>
  runCommand(
    context,
    { name: 'saveView', input, idempotencyKey: input.idempotencyKey ?? null, constraints },
    async ({ em, actor, audit }) => {
      const name = input.name.trim();
      const refused = faultsOf(name);
      if (actor.personId === null) return { refused: [notFound('name', 'view')] };
      // one person's views are counted one at a time
      await em.findOne(PersonSchema, { id: actor.personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if ((await em.count(SavedViewSchema, { person: actor.personId })) >= viewsAtMost)
        refused.push({
          code: 'RULE_NOT_MET',
          path: [],
          rule: 'SAVED_VIEWS_AT_MOST',
          message: `You have ${viewsAtMost} views already.`,
          help: 'Delete one that you do not use.',
        });
      if (refused.length > 0) return { refused };
      const view = em.create(SavedViewSchema, { person: actor.personId, name, query: queryAsKept(input.query) });
      await em.flush();
      audit({
        action: 'saveView',
        subject: { type: 'SavedView', id: view.id },
        personId: actor.personId,
        changes: { name: { before: null, after: name } },
      });
      return { done: { savedViewId: view.id } };
    },
  );

const changeOwn = (
  context: CommandContext,
  action: 'renameView' | 'deleteView',
  input: One & { readonly name?: string },
): Promise<CommandResult> =>
  runCommand(
    context,
    { name: action, input, idempotencyKey: input.idempotencyKey ?? null, constraints },
    async ({ em, actor, audit }) => {
      const asked = fromGlobalId(input.savedViewId);
      const view =
        asked?.type === 'SavedView' && actor.personId !== null
          ? await em.findOne(
              SavedViewSchema,
              { id: asked.id, person: actor.personId },
              { lockMode: LockMode.PESSIMISTIC_WRITE },
            )
          : null;
      if (!view) return { refused: [notFound('savedViewId', 'view')] };
      if (view.version !== input.expectedVersion) return { refused: [conflict(view.version)] };
      const before = view.name;
      const after = input.name?.trim() ?? null;
      const refused = after === null ? [] : faultsOf(after);
      if (refused.length > 0) return { refused };
      if (after === null) em.remove(view);
      else em.assign(view, { name: after, version: view.version + 1 });
      await em.flush();
      audit({
        action,
        subject: { type: 'SavedView', id: asked?.id ?? '' },
        personId: actor.personId,
        changes: { name: { before, after } },
      });
      return { done: { savedViewId: asked?.id ?? '' } };
    },
  );

/** Gives a view of one's own another name. */
export const renameView = (context: CommandContext, input: One & Named) => changeOwn(context, 'renameView', input);

/** Deletes a view of one's own. */
export const deleteView = (context: CommandContext, input: One) => changeOwn(context, 'deleteView', input);
