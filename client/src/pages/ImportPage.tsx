import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { CheckedFile, rowsInWords } from '../imports/CheckedFile.tsx';
import { ColumnsHelp } from '../imports/ColumnsHelp.tsx';
import { FileChoice } from '../imports/FileChoice.tsx';
import { isKind, kinds, kindsFor, type Kind } from '../imports/kinds.ts';
import {
  askColumns,
  checkFile,
  fileBack,
  importFile,
  templateHref,
  type Answered,
  type Columns,
  type FileToSend,
  type Imported,
  type Report,
} from '../imports/requests.ts';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Inset } from '../ui/Callouts.tsx';
import { ErrorSummary, errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { saveFile } from '../ui/save-file.ts';
import { ProblemMessage } from '../ui/States.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

/** One import: choose a file, see every row that cannot be taken, import all rows, get the file back. */
export function ImportPage() {
  const { kind = '' } = useParams();
  const viewer = useViewer();
  if (!isKind(kind)) return <NotFoundPage />;
  if (viewer !== undefined && !kindsFor(viewer.role).includes(kind)) return <NotFoundPage />;
  return <Import key={kind} kind={kind} />;
}

interface Looked {
  file: FileToSend;
  report: Report;
  /** Made with the dry run: pressing the button twice imports once. */
  key: string;
}

function Import({ kind }: { kind: Kind }) {
  const [looked, setLooked] = useState<Looked>();
  const [imported, setImported] = useState<Imported>();
  if (imported !== undefined) return <Done kind={kind} imported={imported} />;
  if (looked !== undefined)
    return <Found kind={kind} looked={looked} onDone={setImported} onBack={() => setLooked(undefined)} />;
  return <Choose kind={kind} onLooked={setLooked} />;
}

/** What the server said of a whole file, beside the field where it was chosen. */
const sentFrom = <Done,>(answered: Answered<Done>, onDone: (done: Done) => void): Sent => {
  if ('refusals' in answered)
    return { errors: answered.refusals.map(({ message, help }) => ({ field: 'file', message: `${message} ${help}` })) };
  if ('problem' in answered) return answered;
  onDone(answered.done);
  return { done: true };
};

function Choose({ kind, onLooked }: { kind: Kind; onLooked: (looked: Looked) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [pasted, setPasted] = useState('');
  const [columns, setColumns] = useState<Columns>();
  const { submit, ...sending } = useSending();
  useEffect(() => {
    let isCurrent = true;
    void askColumns(kind).then((answered) => {
      if (isCurrent && 'done' in answered) setColumns(answered.done);
    });
    return () => {
      isCurrent = false;
    };
  }, [kind]);
  const missing =
    file === null && pasted.trim() === ''
      ? [{ field: 'file', message: 'Choose a file, or paste rows' }]
      : file !== null && columns !== undefined && file.size > columns.bytesAtMost
        ? [
            {
              field: 'file',
              message: `The file is too large: at most ${columns.bytesAtMost / 1024 / 1024} MB. Split it into smaller ones`,
            },
          ]
        : [];
  const check = () =>
    submit(missing, async () => {
      const toSend =
        file === null ? { name: 'pasted rows', body: pasted } : { name: file.name, body: await file.arrayBuffer() };
      return sentFrom(await checkFile(kind, toSend), (report) =>
        onLooked({ file: toSend, report, key: crypto.randomUUID() }),
      );
    });
  return (
    <FormPage
      title={kinds[kind].title}
      backHref={paths.imports}
      sending={sending}
      send="Check the file"
      onSend={() => void check()}
      intro={
        <>
          <p>
            {kinds[kind].what} A row is known again {kinds[kind].known}.
          </p>
          <p>
            <a href={templateHref(kind)} download>
              Download an empty file with the headings (CSV)
            </a>
          </p>
          {columns === undefined ? null : (
            <>
              <p>At most {columns.rowsAtMost.toLocaleString('en-GB')} rows at once. Checking saves nothing.</p>
              <ColumnsHelp columns={columns.columns} />
            </>
          )}
          {kind === 'returners' ? (
            <Inset>
              <p>
                Bring in only people who have agreed. Each gets a mail, and can take the agreement back. Once somebody
                has signed in, their record is theirs: a file changes nothing in it.
              </p>
            </Inset>
          ) : null}
        </>
      }
    >
      <FileChoice
        file={file}
        pasted={pasted}
        onFile={setFile}
        onPasted={setPasted}
        error={errorFor(sending.errors, 'file')}
      />
    </FormPage>
  );
}

function Found({
  kind,
  looked,
  onDone,
  onBack,
}: {
  kind: Kind;
  looked: Looked;
  onDone: (imported: Imported) => void;
  onBack: () => void;
}) {
  const { file, report, key } = looked;
  const { submit, busy, errors, problem } = useSending();
  const isFine = report.counts.REFUSED === 0;
  const apply = () => submit([], async () => sentFrom(await importFile(kind, file, key), onDone));
  const back = () =>
    submit([], async () => sentFrom(await fileBack(kind, file), (blob) => saveFile(blob, `${kind}-to-mend.csv`)));
  return (
    <Page
      title={
        isFine
          ? `${rowsInWords(report.rows)} can be imported`
          : `${rowsInWords(report.counts.REFUSED)} of ${report.rows.toLocaleString('en-GB')} cannot be taken`
      }
      caption={kinds[kind].title}
      width="wide"
      takesFocus
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors.map(({ message }) => ({ message }))} />
        </>
      }
    >
      <p>
        We looked at {file.name}. Nothing is saved yet.{' '}
        {isFine ? '' : 'All rows are taken or none: mend these rows, and send the file again.'}
      </p>
      <CheckedFile report={report} />
      <div className="rtp-actions">
        {isFine ? (
          <Button type="button" busy={busy} onClick={() => void apply()}>
            Import {rowsInWords(report.rows)}
          </Button>
        ) : (
          <Button type="button" busy={busy} onClick={() => void back()}>
            Get the file back with the reasons (CSV)
          </Button>
        )}
        <Button type="button" look="secondary" onClick={onBack}>
          Choose another file
        </Button>
      </div>
    </Page>
  );
}

const Done = ({ kind, imported: { created, changed, unchanged } }: { kind: Kind; imported: Imported }) => (
  <Page title="The file is imported" caption={kinds[kind].title} takesFocus>
    <p>
      Of your {kinds[kind].done}, {created.toLocaleString('en-GB')} {created === 1 ? 'is' : 'are'} new,{' '}
      {changed.toLocaleString('en-GB')} {changed === 1 ? 'was' : 'were'} changed, and{' '}
      {unchanged.toLocaleString('en-GB')} {unchanged === 1 ? 'is' : 'are'} as before.
    </p>
    {kind === 'capacity' ? <p>All of them are confirmed as of today.</p> : null}
    {kind === 'supervisors' && created > 0 ? (
      <p>Nobody may supervise before somebody has looked them up on the Register, and recorded it.</p>
    ) : null}
    <div className="rtp-actions">
      <ButtonLink href={paths.imports}>Import another file</ButtonLink>
    </div>
  </Page>
);
