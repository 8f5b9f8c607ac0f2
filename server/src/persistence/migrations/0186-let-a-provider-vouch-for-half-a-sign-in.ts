import { Migration } from '@mikro-orm/migrations';

/** A provider may vouch for somebody who has a second factor to show here: its word goes along. */
export class LetAProviderVouchForHalfASignIn extends Migration {
  override up(): void {
    this.addSql('delete from provider_sign_in');
    this.addSql(`alter table provider_sign_in alter column sign_in_id drop not null,
      add column half_hash bytea constraint one_provider_per_half_sign_in unique,
      add column person_id uuid not null
        constraint provider_sign_in_person_id_foreign references person (id) on delete cascade`);
    this.addSql('create index provider_sign_in_by_person on provider_sign_in (person_id)');
  }
}
