import { FieldSet, type FieldProps } from './FormGroup.tsx';
import type { DatePart, TypedDate } from './approximate-date.ts';

interface DateInputProps extends FieldProps {
  value: TypedDate;
  onChange: (value: TypedDate) => void;
  /** The parts that the error is about; all of them if it names none. */
  wrongPart?: DatePart | undefined;
  legendSize?: 's' | 'm' | 'l' | 'hidden';
  /** True where the day, or the day and month, may stay empty. */
  approximate?: boolean;
}

const parts = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const satisfies readonly { part: DatePart; label: string; width: number }[];

/** The id of the box for one part: the error summary leads to it. */
export const datePartId = (id: string, part: DatePart) => `${id}-${part}`;

/** A date in three boxes. With `approximate`, "about when" is an answer: the day and the month may stay empty. */
export const DateInput = ({ id, value, onChange, wrongPart, error, approximate = false, ...field }: DateInputProps) => (
  <FieldSet id={id} error={error} {...field} role="group">
    <div className="nhsuk-date-input" id={id}>
      {parts.map(({ part, label, width }) => {
        const wrong = error !== undefined && (wrongPart === undefined || wrongPart === part);
        return (
          <div className="nhsuk-date-input__item" key={part}>
            <div className="nhsuk-form-group">
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={datePartId(id, part)}>
                {label}
                {approximate && part !== 'year' ? (
                  <span className="nhsuk-u-visually-hidden"> if you know it</span>
                ) : null}
              </label>
              <input
                className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${wrong ? ' nhsuk-input--error' : ''}`}
                id={datePartId(id, part)}
                name={datePartId(id, part)}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                value={value[part]}
                onChange={(event) => onChange({ ...value, [part]: event.target.value })}
                aria-invalid={wrong || undefined}
              />
            </div>
          </div>
        );
      })}
    </div>
  </FieldSet>
);
