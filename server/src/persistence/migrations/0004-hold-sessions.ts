import { Migration } from '@mikro-orm/migrations';

/** Who is signed in, the links that sign people in, and how often somebody has tried. */
export class HoldSessions extends Migration {
  override up(): void {
    this.addSql(`create table session (id uuid primary key default uuidv7(),
      person_id uuid not null constraint session_person_id_foreign references person (id) on delete cascade,
      token_hash bytea not null, role text not null, way_in text not null, device_name text,
      signed_in_at timestamptz not null, seen_at timestamptz not null, idle_minutes int, ends_at timestamptz not null,
      constraint one_session_per_token unique (token_hash))`);
    this.addSql('create index session_by_person on session (person_id)');
    this.addSql('create index session_by_end on session (ends_at)');
    this.addSql(`create table sign_in_link (id uuid primary key default uuidv7(), token_hash bytea not null,
      email text not null, display_name text, made_at timestamptz not null, ends_at timestamptz not null, used_at timestamptz,
      constraint one_link_per_token unique (token_hash))`);
    this.addSql('create index sign_in_link_by_end on sign_in_link (ends_at)');
    // written by rate-limiter-flexible, in its own words; an attempt may be lost in a crash, so it needs no write-ahead log
    this.addSql(
      'create unlogged table sign_in_attempt (key varchar(255) primary key, points int not null default 0, expire bigint)',
    );
  }
}
