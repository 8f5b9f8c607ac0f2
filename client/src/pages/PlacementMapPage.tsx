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
    placementMap {
      waiting
      waitingElsewhere
      freePlaces
      points {
        placeId
        kind
        name
        postcode
        latitude
        longitude
        waiting
        freePlaces
      }
    }
  }
`);

type Point = PlacementMapQuery['placementMap']['points'][number];

const sayPoint = ({ kind, name, postcode }: Point): string =>
  kind === 'DISTRICT' ? `District ${name}` : [name, postcode].filter(Boolean).join(', ');

const dotOf = (point: Point): Dot => ({
  key: point.placeId,
  name:
    point.kind === 'DISTRICT'
      ? `${sayPoint(point)}: ${sayCount(point.waiting, 'returner waits', 'returners wait')}`
      : `${sayPoint(point)}: ${sayCount(point.freePlaces, 'free place', 'free places')}`,
  latitude: point.latitude,
  longitude: point.longitude,
  kind: point.kind === 'DISTRICT' ? 'PERSON' : 'SITE',
});

/** How many, or a dash where the question makes no sense. */
const countOrDash = (isAsked: boolean, count: number) => (isAsked ? count : '–');

/** Where those who wait live, by postcode district, and where the places are; as dots and as a table. */
export function PlacementMapPage() {
  const viewer = useViewer();
  const { data, instead } = useAnswer(PlacementMap, {}, 'the map');
  const map = data?.placementMap;
  return (
    <CoordinatorPage title="Where people and places are" caption={viewer?.places.join(', ')} here={paths.placementMap}>
      {map === undefined ? (
        instead
      ) : map.points.length === 0 && map.waiting === 0 ? (
        <Empty>
          <p>Nobody waits and no place is offered yet.</p>
        </Empty>
      ) : (
        <>
          <p role="status">
            {sayCount(map.waiting, 'returner waits', 'returners wait')}; {sayCount(map.freePlaces, 'place', 'places')}{' '}
            free. All of them are shown
            {map.waitingElsewhere === 0
              ? ''
              : `, but for ${sayCount(map.waitingElsewhere, 'returner', 'returners')} whose home district we do not know`}
            .
          </p>
          <div className="rtp-map-and-table">
            <DotMap
              dots={map.points.map(dotOf)}
              label="Map of dots: where returners wait and where places are. The table says the same."
            />
            <DataTable
              caption="The same as a table"
              columns={[
                { heading: 'Where', cell: sayPoint },
                {
                  heading: 'Returners who wait',
                  cell: ({ kind, waiting }) => countOrDash(kind === 'DISTRICT', waiting),
                  numeric: true,
                },
                {
                  heading: 'Free places',
                  cell: ({ kind, freePlaces }) => countOrDash(kind === 'SITE', freePlaces),
                  numeric: true,
                },
              ]}
              rows={map.points}
              rowKey={({ placeId }) => placeId}
            />
          </div>
        </>
      )}
    </CoordinatorPage>
  );
}
