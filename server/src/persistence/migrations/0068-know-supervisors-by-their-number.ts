import { Migration } from '@mikro-orm/migrations';

/** Registration numbers of supervisors, and the index by which a returner is found by theirs. */
export class KnowSupervisorsByTheirNumber extends Migration {
  override up(): void {
    this.addSql(`create table supervisor_number (id uuid primary key default uuidv7(),
      supervisor_id uuid not null constraint supervisor_number_supervisor_id_foreign references supervisor (id),
      host_id uuid not null constraint supervisor_number_host_id_foreign references host (id),
      hcpc_number text not null,
      constraint one_number_per_supervisor unique (supervisor_id),
      constraint one_supervisor_per_number_and_organisation unique (host_id, hcpc_number))`);
  }
}
