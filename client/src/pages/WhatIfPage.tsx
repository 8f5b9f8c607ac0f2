import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { graphql } from '../generated/gql.ts';
import type { PlacesToTryQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { daysSoonerOf, differences, type Difference } from '../placements/compare.ts';
import { Match, type Pair, type Plan } from '../placements/match.ts';
import { inputOf, readWhatIf, writeWhatIf, type WhatIf } from '../placements/what-if.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { sayDayCount } from '../ui/duration.ts';
import { Link } from '../ui/Link.tsx';
import { Empty } from '../ui/States.tsx';
import { Select } from '../ui/TextInput.tsx';

const PlacesToTry = graphql(`
  query PlacesToTry {
    capacityOffers(first: 100, orderBy: NEWEST_CONFIRMED) {
      nodes {
        id
        startsOn
        endsOn
        profession {
          id
          code
          name
        }
        site {
          id
          name
        }
        host {
          id
          name
        }
      }
    }
  }
`);

type Offer = PlacesToTryQuery['capacityOffers']['nodes'][number];

/** Tries changes out beside today's plan. They stand in the address alone: nothing is stored or sent. */
export function WhatIfPage() {
  const [search, setSearch] = useSearchParams();
  const viewer = useViewer();
  const tried = readWhatIf(search);
  const today = useAnswer(Match, { whatIf: null }, 'today’s plan', 'cache-first');
  const changed = useAnswer(Match, { whatIf: inputOf(tried) }, 'the plan with your changes', 'cache-first');
  const places = useAnswer(PlacesToTry, {}, 'the places', 'cache-first');
  const show = (next: WhatIf) => setSearch(writeWhatIf(next), { preventScrollReset: true });
  const offers = places.data?.capacityOffers.nodes ?? [];
  return (
    <CoordinatorPage title="What if?" caption={viewer?.places.join(', ')} here={paths.whatIf}>
      <p className="nhsuk-u-reading-width">
        Try a change and see who would have a place, and how much sooner. Nothing is stored or sent. The changes stand
        in the address of this page: keep it or share it with a colleague.
      </p>
      <div className="rtp-forecast">
        <section className="rtp-forecast__plan" aria-label="Changes">
          <Changes tried={tried} offers={offers} onShow={show} />
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

interface ChangesProps {
  tried: WhatIf;
  offers: readonly Offer[];
  onShow: (tried: WhatIf) => void;
}

const sitesOf = (offers: readonly Offer[]) =>
  [...new Map(offers.map(({ site, host }) => [site.id, `${site.name}, ${host.name}`]))]
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => (one.label < other.label ? -1 : 1));

const professionsOf = (offers: readonly Offer[]) =>
  [...new Map(offers.map(({ profession }) => [profession.code, profession.name]))]
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => (one.label < other.label ? -1 : 1));

function Changes({ tried, offers, onShow }: ChangesProps) {
  const sites = sitesOf(offers);
  const nameOf = (id: string) => sites.find(({ value }) => value === id)?.label ?? 'A site';
  const said = [
    ...tried.withoutSites.map((id) => ({
      key: `without-${id}`,
      words: `Without ${nameOf(id)}`,
      without: () => ({ ...tried, withoutSites: tried.withoutSites.filter((each) => each !== id) }),
    })),
    ...tried.tried.map((added, index) => ({
      key: `add-${index}`,
      words: `${added.places} more at ${nameOf(added.placementSiteId)} (${added.professionCode})`,
      without: () => ({ ...tried, tried: tried.tried.filter((_, at) => at !== index) }),
    })),
    ...[...tried.held, ...tried.apart].slice(0, 1).map(() => ({
      key: 'by-hand',
      words: 'Changes by hand from the matching room',
      without: () => ({ ...tried, held: [], apart: [] }),
    })),
  ];
  return (
    <>
      <Select
        id="travel"
        label="Everybody travels longer"
        value={String(tried.moreTravel)}
        onChange={(event) => onShow({ ...tried, moreTravel: Number(event.target.value) })}
        options={[0, 15, 30, 45, 60].map((minutes) => ({
          value: String(minutes),
          label: minutes === 0 ? 'As now' : `${minutes} minutes more`,
        }))}
      />
      <Select
        id="later"
        label="Everybody may start later"
        value={String(tried.laterDays)}
        onChange={(event) => onShow({ ...tried, laterDays: Number(event.target.value) })}
        options={[0, 14, 28, 56, 84].map((days) => ({
          value: String(days),
          label: days === 0 ? 'As now' : `${days / 7} weeks later`,
        }))}
      />
      <OneSiteLess key={tried.withoutSites.length} sites={sites} tried={tried} onShow={onShow} />
      <MorePlaces key={`more-${tried.tried.length}`} sites={sites} offers={offers} tried={tried} onShow={onShow} />
      {said.length === 0 ? null : (
        <>
          <h2 className="nhsuk-heading-s">Changes so far</h2>
          <ul className="rtp-changes">
            {said.map(({ key, words, without }) => (
              <li key={key}>
                <span>{words}</span>
                <Button type="button" look="secondary" small onClick={() => onShow(without())}>
                  Remove <span className="nhsuk-u-visually-hidden">{words}</span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link href={paths.whatIf}>Start again</Link>
      </p>
    </>
  );
}

type Choice = { value: string; label: string };
type PartProps = { sites: readonly Choice[]; tried: WhatIf; onShow: (tried: WhatIf) => void };

function OneSiteLess({ sites, tried, onShow }: PartProps) {
  const [site, setSite] = useState('');
  return (
    <form
      className="rtp-part"
      onSubmit={(event) => {
        event.preventDefault();
        if (site !== '') onShow({ ...tried, withoutSites: [...tried.withoutSites, site] });
      }}
    >
      <Select
        id="without"
        label="A site is lost"
        value={site}
        onChange={(event) => setSite(event.target.value)}
        options={[
          { value: '', label: 'Choose a site' },
          ...sites.filter(({ value }) => !tried.withoutSites.includes(value)),
        ]}
      />
      <Button look="secondary" small>
        Leave it out
      </Button>
    </form>
  );
}

function MorePlaces({ sites, offers, tried, onShow }: PartProps & { offers: readonly Offer[] }) {
  const [site, setSite] = useState('');
  const [profession, setProfession] = useState('');
  const [places, setPlaces] = useState('1');
  const span = offers.find((offer) => offer.site.id === site);
  return (
    <form
      className="rtp-part"
      onSubmit={(event) => {
        event.preventDefault();
        if (span === undefined || profession === '') return;
        const added = {
          placementSiteId: site,
          professionCode: profession,
          places: Number(places),
          startsOn: span.startsOn,
          endsOn: span.endsOn,
        };
        onShow({ ...tried, tried: [...tried.tried, added] });
      }}
    >
      <Select
        id="more-site"
        label="A site has more supervisors"
        value={site}
        onChange={(event) => setSite(event.target.value)}
        options={[{ value: '', label: 'Choose a site' }, ...sites]}
      />
      <Select
        id="more-profession"
        label="Of which profession"
        value={profession}
        onChange={(event) => setProfession(event.target.value)}
        options={[{ value: '', label: 'Choose a profession' }, ...professionsOf(offers)]}
      />
      <Select
        id="more-places"
        label="How many"
        value={places}
        onChange={(event) => setPlaces(event.target.value)}
        options={['1', '2', '3', '4', '5', '10'].map((value) => ({ value, label: value }))}
      />
      <Button look="secondary" small>
        Add them
      </Button>
    </form>
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
