import { describedBy, FormGroup } from '../ui/FormGroup.tsx';
import { TextArea } from '../ui/TextInput.tsx';

interface FileChoiceProps {
  file: File | null;
  pasted: string;
  onFile: (file: File | null) => void;
  onPasted: (text: string) => void;
  error: string | undefined;
}

/** A file of the device, or rows that were copied from a spreadsheet. */
export const FileChoice = ({ pasted, onFile, onPasted, error }: FileChoiceProps) => (
  <>
    <FormGroup
      id="file"
      label="Choose a file"
      hint="CSV, or an Excel workbook (.xlsx). Of a workbook the first sheet is read."
      error={error}
    >
      <input
        type="file"
        id="file"
        className="nhsuk-file-upload rtp-file"
        accept=".csv,.tsv,.txt,.xlsx"
        aria-describedby={describedBy({ id: 'file', hint: 'hint', error })}
        aria-invalid={error === undefined ? undefined : true}
        onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)}
      />
    </FormGroup>
    <TextArea
      id="pasted"
      label="Or paste rows from a spreadsheet"
      hint="Copy the headings too. They are used if no file is chosen."
      rows={5}
      value={pasted}
      wrap="off"
      onChange={(event) => onPasted(event.currentTarget.value)}
    />
  </>
);
