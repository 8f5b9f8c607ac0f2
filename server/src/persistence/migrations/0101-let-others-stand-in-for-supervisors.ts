import { Migration } from '@mikro-orm/migrations';

/** Another supervisor stands in from a day on; who was told that one may not go on; and what was done on the days to sign. */
export class LetOthersStandInForSupervisors extends Migration {
  override up(): void {
    this.addSql(`create table supervisor_stand_in (id uuid primary key default uuidv7(),
      placement_id uuid not null constraint supervisor_stand_in_placement_id_foreign references placement (id),
      supervisor_id uuid not null constraint supervisor_stand_in_supervisor_id_foreign references supervisor (id),
      from_on date not null, named_on date not null,
      named_by_id uuid not null constraint supervisor_stand_in_named_by_id_foreign references person (id),
      constraint one_stand_in_per_placement_and_day unique (placement_id, from_on))`);
    this.addSql('create index supervisor_stand_in_by_supervisor on supervisor_stand_in (supervisor_id)');
    this.addSql('create index supervisor_stand_in_by_namer on supervisor_stand_in (named_by_id)');

    this.addSql(`create table told_freeze (id uuid primary key default uuidv7(),
      placement_id uuid not null constraint told_freeze_placement_id_foreign references placement (id),
      supervisor_id uuid not null constraint told_freeze_supervisor_id_foreign references supervisor (id),
      frozen_from date not null, told_on date not null,
      constraint a_freeze_is_told_once unique (placement_id, supervisor_id, frozen_from))`);
    this.addSql('create index told_freeze_by_supervisor on told_freeze (supervisor_id)');

    this.addSql(`alter table sign_off add column activities jsonb not null default '[]'::jsonb`);
  }
}
