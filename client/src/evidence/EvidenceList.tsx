import type { EvidenceFieldsFragment } from '../generated/graphql.ts';
import { evidencePath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { downloadHref, fileKinds, formLines, saySize, virusChecks } from './words.ts';

type Evidence = EvidenceFieldsFragment;

/** What a file is for, in words. */
export const sayTies = (ties: Evidence['ties']): string => {
  const words = (ties ?? []).map(({ loggedDayId, onDate, standardNumber, formLine }) => {
    if (loggedDayId !== null) return onDate === null ? 'a day that is no longer in your log' : sayDate(onDate);
    return formLine === null ? `standard ${standardNumber}` : formLines[formLine];
  });
  return words.length === 0 ? 'Nothing yet' : words.join(', ');
};

/** Files with what they are for, and the ways to open and to change them. */
export const EvidenceList = ({ caption, files }: { caption: string; files: readonly Evidence[] }) => (
  <DataTable
    caption={caption}
    hideCaption
    columns={[
      {
        heading: 'File',
        cell: ({ id, title, addedAt }) => (
          <Link href={evidencePath(id)}>{title ?? `Not filed yet, sent ${sayInstant(addedAt)}`}</Link>
        ),
      },
      { heading: 'For', cell: ({ ties }) => sayTies(ties) },
      { heading: 'Kind', cell: ({ kind, bytes }) => `${fileKinds[kind]}, ${saySize(bytes)}` },
      { heading: 'State', cell: ({ virusCheck }) => virusChecks[virusCheck] },
      {
        heading: 'Open',
        cell: ({ id, title, viewerMayOpen }) =>
          viewerMayOpen ? (
            <a href={downloadHref(id)} download>
              Save<span className="nhsuk-u-visually-hidden"> {title ?? 'the file that is not filed'}</span>
            </a>
          ) : (
            'Not now'
          ),
      },
    ]}
    rows={files}
    rowKey={({ id }) => id}
  />
);
