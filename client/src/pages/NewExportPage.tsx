import { useState } from 'react';
import { useNavigate } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { bulkFormats, commonLists } from '../exports/words.ts';
import { graphql } from '../generated/gql.ts';
import { paths } from '../paths.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { choicesOf, isOneOf } from '../ui/words.ts';

const StartExport = graphql(`
  mutation StartExport($input: StartBulkExportInput!) {
    startBulkExport(input: $input) {
      ... on BulkExportStarted {
        bulkExport {
          id
          state
        }
      }
      ... on StartBulkExportRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Asks for one of the lists as a file, and notes what it is for. */
export function NewExportPage() {
  const navigate = useNavigate();
  const [list, setList] = useState('');
  const [format, setFormat] = useState('');
  const [purpose, setPurpose] = useState('');
  const { submit, ...sending } = useSending();
  const start = useCommand(StartExport);
  const send = () =>
    submit(
      [
        ...(list === '' ? [{ field: 'list', message: 'Choose a list' }] : []),
        ...(format === '' ? [{ field: 'format', message: 'Choose how the file is written' }] : []),
        ...(purpose.trim() === '' ? [{ field: 'purpose', message: 'Say in a few words what it is for' }] : []),
      ],
      async () => {
        if (!isOneOf(commonLists, list) || !isOneOf(bulkFormats, format)) return { done: true };
        const outcome = await start.run({ list, format, purpose: purpose.trim() });
        if ('problem' in outcome) return outcome;
        const { startBulkExport: answer } = outcome.data;
        if (answer.__typename === 'StartBulkExportRefused') return { errors: errorsFrom(answer.refusals) };
        await navigate(paths.exports, { state: { said: 'Your file is being made.' } });
        return { done: true };
      },
    );
  const { errors } = sending;
  return (
    <FormPage
      title="Make a file of a list"
      backHref={paths.exports}
      sending={sending}
      send="Make the file"
      onSend={() => void send()}
      intro={
        <p className="nhsuk-u-reading-width">
          The file holds what you may see at the time, and nobody’s name. That you took it, and for what, is noted.
        </p>
      }
    >
      <Radios
        id="list"
        name="list"
        label="Which list?"
        legendSize="s"
        choices={choicesOf(commonLists)}
        value={list}
        onChange={setList}
        error={errorFor(errors, 'list')}
      />
      <Radios
        id="format"
        name="format"
        label="How is the file written?"
        legendSize="s"
        choices={choicesOf(bulkFormats)}
        value={format}
        onChange={setFormat}
        error={errorFor(errors, 'format')}
      />
      <TextInput
        id="purpose"
        label="What is it for?"
        hint="For example “Report of this quarter”. Do not use a person’s name."
        maxLength={200}
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
        error={errorFor(errors, 'purpose')}
      />
    </FormPage>
  );
}
