import { useEffect, useRef, type MouseEvent } from 'react';
import { Link } from './Link.tsx';

/** One thing to put right. `field` is the id of the input it is about; without it the sentence stands alone. */
export interface FieldError {
  field?: string | undefined;
  /** The page on which it is put right, where that is another one. */
  href?: string | undefined;
  message: string;
}

/** The message for one field, if there is one. */
export const errorFor = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message;

const focusField = (event: MouseEvent, field: string) => {
  const input = document.getElementById(field);
  if (input === null) return;
  event.preventDefault();
  (input.closest('fieldset, .nhsuk-form-group') ?? input).scrollIntoView({ block: 'start' });
  input.focus({ preventScroll: true });
};

/** Everything that is wrong with a form, above its heading. It takes the focus each time the form is sent. */
export function ErrorSummary({
  errors,
  title = 'There is a problem',
}: {
  errors: readonly FieldError[];
  title?: string;
}) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) summary.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" ref={summary} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">{title}</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {errors.map(({ field, href, message }) => (
              <li key={`${field ?? ''} ${message}`}>
                {href !== undefined ? (
                  <Link href={href}>{message}</Link>
                ) : field === undefined ? (
                  message
                ) : (
                  <a href={`#${field}`} onClick={(event) => focusField(event, field)}>
                    {message}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
