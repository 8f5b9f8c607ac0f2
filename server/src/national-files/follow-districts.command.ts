import type { CalendarDate } from '../kernel/calendar-date.ts';
import { referenceId } from '../kernel/reference-id.ts';
import type { DistrictFact } from './district-file.rules.ts';
import { nearestTrustTo } from './national-file.queries.ts';
import { addRows, changeRows, type Recorder } from './record-values.queries.ts';

/** Writes postcode districts; whoever lives or works in one that was not known before gets it in place of the nearest one. */
export const followDistricts = async (
  recorder: Recorder,
  districts: readonly DistrictFact[],
  today: CalendarDate,
): Promise<void> => {
  const rows = JSON.stringify(
    districts.map((district) => ({ ...district, id: referenceId('district', district.code) })),
  );
  const told = `jsonb_to_recordset(?::jsonb) f(id uuid, code text, latitude double precision, longitude double precision, postcodes int)`;
  const columns = ['latitude', 'longitude', 'postcodes'];
  await addRows(
    recorder,
    'postcode_district',
    ['code', ...columns],
    `select f.id, f.code cause, f.code, f.latitude, f.longitude, f.postcodes from ${told}
     where not exists (select from postcode_district known where known.code = f.code)`,
    [rows],
  );
  await changeRows(
    recorder,
    'postcode_district',
    columns,
    `select known.id, f.code cause, f.latitude, f.longitude, f.postcodes from ${told} join postcode_district known on known.code = f.code`,
    [rows],
  );
  await changeRows(
    recorder,
    'returner',
    ['home_district_id', 'region_id', 'board_id', 'coordinators_see_since'],
    `select r.id, d.code cause, d.id home_district_id, case when r.is_region_chosen then r.region_id else n.region_id end region_id,
       case when r.is_region_chosen then r.board_id else n.board_id end board_id,
       case when not r.is_region_chosen and r.region_id is distinct from n.region_id and r.coordinators_see_since is not null
         then ?::date else r.coordinators_see_since end coordinators_see_since
     from ${told} join postcode_district d on d.code = f.code
     join returner r on split_part(r.home_postcode, ' ', 1) = d.code and r.home_district_id is distinct from d.id
     cross join lateral (${nearestTrustTo()}) n`,
    [today, rows],
  );
  await changeRows(
    recorder,
    'placement_site',
    ['district_id'],
    `select s.id, d.code cause, d.id district_id from ${told} join postcode_district d on d.code = f.code
     join placement_site s on split_part(s.postcode, ' ', 1) = d.code`,
    [rows],
  );
};
