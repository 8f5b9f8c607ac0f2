import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { OrganisationsPage } from '../organisations/OrganisationsPage.tsx';
import { paths } from '../paths.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { OnToday } from './OnToday.tsx';

const Regions = graphql(`
  query Regions($openOn: CalendarDate!) {
    regions(first: 100) {
      nodes {
        id
        code
        name
        boards(first: 1, filter: { openOn: $openOn }) {
          countUpTo1000
        }
        trusts(first: 1, filter: { openOn: $openOn }) {
          countUpTo1000
        }
      }
    }
  }
`);

/** The regions, each with the way to its boards and trusts. */
export const RegionsPage = () => (
  <OrganisationsPage
    title="Regions"
    here={paths.regions}
    intro="NHS England works in 7 regions. Each has integrated care boards, and each board has trusts."
  >
    <OnToday what="the regions">{(today) => <RegionsOn today={today} />}</OnToday>
  </OrganisationsPage>
);

function RegionsOn({ today }: { today: string }) {
  const { data, instead } = useAnswer(Regions, { openOn: today }, 'the regions');
  return data === undefined ? (
    instead
  ) : (
    <DataTable
      caption="Regions of NHS England"
      hideCaption
      columns={[
        { heading: 'Region', cell: ({ name }) => name },
        { heading: 'Code', cell: ({ code }) => code },
        {
          heading: 'Boards',
          cell: ({ code, name, boards }) => (
            <Link href={`${paths.boards}?region=${code}`} aria-label={`${boards.countUpTo1000} boards in ${name}`}>
              {boards.countUpTo1000} boards
            </Link>
          ),
        },
        {
          heading: 'Trusts',
          cell: ({ code, name, trusts }) => (
            <Link href={`${paths.trusts}?region=${code}`} aria-label={`${trusts.countUpTo1000} trusts in ${name}`}>
              {trusts.countUpTo1000} trusts
            </Link>
          ),
        },
      ]}
      rows={data.regions.nodes}
      rowKey={({ id }) => id}
    />
  );
}
