import { Migration } from '@mikro-orm/migrations';
import { APPLICATION_ROLE } from '../roles.ts';

/** What sites offer, what returners ask for, and who has which place. */
export class HoldCapacityRequestsAndPlacements extends Migration {
  override up(): void {
    this.addSql(`create table capacity_offer (id uuid primary key default uuidv7(), version int not null default 1,
      host_id uuid not null constraint capacity_offer_host_id_foreign references host (id),
      site_id uuid not null constraint capacity_offer_site_id_foreign references placement_site (id),
      profession_id uuid not null constraint capacity_offer_profession_id_foreign references profession (id),
      answer text not null, no_reason text, ask_again_on date, maybe_until date,
      starts_on date not null, ends_on date not null, places int not null, weekdays jsonb not null,
      day_starts_at int not null, day_ends_at int not null, notice_days int not null,
      supervisor_id uuid constraint capacity_offer_supervisor_id_foreign references supervisor (id), supervisor_named_by date,
      setting text not null, remote_percent int not null, contract text not null, adjustments jsonb not null default '[]'::jsonb,
      confirmed_on date not null, confirmed_by_id uuid not null constraint capacity_offer_confirmed_by_id_foreign references person (id),
      is_on_behalf boolean not null, first_shown_to jsonb not null default '[]'::jsonb, shown_to_all_on date,
      constraint one_capacity_per_site_profession_and_dates unique (site_id, profession_id, starts_on, ends_on),
      constraint capacity_starts_before_it_ends check (starts_on <= ends_on),
      constraint capacity_has_1_to_50_places check (places between 1 and 50),
      constraint a_no_says_why check ((answer = 'NO') = (no_reason is not null)),
      constraint a_maybe_says_until_when check ((answer = 'MAYBE') = (maybe_until is not null)),
      constraint a_day_starts_before_it_ends check (0 <= day_starts_at and day_starts_at < day_ends_at and day_ends_at <= 1440))`);
    this.addSql('create index capacity_offer_of_host on capacity_offer (host_id, starts_on, id)');
    this.addSql('create index capacity_offer_by_start on capacity_offer (starts_on, id)');
    this.addSql('create index capacity_offer_by_confirmation on capacity_offer (confirmed_on, id)');
    this.addSql('create index capacity_offer_by_profession on capacity_offer (profession_id, starts_on)');
    this.addSql('create index capacity_offer_by_supervisor on capacity_offer (supervisor_id)');
    this.addSql('create index capacity_offer_by_confirmer on capacity_offer (confirmed_by_id)');

    this.addSql(`create table placement_request (id uuid primary key default uuidv7(), version int not null default 1,
      returner_id uuid not null constraint placement_request_returner_id_foreign references returner (id),
      state text not null, sent_on date not null, closed_on date,
      travel_mode text not null, travel_minutes_at_most int not null, weekdays jsonb not null, days_a_week int not null,
      days_needed int not null, day_starts_at int not null, day_ends_at int not null, minutes_a_day_at_least int not null,
      earliest_start_on date not null, latest_start_on date not null, notice_days int not null,
      adjustments jsonb not null default '[]'::jsonb, ranking jsonb not null, liked_weekdays jsonb not null,
      liked_settings jsonb not null, wants_paid boolean not null,
      constraint an_earliest_start_is_before_the_latest check (earliest_start_on <= latest_start_on),
      constraint a_closed_request_says_when check ((state = 'OPEN') = (closed_on is null)))`);
    this.addSql(
      `create unique index one_open_request_per_returner on placement_request (returner_id) where state = 'OPEN'`,
    );
    this.addSql('create index placement_request_of_returner on placement_request (returner_id, sent_on, id)');
    this.addSql('create index placement_request_by_wait on placement_request (sent_on, id)');

    this.addSql(`create table travel_correction (id uuid primary key default uuidv7(),
      district_id uuid not null constraint travel_correction_district_id_foreign references postcode_district (id),
      site_id uuid not null constraint travel_correction_site_id_foreign references placement_site (id),
      mode text not null, minutes int not null,
      corrected_by_id uuid not null constraint travel_correction_corrected_by_id_foreign references person (id), corrected_at timestamptz not null,
      constraint one_correction_per_way unique (district_id, site_id, mode),
      constraint a_way_takes_0_to_600_minutes check (minutes between 0 and 600))`);
    this.addSql('create index travel_correction_by_site on travel_correction (site_id)');
    this.addSql('create index travel_correction_by_person on travel_correction (corrected_by_id)');

    this.addSql('create index postcode_district_by_point on postcode_district (latitude, longitude)');

    // ranges of one UUID let an exclusion compare it without an extension
    this.addSql('create type uuid_range as range (subtype = uuid)');
    this.addSql(`create table placement (id uuid primary key default uuidv7(), version int not null default 1,
      returner_id uuid not null constraint placement_returner_id_foreign references returner (id),
      request_id uuid not null constraint placement_request_id_foreign references placement_request (id),
      offer_id uuid not null constraint placement_offer_id_foreign references capacity_offer (id),
      host_id uuid not null constraint placement_host_id_foreign references host (id),
      site_id uuid not null constraint placement_site_id_foreign references placement_site (id),
      supervisor_id uuid constraint placement_supervisor_id_foreign references supervisor (id),
      seat int not null, state text not null, is_live boolean not null, is_shown boolean not null, is_locked boolean not null default false,
      starts_on date not null, ends_on date not null, weekdays jsonb not null,
      proposed_on date not null, offered_on date, expires_on date, returner_accepted_on date, host_accepted_on date,
      changed_on date not null, ended_by text, reason text, state_before_move text,
      moved_from_id uuid constraint placement_moved_from_id_foreign references placement (id),
      constraint a_placement_starts_before_it_ends check (starts_on <= ends_on),
      constraint one_place_at_a_time exclude using gist
        (uuid_range(returner_id, returner_id, '[]') with &&, daterange(starts_on, ends_on, '[]') with &&) where (is_live),
      constraint one_person_a_seat exclude using gist
        (uuid_range(offer_id, offer_id, '[]') with &&, int4range(seat, seat, '[]') with &&, daterange(starts_on, ends_on, '[]') with &&) where (is_live))`);
    this.addSql('create index placement_of_returner on placement (returner_id, starts_on, id)');
    this.addSql('create index placement_by_request on placement (request_id)');
    this.addSql('create index placement_by_offer on placement (offer_id) where is_live');
    this.addSql('create index placement_of_host on placement (host_id, starts_on, id)');
    this.addSql('create index placement_of_site on placement (site_id, starts_on, id)');
    this.addSql('create index placement_by_supervisor on placement (supervisor_id)');
    this.addSql('create index placement_by_start on placement (starts_on, id)');
    this.addSql('create index placement_by_change on placement (changed_on, id)');
    this.addSql('create index placement_by_expiry on placement (expires_on) where is_live');
    this.addSql('create index placement_by_move on placement (moved_from_id)');

    this.addSql(`create table starting_check (id uuid primary key default uuidv7(), version int not null default 1,
      returner_id uuid not null constraint starting_check_returner_id_foreign references returner (id),
      placement_id uuid not null constraint starting_check_placement_id_foreign references placement (id),
      kind text not null, owner text not null, state text not null, begun_on date not null, settled_on date, good_until date,
      constraint one_check_of_a_kind_per_placement unique (placement_id, kind),
      constraint a_settled_check_says_when check ((state in ('TO_DO', 'IN_PROGRESS')) = (settled_on is null)))`);
    this.addSql('create index starting_check_of_returner on starting_check (returner_id, kind, settled_on)');

    this.addSql(`revoke delete, truncate on placement, placement_request, capacity_offer from ${APPLICATION_ROLE}`);
  }
}
