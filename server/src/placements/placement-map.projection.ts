import { fromRun, rowOf, type DerivedField, type FieldProjection } from '../graphql/compile/projection.ts';
import { visibilityForKind } from '../graphql/compile/visibility-sql.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { sql } from '../kernel/sql.ts';
import { returnersVisibleTo } from '../returners/returner.policy.ts';
import { hostsRunBy } from './host.policy.ts';
import {
  pointsOfMap,
  type OfferedPlaces,
  type PlacementMapPointKind,
  type WaitingDistrict,
} from './placement-map.rules.ts';

/** Returners `r` whom the asking coordinator sees, who wait and have no place offered. */
const seenWaiting = () =>
  sql`placement_request q join returner r on r.id = q.returner_id and q.state = 'OPEN'
    and not exists (select from placement p where p.request_id = q.id and p.is_live and p.is_shown)
    and ${visibilityForKind('COORDINATOR', returnersVisibleTo, rowOf('r'))}`;

const typeOf: Readonly<Record<PlacementMapPointKind, string>> = { DISTRICT: 'PostcodeDistrict', SITE: 'PlacementSite' };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const placementMap: DerivedField = {
  kind: 'derived',
  facts: {
    waiting: () => sql`(select count(*) from ${seenWaiting()})`,
    districts: () =>
      sql`(select coalesce(json_agg(row_to_json(f) order by f.id), '[]'::json) from (
        select d.id, d.code "name", null "postcode", d.latitude, d.longitude, count(*) "waiting"
        from ${seenWaiting()} join postcode_district d on d.id = r.home_district_id group by d.id) f)`,
    offers: () =>
      sql`(select coalesce(json_agg(row_to_json(f) order by f.id), '[]'::json) from (
        select o.id, o.answer, o.maybe_until "maybeUntil", o.starts_on "from", o.ends_on "until", o.confirmed_on "confirmedOn", o.places,
          (select count(*) from placement p where p.offer_id = o.id and p.is_live) "takenPlaces",
          json_build_object('id', s.id, 'name', s.name, 'postcode', s.postcode, 'latitude', s.latitude, 'longitude', s.longitude) "site"
        from capacity_offer o join placement_site s on s.id = o.site_id join host n on n.id = o.host_id
        where ${visibilityForKind('COORDINATOR', hostsRunBy, rowOf('n'))} and o.answer <> 'NO'
          and o.ends_on >= ${fromRun((run) => run.clock.today())}::date) f)`,
  },
  compute: ({ waiting, districts, offers }, { clock }) => {
    const found = pointsOfMap(districts as WaitingDistrict[], offers as OfferedPlaces[], clock.today());
    const onMap = sum(found.map((point) => point.waiting));
    return {
      points: found.map(({ id, ...point }) => ({ ...point, placeId: toGlobalId(typeOf[point.kind], id) })),
      waiting: Number(waiting),
      waitingElsewhere: Number(waiting) - onMap,
      freePlaces: sum(found.map((point) => point.freePlaces)),
    };
  },
};

/** The map of a coordinator, at the root of the API. */
export const placementMapQueries: Record<string, FieldProjection> = { placementMap };
