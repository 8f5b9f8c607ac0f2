import { Migration } from '@mikro-orm/migrations';

/** The pack as it was sent: sealed, with the hash of each form. */
export class KeepWhatWasSent extends Migration {
  override up(): void {
    this.addSql(`create table frozen_pack (id uuid primary key default uuidv7(),
      returner_id uuid not null constraint frozen_pack_returner_id_foreign references returner (id),
      frozen_at timestamptz not null, updating_digest text not null,
      json_sha256 text not null, html_sha256 text not null, pdf_sha256 text not null,
      sealed_json bytea not null, sealed_html bytea not null, sealed_pdf bytea not null)`);
    this.addSql('create index frozen_pack_of_returner_by_time on frozen_pack (returner_id, frozen_at, id)');
  }
}
