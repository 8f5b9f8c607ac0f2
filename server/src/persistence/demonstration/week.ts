import type pg from 'pg';
import { referenceId } from '../reference-data.ts';
import { personaId } from './personas.ts';

const regions = [
  { code: 'Y56', other: 'Y62', askedBy: personaId('coordinator-london') },
  { code: 'Y62', other: 'Y56', askedBy: personaId('coordinator-north-west') },
] as const;

/**
 * What a week of a coordinator has besides placements: a supervisor whose check is overdue, and somebody who is to move to the
 * other coordinator's region.
 */
export const addWeek = async (client: pg.ClientBase, now: Date): Promise<void> => {
  const today = now.toISOString().slice(0, 10);
  for (const { code, other, askedBy } of regions) {
    const regionId = referenceId('region', code);
    await client.query(
      `update supervisor set check_again_by = $1::date - 6 where id = (select p.supervisor_id from placement p
         join supervisor u on u.id = p.supervisor_id join host h on h.id = u.host_id
         where h.region_id = $2 and p.is_live and p.state <> 'PROPOSED' and u.person_id is null
         order by h.ods_code = 'G6V2S', p.starts_on desc, p.id limit 1)`,
      [today, regionId],
    );
    // whoever waits for nothing else
    await client.query(
      `insert into region_move (returner_id, from_region_id, to_region_id, reason, state, asked_by_id, asked_on)
       select r.id, $1, $2, 'MOVED_HOME', 'ASKED', $3, $4::date - 4 from returner r
       where r.region_id = $1 and r.shares_with_coordinators and r.person_id <> all($5::uuid[])
         and not exists (select from placement_request q where q.returner_id = r.id)
       order by r.started_on desc, r.id limit 1`,
      [
        regionId,
        referenceId('region', other),
        askedBy,
        today,
        [personaId('returner-logging'), personaId('returner-other'), personaId('returner-finishing')],
      ],
    );
  }
};
