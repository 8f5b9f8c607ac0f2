import { Migration } from '@mikro-orm/migrations';

/** Lists that coordinators keep by name, moves of returners between regions, and since when somebody waits, to sort by. */
export class HoldViewsAndMovesBetweenRegions extends Migration {
  override up(): void {
    this.addSql(`create table saved_view (id uuid primary key default uuidv7(), version int not null default 1,
      person_id uuid not null constraint saved_view_person_id_foreign references person (id),
      name text not null, query text not null,
      constraint one_saved_view_per_name unique (person_id, name))`);

    this.addSql(`create table region_move (id uuid primary key default uuidv7(), version int not null default 1,
      returner_id uuid not null constraint region_move_returner_id_foreign references returner (id),
      from_region_id uuid not null constraint region_move_from_region_id_foreign references region (id),
      to_region_id uuid not null constraint region_move_to_region_id_foreign references region (id),
      reason text not null, state text not null,
      asked_by_id uuid not null constraint region_move_asked_by_id_foreign references person (id), asked_on date not null,
      answered_by_id uuid constraint region_move_answered_by_id_foreign references person (id), answered_on date, decline_reason text,
      constraint a_move_goes_to_another_region check (from_region_id <> to_region_id),
      constraint an_answered_move_says_when_and_by_whom check ((state = 'ASKED') = (answered_on is null) and (answered_on is null) = (answered_by_id is null)),
      constraint a_declined_move_says_why check ((state = 'DECLINED') = (decline_reason is not null)))`);
    this.addSql(`create unique index one_open_move_per_returner on region_move (returner_id) where state = 'ASKED'`);
    this.addSql('create index region_move_of_returner on region_move (returner_id, asked_on, id)');
    this.addSql('create index region_move_by_day on region_move (asked_on, id)');
    this.addSql('create index region_move_from on region_move (from_region_id, asked_on, id)');
    this.addSql('create index region_move_to on region_move (to_region_id, asked_on, id)');
    this.addSql('create index region_move_by_asker on region_move (asked_by_id)');
    this.addSql('create index region_move_by_answerer on region_move (answered_by_id)');

    // a list is sorted by the longest wait: the day stands beside the person, and the request keeps it right
    this.addSql("alter table returner add column waiting_since date not null default 'infinity'");
    this.addSql(
      `update returner r set waiting_since = q.sent_on from placement_request q where q.returner_id = r.id and q.state = 'OPEN'`,
    );
    this.addSql('create index returner_by_wait on returner (waiting_since, id)');
    this.addSql(`create function note_since_when_somebody_waits() returns trigger language plpgsql as $$
      begin
        update returner set waiting_since = coalesce(
          (select sent_on from placement_request where returner_id = new.returner_id and state = 'OPEN'), 'infinity')
        where id = new.returner_id;
        return null;
      end
      $$`);
    this
      .addSql(`create trigger since_when_somebody_waits_is_noted after insert or update of state, sent_on on placement_request
      for each row execute function note_since_when_somebody_waits()`);
  }
}
