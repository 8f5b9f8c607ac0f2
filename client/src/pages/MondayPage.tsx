import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { isMondayKind, mondayKinds } from '../cohort/monday-words.ts';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { graphql } from '../generated/gql.ts';
import type { MondayQuery } from '../generated/graphql.ts';
import { Filters } from '../organisations/Filters.tsx';
import { useListAddress } from '../organisations/list-address.ts';
import { paths } from '../paths.ts';
import { Assumed, Details } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { capitalised } from '../ui/capitalised.ts';
import { Link } from '../ui/Link.tsx';
import { Empty } from '../ui/States.tsx';
import { Select } from '../ui/TextInput.tsx';

const Monday = graphql(`
  query Monday($kind: MondayKind) {
    monday(kind: $kind) {
      daysLost
      kinds {
        kind
        count
      }
      items {
        kind
        subjectId
        about
        reason
        daysLost
        dueOn
      }
      supply {
        professionCode
        fieldOfPractice
        openRequests
        believableSeats
        staleSeats
      }
    }
  }
`);

type Item = MondayQuery['monday']['items'][number];

const sayThings = (count: number): string =>
  count === 0 ? 'Nothing to do' : count === 1 ? '1 thing to do' : `${count.toLocaleString('en-GB')} things to do`;

/** A coordinator's first page: what to do this week, the dearest to leave first, each one press away. */
export function MondayPage() {
  const viewer = useViewer();
  const { filters, show } = useListAddress('kind');
  const kind = isMondayKind(filters.kind) ? filters.kind : null;
  const { data, instead } = useAnswer(Monday, { kind }, 'what to do this week');
  const all = data?.monday.kinds.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const shown = kind === null ? all : (data?.monday.kinds.find((one) => one.kind === kind)?.count ?? 0);
  return (
    <CoordinatorPage title="This week" caption={viewer?.places.join(', ')} here={paths.monday}>
      {data === undefined ? (
        instead
      ) : (
        <>
          <Filters key={filters.kind} shown={filters} onShow={show} clearHref={paths.monday}>
            {(field) => (
              <Select
                {...field('kind')}
                label="What"
                options={[
                  { value: '', label: `Everything (${all})` },
                  ...data.monday.kinds
                    .filter(({ count }) => count > 0)
                    .map((one) => ({ value: one.kind, label: `${mondayKinds[one.kind].name} (${one.count})` })),
                ]}
              />
            )}
          </Filters>
          <p role="status">
            {sayThings(shown)}
            {data.monday.items.length < shown ? `. The ${data.monday.items.length} dearest to leave are shown` : ''}.
          </p>
          {data.monday.items.length === 0 ? (
            <Empty>
              <p>
                Nobody waits for you. <Link href={paths.returners}>Look at the returners</Link>, or{' '}
                <Link href={paths.matching}>run the match</Link>.
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="What to do this week"
              hideCaption
              columns={[
                {
                  heading: 'About',
                  cell: ({ about, kind: what }) => (
                    <>
                      {about}
                      <Secondary>{mondayKinds[what].name}</Secondary>
                    </>
                  ),
                },
                { heading: 'Why', cell: ({ reason }) => reason },
                { heading: 'Days lost if left', cell: ({ daysLost }) => daysLost, numeric: true },
                { heading: 'Do it', cell: (item) => <Action item={item} /> },
              ]}
              rows={data.monday.items}
              rowKey={({ kind: what, subjectId }) => `${what} ${subjectId}`}
            />
          )}
          <Details summary="How days lost are counted">
            <p>
              The days that people will have lost a week from now if nobody acts, counted from the day that was
              promised. <Assumed />
            </p>
            <ul>
              <li>
                A wait counts from its tenth working day; after an offer came to nothing, from the next working day.
              </li>
              <li>
                An offer that ends unanswered costs the days since it was made, and ten working days for the next.
              </li>
              <li>Open checks cost the days by which the first day slips if they begin in a week.</li>
              <li>Places and supervisors count for each person who depends on them, a day or more of this week.</li>
              <li>Days of updating count when they drop out of the window within four weeks.</li>
              <li>Silence counts after four weeks, and for four weeks at the most.</li>
            </ul>
            <p>Nothing about a person’s health, needs or background is among what is counted.</p>
          </Details>
          <Supply lines={data.monday.supply} />
        </>
      )}
    </CoordinatorPage>
  );
}

const Action = ({ item: { kind, subjectId, about } }: { item: Item }) => (
  <Link href={mondayKinds[kind].to(subjectId)}>
    {mondayKinds[kind].action} <span className="nhsuk-u-visually-hidden">for {about}</span>
  </Link>
);

/** Who waits for a place and which there are, by profession. */
const Supply = ({ lines }: { lines: MondayQuery['monday']['supply'] }) =>
  lines.length === 0 ? null : (
    <>
      <h2>Places wanted and offered</h2>
      <DataTable
        caption="Places wanted and offered, by profession"
        hideCaption
        columns={[
          { heading: 'Field of practice', cell: ({ fieldOfPractice }) => capitalised(fieldOfPractice) },
          { heading: 'Open requests', cell: ({ openRequests }) => openRequests, numeric: true },
          { heading: 'Free places to believe', cell: ({ believableSeats }) => believableSeats, numeric: true },
          { heading: 'Free places to confirm', cell: ({ staleSeats }) => staleSeats, numeric: true },
        ]}
        rows={lines}
        rowKey={({ professionCode }) => professionCode}
      />
    </>
  );
