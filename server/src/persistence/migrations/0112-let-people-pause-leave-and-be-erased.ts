import { Migration } from '@mikro-orm/migrations';
import { APPLICATION_ROLE } from '../roles.ts';

/** People pause, withdraw, change their address, and are erased. */
export class LetPeoplePauseLeaveAndBeErased extends Migration {
  override up(): void {
    this.addSql(`create table standing_aside (id uuid primary key default uuidv7(),
      returner_id uuid not null constraint standing_aside_returner_id_foreign references returner (id),
      kind text not null, from_on date not null, until_on date null, reason text not null, noted_on date not null, ended_on date null,
      constraint a_pause_has_an_end check ((kind = 'PAUSED') = (until_on is not null)),
      constraint a_pause_starts_before_it_ends check (until_on is null or from_on <= until_on))`);
    this.addSql(
      'create unique index one_standing_aside_at_a_time on standing_aside (returner_id) where ended_on is null',
    );
    this.addSql('create index standing_aside_of_returner on standing_aside (returner_id, from_on, id)');

    this.addSql(`create table erasure (id uuid primary key default uuidv7(),
      person_id uuid not null constraint erasure_person_id_foreign references person (id),
      asked_at timestamptz not null, due_on date not null, taken_back_at timestamptz null, done_at timestamptz null,
      constraint an_erasure_is_taken_back_or_done check (taken_back_at is null or done_at is null))`);
    this.addSql(
      'create unique index one_erasure_at_a_time on erasure (person_id) where taken_back_at is null and done_at is null',
    );
    this.addSql('create index erasure_of_person on erasure (person_id)');
    this.addSql('create index erasure_by_day on erasure (due_on, id)');

    this.addSql(`create table email_change (id uuid primary key default uuidv7(),
      person_id uuid not null constraint email_change_person_id_foreign references person (id) on delete cascade,
      old_email text not null, new_email text not null, token_hash bytea not null,
      asked_at timestamptz not null, ends_at timestamptz not null, used_at timestamptz null,
      constraint an_email_change_has_its_own_link unique (token_hash),
      constraint new_emails_are_in_small_letters check (new_email = lower(new_email)))`);
    this.addSql('create index email_change_of_person on email_change (person_id, asked_at)');

    // ledgers that the application may not change hold words too; they are wiped for nobody but a person who has asked to be erased
    this.addSql(`create function wipe_fixed_words(the_person uuid) returns void language plpgsql security definer
      set search_path = pg_catalog, public as $$
      begin
        if not exists (select from erasure e where e.person_id = the_person and e.done_at is null and e.taken_back_at is null) then
          raise exception 'nobody asked for this erasure';
        end if;
        update logged_day d set note = null from returner r where r.id = d.returner_id and r.person_id = the_person and d.note is not null;
        update programme_decision d set reason = '' from returner r where r.id = d.returner_id and r.person_id = the_person;
        update assessment_version v set criteria = '[]'::jsonb, summary = '', reason = case when v.reason is null then null else '' end
          from assessment a join placement p on p.id = a.placement_id join returner r on r.id = p.returner_id
          where a.id = v.assessment_id and r.person_id = the_person;
        update assessment_action n set what = '' from assessment_version v join assessment a on a.id = v.assessment_id
          join placement p on p.id = a.placement_id join returner r on r.id = p.returner_id
          where v.id = n.assessment_version_id and r.person_id = the_person;
      end $$`);
    this.addSql('revoke all on function wipe_fixed_words(uuid) from public');
    this.addSql(`grant execute on function wipe_fixed_words(uuid) to ${APPLICATION_ROLE}`);
  }
}
