import type { ComponentPropsWithRef } from 'react';
import { describedBy, FormGroup, type FieldProps } from './FormGroup.tsx';

type Width = 2 | 3 | 4 | 5 | 10 | 20;

type TextInputProps = FieldProps & Omit<ComponentPropsWithRef<'input'>, 'id' | 'className'> & { characters?: Width };

/** A line of text with its label. `characters` sets its width by what it expects. */
export const TextInput = ({ id, label, hint, error, characters, ...input }: TextInputProps) => (
  <FormGroup id={id} label={label} hint={hint} error={error}>
    <input
      type="text"
      {...input}
      id={id}
      className={`nhsuk-input${characters === undefined ? '' : ` nhsuk-input--width-${characters}`}${error === undefined ? '' : ' nhsuk-input--error'}`}
      aria-describedby={describedBy({ id, hint, error })}
      aria-invalid={error === undefined ? undefined : true}
    />
  </FormGroup>
);

type TextAreaProps = FieldProps & Omit<ComponentPropsWithRef<'textarea'>, 'id' | 'className'>;

/** Several lines of text with their label. */
export const TextArea = ({ id, label, hint, error, ...textarea }: TextAreaProps) => (
  <FormGroup id={id} label={label} hint={hint} error={error}>
    <textarea
      rows={4}
      {...textarea}
      id={id}
      className={`nhsuk-textarea${error === undefined ? '' : ' nhsuk-textarea--error'}`}
      aria-describedby={describedBy({ id, hint, error })}
      aria-invalid={error === undefined ? undefined : true}
    />
  </FormGroup>
);

interface SelectProps extends FieldProps, Omit<ComponentPropsWithRef<'select'>, 'id' | 'className'> {
  options: readonly { value: string; label: string }[];
}

/** One choice out of a longer list; up to about ten choices are better as radios. */
export const Select = ({ id, label, hint, error, options, ...select }: SelectProps) => (
  <FormGroup id={id} label={label} hint={hint} error={error}>
    <select
      {...select}
      id={id}
      className={`nhsuk-select${error === undefined ? '' : ' nhsuk-select--error'}`}
      aria-describedby={describedBy({ id, hint, error })}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </FormGroup>
);
