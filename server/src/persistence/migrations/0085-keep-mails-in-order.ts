import { Migration } from '@mikro-orm/migrations';

/** Mails of one recipient leave in the order in which they were written, and each waits longer after every try. */
export class KeepMailsInOrder extends Migration {
  override up(): void {
    this.addSql('create sequence outgoing_mail_line');
    this.addSql(
      `create function next_in_line_of_mails() returns bigint language sql as $$ select nextval('outgoing_mail_line') $$`,
    );
    this.addSql('alter table outgoing_mail add column position bigint not null default next_in_line_of_mails()');
    this.addSql('alter table outgoing_mail add column recipient_id uuid');
    this.addSql('update outgoing_mail set recipient_id = coalesce(person_id, id)');
    this.addSql('alter table outgoing_mail alter column recipient_id set not null');
    this.addSql('alter table outgoing_mail add column tries int not null default 0');
    this.addSql('alter table outgoing_mail add column next_try_at timestamptz not null default now()');
    this.addSql('alter table outgoing_mail add column not_after timestamptz');
    this.addSql('alter table outgoing_mail add column is_reminder boolean not null default false');
    // what has waited until now belongs to jobs that are gone
    this.addSql('update outgoing_mail set dropped_at = now() where sent_at is null and dropped_at is null');
    this.addSql(`create index outgoing_mail_that_waits on outgoing_mail (next_try_at, position)
      where sent_at is null and dropped_at is null`);
    this.addSql(`create index outgoing_mail_that_waits_by_recipient on outgoing_mail (recipient_id, position)
      where sent_at is null and dropped_at is null`);
  }
}
