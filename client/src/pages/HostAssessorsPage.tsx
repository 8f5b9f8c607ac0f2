import { useLocation, useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { addAssessorPath, checkAssessorPath, hostPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty } from '../ui/States.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const HostAssessors = graphql(`
  query HostAssessors($id: ID!) {
    host(id: $id) {
      id
      name
      viewerMayManage
      assessors {
        ...AssessorFields
      }
    }
  }
`);

/** Those who may assess returners for an organisation, and what was seen of them on the Register. */
export function HostAssessorsPage() {
  const { id = '' } = useParams();
  const said = readSaid(useLocation().state);
  const { data, instead } = useAnswer(HostAssessors, { id }, 'the assessors');
  if (data === undefined) return <Page title="Assessors">{instead}</Page>;
  const { host } = data;
  if (!host?.viewerMayManage) return <NotFoundPage />;
  return (
    <Page
      title="Assessors"
      caption={host.name}
      backHref={hostPath(host.id)}
      width="wide"
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      <p className="nhsuk-u-reading-width">
        An assessor is of the same profession, on the Register, and has no tie to the returner. HCPC sets no rule for
        them: these are local rules (assumed). Each is looked up again after a year.
      </p>
      <ButtonLink href={addAssessorPath(host.id)}>Put somebody on the list</ButtonLink>
      {host.assessors.length === 0 ? (
        <Empty>
          <p>Nobody is on the list yet.</p>
        </Empty>
      ) : (
        <DataTable
          caption={`Assessors of ${host.name}`}
          hideCaption
          columns={[
            { heading: 'Name', cell: ({ displayName }) => displayName },
            { heading: 'Profession', cell: ({ profession }) => profession.name },
            {
              heading: 'On the Register',
              cell: ({ registeredFrom, registeredUntil }) =>
                `Since ${sayDate(registeredFrom)}${registeredUntil === null ? '' : `, until ${sayDate(registeredUntil)}`}`,
            },
            {
              heading: 'Looked up',
              cell: ({ checkedOn, checkedBy, seen, hasProceedings }) => (
                <>
                  {sayDate(checkedOn)} by {checkedBy}: {seen}{' '}
                  {hasProceedings ? <Tag colour="red">Case or conditions open</Tag> : null}
                </>
              ),
            },
            {
              heading: 'To do',
              cell: ({ id: assessor, displayName }) => (
                <Link href={checkAssessorPath(assessor)}>
                  Look up again <span className="nhsuk-u-visually-hidden">{displayName}</span>
                </Link>
              ),
            },
          ]}
          rows={host.assessors}
          rowKey={({ id: assessor }) => assessor}
        />
      )}
    </Page>
  );
}
