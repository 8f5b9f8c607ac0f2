import { createUnionType } from 'type-graphql';
import { AccountType } from '../accounts/account.graphql.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { LoggedDayType } from '../updating/log.graphql.ts';

/** Every kind of record that the audit is about and that can be read by its id. It stands here, since it knows every feature. */
export const AuditSubject = createUnionType({
  name: 'AuditSubject',
  description: 'The record to which something was done.',
  types: () => [AccountType, ReturnerType, LoggedDayType] as const,
});
