import { Migration } from '@mikro-orm/migrations';

/** Organisations that may host returners, their sites and supervisors, and who works for them. */
export class HoldHostsAndSupervisors extends Migration {
  override up(): void {
    this.addSql(`create table host (id uuid primary key default uuidv7(), version int not null default 1,
      kind text not null, name text not null, ods_code text,
      trust_id uuid constraint host_trust_id_foreign references trust (id),
      region_id uuid not null constraint host_region_id_foreign references region (id),
      board_id uuid constraint host_board_id_foreign references integrated_care_board (id),
      contact_name text, contact_email text, contact_phone text,
      constraint one_host_per_trust unique (trust_id),
      constraint a_contact_has_a_name_and_an_address check ((contact_name is null) = (contact_email is null)))`);
    this.addSql('create index host_by_name on host (name, id)');
    this.addSql('create index host_of_region_by_name on host (region_id, name, id)');
    this.addSql('create index host_of_board_by_name on host (board_id, name, id)');

    this.addSql(
      'alter table role_grant add column host_id uuid constraint role_grant_host_id_foreign references host (id)',
    );
    this.addSql('alter table role_grant drop constraint one_grant_per_role_and_place');
    this.addSql(`alter table role_grant add constraint one_grant_per_role_and_place
      unique nulls not distinct (person_id, role, region_id, board_id, trust_id, host_id)`);
    this.addSql('create index role_grant_by_host on role_grant (host_id)');

    this.addSql(`create table placement_site (id uuid primary key default uuidv7(), version int not null default 1,
      host_id uuid not null constraint placement_site_host_id_foreign references host (id),
      site_id uuid constraint placement_site_site_id_foreign references site (id),
      name text not null, postcode text not null,
      district_id uuid constraint placement_site_district_id_foreign references postcode_district (id),
      latitude double precision not null, longitude double precision not null,
      about text, at_once_at_most int, adjustments jsonb not null default '[]'::jsonb,
      confirmed_on date, confirmed_by_id uuid constraint placement_site_confirmed_by_id_foreign references person (id),
      constraint one_placement_site_per_site unique (site_id),
      constraint a_site_takes_0_to_1000_people check (at_once_at_most between 0 and 1000),
      constraint a_confirmed_profile_says_by_whom check ((confirmed_on is null) = (confirmed_by_id is null)))`);
    this.addSql('create index placement_site_of_host_by_name on placement_site (host_id, name, id)');
    this.addSql('create index placement_site_by_name on placement_site (name, id)');
    this.addSql('create index placement_site_by_district on placement_site (district_id)');
    this.addSql('create index placement_site_by_confirmer on placement_site (confirmed_by_id)');

    this.addSql(`create table supervisor (id uuid primary key default uuidv7(), version int not null default 1,
      host_id uuid not null constraint supervisor_host_id_foreign references host (id),
      person_id uuid constraint supervisor_person_id_foreign references person (id),
      display_name text not null,
      profession_id uuid not null constraint supervisor_profession_id_foreign references profession (id),
      registered jsonb not null, scope jsonb not null default '[]'::jsonb,
      at_once_at_most int not null, weekdays jsonb not null,
      checked_on date, checked_by_id uuid constraint supervisor_checked_by_id_foreign references person (id), seen text,
      proceedings jsonb not null default '[]'::jsonb, advice_recorded_on date, check_again_by date,
      constraint a_supervisor_takes_1_to_20_people check (at_once_at_most between 1 and 20),
      constraint a_check_says_who_when_and_what check ((checked_on is null) = (checked_by_id is null) and (checked_on is null) = (seen is null)))`);
    this.addSql('create index supervisor_of_host_by_name on supervisor (host_id, display_name, id)');
    this.addSql('create index supervisor_by_name on supervisor (display_name, id)');
    // who was never looked up comes first
    this.addSql(
      "alter table supervisor add column check_due date not null generated always as (coalesce(check_again_by, '-infinity')) stored",
    );
    this.addSql('create index supervisor_by_check on supervisor (check_due, id)');
    this.addSql('create index supervisor_by_profession on supervisor (profession_id)');
    this.addSql('create index supervisor_by_person on supervisor (person_id)');
    this.addSql('create index supervisor_by_checker on supervisor (checked_by_id)');
  }
}
