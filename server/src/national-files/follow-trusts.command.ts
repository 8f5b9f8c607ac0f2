import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { referenceId } from '../kernel/reference-id.ts';
import { nearestTrustTo } from './national-file.queries.ts';
import { addRows, changeRows, type Recorder } from './record-values.queries.ts';
import type { TrustDraft } from './trust-file.rules.ts';

/** A trust that changes, with the known postcode district that stands for its address. */
export interface PlacedTrust extends TrustDraft {
  readonly district: string;
}

const nowOrBefore = `case when r.region_id is distinct from n.region_id and r.coordinators_see_since is not null
  then ?::date else r.coordinators_see_since end coordinators_see_since`;

/** What trusts were until a day goes into their history, before they change. */
export const keepPast = (
  recorder: Recorder,
  pasts: readonly { readonly code: string; readonly until: CalendarDate; readonly assumed: boolean }[],
): Promise<void> =>
  addRows(
    recorder,
    'trust_past',
    ['trust_id', 'name', 'postcode', 'region_id', 'board_id', 'valid_from', 'valid_until', 'is_assumed'],
    `select uuidv7() id, n.ods_code cause, n.id trust_id, n.name, n.postcode, n.region_id, n.board_id,
       (select max(p.valid_until) + 1 from trust_past p where p.trust_id = n.id) valid_from, f.until valid_until, f.assumed is_assumed
     from jsonb_to_recordset(?::jsonb) f(code text, until date, assumed boolean) join trust n on n.ods_code = f.code
     where n.opened_on <= f.until and not exists (select from trust_past p where p.trust_id = n.id and p.valid_until >= f.until)`,
    [JSON.stringify(pasts)],
  );

/** Organisations that host follow their trusts: name, region and board, where they were those of the trust. */
export const hostsFollowTrusts = (recorder: Recorder): Promise<void> =>
  changeRows(
    recorder,
    'host',
    ['name', 'region_id', 'board_id'],
    `select h.id, c.cause, case when h.name = c.values_before ->> 'name' then n.name else h.name end as name,
       case when h.board_id = (c.values_before ->> 'board_id')::uuid then n.region_id else h.region_id end region_id,
       case when h.board_id = (c.values_before ->> 'board_id')::uuid then n.board_id else h.board_id end board_id
     from national_import_change c join trust n on n.id = c.row_id join host h on h.trust_id = n.id
     where c.import_id = ?::uuid and c.table_name = 'trust' and c.values_before is not null`,
    [recorder.importId],
  );

/**
 * People follow the trust that is nearest to their home, by which their board and region were found: those, and only those, who were
 * in the board that it has left.
 */
export const peopleFollowTrusts = (recorder: Recorder, today: CalendarDate): Promise<void> =>
  changeRows(
    recorder,
    'returner',
    ['region_id', 'board_id', 'coordinators_see_since'],
    `select r.id, c.cause, n.region_id, n.board_id, ${nowOrBefore}
     from returner r join postcode_district d on d.id = r.home_district_id
     cross join lateral (${nearestTrustTo()}) n
     join national_import_change c on c.row_id = n.id and c.table_name = 'trust' and (c.values_before ->> 'board_id')::uuid = r.board_id
     where c.import_id = ?::uuid and not r.is_region_chosen`,
    [today, recorder.importId],
  );

/** Writes what a file of trusts says, and lets follow whoever belongs to them. */
export const followTrusts = async (
  recorder: Recorder,
  drafts: readonly PlacedTrust[],
  today: CalendarDate,
): Promise<void> => {
  const rows = JSON.stringify(
    drafts.map(({ trust, district }) => ({ ...trust, id: referenceId('trust', trust.code), district })),
  );
  const told = `jsonb_to_recordset(?::jsonb) f(id uuid, code text, name text, "regionCode" text, "boardCode" text, postcode text,
      "openedOn" date, "closedOn" date, district text)
    join region on region.code = f."regionCode" join integrated_care_board board on board.code = f."boardCode"
    left join postcode_district d on d.code = f.district`;
  await addRows(
    recorder,
    'trust',
    ['ods_code', 'name', 'region_id', 'board_id', 'postcode', 'latitude', 'longitude', 'opened_on', 'closed_on'],
    `select f.id, f.code cause, f.code ods_code, f.name, region.id region_id, board.id board_id, f.postcode, d.latitude, d.longitude,
       f."openedOn" opened_on, f."closedOn" closed_on
     from ${told} where not exists (select from trust known where known.ods_code = f.code)`,
    [rows],
  );
  await keepPast(
    recorder,
    drafts.flatMap(({ trust, before, since, isAssumed }) => {
      if (before === null) return [];
      const isMoved = trust.boardCode !== before.boardCode || trust.regionCode !== before.regionCode;
      if (!isMoved && trust.name === before.name && trust.postcode === before.postcode) return [];
      return [
        {
          code: trust.code,
          until: addDays(isMoved ? since : today, -1),
          assumed: isMoved ? isAssumed : true,
        },
      ];
    }),
  );
  await changeRows(
    recorder,
    'trust',
    ['name', 'region_id', 'board_id', 'postcode', 'latitude', 'longitude', 'closed_on'],
    `select n.id, f.code cause, f.name, region.id region_id, board.id board_id, f.postcode,
       case when n.postcode = f.postcode then n.latitude else d.latitude end latitude,
       case when n.postcode = f.postcode then n.longitude else d.longitude end longitude, f."closedOn" closed_on
     from ${told} join trust n on n.ods_code = f.code`,
    [rows],
  );
  await hostsFollowTrusts(recorder);
  await peopleFollowTrusts(recorder, today);
};
