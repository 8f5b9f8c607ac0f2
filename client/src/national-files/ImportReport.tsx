import { paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Assumed, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';

/** Whom a change affects. */
export interface AffectedShown {
  organisations: number;
  placements: number;
  people: number;
  views: number;
  coordinators: number;
}
/** What a file changes about one organisation or district. */
export interface ChangeShown {
  kind: 'NEW' | 'RENAMED' | 'MOVED' | 'MERGED' | 'CLOSED' | 'REOPENED';
  code: string;
  name: string;
  what: string;
  on: string | null;
  isAssumed: boolean;
  affected: AffectedShown;
}
/** What a file changes, and whom it affects. */
export interface ReportShown {
  changes: readonly ChangeShown[];
  more: number;
  leftOut: readonly string[];
  affected: AffectedShown;
  coming: readonly ChangeShown[];
  moreComing: number;
  affectedByComing: AffectedShown;
}

const words = {
  NEW: { name: 'New', colour: 'green' },
  RENAMED: { name: 'Renamed', colour: 'blue' },
  MOVED: { name: 'Moved', colour: 'blue' },
  MERGED: { name: 'Merged', colour: 'purple' },
  CLOSED: { name: 'Closed', colour: 'red' },
  REOPENED: { name: 'Open again', colour: 'green' },
} as const;

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

/** Where the public list shows an organisation; null for a district. */
const listOf = ({ code, name }: ChangeShown, kind: string): string | null => {
  if (kind === 'SUCCESSIONS') return `${paths.boards}?closed=yes`;
  return kind === 'TRUSTS' ? `${paths.trusts}?${new URLSearchParams({ name: name.slice(0, 60) || code })}` : null;
};

const Affected = ({ affected, isShort }: { affected: AffectedShown; isShort?: boolean }) => {
  const { organisations, placements, people, views, coordinators } = affected;
  const parts = [
    people > 0 ? { key: 'people', text: count(people, 'person', 'people'), href: null } : null,
    placements > 0 ? { key: 'placements', text: count(placements, 'placement', 'placements'), href: null } : null,
    organisations > 0
      ? {
          key: 'organisations',
          text: count(organisations, 'organisation that hosts', 'organisations that host'),
          href: null,
        }
      : null,
    views > 0 ? { key: 'views', text: count(views, 'saved view', 'saved views'), href: null } : null,
    coordinators > 0
      ? {
          key: 'coordinators',
          text: count(coordinators, 'coordinator', 'coordinators'),
          href: `${paths.accounts}?role=COORDINATOR`,
        }
      : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return <>Nobody</>;
  return isShort === true ? (
    <>{parts.map(({ text }) => text).join(', ')}</>
  ) : (
    <ul className="nhsuk-list">
      {parts.map(({ key, text, href }) => (
        <li key={key}>{href === null ? text : <Link href={href}>{text}</Link>}</li>
      ))}
    </ul>
  );
};

const Changes = ({
  caption,
  kind,
  changes,
  more,
}: {
  caption: string;
  kind: string;
  changes: readonly ChangeShown[];
  more: number;
}) => (
  <DataTable
    caption={more === 0 ? caption : `${caption}: the first ${changes.length}; ${more} more`}
    hideCaption={more === 0}
    columns={[
      {
        heading: 'Name',
        cell: (change: ChangeShown) => {
          const href = listOf(change, kind);
          return (
            <>
              {href === null ? change.name : <Link href={href}>{change.name}</Link>}
              <Secondary>{change.code}</Secondary>
            </>
          );
        },
      },
      {
        heading: 'Change',
        cell: (change) => (
          <>
            <Tag colour={words[change.kind].colour}>{words[change.kind].name}</Tag> {change.what}
          </>
        ),
      },
      {
        heading: 'From',
        cell: ({ on, isAssumed }) =>
          on === null ? (
            'Now'
          ) : (
            <>
              {sayDate(on)} {isAssumed ? <Assumed /> : null}
            </>
          ),
      },
      { heading: 'Affects', cell: ({ affected }) => <Affected affected={affected} isShort /> },
    ]}
    rows={changes}
    rowKey={({ kind: of, code, what }) => `${of} ${code} ${what}`}
  />
);

/** What a file changes, each change with whom it affects. Who they are is for their coordinators to see. */
export const ImportReport = ({ kind, report }: { kind: string; report: ReportShown }) => (
  <>
    {report.changes.length === 0 && report.coming.length > 0 ? null : (
      <>
        <h2>Whom it affects</h2>
        <Affected affected={report.affected} />
        <h2>What changes</h2>
        {report.changes.length === 0 ? (
          <p>Nothing that is worth a line of its own.</p>
        ) : (
          <Changes caption="Changes" kind={kind} changes={report.changes} more={report.more} />
        )}
      </>
    )}
    {report.coming.length === 0 ? null : (
      <>
        <h2>What changes later</h2>
        <p>
          Each of these changes is made on its day by itself. Coordinators and organisations that it concerns are told
          of it by e-mail when the file is imported. Today it would affect:
        </p>
        <Affected affected={report.affectedByComing} />
        <Changes caption="Changes to come" kind={kind} changes={report.coming} more={report.moreComing} />
      </>
    )}
    {report.leftOut.length === 0 ? null : (
      <>
        <h2>What is left out</h2>
        <ul>
          {report.leftOut.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </>
    )}
  </>
);
