import { anonymous, type Actor } from '../../access/actor.ts';
import type { RowTest, Visibility } from '../../access/visibility.ts';
import { join, name, sql, text, type Sql } from '../../kernel/sql.ts';
import { fromRun, rowOf, type Row } from './projection.ts';

type Policy = (actor: Actor) => Visibility;

/** Follows the same steps into a policy's answer for the actor of a later run. */
type Step = (visibility: Visibility) => RowTest;

const testAt =
  (group: number, test: number): Step =>
  (visibility) => {
    const found = typeof visibility === 'string' ? undefined : visibility[group]?.[test];
    if (!found) throw new Error('A policy must answer in the same form for every actor of one kind.');
    return found;
  };

/**
 * Writes a policy's answer as one SQL predicate on a row. The text depends on the actor's kind only; the values are read
 * from the policy again at each run, so that one text serves every actor of that kind.
 */
export const visibilitySql = (policy: Policy, actor: Actor, row: Row, alias: () => string): Sql => {
  const write = (visibility: Visibility, at: (later: Actor) => Visibility): Sql => {
    if (visibility === 'ALL') return text('true');
    if (visibility === 'NONE' || visibility.length === 0) return text('false');
    const groups = visibility.map((tests, group) =>
      join(
        tests.map((test, index) => writeTest(test, (later) => testAt(group, index)(at(later)))),
        ' and ',
      ),
    );
    return groups.length === 1 && groups[0] ? groups[0] : sql`(${join(groups, ' or ')})`;
  };
  const writeTest = (test: RowTest, at: (later: Actor) => RowTest): Sql => {
    if ('isTrue' in test) return row(test.column);
    if ('isOneOf' in test)
      return sql`${row(test.column)} = any(${fromRun((run) => {
        const later = at(run.actor);
        return 'isOneOf' in later ? later.isOneOf : [];
      })}::uuid[])`;
    if ('isOneOfWords' in test)
      return sql`${row(test.column)} = any(${fromRun((run) => {
        const later = at(run.actor);
        return 'isOneOfWords' in later ? later.isOneOfWords : [];
      })}::text[])`;
    const owner = alias();
    const inner = visibilitySql(
      (later) => {
        const found = at(later);
        return 'belongsTo' in found ? found.visible : 'NONE';
      },
      actor,
      rowOf(owner),
      alias,
    );
    return sql`exists (select 1 from ${name(test.belongsTo)} ${text(owner)} where ${rowOf(owner)('id')} = ${row(test.column)} and ${inner})`;
  };
  return write(policy(actor), policy);
};

const never = (): string => {
  throw new Error('What actors of one kind see of such a row is told by the row alone.');
};

/**
 * The same for a fact that only actors of one kind may ask for, where no actor is at hand as it is written. Whoever else
 * runs it (and is turned away beside it) is taken for one of that kind with no region, board or organisation, and sees
 * nothing.
 */
export const visibilityForKind = (kind: Actor['kind'], policy: Policy, row: Row): Sql => {
  const nobody: Actor = { ...anonymous, kind };
  return visibilitySql((actor) => policy(actor.kind === kind ? actor : nobody), nobody, row, never);
};
