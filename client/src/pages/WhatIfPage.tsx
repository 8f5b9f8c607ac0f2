import { useSearchParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { graphql } from '../generated/gql.ts';
import { paths } from '../paths.ts';
import { daysSoonerOf, differences, type Difference } from '../placements/compare.ts';
import { Match, type Pair, type Plan } from '../placements/match.ts';
import { WhatIfChanges } from '../placements/WhatIfChanges.tsx';
import { inputOf, readWhatIf, writeWhatIf, type WhatIf } from '../placements/what-if.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { sayDayCount } from '../ui/duration.ts';
import { Empty } from '../ui/States.tsx';

const PlacesToTry = graphql(`
  query PlacesToTry {
    professions(first: 15, orderBy: NAME) {
      nodes {
        id
        code
        name
      }
    }
    match {
      offered {
        capacityOfferId
        placementSiteId
        siteName
        hostId
        hostName
        supervisorId
        supervisorName
        professionCode
        startsOn
        endsOn
      }
    }
  }
`);

/** Tries changes out beside today's plan. They stand in the address alone: nothing is stored or sent. */
export function WhatIfPage() {
  const [search, setSearch] = useSearchParams();
  const viewer = useViewer();
  const tried = readWhatIf(search);
  const today = useAnswer(Match, { whatIf: null }, 'today’s plan', 'cache-first');
  const changed = useAnswer(Match, { whatIf: inputOf(tried) }, 'the plan with your changes', 'cache-first');
  const places = useAnswer(PlacesToTry, {}, 'the places', 'cache-first');
  const show = (next: WhatIf) => setSearch(writeWhatIf(next), { preventScrollReset: true });
  return (
    <CoordinatorPage title="What if?" caption={viewer?.places.join(', ')} here={paths.whatIf}>
      <p className="nhsuk-u-reading-width">
        Try a change and see who would have a place, and how much sooner. Nothing is stored or sent. The changes stand
        in the address of this page: keep it or share it with a colleague.
      </p>
      <div className="rtp-forecast">
        <section className="rtp-forecast__plan" aria-label="Changes">
          {places.data === undefined ? (
            places.instead
          ) : (
            <WhatIfChanges
              tried={tried}
              offers={places.data.match.offered}
              professions={places.data.professions.nodes}
              onShow={show}
            />
          )}
        </section>
        <section aria-label="What it does" aria-busy={changed.waiting}>
          {today.data === undefined ? (
            today.instead
          ) : changed.data === undefined ? (
            changed.instead
          ) : (
            <SideBySide today={today.data.match} changed={changed.data.match} isSame={inputOf(tried) === null} />
          )}
        </section>
      </div>
    </CoordinatorPage>
  );
}

interface SideBySideProps {
  today: Plan;
  changed: Plan;
  isSame: boolean;
}

const sayPlace = (pair: Pair | undefined) =>
  pair === undefined ? 'No place' : `${pair.place.siteName}, from ${sayDate(pair.startsOn)}`;

const saySooner = ({ before, after, daysSooner }: Difference): string => {
  if (before === undefined) return 'Has a place now';
  if (after === undefined) return 'Loses the place';
  if (daysSooner === undefined || daysSooner === 0) return 'Same day';
  return daysSooner > 0 ? `${sayDayCount(daysSooner)} sooner` : `${sayDayCount(-daysSooner)} later`;
};

const saySum = (sooner: number): string =>
  sooner === 0
    ? 'Those placed in both plans start no sooner and no later in all.'
    : `Those placed in both plans start ${sayDayCount(Math.abs(sooner))} ${sooner < 0 ? 'later' : 'sooner'} in all.`;

function SideBySide({ today, changed, isSame }: SideBySideProps) {
  const found = differences(today, changed);
  const sooner = daysSoonerOf(found);
  const rows = [
    { what: 'Have a place', now: today.totals.placed, tried: changed.totals.placed },
    { what: 'Have none', now: today.unmatched.length, tried: changed.unmatched.length },
    { what: 'Days waited by those placed', now: today.totals.waitedDays, tried: changed.totals.waitedDays },
    { what: 'Pairs that no limit forbids', now: today.feasiblePairs, tried: changed.feasiblePairs },
  ];
  return (
    <>
      <p role="status" className="nhsuk-lede-text">
        {isSame
          ? 'This is today’s plan. Choose a change to see what it does.'
          : `${changed.totals.placed} have a place instead of ${today.totals.placed}. ${saySum(sooner)}`}
      </p>
      <DataTable
        caption="Side by side"
        columns={[
          { heading: 'What', cell: ({ what }) => what },
          { heading: 'Today', cell: ({ now }) => now, numeric: true },
          { heading: 'With the changes', cell: ({ tried }) => tried, numeric: true },
        ]}
        rows={rows}
        rowKey={({ what }) => what}
      />
      {isSame ? null : found.length === 0 ? (
        <Empty>
          <p>The changes make no difference for anybody.</p>
        </Empty>
      ) : (
        <DataTable
          caption="For whom it makes a difference"
          columns={[
            { heading: 'Returner', cell: ({ name, fieldOfPractice }) => `${name}, ${fieldOfPractice}` },
            { heading: 'Today', cell: ({ before }) => sayPlace(before) },
            { heading: 'With the changes', cell: ({ after }) => sayPlace(after) },
            { heading: 'What it means', cell: saySooner },
          ]}
          rows={found}
          rowKey={({ requestId }) => requestId}
        />
      )}
    </>
  );
}
