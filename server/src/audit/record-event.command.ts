import type { EntityManager } from '@mikro-orm/postgresql';
import { eventSubjects, type EventSubject } from './event-types.rules.ts';
import type { Entry } from './record.command.ts';

/** The facts are read from the record as the transaction leaves it, so that whoever follows the events knows how it stands. */
const statementOf = (subject: EventSubject, column = 'id'): string => {
  const { type, table, host, state, told, knownWhere, prefix, quietIn = [] } = subject;
  const facts = [
    `'version', s.version`,
    `'state', ${state === null ? 'null' : `s.${state}`}`,
    ...Object.entries(told).map(([name, from]) => `'${name}', s.${from}`),
  ].join(', ');
  const saysMore = `jsonb_build_object(${facts}) - 'version' is distinct from
    (select last.facts - 'version' from event last where last.subject_id = s.id order by last.id desc limit 1)`;
  return `insert into event (type, subject_type, subject_id, host_id, at, facts)
    select '${prefix}_' || ${state === null ? `'CHANGED'` : `s.${state}`}, '${type}', s.id, s.${host}, ?, jsonb_build_object(${facts})
    from ${table} s where s.${column} in (select value::uuid from jsonb_array_elements_text(?::jsonb))${knownWhere === null ? '' : ` and s.${knownWhere}`}
    ${quietIn.length === 0 ? '' : `and (s.${state} not in (${quietIn.map((quiet) => `'${quiet}'`).join(', ')}) or ${saysMore})`}
    order by s.id`;
};

const ofRecord = new Map(eventSubjects.map((subject) => [subject.type, statementOf(subject)]));
const madeWith = new Map(
  eventSubjects.flatMap((subject) =>
    subject.madeWith ? [[subject.madeWith.action, statementOf(subject, subject.madeWith.column)]] : [],
  ),
);

/** Notes what has happened for the programs of organisations, within the transaction of `em`: one event for each record that changed. */
export const recordEvents = async (em: EntityManager, at: Date, entries: readonly Entry[]): Promise<void> => {
  const changed = entries.filter(({ changes }) => Object.keys(changes).length > 0);
  const record = async (statement: string | undefined, of: readonly Entry[]) => {
    const ids = [...new Set(of.map(({ subject }) => subject.id))];
    if (statement !== undefined) await em.execute(statement, [at, JSON.stringify(ids)]);
  };
  for (const [type, of] of Map.groupBy(changed, ({ subject }) => subject.type)) await record(ofRecord.get(type), of);
  for (const [action, of] of Map.groupBy(changed, (entry) => entry.action)) await record(madeWith.get(action), of);
};
