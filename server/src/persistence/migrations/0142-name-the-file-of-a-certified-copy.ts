import { Migration } from '@mikro-orm/migrations';

/** A certified copy may name the file that it is a copy of. It stays where the file is removed. */
export class NameTheFileOfACertifiedCopy extends Migration {
  override up(): void {
    this.addSql(`alter table certified_document add column evidence_id uuid null
      constraint certified_document_evidence_id_foreign references evidence (id) on delete set null`);
    this.addSql('create index certified_document_of_evidence on certified_document (evidence_id)');
  }
}
