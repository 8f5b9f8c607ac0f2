import { accountProjection } from '../accounts/account.projection.ts';
import { constant, sql } from '../kernel/sql.ts';
import { returnerProjection } from '../returners/returner.projection.ts';
import { loggedDayProjection } from '../updating/log.projection.ts';
import type { FieldProjection, Projection, UnionField } from './compile/projection.ts';

const choice = (to: Projection): UnionField['choices'][number] => ({
  when: (entry) => sql`${entry('subject_type')} = ${constant(to.type)}`,
  to: () => to,
  on: (record, entry) => sql`${record('id')} = ${entry('subject_id')}`,
});

/** What all features together add to an entry of the audit. */
export const subjectOfAuditEntry = {
  subject: { kind: 'union', choices: [accountProjection, returnerProjection, loggedDayProjection].map(choice) },
} satisfies Record<string, FieldProjection>;
