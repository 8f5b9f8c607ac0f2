import { Migration } from '@mikro-orm/migrations';

/** Certified copies of identity and address, and what stands on them. */
export class TickOffCertifiedCopies extends Migration {
  override up(): void {
    this.addSql(`create table certified_document (id uuid primary key default uuidv7(), version int not null default 1,
      returner_id uuid not null constraint certified_document_returner_id_foreign references returner (id),
      use text not null, kind text not null, issued_on date null,
      certifier_name text null, certifier_title text null, certifier_contact text null, certified_on date null,
      has_words boolean not null, has_signature boolean not null, is_certified_by_applicant boolean not null,
      constraint a_certified_copy_shows_something_known check (use in ('IDENTITY', 'ADDRESS', 'NAME_CHANGE')))`);
    this.addSql('create index certified_document_of_returner on certified_document (returner_id, id)');
  }
}
