import { Migration } from '@mikro-orm/migrations';

/** What a program could see when it registered a webhook; of those from before it is only known what their programs may see today. */
export class KeepScopesOfWebhooks extends Migration {
  override up(): void {
    this.addSql('alter table webhook add column scopes text[] null');
    this.addSql('update webhook w set scopes = c.scopes from partner_client c where c.id = w.client_id');
    this.addSql(
      'alter table webhook add constraint a_webhook_of_a_program_has_scopes check ((client_id is null) = (scopes is null))',
    );
  }
}
