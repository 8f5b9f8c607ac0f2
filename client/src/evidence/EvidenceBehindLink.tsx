import { useState } from 'react';
import { noAnswer, problemWithCode } from '../apollo/problems.ts';
import { graphql } from '../generated/gql.ts';
import type { BehindLinkFieldsFragment } from '../generated/graphql.ts';
import { saveFile } from '../ui/save-file.ts';
import { ProblemMessage, type Problem } from '../ui/States.tsx';
import { downloadHref, fileKinds, saySize } from './words.ts';

/** A file as the holder of a link to sign sees it. @fragment */
export const BehindLinkFields = graphql(`
  fragment BehindLinkFields on EvidenceBehindLink {
    evidenceId
    title
    kind
    bytes
    mayBeOpened
  }
`);

/** Opens a file with the secret of a link, which goes in the body alone. */
const openFile = async (token: string, evidenceId: string): Promise<Problem | undefined> => {
  let response: Response;
  try {
    response = await fetch(new URL(downloadHref(evidenceId), location.origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
  } catch {
    return noAnswer;
  }
  if (response.status === 404)
    return {
      heading: 'This file cannot be opened now',
      advice: 'The link may have ended, or the returner may have removed the file. Load this page again.',
      mayRetry: false,
    };
  if (!response.ok) return problemWithCode('INTERNAL_SERVER_ERROR', undefined);
  const name = /filename="?([\w.-]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  saveFile(await response.blob(), name ?? 'evidence');
  return undefined;
};

interface EvidenceBehindLinkProps {
  files: readonly BehindLinkFieldsFragment[];
  token: string;
}

/** What was filed with the days of a link to sign, with a button to save each; nothing where there is none. */
export function EvidenceBehindLink({ files, token }: EvidenceBehindLinkProps) {
  const [problem, setProblem] = useState<Problem>();
  if (files.length === 0) return null;
  const open = async (evidenceId: string) => setProblem(await openFile(token, evidenceId));
  return (
    <>
      <h2>Evidence that was filed with these days: {files.length === 1 ? '1 file' : `${files.length} files`}</h2>
      {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {files.map(({ evidenceId, title, kind, bytes, mayBeOpened }) => (
          <li key={evidenceId}>
            {title} ({fileKinds[kind]}, {saySize(bytes)}){' '}
            {mayBeOpened ? (
              <button type="button" className="rtp-link-button" onClick={() => void open(evidenceId)}>
                Save<span className="nhsuk-u-visually-hidden"> {title}</span>
              </button>
            ) : (
              'cannot be opened here: it was not checked for viruses. Ask the returner to show it to you.'
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
