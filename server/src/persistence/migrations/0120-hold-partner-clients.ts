import { Migration } from '@mikro-orm/migrations';

/** Programs of partners, the keys they show, the tokens given for a key, and what is left of their budget. */
export class HoldPartnerClients extends Migration {
  override up(): void {
    this
      .addSql(`create table partner_client (id uuid primary key default uuidv7(), version int not null default 1, name text not null,
      host_id uuid null constraint partner_client_host_id_foreign references host (id),
      board_id uuid null constraint partner_client_board_id_foreign references integrated_care_board (id),
      owner_id uuid not null constraint partner_client_owner_id_foreign references person (id),
      scopes text[] not null, ends_on date not null, budget int not null, created_at timestamptz not null,
      created_by_id uuid not null constraint partner_client_created_by_id_foreign references person (id),
      revoked_at timestamptz null,
      constraint a_partner_client_is_of_one_organisation_or_board check ((host_id is null) <> (board_id is null)),
      constraint a_partner_client_may_do_something check (cardinality(scopes) > 0))`);
    this.addSql('create index partner_client_by_name on partner_client (name, id)');
    this.addSql('create index partner_client_by_age on partner_client (created_at, id)');
    this.addSql('create index partner_client_of_host on partner_client (host_id, name, id)');
    this.addSql('create index partner_client_of_board on partner_client (board_id, name, id)');
    this.addSql('create index partner_client_by_owner on partner_client (owner_id)');
    this.addSql('create index partner_client_by_maker on partner_client (created_by_id)');

    this.addSql(`create table partner_key (id uuid primary key default uuidv7(),
      client_id uuid not null constraint partner_key_client_id_foreign references partner_client (id) on delete cascade,
      hint text not null, key_hash bytea not null, made_at timestamptz not null, ends_at timestamptz null, last_used_at timestamptz null,
      constraint one_client_per_key unique (key_hash))`);
    this.addSql('create index partner_key_of_client on partner_key (client_id, made_at, id)');

    this.addSql(`create table partner_token (id uuid primary key default uuidv7(),
      key_id uuid not null constraint partner_token_key_id_foreign references partner_key (id) on delete cascade,
      token_hash bytea not null, scopes text[] not null, made_at timestamptz not null, ends_at timestamptz not null,
      constraint one_key_per_token unique (token_hash))`);
    this.addSql('create index partner_token_of_key on partner_token (key_id)');
    this.addSql('create index partner_token_by_end on partner_token (ends_at)');

    // written by every query of a program, and by nothing else
    this.addSql(`create table partner_budget (
      client_id uuid primary key constraint partner_budget_client_id_foreign references partner_client (id) on update cascade on delete cascade,
      points_left double precision not null, as_of timestamptz not null) with (fillfactor = 50)`);
  }
}
