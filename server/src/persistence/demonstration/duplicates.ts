import type pg from 'pg';

/**
 * Gives one person in London a second record, as if they had begun again with another address: two records with one HCPC number,
 * neither of which waits for a place.
 */
export const addDuplicates = async (client: pg.ClientBase): Promise<void> => {
  await client.query(
    `with could as (
       select r.id, r.hcpc_number, r.profession_id, row_number() over (partition by r.profession_id order by r.id) nth,
         count(*) over (partition by r.profession_id) of_profession
       from returner r join person p on p.id = r.person_id join region on region.id = r.region_id
       where region.code = 'Y56' and r.shares_with_coordinators and r.hcpc_number is not null and p.display_name like 'Example Returner %'
         and not exists (select from placement_request q where q.returner_id = r.id)
         and exists (select from updating_total t where t.returner_id = r.id)
     ), pair as (
       select one.hcpc_number, other.id from could one join could other using (profession_id)
       where one.nth = 1 and other.nth = 2 order by one.of_profession desc, one.id limit 1)
     update returner set hcpc_number = pair.hcpc_number from pair where returner.id = pair.id`,
  );
};
