import { Migration } from '@mikro-orm/migrations';
import { APPLICATION_ROLE } from '../roles.ts';

/** Records that may be of one person, side by side, and those that were made one. */
export class MakeTwoRecordsOfOnePersonOne extends Migration {
  override up(): void {
    this.addSql(`create table returner_merge (id uuid primary key default uuidv7(),
      kept_id uuid not null constraint returner_merge_kept_id_foreign references returner (id),
      merged_id uuid not null constraint returner_merge_merged_id_foreign references returner (id),
      merged_at timestamptz not null,
      merged_by_id uuid not null constraint returner_merge_merged_by_id_foreign references person (id),
      undo_until timestamptz not null, undone_at timestamptz, moved jsonb not null, seen_since date)`);
    this.addSql(
      'create unique index one_standing_merge_per_record on returner_merge (merged_id) where undone_at is null',
    );
    this.addSql('create index returner_merge_of_kept on returner_merge (kept_id, merged_at, id)');
    this.addSql('create index returner_merge_of_merged on returner_merge (merged_id)');
    this.addSql('create index returner_merge_by_person on returner_merge (merged_by_id)');
    this.addSql(`revoke delete, truncate on returner_merge from ${APPLICATION_ROLE}`);
    // whom to compare; the reasons are given by a rule. A pair has one id, whichever record comes first
    this.addSql(`create view returner_likeness with (security_invoker = true) as
      with known as (
        select r.id, r.hcpc_number, r.profession_id, r.home_postcode, r.answers -> 'leftRegister' left_register,
          lower(regexp_replace(trim(coalesce(r.preferred_name, p.display_name)), '\\s+', ' ', 'g')) as name,
          regexp_replace(p.email, '\\+[^@]*@', '@') mailbox
        from returner r join person p on p.id = r.person_id where r.shares_with_coordinators
      ), alike as (
        select a.id one_id, b.id other_id from known a join known b on a.hcpc_number = b.hcpc_number and a.id < b.id
        union select a.id, b.id from known a join known b on a.mailbox = b.mailbox and a.id < b.id
        union select a.id, b.id from known a join known b on a.name = b.name and a.profession_id is not distinct from b.profession_id and a.id < b.id
          and (a.home_postcode = b.home_postcode or a.left_register = b.left_register)
      ) select md5(one_id::text || other_id::text)::uuid id, one_id, other_id from alike`);
  }
}
