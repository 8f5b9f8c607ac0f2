import { Assumed } from '../ui/Callouts.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { Select } from '../ui/TextInput.tsx';
import type { Choice } from './requests.ts';

/** The id of a choice's field. */
export const fieldOf = ({ key }: Pick<Choice, 'key'>): string => `place-${key.replaceAll(/[^\w-]/g, '-')}`;

interface SplitChoicesProps {
  choices: readonly Choice[];
  chosen: ReadonlyMap<string, string>;
  onChoose: (key: string, code: string) => void;
  errors: readonly FieldError[];
}

/** Where each part of a board that is split goes; what the file or the map suggests is filled in. */
export const SplitChoices = ({ choices, chosen, onChoose, errors }: SplitChoicesProps) => (
  <>
    <h2>Where the parts of a split board go</h2>
    <p>
      People go with the trust that is nearest to their home. What the file does not say is filled in from the nearest
      trust that a new board has already. <Assumed />
    </p>
    {choices.map((choice) => (
      <Select
        key={choice.key}
        id={fieldOf(choice)}
        label={choice.label}
        hint={[
          choice.people === 0 ? '' : `${choice.people} ${choice.people === 1 ? 'person goes' : 'people go'} along.`,
          choice.suggested === null
            ? 'Nothing is known: choose.'
            : choice.isAssumed
              ? 'Assumed from the nearest trust.'
              : '',
        ]
          .filter((part) => part !== '')
          .join(' ')}
        value={chosen.get(choice.key) ?? ''}
        onChange={(event) => onChoose(choice.key, event.target.value)}
        error={errorFor(errors, fieldOf(choice))}
        options={[
          { value: '', label: 'Choose a board' },
          ...choice.options.map(({ code, name, share }) => ({
            value: code,
            label: share === null ? name : `${name} (${share} percent)`,
          })),
        ]}
      />
    ))}
  </>
);
