import { Migration } from '@mikro-orm/migrations';

/** Whoever stands in for a supervisor sees the placement. */
export class ShowPlacementsToThoseWhoStandIn extends Migration {
  override up(): void {
    this.addSql(`create view placement_shown_to_stand_in with (security_invoker = true) as
      select distinct s.placement_id as id, u.person_id from supervisor_stand_in s
        join supervisor u on u.id = s.supervisor_id where u.person_id is not null`);
  }
}
