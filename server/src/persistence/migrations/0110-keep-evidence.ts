import { Migration } from '@mikro-orm/migrations';

/** Files that prove something, with what they are tied to. */
export class KeepEvidence extends Migration {
  override up(): void {
    this.addSql(`create table evidence (id uuid primary key default uuidv7(), version int not null default 1,
      returner_id uuid not null constraint evidence_returner_id_foreign references returner (id),
      title text null, kind text not null, bytes int not null, sha256 bytea not null, warnings jsonb not null default '[]'::jsonb,
      virus_check text not null, added_at timestamptz not null, filed_at timestamptz null,
      constraint evidence_is_of_a_known_kind check (kind in ('PDF', 'JPEG', 'PNG')),
      constraint evidence_has_at_most_10_megabytes check (bytes >= 1 and bytes <= 10485760),
      constraint filed_evidence_has_a_title check ((title is null) = (filed_at is null)))`);
    this.addSql('create index evidence_of_returner on evidence (returner_id, added_at, id)');
    this.addSql('create index evidence_by_age on evidence (added_at, id)');
    this.addSql(`create index evidence_to_check on evidence (id) where virus_check in ('WAITING', 'NOT_CHECKED')`);

    this.addSql(`create table evidence_content (id uuid primary key default uuidv7(),
      evidence_id uuid not null constraint evidence_content_evidence_id_foreign references evidence (id) on delete cascade,
      content bytea not null, constraint evidence_has_one_content unique (evidence_id))`);
    // pictures and documents are packed already
    this.addSql('alter table evidence_content alter column content set storage external');

    this.addSql(`create table evidence_tie (id uuid primary key default uuidv7(),
      evidence_id uuid not null constraint evidence_tie_evidence_id_foreign references evidence (id) on delete cascade,
      day_id uuid null,
      standard_id uuid null constraint evidence_tie_standard_id_foreign references standard_of_proficiency (id),
      form_line text null,
      constraint a_tie_leads_to_one_thing check (num_nonnulls(day_id, standard_id, form_line) = 1))`);
    this.addSql(
      'create unique index evidence_is_tied_to_a_thing_once on evidence_tie (evidence_id, day_id, standard_id, form_line) nulls not distinct',
    );
    this.addSql('create index evidence_tie_of_day on evidence_tie (day_id)');
    this.addSql('create index evidence_tie_of_standard on evidence_tie (standard_id)');

    // what supervisors see: what is filed with a day that they were asked to confirm
    this.addSql(`create view evidence_shown_to_supervisor with (security_invoker = true) as
      select distinct e.id, u.person_id from evidence e join evidence_tie t on t.evidence_id = e.id
        join sign_off_day d on d.day_id = t.day_id and d.state in ('WAITING', 'SIGNED')
        join sign_off o on o.id = d.sign_off_id join supervisor u on u.id = o.supervisor_id
      where e.filed_at is not null and e.virus_check <> 'INFECTED' and u.person_id is not null`);
  }
}
