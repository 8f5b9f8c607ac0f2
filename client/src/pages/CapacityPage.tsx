import { useState } from 'react';
import { useLocation } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { CapacityBoardQuery, CapacityOfferFieldsFragment } from '../generated/graphql.ts';
import { CodeSelect } from '../organisations/CodeSelect.tsx';
import { Filters } from '../organisations/Filters.tsx';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { addCapacityPath, hostPath, paths } from '../paths.ts';
import { ConfirmOffer } from '../placements/ConfirmOffer.tsx';
import { lapsesAfterDays, staleAfterDays, unconfirmedSince } from '../placements/unconfirmed.ts';
import { answers, noReasons, sayDates, sayShortDate, sayWeekdays, standings } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Assumed, Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { FirstOf } from '../ui/FirstOf.tsx';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty } from '../ui/States.tsx';
import { Select } from '../ui/TextInput.tsx';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { StaffPage, worksForHost } from './StaffPage.tsx';

const CapacityBoard = graphql(`
  query CapacityBoard(
    $filter: CapacityOfferFilter
    $orderBy: CapacityOfferOrder!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    professions(first: 100) {
      nodes {
        id
        code
        name
      }
    }
    siteQuestions(first: 25, filter: { isAnswered: false }, orderBy: LONGEST_WAIT) {
      countUpTo1000
      nodes {
        id
        askedOn
        escalatesOn
        isOverdue
        profession {
          id
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
    capacityOffers(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        ...CapacityOfferFields
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

type Offer = CapacityOfferFieldsFragment;

const orders = {
  NEWEST_CONFIRMED: 'Last confirmed first',
  LAST_CONFIRMED: 'Longest unconfirmed first',
  START: 'First to start',
} as const;

const OwnSites = graphql(`
  query OwnSites {
    viewer {
      hosts {
        id
        sites(first: 50) {
          countUpTo1000
          nodes {
            id
            name
          }
        }
      }
    }
  }
`);

/** For those who work for an organisation: at which of their sites to enter places. */
function EnterPlaces() {
  const { data } = useAnswer(OwnSites, {}, 'your sites');
  return data?.viewer.hosts
    .filter(({ sites }) => sites.nodes.length > 0)
    .map(({ id: hostId, sites }) => (
      <div key={hostId}>
        <ul className="nhsuk-list">
          {sites.nodes.map(({ id, name }) => (
            <li key={id}>
              <Link href={addCapacityPath(id)}>Enter places at {name}</Link>
            </li>
          ))}
        </ul>
        <FirstOf shown={sites.nodes.length} count={sites.countUpTo1000} of="sites by name">
          <Link href={hostPath(hostId)}>See all sites</Link>
        </FirstOf>
      </div>
    ));
}

/** Capacity to believe: what each site offers, who confirmed it when, and what must be asked again. */
export function CapacityPage() {
  const viewer = useViewer();
  const said = readSaid(useLocation().state);
  const { filters, page, show, neighbours } = useListAddress('profession', 'answer', 'asked', 'order');
  const today = viewer?.today;
  const { data, instead } = useAnswer(
    CapacityBoard,
    {
      ...page,
      orderBy: isOneOf(orders, filters.order) ? filters.order : 'NEWEST_CONFIRMED',
      filter: {
        ...(filters.profession === '' ? {} : { professionCode: filters.profession }),
        ...(isOneOf(answers, filters.answer) ? { answer: filters.answer } : {}),
        ...(filters.asked === 'stale' && today !== undefined ? { confirmedUntil: unconfirmedSince(today) } : {}),
      },
    },
    'the capacity board',
  );
  const [outcome, setOutcome] = useState('');
  const isOwn = worksForHost(viewer?.role);
  return (
    <StaffPage
      title={isOwn ? 'Places you offer' : 'Capacity board'}
      caption={viewer?.places.join(', ')}
      here={paths.capacity}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      <p className="nhsuk-u-reading-width">
        An offer that nobody has confirmed for {staleAfterDays / 7} weeks is asked again and sinks. After{' '}
        {lapsesAfterDays / 7} weeks it lapses and is not given away. <Assumed />{' '}
        {isOwn ? null : (
          <>
            To enter places for a site, open it under <Link href={paths.hosts}>Sites and supervisors</Link>.
          </>
        )}
      </p>
      {isOwn ? <EnterPlaces /> : null}
      {data === undefined ? (
        instead
      ) : (
        <>
          <Filters key={JSON.stringify(filters)} shown={filters} onShow={show} clearHref={paths.capacity}>
            {(field) => (
              <>
                <CodeSelect
                  {...field('profession')}
                  label="Profession"
                  all="All professions"
                  of={data.professions.nodes}
                />
                <Select
                  {...field('answer')}
                  label="Answer"
                  options={[{ value: '', label: 'All answers' }, ...choicesOf(answers)]}
                />
                <Select
                  {...field('asked')}
                  label="Confirmed"
                  options={[
                    { value: '', label: 'At any time' },
                    { value: 'stale', label: `Not for ${staleAfterDays / 7} weeks` },
                  ]}
                />
                <Select {...field('order')} label="Order" options={choicesOf(orders)} />
              </>
            )}
          </Filters>
          <p role="status">
            {outcome} {sayCount(data.capacityOffers.countUpTo1000, 'offer', 'offers')}
          </p>
          {data.capacityOffers.nodes.length === 0 ? (
            <Empty>
              <p>
                No offers match. Try fewer filters, or <Link href={paths.capacity}>show all offers</Link>.
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="Offers of places"
              hideCaption
              columns={[
                {
                  heading: 'Site',
                  cell: ({ site, host }) => (
                    <>
                      <Link href={hostPath(host.id)}>{site.name}</Link>
                      <Secondary>{host.name}</Secondary>
                    </>
                  ),
                },
                {
                  heading: 'For',
                  cell: ({ profession, supervisor, supervisorNamedBy }) => (
                    <>
                      {profession.name}
                      <Secondary>
                        {supervisor?.displayName ??
                          (supervisorNamedBy === null
                            ? 'No supervisor named'
                            : `Supervisor named by ${sayShortDate(supervisorNamedBy)}`)}
                      </Secondary>
                    </>
                  ),
                },
                { heading: 'Places', cell: (offer) => <Places offer={offer} /> },
                {
                  heading: 'When',
                  cell: ({ startsOn, endsOn, weekdays }) => (
                    <>
                      {sayDates(startsOn, endsOn)}
                      <Secondary>{sayWeekdays(weekdays)}</Secondary>
                    </>
                  ),
                },
                { heading: 'How sure', cell: (offer) => <HowSure offer={offer} /> },
                {
                  heading: 'Change',
                  cell: (offer) => <ConfirmOffer offer={offer} onDone={setOutcome} />,
                },
              ]}
              rows={data.capacityOffers.nodes}
              rowKey={({ id }) => id}
            />
          )}
          <Pagination of="offers" {...neighbours(data.capacityOffers.pageInfo)} />
          {isOwn ? null : <Questions questions={data.siteQuestions} />}
        </>
      )}
    </StaffPage>
  );
}

/** Sites that returners have asked and that have not said anything yet: after 10 working days it is the coordinator's turn. */
const Questions = ({ questions: { nodes, countUpTo1000 } }: { questions: CapacityBoardQuery['siteQuestions'] }) =>
  nodes.length === 0 ? null : (
    <>
      <h2>Asked by returners, not answered</h2>
      <DataTable
        caption="Sites that were asked and have not answered"
        hideCaption
        columns={[
          {
            heading: 'Site',
            cell: ({ site, host }) => (
              <>
                <Link href={hostPath(host.id)}>{site.name}</Link>
                <Secondary>{host.name}</Secondary>
              </>
            ),
          },
          { heading: 'For', cell: ({ profession }) => profession.name },
          { heading: 'Asked on', cell: ({ askedOn }) => sayDate(askedOn) },
          {
            heading: 'Your turn',
            cell: ({ isOverdue, escalatesOn }) =>
              isOverdue ? <Tag colour="red">Ask them now</Tag> : `After ${sayDate(escalatesOn)}`,
          },
          {
            heading: 'Enter',
            cell: ({ site }) => (
              <Link href={addCapacityPath(site.id)}>
                Enter their answer <span className="nhsuk-u-visually-hidden">for {site.name}</span>
              </Link>
            ),
          },
        ]}
        rows={nodes}
        rowKey={({ id }) => id}
      />
      {countUpTo1000 > nodes.length ? (
        <p>
          {sayCount(countUpTo1000, 'site has', 'sites have')} not answered; the {nodes.length} that were asked first are
          shown.
        </p>
      ) : null}
    </>
  );

const Places = ({ offer: { answer, places, takenPlaces, noReason, maybeUntil, askAgainOn } }: { offer: Offer }) => {
  if (answer === 'NO') {
    return (
      <>
        No{noReason === null ? '' : `: ${noReasons[noReason].toLowerCase()}`}
        {askAgainOn === null ? '' : `. Ask again on ${sayDate(askAgainOn)}`}
      </>
    );
  }
  return (
    <>
      {takenPlaces} of {places} taken
      {maybeUntil === null ? '' : `. Maybe, open until ${sayDate(maybeUntil)}`}
    </>
  );
};

const colours = {
  CONFIRMED: 'green',
  MAYBE: 'yellow',
  STALE: 'orange',
  LAPSED: 'red',
  NO: 'grey',
  OVER: 'grey',
} as const;

const HowSure = ({ offer: { standing, confirmedOn, confirmedBy, isOnBehalf } }: { offer: Offer }) => (
  <>
    <Tag colour={colours[standing]}>{standings[standing]}</Tag>
    <Secondary>
      {sayShortDate(confirmedOn)} by {confirmedBy}
      {isOnBehalf ? ', for the site' : ''}
    </Secondary>
  </>
);
