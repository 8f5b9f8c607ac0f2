import type { ReactNode } from 'react';
import { FieldSet, type FieldProps } from './FormGroup.tsx';

/** One answer a person can choose. */
export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Set apart from the others by the word "or". */
  afterDivider?: boolean;
}

interface ChoicesProps extends FieldProps {
  name: string;
  choices: readonly Choice[];
  legendSize?: 's' | 'm' | 'l' | 'hidden';
  inline?: boolean;
}

interface RadiosProps extends ChoicesProps {
  value: string | undefined;
  onChange: (value: string) => void;
}

/** The first choice bears the group's own id, so that the error summary leads to it. */
const choiceId = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`);

/** One answer out of a few. */
export const Radios = ({ id, name, choices, value, onChange, inline = false, ...field }: RadiosProps) => (
  <FieldSet id={id} {...field}>
    <div className={`nhsuk-radios${inline ? ' nhsuk-radios--inline' : ''}`}>
      {choices.map((choice, index) => (
        <ChoiceItem key={choice.value} kind="radios" id={choiceId(id, index)} choice={choice}>
          <input
            className="nhsuk-radios__input"
            type="radio"
            id={choiceId(id, index)}
            name={name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
            aria-describedby={choice.hint === undefined ? undefined : `${choiceId(id, index)}-item-hint`}
          />
        </ChoiceItem>
      ))}
    </div>
  </FieldSet>
);

interface CheckboxesProps extends ChoicesProps {
  values: readonly string[];
  onChange: (values: string[]) => void;
}

/** Any number of answers. */
export const Checkboxes = ({ id, name, choices, values, onChange, inline = false, ...field }: CheckboxesProps) => (
  <FieldSet id={id} {...field}>
    <div className={`nhsuk-checkboxes${inline ? ' nhsuk-checkboxes--inline' : ''}`}>
      {choices.map((choice, index) => (
        <ChoiceItem key={choice.value} kind="checkboxes" id={choiceId(id, index)} choice={choice}>
          <input
            className="nhsuk-checkboxes__input"
            type="checkbox"
            id={choiceId(id, index)}
            name={name}
            value={choice.value}
            checked={values.includes(choice.value)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...values, choice.value] : values.filter((value) => value !== choice.value),
              )
            }
            aria-describedby={choice.hint === undefined ? undefined : `${choiceId(id, index)}-item-hint`}
          />
        </ChoiceItem>
      ))}
    </div>
  </FieldSet>
);

interface ChoiceItemProps {
  kind: 'radios' | 'checkboxes';
  id: string;
  choice: Choice;
  children: ReactNode;
}

const ChoiceItem = ({ kind, id, choice, children }: ChoiceItemProps) => (
  <>
    {choice.afterDivider === true ? <div className={`nhsuk-${kind}__divider`}>or</div> : null}
    <div className={`nhsuk-${kind}__item`}>
      {children}
      <label className={`nhsuk-label nhsuk-${kind}__label`} htmlFor={id}>
        {choice.label}
      </label>
      {choice.hint === undefined ? null : (
        <div className={`nhsuk-hint nhsuk-${kind}__hint`} id={`${id}-item-hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  </>
);
