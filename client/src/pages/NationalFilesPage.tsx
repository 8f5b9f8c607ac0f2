import { AdministrationPage } from '../administration/AdministrationPage.tsx';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { kinds, titleOf, type Kind } from '../national-files/kinds.ts';
import { useListAddress } from '../organisations/list-address.ts';
import { nationalFilePath, nationalImportPath, paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Tag } from '../ui/Callouts.tsx';
import { Cards, LinkCard } from '../ui/Card.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';

const NationalFiles = graphql(`
  query NationalFiles($first: Int, $after: String, $last: Int, $before: String) {
    nationalImports(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        kind
        rows
        appliedAt
        appliedBy
        undoneAt
        isByItself
        affected {
          people
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
    comingChanges(first: 50) {
      nodes {
        id
        code
        name
        what
        on
        inTheWay
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** The national files: what can be imported, and what was. */
export function NationalFilesPage() {
  const { page, neighbours } = useListAddress();
  const { data, instead } = useAnswer(NationalFiles, page, 'the imports');
  return (
    <AdministrationPage
      title="National files"
      here={paths.nationalFiles}
      intro="Organisations change every month. Import the files as they are published: first you see what changes and whom it affects, and for a day you can undo it."
    >
      <Cards>
        {(Object.keys(kinds) as Kind[]).map((kind) => (
          <li key={kind}>
            <LinkCard href={nationalFilePath(kind)} heading={kinds[kind].title}>
              <p>{kinds[kind].what}</p>
            </LinkCard>
          </li>
        ))}
      </Cards>
      {data === undefined || data.comingChanges.nodes.length === 0 ? null : (
        <>
          <h2>What is still to come</h2>
          <p>
            Each change is made on its day by itself. A newer file that names the same organisation takes its place.
          </p>
          <DataTable
            caption={data.comingChanges.pageInfo.hasNextPage ? 'The first 50' : 'What is still to come'}
            hideCaption={!data.comingChanges.pageInfo.hasNextPage}
            columns={[
              { heading: 'On', cell: ({ on }) => sayDate(on) },
              {
                heading: 'Name',
                cell: ({ name, code }) => (
                  <>
                    {name}
                    <Secondary>{code}</Secondary>
                  </>
                ),
              },
              {
                heading: 'Change',
                cell: ({ what, inTheWay }) => (
                  <>
                    {what}
                    {inTheWay === null ? null : (
                      <Secondary>
                        <Tag colour="red">In the way</Tag> {inTheWay}
                      </Secondary>
                    )}
                  </>
                ),
              },
            ]}
            rows={data.comingChanges.nodes}
            rowKey={({ id }) => id}
          />
        </>
      )}
      <h2>What was imported</h2>
      {data === undefined ? (
        instead
      ) : data.nationalImports.nodes.length === 0 ? (
        <Empty>
          <p>Nothing yet. The lists are those that the service came with.</p>
        </Empty>
      ) : (
        <>
          <DataTable
            caption="What was imported"
            hideCaption
            columns={[
              {
                heading: 'File',
                cell: ({ id, kind }) => <Link href={nationalImportPath(id)}>{titleOf(kind)}</Link>,
              },
              { heading: 'When', cell: ({ appliedAt }) => sayInstant(appliedAt) },
              { heading: 'By', cell: ({ appliedBy, isByItself }) => (isByItself ? 'Itself, on its day' : appliedBy) },
              { heading: 'Lines', cell: ({ rows }) => rows.toLocaleString('en-GB'), numeric: true },
              { heading: 'People', cell: ({ affected }) => affected.people.toLocaleString('en-GB'), numeric: true },
              {
                heading: 'State',
                cell: ({ undoneAt }) =>
                  undoneAt === null ? <Tag colour="green">Stands</Tag> : <Tag colour="grey">Undone</Tag>,
              },
            ]}
            rows={data.nationalImports.nodes}
            rowKey={({ id }) => id}
          />
          <Pagination of="imports" {...neighbours(data.nationalImports.pageInfo)} />
        </>
      )}
    </AdministrationPage>
  );
}
