import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { ImportReport } from '../national-files/ImportReport.tsx';
import { isKind, kinds, type Kind } from '../national-files/kinds.ts';
import {
  applyFile,
  bytesAtMost,
  checkFile,
  exampleHref,
  type Answered,
  type Checked,
} from '../national-files/requests.ts';
import { fieldOf, SplitChoices } from '../national-files/SplitChoices.tsx';
import { nationalImportPath, paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Inset } from '../ui/Callouts.tsx';
import { errorFor, ErrorSummary } from '../ui/ErrorSummary.tsx';
import { describedBy, FormGroup } from '../ui/FormGroup.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemMessage } from '../ui/States.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

interface Looked {
  name: string;
  body: ArrayBuffer;
  checked: Checked;
  /** Made with the look: pressing the button twice imports once. */
  key: string;
}

/** One national file: choose it, see what it changes and whom it affects, and import it. */
export function NationalFilePage() {
  const { kind = '' } = useParams();
  return isKind(kind) ? <Import key={kind} kind={kind} /> : <NotFoundPage />;
}

function Import({ kind }: { kind: Kind }) {
  const [looked, setLooked] = useState<Looked>();
  return looked === undefined ? (
    <Choose kind={kind} onLooked={setLooked} />
  ) : (
    <Found kind={kind} looked={looked} onBack={() => setLooked(undefined)} />
  );
}

const sentFrom = <Done,>(answered: Answered<Done>, onDone: (done: Done) => void): Sent => {
  if ('refusals' in answered) {
    const { refusals, more } = answered;
    const told = refusals.map(({ message, help }) => ({ field: 'file', message: `${message} ${help}` }));
    return { errors: more === 0 ? told : [...told, { field: 'file', message: `${more} more lines have faults.` }] };
  }
  if ('problem' in answered) return answered;
  onDone(answered.done);
  return { done: true };
};

function Choose({ kind, onLooked }: { kind: Kind; onLooked: (looked: Looked) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const { submit, ...sending } = useSending();
  const isDemonstration = useViewer()?.isDemonstration === true;
  const missing =
    file === null
      ? [{ field: 'file', message: 'Choose a file' }]
      : file.size > bytesAtMost
        ? [{ field: 'file', message: `The file is too large: at most ${bytesAtMost / 1024 / 1024} MB` }]
        : [];
  const check = () =>
    submit(missing, async () => {
      if (file === null) return { errors: [] };
      const body = await file.arrayBuffer();
      return sentFrom(await checkFile(kind, body), (checked) =>
        onLooked({ name: file.name, body, checked, key: crypto.randomUUID() }),
      );
    });
  // one fault of many lines is said once beside the field; the summary has them all
  const error = errorFor(sending.errors, 'file');
  return (
    <FormPage
      title={kinds[kind].title}
      caption="National files"
      backHref={paths.nationalFiles}
      sending={sending}
      send="Check the file"
      onSend={() => void check()}
      intro={
        <>
          <p>{kinds[kind].what}</p>
          <p>{kinds[kind].form}</p>
          {isDemonstration ? (
            <Inset>
              <p>
                This is a demonstration: you can try it with{' '}
                <a href={exampleHref(kind)} download>
                  an example file (CSV)
                </a>
                . What it says is invented.
              </p>
            </Inset>
          ) : null}
        </>
      }
    >
      <FormGroup
        id="file"
        label="Choose a file"
        hint={`CSV, at most ${bytesAtMost / 1024 / 1024} MB. Checking saves nothing.`}
        error={error}
      >
        <input
          type="file"
          id="file"
          className="nhsuk-file-upload rtp-file"
          accept=".csv,.txt"
          aria-describedby={describedBy({ id: 'file', hint: 'hint', error })}
          aria-invalid={error === undefined ? undefined : true}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </FormGroup>
    </FormPage>
  );
}

function Found({ kind, looked, onBack }: { kind: Kind; looked: Looked; onBack: () => void }) {
  const { name, body, checked, key } = looked;
  const { choices, inTheWay, report, rows } = checked;
  const navigate = useNavigate();
  const { submit, busy, errors, problem } = useSending();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(
    () => new Map(choices.flatMap((choice) => (choice.suggested === null ? [] : [[choice.key, choice.suggested]]))),
  );
  const open = choices
    .filter((choice) => !chosen.has(choice.key))
    .map((choice) => ({ field: fieldOf(choice), message: `Choose a board for ${choice.label}` }));
  const apply = () =>
    submit(open, async () =>
      sentFrom(
        await applyFile(kind, body, chosen, key),
        ({ nationalImportId }) => void navigate(nationalImportPath(nationalImportId), { state: { isNew: true } }),
      ),
    );
  const choose = (part: string, code: string) => {
    const now = new Map(chosen);
    if (code === '') now.delete(part);
    else now.set(part, code);
    setChosen(now);
  };
  const isFine = inTheWay.length === 0;
  return (
    <Page
      title={isFine ? 'What this file changes' : 'This file cannot be imported now'}
      caption={kinds[kind].title}
      width="wide"
      takesFocus
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
        </>
      }
    >
      <p>
        We looked at {name} with {rows.toLocaleString('en-GB')} {rows === 1 ? 'line' : 'lines'}. Nothing is saved yet.
      </p>
      {inTheWay.map(({ message, help }) => (
        <Inset key={message}>
          <p>
            <strong>{message}</strong> {help}
          </p>
        </Inset>
      ))}
      <ImportReport kind={kinds[kind].kind} report={report} />
      {choices.length === 0 ? null : (
        <SplitChoices choices={choices} chosen={chosen} onChoose={choose} errors={errors} />
      )}
      <div className="rtp-actions">
        {isFine ? (
          <Button type="button" busy={busy} onClick={() => void apply()}>
            Import the file
          </Button>
        ) : null}
        <Button type="button" look="secondary" onClick={onBack}>
          Choose another file
        </Button>
      </div>
    </Page>
  );
}
