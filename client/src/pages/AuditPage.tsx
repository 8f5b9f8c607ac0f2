import { AdministrationPage } from '../administration/AdministrationPage.tsx';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { Doer } from '../generated/graphql.ts';
import { Filters } from '../organisations/Filters.tsx';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { paths } from '../paths.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';

const Audit = graphql(`
  query Audit(
    $filter: AuditEntryFilter
    $orderBy: AuditEntryOrder!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    auditEntries(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        id
        at
        action
        doneAs
        doneBy
        subjectType
        fields
        traceId
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

const doers = {
  RETURNER: 'Returner',
  SUPERVISOR: 'Supervisor',
  ASSESSOR: 'Assessor',
  COUNTER_SIGNATORY: 'Counter-signatory',
  ORGANISATION_MEMBER: 'Organisation member',
  ORGANISATION_ADMINISTRATOR: 'Organisation administrator',
  COORDINATOR: 'Coordinator',
  ADMINISTRATOR: 'Administrator',
  PARTNER: 'Partner',
  ANONYMOUS: 'Nobody signed in',
  SUSPENDED: 'Suspended account',
  SERVICE: 'The service itself',
} as const satisfies Record<Doer, string>;

const isDoer = (text: string): text is Doer => Object.hasOwn(doers, text);

/** Who did what to which record. Values are sealed; here stand the fields that changed. */
export function AuditPage() {
  const { filters, page, show, neighbours } = useListAddress('action', 'as', 'order');
  const { data, instead } = useAnswer(
    Audit,
    {
      ...page,
      orderBy: filters.order === 'OLDEST' ? 'OLDEST' : 'NEWEST',
      filter: {
        ...(filters.action.trim() === '' ? {} : { action: filters.action.trim() }),
        ...(isDoer(filters.as) ? { doneAs: filters.as } : {}),
      },
    },
    'the audit',
  );
  return (
    <AdministrationPage
      title="Audit"
      here={paths.audit}
      intro="Every change, and every way in and out. Entries are only ever added. What fields held is sealed; their names are shown."
    >
      {data === undefined ? (
        instead
      ) : (
        <>
          <Filters key={JSON.stringify(filters)} shown={filters} onShow={show} clearHref={paths.audit}>
            {(field) => (
              <>
                <TextInput {...field('action')} label="Action, for example logDay" autoComplete="off" maxLength={60} />
                <Select
                  {...field('as')}
                  label="Done as"
                  options={[
                    { value: '', label: 'Anybody' },
                    ...Object.entries(doers).map(([value, label]) => ({ value, label })),
                  ]}
                />
                <Select
                  {...field('order')}
                  label="Order"
                  options={[
                    { value: '', label: 'Latest first' },
                    { value: 'OLDEST', label: 'Earliest first' },
                  ]}
                />
              </>
            )}
          </Filters>
          <p role="status">{sayCount(data.auditEntries.countUpTo1000, 'entry', 'entries')}</p>
          {data.auditEntries.nodes.length === 0 ? (
            <Empty>
              <p>
                No entries match. <Link href={paths.audit}>Show all entries</Link>.
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="Audit entries"
              hideCaption
              columns={[
                { heading: 'When', cell: ({ at }) => sayInstant(at) },
                { heading: 'Action', cell: ({ action }) => action },
                {
                  heading: 'By',
                  cell: ({ doneAs, doneBy }) => `${doneBy ?? 'No account'} (${doers[doneAs]})`,
                },
                { heading: 'Record', cell: ({ subjectType }) => subjectType },
                { heading: 'Fields', cell: ({ fields }) => (fields.length === 0 ? '–' : fields.join(', ')) },
                { heading: 'Reference', cell: ({ traceId }) => <code>{traceId}</code> },
              ]}
              rows={data.auditEntries.nodes}
              rowKey={({ id }) => id}
            />
          )}
          <Pagination of="entries" {...neighbours(data.auditEntries.pageInfo)} />
        </>
      )}
    </AdministrationPage>
  );
}
