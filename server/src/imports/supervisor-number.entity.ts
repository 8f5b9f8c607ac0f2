import { defineEntity, p } from '@mikro-orm/core';
import { HostSchema, SupervisorSchema } from '../placements/host.entity.ts';

/** The registration number by which a supervisor of an organisation is found again when a file comes a second time. */
export const SupervisorNumberSchema = defineEntity({
  name: 'SupervisorNumber',
  tableName: 'supervisor_number',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    supervisor: () => p.manyToOne(SupervisorSchema).name('supervisor_id'),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    hcpcNumber: p.text().name('hcpc_number'),
  },
  uniques: [
    { name: 'one_number_per_supervisor', properties: ['supervisor'] },
    { name: 'one_supervisor_per_number_and_organisation', properties: ['host', 'hcpcNumber'] },
  ],
});
