import { useState, type ReactNode } from 'react';
import { describedBy, FormGroup } from '../ui/FormGroup.tsx';

interface PasswordInputProps {
  id: string;
  label: string;
  /** What the button beside it shows; two passwords on a page are called differently. */
  shows?: string;
  hint?: ReactNode;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
}

/** A password, hidden until the person wants to see it. Pasting and password managers work. */
export function PasswordInput({
  id,
  label,
  shows = 'password',
  hint,
  error,
  value,
  onChange,
  autoComplete,
}: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <div className="rtp-password">
        <input
          className={`nhsuk-input${error === undefined ? '' : ' nhsuk-input--error'}`}
          id={id}
          name={id}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-describedby={describedBy({ id, hint, error })}
          aria-invalid={error === undefined ? undefined : true}
        />
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'} <span className="nhsuk-u-visually-hidden">{shows}</span>
        </button>
        <span className="nhsuk-u-visually-hidden" role="status">
          {shown ? 'Your password can be seen' : ''}
        </span>
      </div>
    </FormGroup>
  );
}
