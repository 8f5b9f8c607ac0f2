import { Migration } from '@mikro-orm/migrations';
import { APPLICATION_ROLE } from '../roles.ts';

/** What is sent to HCPC and what becomes of it: a ledger of what happened, from which every state follows. */
export class FollowApplications extends Migration {
  override up(): void {
    this.addSql(`create table application (id uuid primary key default uuidv7(), version int not null default 1,
      returner_id uuid not null constraint application_returner_id_foreign references returner (id),
      is_current boolean not null default true, route text not null, prepared jsonb not null default '[]'::jsonb,
      state text not null, stands_since date not null, sent_on date null, due_on date null, decided_on date null,
      pack_digest text null, began_on date not null,
      constraint an_application_that_was_sent_says_when check (state in ('PREPARING', 'RENEWED') or state = 'WITHDRAWN' or sent_on is not null),
      constraint a_decided_application_says_when check (state in ('PREPARING', 'RENEWED', 'SENT', 'QUERIED', 'FEE_TAKEN', 'APPEALED', 'WITHDRAWN') or decided_on is not null))`);
    this.addSql('create unique index one_current_application on application (returner_id) where is_current');
    this.addSql('create index application_of_returner on application (returner_id, began_on, id)');
    this.addSql('create index application_by_standing on application (stands_since, id)');

    this.addSql(`create table application_entry (id uuid primary key default uuidv7(),
      application_id uuid not null constraint application_entry_application_id_foreign references application (id),
      entry_id uuid not null, version int not null default 1, kind text not null, on_date date not null, way text null,
      asked_for text null, due_on date null, answers_id uuid null, pence int null, registration_number text null,
      is_removed boolean not null default false, recorded_at timestamptz not null, superseded_at timestamptz null,
      constraint one_row_per_version_of_an_entry unique (entry_id, version),
      constraint what_was_sent_went_some_way check (kind <> 'SENT' or way is not null),
      constraint what_hcpc_asks_is_said check (kind <> 'QUERIED' or asked_for is not null),
      constraint an_answer_has_its_question check ((kind = 'ANSWERED') = (answers_id is not null)),
      constraint a_fee_is_some_money check ((kind = 'FEE_TAKEN') = (pence is not null) and (pence is null or pence > 0)),
      constraint who_is_registered_has_a_number check ((kind = 'REGISTERED') = (registration_number is not null)))`);
    this.addSql(
      'create unique index one_standing_version_of_an_entry on application_entry (entry_id) where superseded_at is null',
    );
    this.addSql('create index entry_of_application on application_entry (application_id, on_date, id)');

    // a ledger: what it said stays, and is only marked as superseded
    this.addSql(`revoke update on application_entry from ${APPLICATION_ROLE}`);
    this.addSql(`grant update (superseded_at) on application_entry to ${APPLICATION_ROLE}`);

    // a day that somebody plans to send on is kept among the answers, and is none that a decision was about
    this.addSql(`grant update (answers_digest) on programme_decision to ${APPLICATION_ROLE}`);

    this.addSql(`create table application_notice (id uuid primary key default uuidv7(),
      application_id uuid not null constraint application_notice_application_id_foreign references application (id),
      clock text not null, stage text not null, ends_on date not null, told_on date not null,
      constraint a_clock_is_told_once_a_stage unique (application_id, clock, stage, ends_on))`);
  }
}
