import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { addEvidenceForDayPath, editDayPath, evidencePath, paths, removeDayPath } from '../paths.ts';
import { OneLoggedDay } from '../updating/log.ts';
import { sayKind, sayLength } from '../updating/kinds.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** One day of the log, with everything it ever said. */
export function LoggedDayPage() {
  const { day: id = '' } = useParams();
  const { data, instead } = useAnswer(OneLoggedDay, { id }, 'this day');
  if (data === undefined)
    return (
      <Page title="A day in your log" backHref={paths.log}>
        {instead}
      </Page>
    );
  if (data.node?.__typename !== 'LoggedDay') return <NotFoundPage />;
  const day = data.node;
  return (
    <Page title={sayDate(day.onDate)} caption="A day in your log" backHref={paths.log}>
      <SummaryList
        rows={[
          { key: 'Kind', value: sayKind(day.kind) },
          { key: 'Time', value: sayLength(day.minutes) },
          { key: 'Started at', value: day.startsAt ?? 'Not given' },
          ...(day.kind === 'SUPERVISED'
            ? [{ key: 'Paid', value: day.isPaidPost ? 'Yes, in a support post' : 'No' }]
            : []),
          { key: 'Note', value: day.note ?? 'None' },
        ]}
      />
      <div className="rtp-actions">
        <ButtonLink href={editDayPath(day.id)}>Change</ButtonLink>
        <ButtonLink href={removeDayPath(day.id)} look="secondary">
          Remove
        </ButtonLink>
      </div>
      <h2>Evidence</h2>
      {(day.evidence ?? []).length === 0 ? (
        <p>No file is tied to this day.</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {(day.evidence ?? []).map(({ id: file, title }) => (
            <li key={file}>
              <Link href={evidencePath(file)}>{title ?? 'A file that is not filed yet'}</Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link href={addEvidenceForDayPath(day.id)}>Add a file for this day</Link>
      </p>
      <h2>History</h2>
      <p>Nothing is ever wiped out: every version stays, with the time it was saved.</p>
      <DataTable
        caption="Versions of this day"
        hideCaption
        columns={[
          { heading: 'Saved', cell: ({ recordedAt }) => sayInstant(recordedAt) },
          { heading: 'Date', cell: ({ onDate }) => sayDate(onDate) },
          { heading: 'Kind', cell: ({ kind }) => sayKind(kind) },
          { heading: 'Time', cell: ({ minutes, isRemoved }) => (isRemoved ? 'Removed' : sayLength(minutes)) },
          { heading: 'Note', cell: ({ note }) => note ?? '–' },
        ]}
        rows={day.history.toReversed()}
        rowKey={({ version }) => String(version)}
      />
    </Page>
  );
}
