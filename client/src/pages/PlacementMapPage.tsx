import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { graphql } from '../generated/gql.ts';
import type { PlacementMapQuery } from '../generated/graphql.ts';
import { sayCount } from '../organisations/list-address.ts';
import { paths } from '../paths.ts';
import { DotMap, type Dot } from '../placements/DotMap.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Empty } from '../ui/States.tsx';

const PlacementMap = graphql(`
  query PlacementMap {
    placementRequests(first: 100, filter: { state: OPEN }, orderBy: LONGEST_WAIT) {
      countUpTo1000
      nodes {
        id
        travelMinutesAtMost
        returner {
          id
          homeDistrict {
            id
            code
            latitude
            longitude
          }
        }
      }
    }
    capacityOffers(first: 100, orderBy: NEWEST_CONFIRMED) {
      countUpTo1000
      nodes {
        id
        answer
        places
        takenPlaces
        site {
          id
          name
          postcode
          latitude
          longitude
        }
      }
    }
  }
`);

/** A district or a site with how many wait or how many places are free there. */
interface Row {
  key: string;
  where: string;
  waiting: number;
  free: number;
  dot: Dot;
}

function rowsOf({ placementRequests, capacityOffers }: PlacementMapQuery): Row[] {
  const rows = new Map<string, Row>();
  for (const { returner } of placementRequests.nodes) {
    const district = returner.homeDistrict;
    if (district === null) continue;
    const { id: key, code, latitude, longitude } = district;
    const dot: Dot = { key, name: `District ${code}`, latitude, longitude, kind: 'PERSON' };
    const row = rows.get(key) ?? { key, where: dot.name, waiting: 0, free: 0, dot };
    rows.set(key, { ...row, waiting: row.waiting + 1 });
  }
  for (const { answer, places, takenPlaces, site } of capacityOffers.nodes) {
    if (answer === 'NO') continue;
    const { id: key, name, postcode, latitude, longitude } = site;
    const dot: Dot = { key, name, latitude, longitude, kind: 'SITE' };
    const row = rows.get(key) ?? { key, where: `${name}, ${postcode}`, waiting: 0, free: 0, dot };
    rows.set(key, { ...row, free: row.free + Math.max(0, places - takenPlaces) });
  }
  return [...rows.values()].toSorted(
    (one, other) => other.waiting - one.waiting || other.free - one.free || (one.where < other.where ? -1 : 1),
  );
}

/** Where those who wait live, by postcode district, and where the places are; as dots and as a table. */
export function PlacementMapPage() {
  const viewer = useViewer();
  const { data, instead } = useAnswer(PlacementMap, {}, 'the map');
  const rows = data === undefined ? [] : rowsOf(data);
  const mostWaiting = (data?.placementRequests.countUpTo1000 ?? 0) > 100;
  const mostOffers = (data?.capacityOffers.countUpTo1000 ?? 0) > 100;
  return (
    <CoordinatorPage title="Where people and places are" caption={viewer?.places.join(', ')} here={paths.placementMap}>
      {data === undefined ? (
        instead
      ) : rows.length === 0 ? (
        <Empty>
          <p>Nobody waits and no place is offered yet.</p>
        </Empty>
      ) : (
        <>
          <p role="status">
            {sayCount(data.placementRequests.countUpTo1000, 'returner waits', 'returners wait')}
            {mostWaiting ? ' (the 100 who have waited longest are shown)' : ''};{' '}
            {sayCount(data.capacityOffers.countUpTo1000, 'offer', 'offers')}
            {mostOffers ? ' (the 100 confirmed last are shown)' : ''}.
          </p>
          <div className="rtp-map-and-table">
            <DotMap
              dots={rows.map(({ dot }) => dot)}
              label="Map of dots: where returners wait and where places are. The table says the same."
            />
            <DataTable
              caption="The same as a table"
              columns={[
                { heading: 'Where', cell: ({ where }) => where },
                {
                  heading: 'Returners who wait',
                  cell: ({ waiting }) => (waiting === 0 ? '–' : waiting),
                  numeric: true,
                },
                { heading: 'Free places', cell: ({ free, dot }) => (dot.kind === 'SITE' ? free : '–'), numeric: true },
              ]}
              rows={rows}
              rowKey={({ key }) => key}
            />
          </div>
        </>
      )}
    </CoordinatorPage>
  );
}
