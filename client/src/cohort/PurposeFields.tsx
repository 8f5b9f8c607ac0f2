import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { choicesOf } from '../ui/words.ts';
import { purposes } from './download.ts';

/** Why a list is taken along, as it is typed. */
export interface PurposeDraft {
  readonly purpose: string;
  readonly purposeText: string;
}
/** Nothing said yet. */
export const noPurpose: PurposeDraft = { purpose: '', purposeText: '' };

/** What is missing. */
export const missingPurpose = ({ purpose, purposeText }: PurposeDraft): FieldError[] => [
  ...(purpose === '' ? [{ field: 'purpose', message: 'Choose what it is for' }] : []),
  ...(purposeText.trim() === '' ? [{ field: 'purposeText', message: 'Say in a few words what it is for' }] : []),
];

interface PurposeFieldsProps {
  draft: PurposeDraft;
  onChange: (draft: PurposeDraft) => void;
  errors: readonly FieldError[];
}

/** What a list that is taken along is for: it is noted. */
export const PurposeFields = ({ draft, onChange, errors }: PurposeFieldsProps) => (
  <>
    <Select
      id="purpose"
      label="What is it for?"
      value={draft.purpose}
      onChange={(event) => onChange({ ...draft, purpose: event.target.value })}
      error={errorFor(errors, 'purpose')}
      options={[{ value: '', label: 'Choose' }, ...choicesOf(purposes)]}
    />
    <TextInput
      id="purposeText"
      label="In a few words"
      hint="For example “Calls of this week”. Do not use a person’s name."
      maxLength={200}
      value={draft.purposeText}
      onChange={(event) => onChange({ ...draft, purposeText: event.target.value })}
      error={errorFor(errors, 'purposeText')}
    />
  </>
);
