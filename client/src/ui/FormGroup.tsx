import type { ReactNode } from 'react';

/** What every field of a form takes. */
export interface FieldProps {
  /** The id of the input; the error summary leads here. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
}

/** The ids of a field's hint and error, in the order they are read out, for `aria-describedby`. */
export const describedBy = ({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>): string | undefined =>
  [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ') ||
  undefined;

export const Hint = ({ id, children }: { id: string; children: ReactNode }) =>
  children === undefined ? null : (
    <div className="nhsuk-hint" id={`${id}-hint`}>
      {children}
    </div>
  );

export const FieldErrorMessage = ({ id, children }: { id: string; children: string | undefined }) =>
  children === undefined ? null : (
    <span className="nhsuk-error-message" id={`${id}-error`}>
      <span className="nhsuk-u-visually-hidden">Error:</span> {children}
    </span>
  );

/** A field with its label, hint and error above it. */
export const FormGroup = ({ id, label, hint, error, children }: FieldProps & { children: ReactNode }) => (
  <div className={`nhsuk-form-group${error === undefined ? '' : ' nhsuk-form-group--error'}`}>
    <label className="nhsuk-label" htmlFor={id}>
      {label}
    </label>
    <Hint id={id}>{hint}</Hint>
    <FieldErrorMessage id={id}>{error}</FieldErrorMessage>
    {children}
  </div>
);

interface GroupProps extends FieldProps {
  children: ReactNode;
  /** How large the question stands; `hidden` where the page's heading already asks it. */
  legendSize?: 's' | 'm' | 'l' | 'hidden';
  role?: 'group';
}

/** Several inputs that answer one question. */
export const FieldSet = ({ id, label, hint, error, legendSize = 'm', children, ...rest }: GroupProps) => (
  <div className={`nhsuk-form-group${error === undefined ? '' : ' nhsuk-form-group--error'}`}>
    <fieldset className="nhsuk-fieldset" aria-describedby={describedBy({ id, hint, error })} {...rest}>
      <legend
        className={
          legendSize === 'hidden'
            ? 'nhsuk-u-visually-hidden'
            : `nhsuk-fieldset__legend nhsuk-fieldset__legend--${legendSize}`
        }
      >
        {label}
      </legend>
      <Hint id={id}>{hint}</Hint>
      <FieldErrorMessage id={id}>{error}</FieldErrorMessage>
      {children}
    </fieldset>
  </div>
);
