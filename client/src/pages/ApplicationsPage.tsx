import { useState } from 'react';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { applicationStates, bases } from '../application/words.ts';
import { downloadSubmissions } from '../cohort/download.ts';
import { missingPurpose, noPurpose, PurposeFields } from '../cohort/PurposeFields.tsx';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { graphql } from '../generated/gql.ts';
import type { ApplicationsQuery } from '../generated/graphql.ts';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { paths, returnerPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Assumed, Details, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { sayDays } from '../ui/duration.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Empty, ProblemMessage } from '../ui/States.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useSending } from '../ui/useSending.ts';

const ExpectedSubmissions = graphql(`
  query ExpectedSubmissions {
    expectedSubmissions {
      returnerId
      name
      fieldOfPractice
      expectedOn
      basis
      shortfallMinutes
      isUpdatingComplete
    }
  }
`);

const Applications = graphql(`
  query Applications($first: Int, $after: String, $last: Int, $before: String, $filter: ApplicationFilter) {
    applications(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      countUpTo1000
      nodes {
        id
        state
        standsSince
        sentOn
        dueOn
        isOverdue
        decidedOn
        returner {
          id
          displayName
          describedAs
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

const views = [
  { key: 'expected', name: 'Expected' },
  { key: 'sent', name: 'With HCPC' },
  { key: 'decided', name: 'Outcomes' },
] as const;

const viewPath = (key: (typeof views)[number]['key']): string =>
  key === 'expected' ? paths.applications : `${paths.applications}?show=${key}`;

/** For coordinators: which applications are expected when, which are with HCPC, and what became of them. */
export function ApplicationsPage() {
  const viewer = useViewer();
  const { filters, page, neighbours } = useListAddress('show');
  const shown = views.find(({ key }) => key === filters.show)?.key ?? 'expected';
  return (
    <CoordinatorPage title="Applications to HCPC" caption={viewer?.places.join(', ')} here={paths.applications}>
      <Tabs
        label="Which applications"
        tabs={views.map(({ key, name }) => ({ name, href: viewPath(key) }))}
        here={viewPath(shown)}
      />
      {shown === 'expected' ? <Expected /> : <Sent key={shown} shown={shown} page={page} neighbours={neighbours} />}
    </CoordinatorPage>
  );
}

function Expected() {
  const { data, instead } = useAnswer(ExpectedSubmissions, {}, 'what is expected');
  if (data === undefined) return instead;
  const rows = data.expectedSubmissions;
  return (
    <>
      <p className="nhsuk-u-reading-width">
        People who see to it that you see them, and have not sent an application. Whoever has neither named a day nor a
        plan that works is not in this list. A day that comes from a plan is <Assumed />.
      </p>
      <p role="status">{sayCount(rows.length, 'application', 'applications')} expected</p>
      {rows.length === 0 ? (
        <Empty>
          <p>
            None is expected. <Link href={paths.returners}>Look at the returners</Link>.
          </p>
        </Empty>
      ) : (
        <DataTable
          caption="Expected applications"
          hideCaption
          columns={[
            { heading: 'Expected on', cell: ({ expectedOn }) => sayDate(expectedOn) },
            {
              heading: 'Who',
              cell: ({ returnerId, name, fieldOfPractice }) => (
                <>
                  <Link href={returnerPath(returnerId)}>{name}</Link>
                  <Secondary>Returning to {fieldOfPractice}</Secondary>
                </>
              ),
            },
            { heading: 'From', cell: ({ basis }) => bases[basis] },
            {
              heading: 'Updating',
              cell: ({ isUpdatingComplete, shortfallMinutes }) =>
                isUpdatingComplete ? 'Complete, or none needed' : `${sayDays(shortfallMinutes)} still missing`,
            },
          ]}
          rows={rows}
          rowKey={({ returnerId }) => returnerId}
        />
      )}
      {rows.length === 0 ? null : <TakeAlong />}
    </>
  );
}

/** The whole list as a file, for a purpose that is noted. */
function TakeAlong() {
  const today = useViewer()?.today ?? 'list';
  const [draft, setDraft] = useState(noPurpose);
  const [said, setSaid] = useState('');
  const { submit, busy, errors, problem } = useSending();
  const send = () =>
    submit(missingPurpose(draft), async () => {
      const outcome = await downloadSubmissions(draft);
      if ('refusal' in outcome) return { errors: [{ field: 'purposeText', message: outcome.refusal }] };
      if ('problem' in outcome) return outcome;
      saveFile(outcome.file, `expected-applications-${today}.csv`);
      setSaid('The list is downloaded.');
      return { done: true };
    });
  return (
    <Details summary="Download this list">
      {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
      <ErrorSummary errors={errors} />
      <p>
        The file holds names, fields of practice, days and hours. That you took it, and for what, is noted. Keep it no
        longer than you need it.
      </p>
      <PurposeFields draft={draft} onChange={setDraft} errors={errors} />
      <Button type="button" look="secondary" busy={busy} onClick={() => void send()}>
        Download
      </Button>
      <p role="status">{said}</p>
    </Details>
  );
}

type Application = ApplicationsQuery['applications']['nodes'][number];
type ListAddress = ReturnType<typeof useListAddress>;

function Sent({
  shown,
  page,
  neighbours,
}: {
  shown: 'sent' | 'decided';
  page: ListAddress['page'];
  neighbours: ListAddress['neighbours'];
}) {
  const filter = shown === 'sent' ? { isSent: true } : { isDecided: true };
  const { data, instead } = useAnswer(Applications, { ...page, filter }, 'the applications');
  if (data === undefined) return instead;
  const { nodes, countUpTo1000, pageInfo } = data.applications;
  return (
    <>
      <p role="status">{sayCount(countUpTo1000, 'application', 'applications')}</p>
      {nodes.length === 0 ? (
        <Empty>
          <p>{shown === 'sent' ? 'None is with HCPC.' : 'None is decided.'}</p>
        </Empty>
      ) : (
        <DataTable
          caption={shown === 'sent' ? 'Applications with HCPC' : 'Outcomes'}
          hideCaption
          columns={[
            {
              heading: 'Who',
              cell: ({ returner }: Application) => (
                <>
                  <Link href={returnerPath(returner.id)}>{returner.displayName}</Link>
                  <Secondary>{returner.describedAs}</Secondary>
                </>
              ),
            },
            {
              heading: 'How it stands',
              cell: ({ state, standsSince }: Application) => (
                <>
                  {applicationStates[state]}
                  <Secondary>since {sayDate(standsSince)}</Secondary>
                </>
              ),
            },
            { heading: 'Sent', cell: ({ sentOn }: Application) => (sentOn === null ? '–' : sayDate(sentOn)) },
            shown === 'sent'
              ? {
                  heading: 'Next clock',
                  cell: ({ dueOn, isOverdue }: Application) =>
                    dueOn === null ? (
                      '–'
                    ) : (
                      <>
                        {sayDate(dueOn)} {isOverdue ? <Tag colour="red">Passed</Tag> : null}
                      </>
                    ),
                }
              : {
                  heading: 'Decided',
                  cell: ({ decidedOn }: Application) => (decidedOn === null ? '–' : sayDate(decidedOn)),
                },
          ]}
          rows={nodes}
          rowKey={({ id }) => id}
        />
      )}
      <Pagination of="applications" {...neighbours(pageInfo)} />
    </>
  );
}
