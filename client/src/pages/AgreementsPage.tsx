import { useLocation } from 'react-router';
import { agreementStates } from '../agreement/words.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { AgreementsQuery } from '../generated/graphql.ts';
import { useListAddress } from '../organisations/list-address.ts';
import { agreementPath, paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty } from '../ui/States.tsx';

const Agreements = graphql(`
  query Agreements($first: Int, $after: String, $last: Int, $before: String) {
    placements(filter: { isLive: true }, orderBy: START, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        returnerName
        startsOn
        site {
          id
          name
        }
        learningAgreement {
          id
          state
          changedOn
          viewerActions
        }
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

type Placement = AgreementsQuery['placements']['nodes'][number];

const sayState = ({ learningAgreement }: Placement) => {
  if (learningAgreement === null) return 'Not shared yet';
  if (learningAgreement.viewerActions.includes('AGREE')) return <Tag colour="orange">Waits for you</Tag>;
  return agreementStates[learningAgreement.state];
};

/** The learning agreements of everybody whom a supervisor or an organisation takes, those to begin first. */
export function AgreementsPage() {
  const said = readSaid(useLocation().state);
  const { page, neighbours } = useListAddress();
  const { data, instead } = useAnswer(Agreements, page, 'the learning agreements');
  return (
    <Page
      title="Learning agreements"
      width="wide"
      backHref={paths.myHome}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      <p>
        A returner writes what they mean to learn, how and by when. You see it once it is shared. Read it, and agree or
        send it back before the first day.
      </p>
      {data === undefined ? (
        instead
      ) : data.placements.nodes.length === 0 ? (
        <Empty>
          <p>There is nobody here now whose placement you take part in.</p>
        </Empty>
      ) : (
        <>
          <DataTable
            caption="Placements with their learning agreements"
            hideCaption
            columns={[
              {
                heading: 'Returner',
                cell: ({ id, returnerName, learningAgreement }) =>
                  learningAgreement === null ? returnerName : <Link href={agreementPath(id)}>{returnerName}</Link>,
              },
              { heading: 'Site', cell: ({ site }) => site.name },
              { heading: 'First day', cell: ({ startsOn }) => sayDate(startsOn) },
              { heading: 'Agreement', cell: sayState },
              {
                heading: 'Changed on',
                cell: ({ learningAgreement }) =>
                  learningAgreement === null ? 'Nothing yet' : sayDate(learningAgreement.changedOn),
              },
            ]}
            rows={data.placements.nodes}
            rowKey={({ id }) => id}
          />
          <Pagination of="learning agreements" {...neighbours(data.placements.pageInfo)} />
        </>
      )}
    </Page>
  );
}
