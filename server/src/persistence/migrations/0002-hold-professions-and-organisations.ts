import { Migration } from '@mikro-orm/migrations';

/** Public facts: regions, boards and who took over from whom, trusts, sites, postcode districts, professions, standards. */
export class HoldProfessionsAndOrganisations extends Migration {
  override up(): void {
    this.addSql('create extension if not exists pg_trgm');
    this.addSql(`create table region (id uuid primary key, code text not null, name text not null,
      constraint one_region_per_code unique (code))`);
    this.addSql('create index region_by_name on region (name, id)');
    this.addSql(`create table integrated_care_board (id uuid primary key, code text not null, name text not null,
      region_id uuid not null constraint integrated_care_board_region_id_foreign references region (id),
      opened_on date, closed_on date, constraint one_board_per_code unique (code))`);
    this.addSql('create index board_by_name on integrated_care_board (name, id)');
    this.addSql('create index board_by_region on integrated_care_board (region_id)');
    this.addSql(`create table board_succession (id uuid primary key,
      predecessor_id uuid not null constraint board_succession_predecessor_id_foreign references integrated_care_board (id),
      successor_id uuid not null constraint board_succession_successor_id_foreign references integrated_care_board (id),
      effective_from date not null, constraint one_succession_per_pair unique (predecessor_id, successor_id))`);
    this.addSql('create index succession_by_successor on board_succession (successor_id)');
    this.addSql(`create table trust (id uuid primary key, ods_code text not null, name text not null,
      region_id uuid not null constraint trust_region_id_foreign references region (id),
      board_id uuid not null constraint trust_board_id_foreign references integrated_care_board (id),
      postcode text not null, latitude double precision not null, longitude double precision not null,
      opened_on date not null, closed_on date, constraint one_trust_per_code unique (ods_code))`);
    this.addSql('create index trust_by_name on trust (name, id)');
    this.addSql('create index trust_by_region on trust (region_id)');
    this.addSql('create index trust_by_board on trust (board_id)');
    this.addSql('create index trust_by_part_of_name on trust using gin (name gin_trgm_ops)');
    this.addSql(`create table site (id uuid primary key, ods_code text not null, name text not null,
      trust_id uuid not null constraint site_trust_id_foreign references trust (id),
      postcode text not null, latitude double precision not null, longitude double precision not null,
      constraint one_site_per_code unique (ods_code))`);
    this.addSql('create index site_by_name on site (name, id)');
    this.addSql('create index site_by_trust on site (trust_id)');
    this.addSql('create index site_by_part_of_name on site using gin (name gin_trgm_ops)');
    this.addSql(`create table postcode_district (id uuid primary key, code text not null,
      latitude double precision not null, longitude double precision not null, postcodes int not null,
      constraint one_district_per_code unique (code))`);
    this.addSql(`create table profession (id uuid primary key, code text not null, name text not null,
      field_of_practice text not null, protected_titles text[] not null, registrants int not null,
      registrants_counted_on date not null, is_england_ahp boolean not null,
      renewal_opens text not null, renewal_deadline text not null, renewal_year int not null,
      constraint one_profession_per_code unique (code))`);
    this.addSql('create index profession_by_name on profession (name, id)');
    this.addSql(`create table standard_of_proficiency (id uuid primary key, number int not null, label text not null,
      is_heading_confirmed boolean not null, valid_from date not null, constraint one_standard_per_number unique (number))`);
  }
}
