import { Migration } from '@mikro-orm/migrations';

/**
 * A mail in the outbox is always a job for a worker, since the database itself makes the job, in the transaction that writes the
 * mail. The function runs as the owner, so that the application needs no right to make jobs of any other kind.
 */
export class SendWhatIsInTheOutbox extends Migration {
  override up(): void {
    this.addSql(`create function make_job_of_mail() returns trigger language plpgsql security definer
      set search_path = pg_catalog, public as $$
      begin
        perform graphile_worker.add_job('send-mail', json_build_object('id', new.id), job_key := new.id::text, max_attempts := 20);
        return null;
      end
      $$`);
    this.addSql(`create trigger mail_is_a_job after insert on outgoing_mail
      for each row execute function make_job_of_mail()`);
  }
}
