import { Migration } from '@mikro-orm/migrations';

/** Addresses of organisations' programs to which events are sent, the line of deliveries to each, every try, and the keys that sign. */
export class SendWhatHappens extends Migration {
  override up(): void {
    this
      .addSql(`create table signing_key (id uuid primary key default uuidv7(), key_id text not null, public_key text not null,
      sealed_private_key bytea not null, made_at timestamptz not null, signs_from timestamptz not null, signs_until timestamptz null,
      constraint one_signing_key_per_key_id unique (key_id))`);

    this.addSql(`create table webhook (id uuid primary key default uuidv7(), version int not null default 1,
      host_id uuid not null constraint webhook_host_id_foreign references host (id),
      client_id uuid null constraint webhook_client_id_foreign references partner_client (id),
      owner_id uuid not null constraint webhook_owner_id_foreign references person (id),
      url text not null, types text[] not null, schema_version int not null default 1,
      state text not null default 'ACTIVE', pause_reason text null, created_at timestamptz not null, lined_up_to bigint not null,
      failures int not null default 0, failing_since timestamptz null, rests_until timestamptz null,
      leased_by uuid null, leased_until timestamptz null,
      constraint a_paused_webhook_says_why check ((state = 'PAUSED') = (pause_reason is not null)))`);
    this.addSql('create index webhook_of_host on webhook (host_id, created_at, id)');
    this.addSql('create index webhook_by_age on webhook (created_at, id)');
    this.addSql('create index webhook_by_client on webhook (client_id)');
    this.addSql('create index webhook_by_owner on webhook (owner_id)');

    this.addSql('create sequence webhook_delivery_line');
    this.addSql(
      `create function next_in_line_of_deliveries() returns bigint language sql as $$ select nextval('webhook_delivery_line') $$`,
    );
    this.addSql(`create table webhook_delivery (id uuid primary key default uuidv7(),
      webhook_id uuid not null constraint webhook_delivery_webhook_id_foreign references webhook (id) on delete cascade,
      kind text not null, event_id uuid null constraint webhook_delivery_event_id_foreign references event (id) on delete cascade,
      line_id uuid not null, position bigint not null default next_in_line_of_deliveries(), state text not null default 'WAITING',
      made_at timestamptz not null, settled_at timestamptz null, tries int not null default 0, first_tried_at timestamptz null,
      next_try_at timestamptz not null)`);
    this.addSql(
      `create unique index an_event_is_delivered_once_by_itself on webhook_delivery (webhook_id, event_id) where kind = 'EVENT'`,
    );
    this.addSql(
      `create index webhook_delivery_that_waits on webhook_delivery (webhook_id, position) where state = 'WAITING'`,
    );
    this.addSql(
      `create index webhook_delivery_that_waits_in_line on webhook_delivery (webhook_id, line_id, position) where state = 'WAITING'`,
    );
    this.addSql('create index webhook_delivery_in_order on webhook_delivery (webhook_id, position, id)');
    this.addSql('create index webhook_delivery_of_event on webhook_delivery (event_id)');
    this.addSql('create index webhook_delivery_by_age on webhook_delivery (made_at)');

    this.addSql(`create table webhook_attempt (id uuid primary key default uuidv7(),
      delivery_id uuid not null constraint webhook_attempt_delivery_id_foreign references webhook_delivery (id) on delete cascade,
      at timestamptz not null, milliseconds int not null, url text not null, request_headers jsonb not null, request_body text not null,
      status int null, failure text null, answer text null)`);
    this.addSql('create index webhook_attempt_of_delivery on webhook_attempt (delivery_id, at, id)');

    // Puts the events that have their place into the line of each webhook: in order, each once, and whoever dies in between leaves none out.
    this.addSql(`create function line_up_events(now timestamptz) returns int language plpgsql as $$
      declare lined_up int := 0; newest bigint; one record; more int;
      begin
        select coalesce(max(e.position), 0) into newest from event e;
        for one in select w.id, w.host_id, w.types, w.lined_up_to from webhook w
          where w.state = 'ACTIVE' and w.lined_up_to < newest for no key update skip locked
        loop
          insert into webhook_delivery (webhook_id, kind, event_id, line_id, made_at, next_try_at)
            select one.id, 'EVENT', e.id, e.subject_id, now, now from event e
            where e.host_id = one.host_id and e.position > one.lined_up_to and e.position <= newest and e.type = any(one.types)
            order by e.position
            on conflict do nothing;
          get diagnostics more = row_count;
          lined_up := lined_up + more;
          update webhook set lined_up_to = newest where id = one.id;
        end loop;
        return lined_up;
      end
      $$`);
  }
}
