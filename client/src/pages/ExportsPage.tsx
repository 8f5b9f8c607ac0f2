import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { SureDownload } from '../access/SureDownload.tsx';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { bulkFormats, bulkStates, commonLists, stopReasons } from '../exports/words.ts';
import { graphql } from '../generated/gql.ts';
import type { ExportsQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty } from '../ui/States.tsx';
import { StaffPage } from './StaffPage.tsx';

const Exports = graphql(`
  query Exports {
    bulkExports(first: 20, orderBy: NEWEST) {
      nodes {
        id
        list
        format
        state
        stopReason
        askedAt
        keptUntil
        rows
        bytes
        downloadPath
      }
    }
  }
`);

const DeleteExport = graphql(`
  mutation DeleteExport($input: DeleteBulkExportInput!) {
    deleteBulkExport(input: $input) {
      ... on BulkExportDeleted {
        bulkExportId
      }
      ... on DeleteBulkExportRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Export = ExportsQuery['bulkExports']['nodes'][number];

const title = 'Lists as files';
/** While a file is made, how far it has come is asked for so often. */
const askAgainMs = 2_000;

const isUnderWay = ({ state }: Export): boolean => state === 'WAITING' || state === 'RUNNING';
const nameOf = ({ list }: Export): string => (list === null ? 'A list of your own' : commonLists[list]);
const sayRows = (rows: number): string => `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`;
const saySize = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1_000))} KB`;

/** The files that somebody has asked for: how far each has come, and where it is fetched. */
export function ExportsPage() {
  const said = readSaid(useLocation().state);
  const [outcome, setOutcome] = useState('');
  const { data, instead, retry } = useAnswer(Exports, {}, 'your files');
  const remove = useCommand(DeleteExport);
  const files = data?.bulkExports.nodes;
  const isWaited = files?.some(isUnderWay) === true;
  useEffect(() => {
    if (!isWaited) return;
    const timer = setInterval(retry, askAgainMs);
    return () => clearInterval(timer);
  });
  const forget = async (file: Export) => {
    const sent = await remove.run({ bulkExportId: file.id });
    setOutcome(
      'data' in sent && sent.data.deleteBulkExport.__typename === 'BulkExportDeleted'
        ? `“${nameOf(file)}” is deleted.`
        : 'It could not be deleted. Try again in a moment.',
    );
    retry();
  };
  return (
    <StaffPage title={title} here={paths.exports}>
      {said === undefined ? null : (
        <Notice heading="Done" look="success">
          <p>{said}</p>
        </Notice>
      )}
      <p className="nhsuk-u-reading-width">
        A list of the service as a file, with all its rows. It is made in the background: you can go on with something
        else meanwhile. A file is kept for seven days.
      </p>
      <p>
        <Link href={paths.newExport}>Make a file</Link>
      </p>
      <p role="status" className={outcome === '' ? 'nhsuk-u-visually-hidden' : undefined}>
        {outcome}
      </p>
      {files === undefined ? (
        instead
      ) : files.length === 0 ? (
        <Empty>
          <p>You have no files.</p>
        </Empty>
      ) : (
        <DataTable
          caption="Your files"
          columns={[
            {
              heading: 'List',
              cell: (file) => (
                <>
                  {nameOf(file)}
                  <Secondary>{bulkFormats[file.format]}</Secondary>
                </>
              ),
            },
            { heading: 'Asked for', cell: ({ askedAt }) => sayInstant(askedAt) },
            { heading: 'How far', cell: (file) => <HowFar file={file} /> },
            {
              heading: 'File',
              cell: (file) =>
                file.downloadPath === null ? (
                  '–'
                ) : (
                  <>
                    <SureDownload href={file.downloadPath}>
                      Download <span className="nhsuk-u-visually-hidden">{nameOf(file)}</span>
                    </SureDownload>
                    <Secondary>
                      {saySize(file.bytes)}, kept until {sayInstant(file.keptUntil)}
                    </Secondary>
                  </>
                ),
            },
            {
              heading: 'Delete',
              cell: (file) => (
                <Button type="button" look="secondary" small onClick={() => void forget(file)}>
                  Delete <span className="nhsuk-u-visually-hidden">{nameOf(file)}</span>
                </Button>
              ),
            },
          ]}
          rows={files}
          rowKey={({ id }) => id}
        />
      )}
    </StaffPage>
  );
}

const colours = { WAITING: 'grey', RUNNING: 'blue', READY: 'green', STOPPED: 'red' } as const;

const HowFar = ({ file: { state, rows, stopReason } }: { file: Export }) => (
  <>
    <Tag colour={colours[state]}>{bulkStates[state]}</Tag>
    <Secondary>{stopReason === null ? sayRows(rows) : stopReasons[stopReason]}</Secondary>
  </>
);
