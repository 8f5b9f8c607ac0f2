import type pg from 'pg';
import { referenceId } from '../reference-data.ts';

/** In each region with a coordinator among the personas, somebody who pauses and somebody who has withdrawn: people without a place. */
export const addPauses = async (client: pg.ClientBase, at: Date): Promise<void> => {
  for (const region of ['Y56', 'Y62'])
    await client.query(
      `insert into standing_aside (returner_id, kind, from_on, until_on, reason, noted_on)
       select f.id, k.kind, $2::date - 10, case when k.kind = 'PAUSED' then $2::date + 50 end, k.reason, $2::date - 10
       from (select r.id, row_number() over (order by r.started_on, r.id) place from returner r
         where r.region_id = $1 and r.shares_with_coordinators and not exists (select from persona p where p.person_id = r.person_id)
           and not exists (select from placement p where p.returner_id = r.id)
           and not exists (select from placement_request q where q.returner_id = r.id)) f
       join (values (1, 'PAUSED', 'FAMILY_OR_CARE'), (2, 'WITHDRAWN', 'WORK')) k (place, kind, reason) on k.place = f.place`,
      [referenceId('region', region), at],
    );
};
