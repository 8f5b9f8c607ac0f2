import { graphql } from '../generated/gql.ts';
import type { ShownEvidenceFieldsFragment } from '../generated/graphql.ts';
import { downloadHref, fileKinds, saySize } from './words.ts';

/** A file as those see it to whom it is shown. @fragment */
export const ShownEvidenceFields = graphql(`
  fragment ShownEvidenceFields on Evidence {
    id
    title
    kind
    bytes
    viewerMayOpen
  }
`);

/** Files that a returner has filed with what is looked at here; nothing where there are none. */
export const EvidenceShown = ({
  files,
  heading = 'Evidence that was filed with it',
}: {
  files: readonly ShownEvidenceFieldsFragment[] | null;
  heading?: string;
}) =>
  files === null || files.length === 0 ? null : (
    <>
      <h2>{heading}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {files.map(({ id, title, kind, bytes, viewerMayOpen }) => (
          <li key={id}>
            {viewerMayOpen ? (
              <a href={downloadHref(id)} download>
                {title}
              </a>
            ) : (
              `${title ?? ''}, which cannot be opened here: it was not checked for viruses. Ask the returner to show it to you.`
            )}{' '}
            ({fileKinds[kind]}, {saySize(bytes)})
          </li>
        ))}
      </ul>
    </>
  );
