import { graphql } from '../generated/gql.ts';
import type { PastFieldsFragment } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { sayDays } from '../ui/duration.ts';
import { SummaryList } from '../ui/SummaryList.tsx';

/** What happened until a day, and how things stood then. @fragment */
export const PastFields = graphql(`
  fragment PastFields on Returner {
    timeline(until: $on) {
      on
      kind
      sentence
      by
    }
    standingOn(on: $on) {
      on
      hasBegun
      isShared
      loggedMinutes
      isWaitingForHcpc
      programmeDecision
      waitsForPlaceSince
      placement
    }
  }
`);

/** How things stood at the end of a day, as far as it is kept. */
export const Standing = ({ standing }: { standing: PastFieldsFragment['standingOn'] }) =>
  standing.hasBegun ? (
    <SummaryList
      rows={[
        { key: 'Record', value: standing.isShared ? 'Shared with coordinators' : 'Not shared' },
        { key: 'In the log', value: sayDays(standing.loggedMinutes) },
        { key: 'HCPC', value: standing.isWaitingForHcpc ? 'An answer was awaited' : 'Nothing was awaited' },
        {
          key: 'National programme',
          value:
            standing.programmeDecision === null
              ? 'No decision'
              : standing.programmeDecision === 'ADMITTED'
                ? 'Took the person'
                : 'Did not take the person',
        },
        {
          key: 'Request for a place',
          value:
            standing.waitsForPlaceSince === null
              ? 'None was open'
              : `Open since ${sayDate(standing.waitsForPlaceSince)}`,
        },
        { key: 'Place', value: standing.placement ?? 'None was offered or held' },
      ]}
    />
  ) : (
    <p>The pathway had not begun.</p>
  );

/** What happened, the latest first. */
export const Timeline = ({ events }: { events: PastFieldsFragment['timeline'] }) =>
  events.length === 0 ? (
    <p>Nothing had happened yet.</p>
  ) : (
    <DataTable
      caption="What happened"
      hideCaption
      columns={[
        { heading: 'Day', cell: ({ on }) => sayDate(on) },
        {
          heading: 'What happened',
          cell: ({ sentence, by }) => (
            <>
              {sentence}
              {by === null ? null : <Secondary>{by}</Secondary>}
            </>
          ),
        },
      ]}
      rows={events.map((event, index) => ({ ...event, key: `${index}` }))}
      rowKey={({ key }) => key}
    />
  );
