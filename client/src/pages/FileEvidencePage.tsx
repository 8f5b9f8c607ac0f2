import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { OneEvidence } from '../evidence/evidence.ts';
import { sayTies } from '../evidence/EvidenceList.tsx';
import { ReminderOfPatients } from '../evidence/ReminderOfPatients.tsx';
import { downloadHref, fileKinds, formLines, saySize, virusChecks, warnings } from '../evidence/words.ts';
import { graphql } from '../generated/gql.ts';
import type { EvidenceFieldsFragment, FormLine, OneEvidenceQuery } from '../generated/graphql.ts';
import { paths, removeEvidencePath } from '../paths.ts';
import { sayKind, sayLength } from '../updating/kinds.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Warning } from '../ui/Callouts.tsx';
import { Checkboxes } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { Expander } from '../ui/Expander.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Page } from '../ui/Page.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const FileEvidence = graphql(`
  mutation FileEvidence($input: FileEvidenceInput!) {
    fileEvidence(input: $input) {
      ... on EvidenceFiled {
        evidence {
          ...EvidenceFields
        }
      }
      ... on FileEvidenceRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Says what a file is and what it is for, after a look at what was noticed in it. */
export function FileEvidencePage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(OneEvidence, { id }, 'this file');
  if (data === undefined)
    return (
      <Page title="A file" backHref={paths.evidence}>
        {instead}
      </Page>
    );
  if (data.node?.__typename !== 'Evidence') return <NotFoundPage />;
  return <Filing key={data.node.id} evidence={data.node} known={data} readAgain={retry} />;
}

const sayChosen = ({ length }: readonly string[]): string => (length === 0 ? '' : ` (${length} chosen)`);

interface FilingProps {
  evidence: EvidenceFieldsFragment;
  known: OneEvidenceQuery;
  readAgain: () => void;
}

function Filing({ evidence, known, readAgain }: FilingProps) {
  const [search] = useSearchParams();
  const ties = evidence.ties ?? [];
  const [name, setName] = useState(evidence.title ?? '');
  const [days, setDays] = useState<string[]>(() => {
    const tied = ties.flatMap(({ loggedDayId }) => (loggedDayId === null ? [] : [loggedDayId]));
    const day = search.get('day');
    return day === null || tied.includes(day) ? tied : [...tied, day];
  });
  const [standards, setStandards] = useState(() =>
    ties.flatMap(({ standardId }) => (standardId === null ? [] : [standardId])),
  );
  const [lines, setLines] = useState<string[]>(() =>
    ties.flatMap(({ formLine }) => (formLine === null ? [] : [formLine])),
  );
  const [said, setSaid] = useState<string[]>([]);
  const { submit, ...sending } = useSending();
  const { run } = useCommand(FileEvidence);
  const navigate = useNavigate();
  const noticed = evidence.warnings ?? [];
  const mustCheck = noticed.some((warning) => warning !== 'CANNOT_BE_READ');
  const missing = [
    ...(name.trim() === '' ? [{ field: 'title', message: 'Say what the file is' }] : []),
    ...(said.includes('isAboutNoPatient')
      ? []
      : [{ field: 'isAboutNoPatient', message: 'Look at the file, and say that nothing in it identifies a patient' }]),
  ];
  const send = () =>
    submit(missing, async () => {
      const outcome = await run({
        evidenceId: evidence.id,
        expectedVersion: evidence.version,
        title: name.trim(),
        loggedDayIds: days,
        standardIds: standards,
        formLines: lines as FormLine[],
        isAboutNoPatient: true,
        isChecked: said.includes('isChecked'),
      });
      if ('problem' in outcome) return outcome;
      const { fileEvidence: answer } = outcome.data;
      if (answer.__typename === 'FileEvidenceRefused') {
        if (isConflict(answer.refusals)) readAgain();
        return { errors: errorsFrom(answer.refusals) };
      }
      await navigate(paths.evidence, { state: { said: `“${answer.evidence.title ?? ''}” is filed.` } });
      return { done: true };
    });
  if (evidence.virusCheck === 'INFECTED')
    return (
      <Page title="A virus was found in this file" caption="Your evidence" backHref={paths.evidence}>
        <p>The file was destroyed, and nobody has opened it here. Check your device, then send a clean file.</p>
        <div className="rtp-actions">
          <ButtonLink href={removeEvidencePath(evidence.id)}>Remove it from the list</ButtonLink>
        </div>
      </Page>
    );
  const loggedDays = known.viewer.returner?.loggedDays.nodes ?? [];
  return (
    <FormPage
      title={evidence.title ?? 'What is this file?'}
      caption="Your evidence"
      backHref={paths.evidence}
      sending={sending}
      send="Save"
      onSend={() => void send()}
      intro={
        <>
          <SummaryList
            rows={[
              { key: 'Kind', value: `${fileKinds[evidence.kind]}, ${saySize(evidence.bytes)}` },
              { key: 'Sent', value: sayInstant(evidence.addedAt) },
              { key: 'Viruses', value: virusChecks[evidence.virusCheck] },
              ...(evidence.filedAt === null ? [] : [{ key: 'For', value: sayTies(evidence.ties) }]),
              {
                key: 'The file',
                value: evidence.viewerMayOpen ? (
                  <a href={downloadHref(evidence.id)} download>
                    Save it on this device, to look at it
                  </a>
                ) : (
                  'It cannot be opened until it is checked.'
                ),
              },
            ]}
          />
          {noticed.length === 0 ? null : (
            <Warning heading="Look at the file again">
              <ul className="nhsuk-list nhsuk-list--bullet">
                {noticed.map((warning) => (
                  <li key={warning}>{warnings[warning]}</li>
                ))}
              </ul>
            </Warning>
          )}
          {evidence.filedAt === null ? <ReminderOfPatients /> : null}
        </>
      }
      beside={
        <ButtonLink href={removeEvidencePath(evidence.id)} look="secondary">
          Remove this file
        </ButtonLink>
      }
    >
      <TextInput
        id="title"
        label="What it is"
        hint="For example “Certificate of a course in wound care”. At most 100 letters."
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorFor(sending.errors, 'title')}
      />
      <Checkboxes
        id="formLines"
        name="formLines"
        label="Parts of the papers for HCPC"
        choices={Object.entries(formLines).map(([value, label]) => ({ value, label }))}
        values={lines}
        onChange={setLines}
      />
      {loggedDays.length === 0 ? null : (
        <Expander heading={`Days of your log${sayChosen(days)}`}>
          <Checkboxes
            id="loggedDayIds"
            name="days"
            label="Days that it proves"
            legendSize="s"
            hint="The newest 40 days."
            choices={loggedDays.map(({ id, onDate, kind, minutes }) => ({
              value: id,
              label: `${sayDate(onDate)}: ${sayKind(kind).toLowerCase()}, ${sayLength(minutes)}`,
            }))}
            values={days}
            onChange={setDays}
            error={errorFor(sending.errors, 'loggedDayIds')}
          />
        </Expander>
      )}
      <Expander heading={`Standards of proficiency${sayChosen(standards)}`}>
        <Checkboxes
          id="standardIds"
          name="standards"
          label="Standards that it is about"
          legendSize="s"
          hint="By HCPC’s numbers, with labels of our own."
          choices={known.standardsOfProficiency.nodes.map(({ id, number, label }) => ({
            value: id,
            label: `${number}. ${label}`,
          }))}
          values={standards}
          onChange={setStandards}
          error={errorFor(sending.errors, 'standardIds')}
        />
      </Expander>
      <Checkboxes
        id="isAboutNoPatient"
        name="said"
        label="Before you save"
        choices={[
          {
            value: 'isAboutNoPatient',
            label: 'I have looked at the whole file, and nothing in it identifies a patient',
          },
          ...(mustCheck
            ? [{ value: 'isChecked', label: 'I have looked at what was noticed above, and it is not about a patient' }]
            : []),
        ]}
        values={said}
        onChange={setSaid}
        error={errorFor(sending.errors, 'isAboutNoPatient') ?? errorFor(sending.errors, 'isChecked')}
      />
    </FormPage>
  );
}
