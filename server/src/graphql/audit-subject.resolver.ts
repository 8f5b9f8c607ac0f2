import { FieldResolver, Resolver } from 'type-graphql';
import { AuditEntryType } from '../audit/audit-entry.graphql.ts';
import { AuditSubject } from './audit-subject.graphql.ts';
import { readByProjection } from './read-by-projection.ts';

/** What all features together add to an entry of the audit. */
@Resolver(() => AuditEntryType)
export class AuditSubjectResolver {
  @FieldResolver(() => AuditSubject, {
    nullable: true,
    description: 'The record itself; null where it is gone, or you may not see it.',
  })
  subject() {
    return readByProjection();
  }
}
